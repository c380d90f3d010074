<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>MoneyForm</name>
    <message>
        <location filename="../../../ui/deposits/renewing.py" line="48"/>
        <source>Show how it stands now</source>
        <translation>แสดงสภาพปัจจุบัน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/renewing.py" line="73"/>
        <source>This deposit changed since the form was opened.</source>
        <translation>เงินมัดจำนี้เปลี่ยนไปหลังจากที่เปิดแบบฟอร์ม</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/renewing.py" line="74"/>
        <source>{0} changed this deposit since the form was opened.</source>
        <translation>{0} แก้ไขเงินมัดจำนี้หลังจากที่เปิดแบบฟอร์ม</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/renewing.py" line="88"/>
        <source>This is how it stands now: please look, and save again.</source>
        <translation>ที่เห็นนี้คือข้อมูลปัจจุบัน กรุณาตรวจดูแล้วบันทึกอีกครั้ง</translation>
    </message>
</context>
</TS>
