<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>actions</name>
    <message>
        <source>Choose the file</source>
        <translation>เลือกไฟล์</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ต่อไป</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>ย้อนกลับหนึ่งขั้น</translation>
    </message>
    <message>
        <source>Save the wrong lines</source>
        <translation>บันทึกบรรทัดที่ผิด</translation>
    </message>
    <message>
        <source>Take for the known one</source>
        <translation>ถือเป็นรายเดิม</translation>
    </message>
    <message>
        <source>Take as new</source>
        <translation>เพิ่มเป็นรายใหม่</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>เลิกการนำเข้า</translation>
    </message>
</context>
</TS>
