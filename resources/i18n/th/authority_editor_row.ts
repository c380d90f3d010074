<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>RowEditor</name>
    <message>
        <source>This row is taken away in the draft.</source>
        <translation>ร่างนี้ลบแถวนี้ออก</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>นำกลับมา</translation>
    </message>
    <message>
        <source>Advice by telephone will do</source>
        <translation>ปรึกษาทางโทรศัพท์ได้</translation>
    </message>
    <message>
        <source>May go on against advice, with a written reason</source>
        <translation>แม้ไม่เห็นควรก็ดำเนินการต่อได้ โดยเขียนเหตุผล</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>เพิ่มเงื่อนไข</translation>
    </message>
    <message>
        <source>A branch’s own row</source>
        <translation>แถวเฉพาะสาขา</translation>
    </message>
    <message>
        <source>Take the branch’s row away</source>
        <translation>ลบแถวเฉพาะสาขานี้</translation>
    </message>
</context>
</TS>
