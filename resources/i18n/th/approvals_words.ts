<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>approvals</name>
    <message>
        <location filename="../../../ui/approvals/words.py" line="15"/>
        <source>Advice</source>
        <translation>ขอคำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="16"/>
        <source>Approval</source>
        <translation>ขออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="19"/>
        <source>Approve</source>
        <translation>อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="20"/>
        <source>Return</source>
        <translation>ส่งกลับ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="21"/>
        <source>Reject</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="22"/>
        <source>Advise for</source>
        <translation>เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="23"/>
        <source>Advise against</source>
        <translation>ไม่เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="24"/>
        <source>Confirm the advice</source>
        <translation>ยืนยันคำปรึกษา</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="25"/>
        <source>Not my advice</source>
        <translation>ไม่ได้ให้คำปรึกษา</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="69"/>
        <source>Customer is waiting</source>
        <translation>ลูกค้ารออยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="75"/>
        <source>For {0}</source>
        <translation>แทน {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="78"/>
        <source>Confirm advice by phone</source>
        <translation>ยืนยันคำปรึกษาทางโทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="90"/>
        <source>{0} days</source>
        <translation>{0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="92"/>
        <source>{0} h {1} min</source>
        <translation>{0} ชม. {1} นาที</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="94"/>
        <source>just now</source>
        <translation>เมื่อครู่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="95"/>
        <source>{0} min</source>
        <translation>{0} นาที</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="103"/>
        <source>{0} ago</source>
        <translation>เมื่อ {0}ที่แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/words.py" line="71"/>
        <source>Overdue</source>
        <translation>เกินเวลา</translation>
    </message>
</context>
</TS>
