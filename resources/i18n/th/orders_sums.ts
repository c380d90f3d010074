<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>HandingSums</name>
    <message>
        <location filename="../../../ui/orders/sums.py" line="26"/>
        <source>Handed over now</source>
        <translation>มูลค่าที่ส่งมอบครั้งนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/sums.py" line="27"/>
        <source>Deposits deducted</source>
        <translation>หักเงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/sums.py" line="28"/>
        <source>To collect now</source>
        <translation>ต้องเก็บเงินครั้งนี้</translation>
    </message>
</context>
</TS>
