<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Tallies</name>
    <message>
        <location filename="../../../ui/authority/tallies.py" line="52"/>
        <source>By matter</source>
        <translation>ตามเรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/tallies.py" line="53"/>
        <source>By officer</source>
        <translation>ตามพนักงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/tallies.py" line="68"/>
        <source>Elsewhere</source>
        <translation>ผลต่างไป</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/tallies.py" line="83"/>
        <source>Stricter</source>
        <translation>เข้มขึ้น</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/tallies.py" line="84"/>
        <source>Milder</source>
        <translation>ผ่อนลง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/tallies.py" line="85"/>
        <source>Other</source>
        <translation>คนอื่น</translation>
    </message>
</context>
</TS>
