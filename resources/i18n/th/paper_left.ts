<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>LeftPanel</name>
    <message>
        <location filename="../../../ui/paper_left.py" line="26"/>
        <source>What left, when and through whom</source>
        <translation>เอกสารที่ออกไป เมื่อไร โดยใคร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_left.py" line="34"/>
        <source>Nothing has left the house yet.</source>
        <translation>ยังไม่เคยออกจากร้าน</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_left.py" line="62"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_left.py" line="62"/>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_left.py" line="74"/>
        <source>Left the house {0}×, last: {1}</source>
        <translation>ออกจากร้านแล้ว {0} ครั้ง ล่าสุด: {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_left.py" line="75"/>
        <source>Left the house {0}×, the next is marked as copy {1}. Last: {2}</source>
        <translation>ออกจากร้านแล้ว {0} ครั้ง · ครั้งต่อไปจะประทับว่าสำเนาครั้งที่ {1} · ล่าสุด: {2}</translation>
    </message>
</context>
</TS>
