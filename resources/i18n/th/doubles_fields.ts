<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>FieldTable</name>
    <message>
        <location filename="../../../ui/doubles/fields.py" line="39"/>
        <source>Fields of the records</source>
        <translation>ข้อมูลของแต่ละราย</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/fields.py" line="81"/>
        <source>{0}, stays</source>
        <translation>{0} คงไว้</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/fields.py" line="81"/>
        <source>{0}, goes</source>
        <translation>{0} ไม่เอา</translation>
    </message>
</context>
</TS>
