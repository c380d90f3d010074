<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>TodayScreen</name>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>Show my own only</source>
        <translation>เฉพาะของฉัน</translation>
    </message>
    <message>
        <source>Show everybody’s</source>
        <translation>ดูงานของทุกคน</translation>
    </message>
</context>
</TS>
