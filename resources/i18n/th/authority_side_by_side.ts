<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>matrix_words</name>
    <message>
        <location filename="../../../ui/authority/side_by_side.py" line="125"/>
        <source>Matter</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/side_by_side.py" line="134"/>
        <source>none</source>
        <translation>ไม่มี</translation>
    </message>
</context>
</TS>
