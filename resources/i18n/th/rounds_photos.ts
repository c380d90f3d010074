<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>VisitPhotos</name>
    <message>
        <source>Photos of the visit</source>
        <translation>รูปการเยี่ยม</translation>
    </message>
    <message>
        <source>Take {0} off the visit for good?</source>
        <translation>ลบ {0} ออกจากการเยี่ยมนี้ถาวรหรือไม่</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>ลบออก</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>เก็บไว้</translation>
    </message>
</context>
<context>
    <name>rounds</name>
    <message>
        <source>Choose photos</source>
        <translation>เลือกรูป</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png)</source>
        <translation>รูปภาพ (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>{0} photos added.</source>
        <translation>แนบรูปแล้ว {0} รูป</translation>
    </message>
</context>
</TS>
