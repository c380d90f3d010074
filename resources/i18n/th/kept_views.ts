<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views of this list</source>
        <translation>มุมมองของรายการนี้</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>แสดง</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>เปลี่ยนชื่อ</translation>
    </message>
    <message>
        <source>Open with it</source>
        <translation>เปิดรายการด้วยมุมมองนี้</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>เอาออก</translation>
    </message>
    <message>
        <source>Keep what is shown as</source>
        <translation>เก็บที่แสดงอยู่ไว้ในชื่อ</translation>
    </message>
    <message>
        <source>1–9 or Enter shows one, Delete takes it away.</source>
        <translation>กด 1–9 หรือ Enter เพื่อแสดง กด Delete เพื่อเอาออก</translation>
    </message>
    <message>
        <source>the list opens with it</source>
        <translation>ใช้เมื่อเปิดรายการ</translation>
    </message>
    <message>
        <source>Open without it</source>
        <translation>ไม่ต้องเปิดด้วยมุมมองนี้</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>เปลี่ยนชื่อ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>เก็บ</translation>
    </message>
    <message>
        <source>Kept as “{0}”: Alt+V brings it back.</source>
        <translation>เก็บเป็น “{0}” แล้ว กด Alt+V เพื่อเรียกกลับมา</translation>
    </message>
    <message>
        <source>“{0}” was taken away; Ctrl+Z brings it back.</source>
        <translation>เอา “{0}” ออกแล้ว กด Ctrl+Z เพื่อนำกลับมา</translation>
    </message>
</context>
</TS>
