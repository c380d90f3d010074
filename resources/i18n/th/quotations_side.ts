<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SidePanel</name>
    <message>
        <location filename="../../../ui/quotations/side.py" line="36"/>
        <source>Revisions and history</source>
        <translation>ฉบับแก้ไขและประวัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/side.py" line="46"/>
        <source>Revisions</source>
        <translation>ฉบับ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/side.py" line="50"/>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
</context>
</TS>
