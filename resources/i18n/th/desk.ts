<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Desk</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>ไม่มีรายการให้ย้อนกลับ</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>ย้อนกลับแล้ว</translation>
    </message>
</context>
</TS>
