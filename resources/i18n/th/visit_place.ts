<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>VisitPlace</name>
    <message>
        <source>The customer expects us.</source>
        <translation>ลูกค้ายืนยันนัดแล้ว</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
</TS>
