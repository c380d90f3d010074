<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>OrderCard</name>
    <message>
        <location filename="../../../ui/orders/card.py" line="30"/>
        <source>Choose an order to see it here</source>
        <translation>เลือกคำสั่งซื้อเพื่อดูรายละเอียดที่นี่</translation>
    </message>
</context>
</TS>
