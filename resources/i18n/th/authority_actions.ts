<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/authority_actions.py" line="9"/>
        <source>Approve</source>
        <translation>อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="16"/>
        <source>Return</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="22"/>
        <source>Reject</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="26"/>
        <source>Answer the consultation</source>
        <translation>ตอบคำปรึกษา</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="33"/>
        <source>Send the answer</source>
        <translation>ส่งคำตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="40"/>
        <source>Within limits</source>
        <translation>กำหนดเงื่อนไข</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="45"/>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="48"/>
        <source>Superior answers here</source>
        <translation>ผู้บังคับบัญชาตอบที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="55"/>
        <source>Customer is waiting now</source>
        <translation>ลูกค้ารออยู่ตอนนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="62"/>
        <source>Confirm this version</source>
        <translation>ยืนยันรุ่นนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="69"/>
        <source>Drop this draft</source>
        <translation>ทิ้งร่างนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="74"/>
        <source>Next grade</source>
        <translation>ระดับถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="76"/>
        <source>Versions</source>
        <translation>รุ่นทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="78"/>
        <source>Read out</source>
        <translation>อ่านเป็นประโยค</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="81"/>
        <source>Edit this row</source>
        <translation>แก้ไขแถวนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="89"/>
        <source>Save as draft</source>
        <translation>บันทึกเป็นร่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="90"/>
        <source>Row above</source>
        <translation>แถวบน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="91"/>
        <source>Row below</source>
        <translation>แถวล่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="92"/>
        <source>Add a band</source>
        <translation>เพิ่มช่วง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="95"/>
        <source>Take the band or exception away</source>
        <translation>ลบช่วงหรือข้อยกเว้น</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="101"/>
        <source>Add a condition</source>
        <translation>เพิ่มเงื่อนไข</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="107"/>
        <source>Take the condition away</source>
        <translation>ลบเงื่อนไขนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="111"/>
        <source>Does not count when…</source>
        <translation>ไม่นับเมื่อ…</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="112"/>
        <source>A branch’s own row</source>
        <translation>แถวเฉพาะสาขา</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="122"/>
        <source>Authority table</source>
        <translation>ตารางอำนาจ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="123"/>
        <source>What if</source>
        <translation>ถ้าเป็นแบบนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="124"/>
        <source>Compare versions</source>
        <translation>เทียบรุ่น</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="127"/>
        <source>Replay</source>
        <translation>ทดลองย้อนหลัง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="133"/>
        <source>Signatures</source>
        <translation>ลงชื่อรับทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="137"/>
        <source>Only what differs</source>
        <translation>เฉพาะที่ต่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="143"/>
        <source>Replay now</source>
        <translation>ทดลองย้อนหลัง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="150"/>
        <source>I have read it</source>
        <translation>รับทราบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="155"/>
        <source>Printed table</source>
        <translation>พิมพ์ตาราง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="158"/>
        <source>Approval history</source>
        <translation>ประวัติการอนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority_actions.py" line="121"/>
        <source>Times</source>
        <translation>กำหนดเวลา</translation>
    </message>
</context>
</TS>
