<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>TableFrame</name>
    <message>
        <source>Authority</source>
        <translation>อำนาจดำเนินการ</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>ระดับ</translation>
    </message>
</context>
</TS>
