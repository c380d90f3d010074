<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>actions</name>
    <message>
        <source>Visits as a list</source>
        <translation>นัดเยี่ยมเป็นรายการ</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>สัปดาห์</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>เดือน</translation>
    </message>
    <message>
        <source>Who is due</source>
        <translation>ถึงรอบเยี่ยม</translation>
    </message>
    <message>
        <source>Route of the day</source>
        <translation>เส้นทางของวัน</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>ครอบคลุม</translation>
    </message>
    <message>
        <source>Plan visits to the selected</source>
        <translation>จัดนัดให้รายที่เลือก</translation>
    </message>
    <message>
        <source>Class of the selected</source>
        <translation>ระดับของรายที่เลือก</translation>
    </message>
    <message>
        <source>Cycles and visits a day</source>
        <translation>รอบเยี่ยมและจำนวนต่อวัน</translation>
    </message>
    <message>
        <source>Stop earlier</source>
        <translation>เลื่อนลำดับขึ้น</translation>
    </message>
    <message>
        <source>Stop later</source>
        <translation>เลื่อนลำดับลง</translation>
    </message>
    <message>
        <source>This visit for another calendar</source>
        <translation>ส่งนัดนี้ไปปฏิทินอื่น</translation>
    </message>
    <message>
        <source>These days for another calendar</source>
        <translation>ส่งนัดช่วงนี้ไปปฏิทินอื่น</translation>
    </message>
    <message>
        <source>Add photos to the visit</source>
        <translation>เพิ่มรูปการเยี่ยม</translation>
    </message>
    <message>
        <source>Look at the photos</source>
        <translation>ดูรูปการเยี่ยม</translation>
    </message>
    <message>
        <source>Coverage of visits</source>
        <translation>ความครอบคลุมการเยี่ยม</translation>
    </message>
</context>
</TS>
