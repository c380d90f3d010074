<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>help</name>
    <message>
        <source>Finding one’s way</source>
        <translation>เริ่มต้นใช้งาน</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>เมื่อเกิดปัญหา</translation>
    </message>
</context>
</TS>
