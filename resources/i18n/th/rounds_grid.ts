<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>DayGrid</name>
    <message>
        <source>nothing planned</source>
        <translation>ไม่มีนัด</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>อีก {0} นัด</translation>
    </message>
</context>
</TS>
