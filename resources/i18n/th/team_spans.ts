<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>SpanBox</name>
    <message>
        <source>Which days</source>
        <translation>ช่วงเวลา</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>เดือนนี้</translation>
    </message>
    <message>
        <source>Last {0} days</source>
        <translation>{0} วันล่าสุด</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>ระบุวันเอง</translation>
    </message>
</context>
</TS>
