<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Waiting</name>
    <message>
        <source>The database does not answer. Go on working: this is saved by itself as soon as it is back.</source>
        <translation>ติดต่อฐานข้อมูลไม่ได้ ทำงานต่อได้ รายการนี้จะบันทึกเองเมื่อติดต่อได้อีกครั้ง</translation>
    </message>
    <message>
        <source>Do not save by itself</source>
        <translation>ไม่ต้องบันทึกเอง</translation>
    </message>
    <message>
        <source>The database is back, and what you wanted is saved.</source>
        <translation>ติดต่อฐานข้อมูลได้แล้ว และบันทึกรายการที่สั่งไว้เรียบร้อย</translation>
    </message>
</context>
</TS>
