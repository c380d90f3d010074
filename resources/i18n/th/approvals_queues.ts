<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Queues</name>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="32"/>
        <source>Requests to answer</source>
        <translation>คำขอที่ต้องตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="35"/>
        <source>Nothing waits for your answer</source>
        <translation>ไม่มีคำขอรอคำตอบจากคุณ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="36"/>
        <source>A request appears here by itself as soon as somebody asks.</source>
        <translation>เมื่อมีผู้ส่งขออนุมัติ คำขอจะขึ้นที่นี่เองทันที</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="42"/>
        <source>My requests</source>
        <translation>คำขอของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="45"/>
        <source>You have no open requests</source>
        <translation>คุณไม่มีคำขอที่รอคำตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="46"/>
        <source>A paper beyond your own authority waits here for its answer.</source>
        <translation>เอกสารที่เกินอำนาจของคุณจะรอคำตอบอยู่ที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="91"/>
        <source>Waiting for me</source>
        <translation>รอฉันตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/queues.py" line="92"/>
        <source>Waiting for my team</source>
        <translation>รอสายงานของฉันตอบ</translation>
    </message>
</context>
</TS>
