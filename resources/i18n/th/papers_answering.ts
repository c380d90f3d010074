<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>AnswerHere</name>
    <message>
        <location filename="../../../ui/papers/answering.py" line="33"/>
        <source>Superior answers here</source>
        <translation>ผู้บังคับบัญชาตอบที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/answering.py" line="33"/>
        <location filename="../../../ui/papers/answering.py" line="65"/>
        <source>Answer</source>
        <translation>ตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/answering.py" line="38"/>
        <source>Within limits</source>
        <translation>กำหนดเงื่อนไข</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/answering.py" line="57"/>
        <source>User name of the superior</source>
        <translation>ชื่อผู้ใช้ของผู้บังคับบัญชา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/answering.py" line="58"/>
        <source>Password</source>
        <translation>รหัสผ่าน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/answering.py" line="67"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/answering.py" line="106"/>
        <source>Checking…</source>
        <translation>กำลังตรวจสอบ…</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/answering.py" line="142"/>
        <source>{0}, within limits</source>
        <translation>{0}แบบมีเงื่อนไข</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <location filename="../../../ui/papers/answering.py" line="148"/>
        <source>Your superior hears that the customer is waiting</source>
        <translation>แจ้งผู้บังคับบัญชาแล้วว่าลูกค้ารออยู่</translation>
    </message>
</context>
</TS>
