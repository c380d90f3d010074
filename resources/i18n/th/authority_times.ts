<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>CalendarForm</name>
    <message>
        <source>When the desk is open</source>
        <translation>เวลาทำการของแผนก</translation>
    </message>
    <message>
        <source>Limits count these hours only. The public holidays of each year are put in by the program once; change them as the shop keeps them.</source>
        <translation>กำหนดเวลานับเฉพาะชั่วโมงเหล่านี้ โปรแกรมใส่วันหยุดราชการของแต่ละปีให้ครั้งเดียว แก้ให้ตรงกับร้านได้</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Days off from today on: a date and its name per line</source>
        <translation>วันหยุดตั้งแต่วันนี้: บรรทัดละหนึ่งวัน ใส่วันที่แล้วตามด้วยชื่อ</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>เวลาทำการ</translation>
    </message>
</context>
<context>
    <name>LimitsForm</name>
    <message>
        <source>How long a request may wait</source>
        <translation>คำขอรอได้นานเท่าใด</translation>
    </message>
    <message>
        <source>What is not answered in time goes up one level, with an alert. Nothing is ever approved by time.</source>
        <translation>คำขอที่ไม่ได้คำตอบทันเวลาจะส่งต่อขึ้นไปหนึ่งระดับพร้อมแจ้งเตือน ไม่มีการอนุมัติเองเพราะหมดเวลา</translation>
    </message>
    <message>
        <source>As a rule (working hours)</source>
        <translation>เกณฑ์ทั่วไป (ชั่วโมงทำการ)</translation>
    </message>
    <message>
        <source>While the customer waits (minutes)</source>
        <translation>เมื่อลูกค้ารออยู่ (นาที)</translation>
    </message>
    <message>
        <source>Matters with a limit of their own (working hours)</source>
        <translation>เรื่องที่กำหนดเวลาเฉพาะ (ชั่วโมงทำการ)</translation>
    </message>
    <message>
        <source>as a rule</source>
        <translation>ตามเกณฑ์ทั่วไป</translation>
    </message>
    <message>
        <source>Limits in time</source>
        <translation>กำหนดเวลาคำขอ</translation>
    </message>
</context>
<context>
    <name>TimesForm</name>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>บันทึก (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>Times</source>
        <translation>กำหนดเวลา</translation>
    </message>
    <message>
        <source>How long a request may wait</source>
        <translation>คำขอรอได้นานเท่าใด</translation>
    </message>
    <message>
        <source>{0} working hours</source>
        <translation>{0} ชั่วโมงทำการ</translation>
    </message>
    <message>
        <source>As a rule</source>
        <translation>เกณฑ์ทั่วไป</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} นาที</translation>
    </message>
    <message>
        <source>While the customer waits</source>
        <translation>เมื่อลูกค้ารออยู่</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>เวลาทำการ</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>วันหยุด</translation>
    </message>
</context>
</TS>
