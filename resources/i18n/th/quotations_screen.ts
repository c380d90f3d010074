<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationsScreen</name>
    <message>
        <location filename="../../../ui/quotations/screen.py" line="20"/>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
</context>
</TS>
