<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>TodayScreen</name>
    <message>
        <location filename="../../../ui/today.py" line="127"/>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/today.py" line="162"/>
        <source>Show my own only</source>
        <translation>เฉพาะของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/today.py" line="162"/>
        <source>Show everybody’s</source>
        <translation>ดูงานของทุกคน</translation>
    </message>
</context>
</TS>
