<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>actions</name>
    <message>
        <source>Officers of the team</source>
        <translation>พนักงานในทีม</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>การลาและมอบหมายแทน</translation>
    </message>
    <message>
        <source>New absence</source>
        <translation>เพิ่มการมอบหมาย</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>ยุติทันที</translation>
    </message>
    <message>
        <source>Away: deputy, or hand work over</source>
        <translation>ไม่อยู่: มอบหมายแทนหรือฝากงาน</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>การตัดสินใจที่ผ่านมา</translation>
    </message>
    <message>
        <source>Hand over work</source>
        <translation>โอนงาน</translation>
    </message>
    <message>
        <source>Put the selected lines to this person</source>
        <translation>โอนรายการที่เลือกให้คนนี้</translation>
    </message>
</context>
</TS>
