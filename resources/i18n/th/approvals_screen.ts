<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ApprovalsScreen</name>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="78"/>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="159"/>
        <location filename="../../../ui/approvals/screen.py" line="299"/>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="273"/>
        <source>{0} of {1} approved</source>
        <translation>อนุมัติแล้ว {0} จาก {1} คำขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/screen.py" line="306"/>
        <source>{0} is a draft again</source>
        <translation>{0} กลับเป็นร่างแล้ว</translation>
    </message>
</context>
</TS>
