<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ApprovalsScreen</name>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="79"/>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="151"/>
        <source>Show how it stands now</source>
        <translation>แสดงสภาพปัจจุบัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="159"/>
        <source>What this request is about changed since it was opened.</source>
        <translation>ข้อมูลของคำขอนี้เปลี่ยนไปหลังจากที่คุณเปิดดู</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="164"/>
        <source>This is how it stands now: please look, then answer.</source>
        <translation>ที่เห็นนี้คือข้อมูลปัจจุบัน กรุณาตรวจดูแล้วจึงตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="173"/>
        <location filename="../../../ui/approvals/screen.py" line="328"/>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="290"/>
        <source>The selected requests changed meanwhile: please look, then answer.</source>
        <translation>คำขอที่เลือกไว้เปลี่ยนไปแล้ว กรุณาตรวจดูแล้วจึงตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="302"/>
        <source>{0} of {1} approved</source>
        <translation>อนุมัติแล้ว {0} จาก {1} คำขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="335"/>
        <source>{0} is a draft again</source>
        <translation>{0} กลับเป็นร่างแล้ว</translation>
    </message>
</context>
</TS>
