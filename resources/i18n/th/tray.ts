<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Tray</name>
    <message>
        <location filename="../../../ui/tray.py" line="57"/>
        <location filename="../../../ui/tray.py" line="67"/>
        <source>Customer-relations desk</source>
        <translation>งานลูกค้าสัมพันธ์</translation>
    </message>
    <message>
        <location filename="../../../ui/tray.py" line="69"/>
        <source>{0}: {1} new</source>
        <translation>{0}: ใหม่ {1} เรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/tray.py" line="74"/>
        <source>Something new is there for you</source>
        <translation>มีเรื่องใหม่ถึงคุณ</translation>
    </message>
    <message>
        <location filename="../../../ui/tray.py" line="77"/>
        <source>{0}  (and {1} more)</source>
        <translation>{0}  (และอีก {1} เรื่อง)</translation>
    </message>
</context>
</TS>
