<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Panel</name>
    <message>
        <location filename="../../../ui/papers/panels.py" line="68"/>
        <source>Back (Esc)</source>
        <translation>กลับ (Esc)</translation>
    </message>
</context>
</TS>
