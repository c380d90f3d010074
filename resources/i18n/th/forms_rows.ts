<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Rows</name>
    <message>
        <location filename="../../../ui/forms/rows.py" line="164"/>
        <source>day/month/year</source>
        <translation>วัน/เดือน/ปี</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/rows.py" line="203"/>
        <source>Type to find</source>
        <translation>พิมพ์เพื่อค้นหา</translation>
    </message>
</context>
</TS>
