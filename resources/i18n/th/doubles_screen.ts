<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>DoublesScreen</name>
    <message>
        <location filename="../../../ui/doubles/screen.py" line="23"/>
        <source>Doubles</source>
        <translation>ลูกค้าซ้ำ</translation>
    </message>
</context>
</TS>
