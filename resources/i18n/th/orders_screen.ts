<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>OrdersScreen</name>
    <message>
        <location filename="../../../ui/orders/screen.py" line="21"/>
        <source>Orders</source>
        <translation>คำสั่งซื้อ</translation>
    </message>
</context>
</TS>
