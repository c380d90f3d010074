<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>usual</name>
    <message>
        <location filename="../../../ui/papers/usual.py" line="18"/>
        <source>Usual words (Down)</source>
        <translation>ข้อความที่ใช้บ่อย (ลูกศรลง)</translation>
    </message>
</context>
</TS>
