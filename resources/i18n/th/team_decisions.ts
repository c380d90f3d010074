<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>DecisionsPage</name>
    <message>
        <source>By matter</source>
        <translation>แยกตามเรื่อง</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>การตัดสินใจ</translation>
    </message>
    <message>
        <source>Nothing in these days</source>
        <translation>ไม่มีข้อมูลในช่วงนี้</translation>
    </message>
    <message>
        <source>Choose other days or people above.</source>
        <translation>เลือกช่วงเวลาหรือคนอื่นด้านบน</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>บันทึกตัวเลข</translation>
    </message>
</context>
</TS>
