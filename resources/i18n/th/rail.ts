<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>PlaceButton</name>
        <message>
            <source>{0}, {1} waiting</source>
            <translation>{0} รออยู่ {1} รายการ</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Places</source>
            <translation>หน้างาน</translation>
        </message>
    </context>
</TS>
