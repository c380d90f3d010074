<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>Middle</name>
        <message>
            <source>Close this tab</source>
            <translation>ปิดแท็บนี้</translation>
        </message>
    </context>
    <context>
        <name>TabBar</name>
        <message>
            <source>Open papers</source>
            <translation>เอกสารที่เปิดอยู่</translation>
        </message>
    </context>
</TS>
