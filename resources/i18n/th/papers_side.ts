<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SidePanel</name>
    <message>
        <location filename="../../../ui/papers/side.py" line="39"/>
        <source>Family and history</source>
        <translation>เอกสารที่เกี่ยวข้องและประวัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/side.py" line="54"/>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/side.py" line="69"/>
        <source>Papers of this family</source>
        <translation>เอกสารที่เกี่ยวข้อง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/side.py" line="69"/>
        <source>Revisions</source>
        <translation>ฉบับ</translation>
    </message>
</context>
</TS>
