<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>CardView</name>
    <message>
        <location filename="../../../ui/approvals/card.py" line="33"/>
        <source>What there is to know about the request</source>
        <translation>ข้อมูลประกอบคำขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="57"/>
        <source>Grand total {0} baht</source>
        <translation>ยอดรวม {0} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="57"/>
        <source>{0} baht</source>
        <translation>{0} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="63"/>
        <source>{0} · {1} · asked {2}</source>
        <translation>{0} · {1} · ขอ{2}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="78"/>
        <source>Why it comes here</source>
        <translation>เหตุที่ต้องขออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="94"/>
        <source>What the officer says</source>
        <translation>เหตุผลของผู้ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="98"/>
        <source>Competitor: {0}</source>
        <translation>คู่แข่งเสนอ: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="102"/>
        <source>{0}, {1} below this paper</source>
        <translation>{0} ต่ำกว่าเอกสารนี้ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="104"/>
        <source>{0}, {1} above this paper</source>
        <translation>{0} สูงกว่าเอกสารนี้ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="105"/>
        <source>Competitor’s price</source>
        <translation>ราคาคู่แข่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="112"/>
        <source>With what was asked shortly before</source>
        <translation>รวมกับที่ขอไว้ก่อนหน้าไม่นาน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="115"/>
        <source>Discount from list</source>
        <translation>ส่วนลดจากราคาตั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="117"/>
        <location filename="../../../ui/approvals/card.py" line="119"/>
        <source>Margin before VAT</source>
        <translation>กำไรขั้นต้นก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="119"/>
        <source>unknown: a cost is missing</source>
        <translation>ไม่ทราบ: มีสินค้าที่ไม่มีราคาทุน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="121"/>
        <source>Goods without a list price</source>
        <translation>สินค้าที่ไม่มีราคาตั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="123"/>
        <source>Together with other papers</source>
        <translation>รวมกับเอกสารอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="125"/>
        <source>Deposit asked</source>
        <translation>มัดจำที่เรียก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="127"/>
        <source>Holds for</source>
        <translation>ยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="127"/>
        <source>{0} days</source>
        <translation>{0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="129"/>
        <source>Payment</source>
        <translation>การชำระเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="130"/>
        <source>Money</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="149"/>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="158"/>
        <source>Limit</source>
        <translation>วงเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="159"/>
        <source>Outstanding</source>
        <translation>ยอดค้างชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="160"/>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="164"/>
        <source>As of {0}, {1}</source>
        <translation>ข้อมูล ณ {0} จาก{1}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="166"/>
        <source>{0}: {1} days old</source>
        <translation>{0} (เก่า {1} วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="172"/>
        <source>Last prices to this customer</source>
        <translation>ราคาครั้งก่อนของลูกค้ารายนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="177"/>
        <source>{0} (now {1})</source>
        <translation>{0} (ครั้งนี้ {1})</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="186"/>
        <source>Different from the last issued revision</source>
        <translation>ต่างจากฉบับที่ออกล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="188"/>
        <source>Goods and total are the same.</source>
        <translation>สินค้าและยอดรวมเหมือนเดิม</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="191"/>
        <source>not there</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="191"/>
        <source>taken out</source>
        <translation>ตัดออก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="198"/>
        <source>Other open papers</source>
        <translation>เอกสารอื่นที่ยังเปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="210"/>
        <source>Answers so far</source>
        <translation>คำตอบที่ผ่านมา</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="218"/>
        <source>{0} (for {1})</source>
        <translation>{0} (แทน {1})</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="223"/>
        <source>Answered at the PC of {0}</source>
        <translation>ตอบที่เครื่องของ {0}</translation>
    </message>
</context>
</TS>
