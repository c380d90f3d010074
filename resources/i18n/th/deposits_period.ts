<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>Period</name>
        <message>
            <source>From</source>
            <translation>ตั้งแต่</translation>
        </message>
        <message>
            <source>To</source>
            <translation>ถึง</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>เดือนนี้</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>เดือนก่อน</translation>
        </message>
    </context>
</TS>
