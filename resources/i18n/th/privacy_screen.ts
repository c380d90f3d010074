<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>PrivacyScreen</name>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="70"/>
        <source>Personal data</source>
        <translation>ข้อมูลส่วนบุคคล</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="79"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="80"/>
        <source>Code</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="81"/>
        <source>What</source>
        <translation>รายละเอียด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="82"/>
        <source>Last</source>
        <translation>ครั้งล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="83"/>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="87"/>
        <source>Nothing is kept too long</source>
        <translation>ไม่มีข้อมูลที่เก็บนานเกินไป</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="89"/>
        <source>What is kept longer than the periods allow stands here, the oldest first.</source>
        <translation>ข้อมูลที่เก็บเกินระยะเวลาที่กำหนดจะอยู่ที่นี่ เรียงจากเก่าที่สุด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="133"/>
        <source>Neither met nor heard of, no paper and no bill for as long as the periods say.</source>
        <translation>ไม่ได้พบ ไม่ได้ติดต่อ ไม่มีเอกสารและไม่มีบิล นานเกินระยะเวลาที่กำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="136"/>
        <source>Erased before; names that their issued papers had to keep may go now.</source>
        <translation>ลบข้อมูลไปแล้ว ชื่อบนเอกสารที่กฎหมายให้เก็บไว้ลบได้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="138"/>
        <source>Photos and scans on finished papers, older than the period.</source>
        <translation>รูปและไฟล์สแกนในเอกสารที่จบแล้ว ซึ่งเก็บเกินระยะเวลาที่กำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="178"/>
        <source>{0} files deleted.</source>
        <translation>ลบแล้ว {0} ไฟล์</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="193"/>
        <source>Erased.</source>
        <translation>ลบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/screen.py" line="193"/>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
</TS>
