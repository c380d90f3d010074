<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="rn_BI">
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>Customer-relations desk</source>
        <translation>งานลูกค้าสัมพันธ์</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ยินดีต้อนรับ</translation>
    </message>
    <message>
        <source>Try with demo data</source>
        <translation>ลองด้วยข้อมูลตัวอย่าง</translation>
    </message>
    <message>
        <source>Join the shop’s server</source>
        <translation>ใช้ข้อมูลร่วมของร้าน</translation>
    </message>
    <message>
        <source>Begin (Ctrl+Enter)</source>
        <translation>เริ่มใช้งาน (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Next (Ctrl+Enter)</source>
        <translation>ถัดไป (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>A demo shop with a year of papers is being made; about half a minute.</source>
        <translation>กำลังสร้างร้านตัวอย่างพร้อมเอกสารหนึ่งปี ใช้เวลาราวครึ่งนาที</translation>
    </message>
</context>
</TS>
