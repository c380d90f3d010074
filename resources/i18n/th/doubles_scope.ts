<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>CustomerScope</name>
    <message>
        <location filename="../../../ui/doubles/scope.py" line="22"/>
        <source>Whose customers</source>
        <translation>ลูกค้าของใคร</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/scope.py" line="23"/>
        <source>Zone</source>
        <translation>เขต</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/scope.py" line="24"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/scope.py" line="25"/>
        <source>Mine</source>
        <translation>ของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/scope.py" line="26"/>
        <source>All zones</source>
        <translation>ทุกเขต</translation>
    </message>
</context>
</TS>
