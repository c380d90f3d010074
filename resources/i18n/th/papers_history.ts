<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>LineHistory</name>
        <message>
            <source>There is nothing more to take back in these lines.</source>
            <translation>ไม่มีอะไรให้ย้อนกลับในรายการนี้อีกแล้ว</translation>
        </message>
        <message>
            <source>There is nothing to do again in these lines.</source>
            <translation>ไม่มีอะไรให้ทำซ้ำในรายการนี้</translation>
        </message>
    </context>
</TS>
