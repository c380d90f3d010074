<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>AnswerView</name>
    <message>
        <location filename="../../../ui/authority/answer.py" line="34"/>
        <source>Answer</source>
        <translation>คำตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="40"/>
        <source>Something that was typed cannot be read; the answer waits for it.</source>
        <translation>มีช่องที่อ่านไม่ได้ กรุณาแก้ก่อน คำตอบจึงจะแสดง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="50"/>
        <source>Who answers</source>
        <translation>ใครพิจารณา</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="51"/>
        <source>Why</source>
        <translation>เพราะอะไร</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="52"/>
        <source>Bands that decided</source>
        <translation>เงื่อนไขที่ตัดสิน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="53"/>
        <source>Passed by</source>
        <translation>ผู้ที่ข้ามไป และเพราะอะไร</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="55"/>
        <source>What would make it their own</source>
        <translation>ปรับอย่างไรจึงอนุมัติได้เอง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="94"/>
        <source>credit-finance first</source>
        <translation>สินเชื่อ-การเงินก่อน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="100"/>
        <source>somebody of the grade {0}</source>
        <translation>{0} (ใครก็ได้ในระดับนี้)</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="104"/>
        <source>{0}, for whom {1} answers today</source>
        <translation>{0} โดยวันนี้ {1} ปฏิบัติหน้าที่แทน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/answer.py" line="119"/>
        <source>Version {0}</source>
        <translation>รุ่นที่ {0}</translation>
    </message>
</context>
</TS>
