<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>CardView</name>
    <message>
        <location filename="../../../ui/approvals/card.py" line="43"/>
        <source>What there is to know about the request</source>
        <translation>ข้อมูลประกอบคำขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="76"/>
        <source>Grand total {0} baht</source>
        <translation>ยอดรวม {0} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="81"/>
        <source>{0} · {1} · asked {2} ago</source>
        <translation>{0} · {1} · ขอเมื่อ {2}ที่แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="96"/>
        <source>Why it comes here</source>
        <translation>เหตุที่ต้องขออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="107"/>
        <source>What the officer says</source>
        <translation>เหตุผลของผู้ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="111"/>
        <source>Competitor: {0}</source>
        <translation>คู่แข่งเสนอ: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="117"/>
        <source>Discount from list</source>
        <translation>ส่วนลดจากราคาตั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="119"/>
        <location filename="../../../ui/approvals/card.py" line="121"/>
        <source>Margin before VAT</source>
        <translation>กำไรขั้นต้นก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="121"/>
        <source>unknown: a cost is missing</source>
        <translation>ไม่ทราบ: มีสินค้าที่ไม่มีราคาทุน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="123"/>
        <source>Goods without a list price</source>
        <translation>สินค้าที่ไม่มีราคาตั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="125"/>
        <source>Together with other papers</source>
        <translation>รวมกับเอกสารอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="128"/>
        <source>Deposit asked</source>
        <translation>มัดจำที่เรียก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="130"/>
        <source>Holds for</source>
        <translation>ยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="130"/>
        <source>{0} days</source>
        <translation>{0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="132"/>
        <source>Payment</source>
        <translation>การชำระเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="133"/>
        <source>Money</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="148"/>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="157"/>
        <source>Limit</source>
        <translation>วงเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="158"/>
        <source>Outstanding</source>
        <translation>ยอดค้างชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="159"/>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="163"/>
        <source>As of {0}, {1}</source>
        <translation>ข้อมูล ณ {0} จาก{1}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="165"/>
        <source>{0}: {1} days old</source>
        <translation>{0} (เก่า {1} วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="171"/>
        <source>Last prices to this customer</source>
        <translation>ราคาครั้งก่อนของลูกค้ารายนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="176"/>
        <source>{0} (now {1})</source>
        <translation>{0} (ครั้งนี้ {1})</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="185"/>
        <source>Different from the last issued revision</source>
        <translation>ต่างจากฉบับที่ออกล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="187"/>
        <source>Goods and total are the same.</source>
        <translation>สินค้าและยอดรวมเหมือนเดิม</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="189"/>
        <source>Grand total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="190"/>
        <source>not there</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="190"/>
        <source>taken out</source>
        <translation>ตัดออก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="197"/>
        <source>Other open papers</source>
        <translation>เอกสารอื่นที่ยังเปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/card.py" line="209"/>
        <source>Answers so far</source>
        <translation>คำตอบที่ผ่านมา</translation>
    </message>
</context>
</TS>
