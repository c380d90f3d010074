<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>ตั้งค่า</translation>
    </message>
</context>
</TS>
