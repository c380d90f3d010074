<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Behind</name>
    <message>
        <source>Records behind the figure</source>
        <translation>รายการที่ประกอบเป็นตัวเลขนี้</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>ไม่มีรายการ</translation>
    </message>
    <message>
        <source>Ctrl+G goes to another figure, Esc back.</source>
        <translation>Ctrl+G ไปตัวเลขถัดไป Esc กลับ</translation>
    </message>
</context>
</TS>
