<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>merge_asked</name>
    <message>
        <location filename="../../../ui/doubles/asked.py" line="18"/>
        <source>What is asked</source>
        <translation>เรื่องที่ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/asked.py" line="19"/>
        <source>Stays</source>
        <translation>คงอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/asked.py" line="20"/>
        <source>Goes into it</source>
        <translation>รวมเข้าไป</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/asked.py" line="25"/>
        <source>Where they differ</source>
        <translation>ข้อมูลที่ต่างกัน</translation>
    </message>
</context>
</TS>
