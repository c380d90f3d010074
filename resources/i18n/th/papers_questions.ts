<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Questions</name>
    <message>
        <location filename="../../../ui/papers/questions.py" line="92"/>
        <source>Show how it stands now</source>
        <translation>แสดงสภาพปัจจุบัน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/questions.py" line="117"/>
        <source>This is how it stands now: please look, and go on again.</source>
        <translation>ที่เห็นนี้คือข้อมูลปัจจุบัน กรุณาตรวจดูแล้วกดทำต่ออีกครั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/questions.py" line="129"/>
        <source>This paper changed since the question was asked.</source>
        <translation>เอกสารนี้เปลี่ยนไปหลังจากที่เปิดช่องถามนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/questions.py" line="130"/>
        <source>{0} changed this paper since the question was asked.</source>
        <translation>{0} แก้ไขเอกสารนี้หลังจากที่เปิดช่องถามนี้</translation>
    </message>
</context>
</TS>
