<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>RoundsScreen</name>
    <message>
        <source>Visits</source>
        <translation>เยี่ยมลูกค้า</translation>
    </message>
</context>
</TS>
