<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="rn_BI">
<context>
    <name>ServerPage</name>
    <message>
        <source>The shop’s server</source>
        <translation>เซิร์ฟเวอร์ของร้าน</translation>
    </message>
    <message>
        <source>Where several PCs share one desk, this PC needs the address of its database. Whoever set up the first PC knows it; it is kept in the settings of this PC.</source>
        <translation>เมื่อหลายเครื่องใช้ข้อมูลร่วมกัน เครื่องนี้ต้องรู้ที่อยู่ของฐานข้อมูล ถามได้จากผู้ที่ตั้งค่าเครื่องแรก ที่อยู่จะถูกเก็บไว้ในการตั้งค่าของเครื่องนี้</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>ที่อยู่ฐานข้อมูล</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>เชื่อมต่อ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
    </message>
</context>
</TS>
