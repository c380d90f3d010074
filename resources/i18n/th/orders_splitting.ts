<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SplittingActs</name>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="28"/>
        <source>Split: what is in stock stays, the rest is ordered</source>
        <translation>แยกรายการ: ที่มีในสต็อกคงไว้ ที่เหลือสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="29"/>
        <source>Split</source>
        <translation>แยกรายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="48"/>
        <source>Wanted</source>
        <translation>ต้องการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="48"/>
        <source>On the shelf</source>
        <translation>มีในสต็อก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="49"/>
        <source>To order</source>
        <translation>ต้องสั่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="50"/>
        <source>Line</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="58"/>
        <source>Move what is short to a back order</source>
        <translation>ย้ายรายการที่ขาดไป Back Order</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="59"/>
        <source>Move</source>
        <translation>ย้าย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/splitting.py" line="72"/>
        <source>A back order was made for the rest</source>
        <translation>ทำใบ Back Order สำหรับรายการที่ขาดแล้ว</translation>
    </message>
</context>
</TS>
