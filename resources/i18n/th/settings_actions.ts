<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <source>Look of papers</source>
        <translation>แบบเอกสาร</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>ข้อมูลร้าน</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>ตัวอย่างถัดไป</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>เลือกโลโก้</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>ไม่มีโลโก้</translation>
    </message>
</context>
</TS>
