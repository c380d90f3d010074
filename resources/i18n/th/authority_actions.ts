<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/actions.py" line="289"/>
        <source>Approve</source>
        <translation>อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="296"/>
        <source>Return</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="302"/>
        <source>Reject</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="306"/>
        <source>Answer the consultation</source>
        <translation>ตอบคำปรึกษา</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="313"/>
        <source>Send the answer</source>
        <translation>ส่งคำตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="318"/>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="321"/>
        <source>Confirm this version</source>
        <translation>ยืนยันรุ่นนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="328"/>
        <source>Drop this draft</source>
        <translation>ทิ้งร่างนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="333"/>
        <source>Next grade</source>
        <translation>ระดับถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="335"/>
        <source>Versions</source>
        <translation>รุ่นทั้งหมด</translation>
    </message>
    <message>
        <source>Authority table</source>
        <translation>ตารางอำนาจ</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>เวลา</translation>
    </message>
</context>
</TS>
