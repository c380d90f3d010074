<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>CardView</name>
    <message>
        <location filename="../../../ui/approvals/card.py" line="48"/>
        <source>What there is to know about the request</source>
        <translation>ข้อมูลประกอบคำขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="96"/>
        <source>Grand total {0} baht</source>
        <translation>ยอดรวม {0} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="96"/>
        <source>{0} baht</source>
        <translation>{0} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="102"/>
        <source>{0} · {1} · asked {2}</source>
        <translation>{0} · {1} · ขอ{2}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="127"/>
        <source>Unanswered, it goes up to {0} by itself at {1}</source>
        <translation>หากยังไม่มีคำตอบภายใน {1} จะส่งต่อถึง {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="130"/>
        <source>Why it comes here</source>
        <translation>เหตุที่ต้องขออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="146"/>
        <source>What the officer says</source>
        <translation>เหตุผลของผู้ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="150"/>
        <source>Competitor: {0}</source>
        <translation>คู่แข่งเสนอ: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="154"/>
        <source>{0}, {1} below this paper</source>
        <translation>{0} ต่ำกว่าเอกสารนี้ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="156"/>
        <source>{0}, {1} above this paper</source>
        <translation>{0} สูงกว่าเอกสารนี้ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="157"/>
        <source>Competitor’s price</source>
        <translation>ราคาคู่แข่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="164"/>
        <source>With what was asked shortly before</source>
        <translation>รวมกับที่ขอไว้ก่อนหน้าไม่นาน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="167"/>
        <source>Discount from list</source>
        <translation>ส่วนลดจากราคาตั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="169"/>
        <location filename="../../../ui/approvals/card.py" line="171"/>
        <source>Margin before VAT</source>
        <translation>กำไรขั้นต้นก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="171"/>
        <source>unknown: a cost is missing</source>
        <translation>ไม่ทราบ: มีสินค้าที่ไม่มีราคาทุน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="173"/>
        <source>Goods without a list price</source>
        <translation>สินค้าที่ไม่มีราคาตั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="175"/>
        <source>Together with other papers</source>
        <translation>รวมกับเอกสารอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="177"/>
        <source>Deposit asked</source>
        <translation>มัดจำที่เรียกเก็บ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="179"/>
        <source>Holds for</source>
        <translation>ยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="179"/>
        <source>{0} days</source>
        <translation>{0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="181"/>
        <source>Payment</source>
        <translation>การชำระเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="182"/>
        <source>Money</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="201"/>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="210"/>
        <source>Limit</source>
        <translation>วงเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="211"/>
        <source>Outstanding</source>
        <translation>ยอดค้างชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="212"/>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="216"/>
        <source>As of {0}, {1}</source>
        <translation>ข้อมูล ณ {0} จาก{1}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="218"/>
        <source>{0}: {1} days old</source>
        <translation>{0} (เก่า {1} วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="224"/>
        <source>Last prices to this customer</source>
        <translation>ราคาครั้งก่อนของลูกค้ารายนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="229"/>
        <source>{0} (now {1})</source>
        <translation>{0} (ครั้งนี้ {1})</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="238"/>
        <source>Different from the last issued revision</source>
        <translation>ต่างจากฉบับที่ออกล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="240"/>
        <source>Goods and total are the same.</source>
        <translation>สินค้าและยอดรวมเหมือนเดิม</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="243"/>
        <source>not there</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="243"/>
        <source>taken out</source>
        <translation>ตัดออก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="250"/>
        <source>Other open papers</source>
        <translation>เอกสารอื่นที่ยังเปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="262"/>
        <source>Answers so far</source>
        <translation>คำตอบที่ผ่านมา</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="270"/>
        <source>{0} (for {1})</source>
        <translation>{0} (แทน {1})</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="275"/>
        <source>Answered at the PC of {0}</source>
        <translation>ตอบที่เครื่องของ {0}</translation>
    </message>
</context>
</TS>
