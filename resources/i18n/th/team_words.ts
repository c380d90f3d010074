<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>team</name>
    <message>
        <source>no data</source>
        <translation>ไม่มีข้อมูล</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} นาที</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} ชม. {1} นาที</translation>
    </message>
</context>
</TS>
