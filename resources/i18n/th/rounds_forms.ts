<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>CyclesForm</name>
    <message>
        <source>What is due moves with them at once.</source>
        <translation>กำหนดครบรอบของลูกค้าจะเปลี่ยนตามทันที</translation>
    </message>
    <message>
        <source>Class A: days</source>
        <translation>ระดับ A: กี่วัน</translation>
    </message>
    <message>
        <source>Class B: days</source>
        <translation>ระดับ B: กี่วัน</translation>
    </message>
    <message>
        <source>Class C: days</source>
        <translation>ระดับ C: กี่วัน</translation>
    </message>
    <message>
        <source>Most visits a day</source>
        <translation>เยี่ยมได้ไม่เกินวันละ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Cycles and visits a day</source>
        <translation>รอบเยี่ยมและจำนวนต่อวัน</translation>
    </message>
</context>
<context>
    <name>RhythmForm</name>
    <message>
        <source>{0} customers</source>
        <translation>ลูกค้า {0} ราย</translation>
    </message>
    <message>
        <source>Class {0}</source>
        <translation>ระดับ {0}</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>ไม่กำหนด</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Class of the selected</source>
        <translation>ระดับของรายที่เลือก</translation>
    </message>
</context>
</TS>
