<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>TeamScreen</name>
    <message>
        <source>Team</source>
        <translation>ทีม</translation>
    </message>
</context>
</TS>
