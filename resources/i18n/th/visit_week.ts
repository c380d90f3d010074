<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>WeekTiles</name>
        <message>
            <source>Overdue</source>
            <translation>เลยกำหนด</translation>
        </message>
    </context>
</TS>
