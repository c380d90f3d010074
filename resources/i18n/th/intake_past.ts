<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>PastImports</name>
    <message>
        <source>When</source>
        <translation>เมื่อ</translation>
    </message>
    <message>
        <source>List</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>โดย</translation>
    </message>
    <message>
        <source>New</source>
        <translation>ใหม่</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>เปลี่ยน</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>เหมือนเดิม</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>การนำเข้าที่ผ่านมา</translation>
    </message>
    <message>
        <source>No list was taken in yet</source>
        <translation>ยังไม่เคยนำเข้ารายการใด</translation>
    </message>
    <message>
        <source>Ctrl+O chooses the file.</source>
        <translation>กด Ctrl+O เพื่อเลือกไฟล์</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>เลิกแล้ว</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>เลิกได้</translation>
    </message>
</context>
</TS>
