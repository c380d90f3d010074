<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>NoticeForm</name>
    <message>
        <location filename="../../../ui/notice_form.py" line="30"/>
        <source>My notices</source>
        <translation>การแจ้งเตือนของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="35"/>
        <source>The shop does not send mail yet; the administrator can switch it on.</source>
        <translation>ร้านยังไม่ได้เปิดส่งอีเมล ผู้ดูแลระบบเปิดให้ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="38"/>
        <source>My e-mail address</source>
        <translation>อีเมลของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="44"/>
        <source>Send me mail</source>
        <translation>ส่งอีเมลถึงฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="46"/>
        <source>When somebody asks me, or answers me. It says who, what and which paper, never how much.</source>
        <translation>เมื่อมีคนขออนุมัติหรือตอบคำขอของฉัน บอกเพียงใคร เรื่องใด เอกสารใด ไม่บอกจำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="52"/>
        <source>Show notices on this PC</source>
        <translation>แสดงการแจ้งเตือนบนเครื่องนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="54"/>
        <source>While the window is not in front. Over a locked window they name nobody.</source>
        <translation>ขณะที่หน้าต่างโปรแกรมไม่ได้อยู่ด้านหน้า ถ้าล็อกหน้าจออยู่จะไม่บอกชื่อใคร</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="61"/>
        <source>Leave me alone</source>
        <translation>ช่วงเวลาไม่รบกวน</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="63"/>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="64"/>
        <source>Until</source>
        <translation>ถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="69"/>
        <source>All day on</source>
        <translation>ทั้งวันในวัน</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="71"/>
        <source>Monday</source>
        <translation>จันทร์</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="72"/>
        <source>Tuesday</source>
        <translation>อังคาร</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="73"/>
        <source>Wednesday</source>
        <translation>พุธ</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="74"/>
        <source>Thursday</source>
        <translation>พฤหัสบดี</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="75"/>
        <source>Friday</source>
        <translation>ศุกร์</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="76"/>
        <source>Saturday</source>
        <translation>เสาร์</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="77"/>
        <source>Sunday</source>
        <translation>อาทิตย์</translation>
    </message>
    <message>
        <location filename="../../../ui/notice_form.py" line="84"/>
        <source>What comes meanwhile is told afterwards, unless it was settled by then. A customer who is waiting is told of at any hour.</source>
        <translation>เรื่องที่เข้ามาระหว่างนั้นจะแจ้งภายหลัง เว้นแต่เสร็จสิ้นไปแล้ว ถ้าลูกค้ารออยู่จะแจ้งทันทีไม่ว่าเวลาใด</translation>
    </message>
</context>
</TS>
