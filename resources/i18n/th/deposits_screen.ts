<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>DepositsScreen</name>
    <message>
        <source>Deposits</source>
        <translation>เงินมัดจำ</translation>
    </message>
</context>
</TS>
