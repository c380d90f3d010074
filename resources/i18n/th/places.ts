<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>places</name>
    <message>
        <location filename="../../../ui/places.py" line="34"/>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="38"/>
        <source>Customers</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="45"/>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="52"/>
        <source>Orders</source>
        <translation>คำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="59"/>
        <source>Deposits</source>
        <translation>เงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="66"/>
        <source>Visits</source>
        <translation>เยี่ยมลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="73"/>
        <source>Products</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="80"/>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/places.py" line="87"/>
        <source>Authority</source>
        <translation>อำนาจดำเนินการ</translation>
    </message>
</context>
</TS>
