<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="rn_BI">
<context>
    <name>AuthorityField</name>
    <message>
        <source>Grade</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>I am the owner and confirm this table</source>
        <translation>ข้าพเจ้าเป็นเจ้าของร้าน และยืนยันตารางนี้</translation>
    </message>
</context>
</TS>
