<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>LogoField</name>
    <message>
        <source>Choose… (Ctrl+B)</source>
        <translation>เลือกไฟล์… (Ctrl+B)</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>เอาโลโก้ออก</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG, or drop it here</source>
        <translation>PNG, JPEG หรือ SVG หรือลากไฟล์มาวางที่นี่</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>เปิดไฟล์ {0} ไม่ได้</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>ไม่มีโลโก้</translation>
    </message>
</context>
</TS>
