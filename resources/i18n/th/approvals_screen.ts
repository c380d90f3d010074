<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ApprovalsScreen</name>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="86"/>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="158"/>
        <source>Show how it stands now</source>
        <translation>แสดงข้อมูลปัจจุบัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="166"/>
        <source>What this request is about changed since it was opened.</source>
        <translation>ข้อมูลของคำขอนี้เปลี่ยนไปหลังจากที่คุณเปิดดู</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="171"/>
        <source>This is how it stands now: please look, then answer.</source>
        <translation>ที่เห็นนี้คือข้อมูลปัจจุบัน กรุณาตรวจดูแล้วจึงตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="180"/>
        <location filename="../../../ui/approvals/screen.py" line="364"/>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="300"/>
        <source>{0}, within limits</source>
        <translation>{0}แบบมีเงื่อนไข</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="319"/>
        <source>The selected requests changed meanwhile: please look, then answer.</source>
        <translation>คำขอที่เลือกไว้เปลี่ยนไปแล้ว กรุณาตรวจดูแล้วจึงตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="332"/>
        <source>{0} of {1}: {2}</source>
        <translation>{2} {0} จาก {1} รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="371"/>
        <source>{0} is a draft again</source>
        <translation>{0} กลับเป็นร่างแล้ว</translation>
    </message>
</context>
</TS>
