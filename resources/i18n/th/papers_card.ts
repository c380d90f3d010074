<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperCard</name>
    <message>
        <location filename="../../../ui/papers/card.py" line="111"/>
        <source>Waiting for {0}</source>
        <translation>รอ {0}</translation>
    </message>
</context>
</TS>
