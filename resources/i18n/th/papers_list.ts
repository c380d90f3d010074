<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PapersScreen</name>
    <message>
        <location filename="../../../ui/papers/list.py" line="222"/>
        <source>Mine only</source>
        <translation>ของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/list.py" line="222"/>
        <source>Whole branch</source>
        <translation>ทั้งสาขา</translation>
    </message>
</context>
</TS>
