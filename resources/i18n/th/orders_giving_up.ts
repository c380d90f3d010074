<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>GivingUpActs</name>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="33"/>
        <source>Cancel this paper or a part of it</source>
        <translation>ยกเลิกเอกสารนี้ทั้งฉบับหรือบางส่วน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="35"/>
        <source>Cancel</source>
        <translation>ยกเลิกรายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="39"/>
        <source>Everything that is still open</source>
        <translation>ทุกรายการที่ยังค้างอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="40"/>
        <source>Only so much of some lines</source>
        <translation>เฉพาะบางรายการหรือบางจำนวน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="42"/>
        <source>What is cancelled</source>
        <translation>สิ่งที่ยกเลิก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="43"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="62"/>
        <source>To cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="63"/>
        <source>Still open</source>
        <translation>ยังค้างอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="64"/>
        <source>Line</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/giving_up.py" line="72"/>
        <source>Type how much is cancelled of at least one line.</source>
        <translation>กรุณาระบุจำนวนที่ยกเลิกอย่างน้อยหนึ่งรายการ</translation>
    </message>
</context>
</TS>
