<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>Editor</name>
        <message>
            <source>Take away</source>
            <translation>เอาออก</translation>
        </message>
    </context>
</TS>
