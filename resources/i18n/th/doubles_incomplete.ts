<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>IncompletePage</name>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="29"/>
        <source>What is missing</source>
        <translation>สิ่งที่ขาด</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="31"/>
        <source>Anything missing</source>
        <translation>ขาดอะไรก็ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="33"/>
        <source>No {0}</source>
        <translation>ไม่มี{0}</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="36"/>
        <location filename="../../../ui/doubles/incomplete.py" line="61"/>
        <source>Incomplete records</source>
        <translation>ข้อมูลไม่ครบ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="40"/>
        <source>Nothing is missing</source>
        <translation>ไม่มีอะไรขาด</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="41"/>
        <source>Customers of whom something is missing stand here, the emptiest first.</source>
        <translation>ลูกค้าที่ข้อมูลยังขาดอยู่ที่นี่ รายที่ขาดมากที่สุดอยู่บน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="85"/>
        <source>Complete</source>
        <translation>ความครบ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="93"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="99"/>
        <source>Code</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="100"/>
        <source>Missing</source>
        <translation>ที่ขาด</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="101"/>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="102"/>
        <source>Zone</source>
        <translation>เขต</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/incomplete.py" line="103"/>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
</context>
</TS>
