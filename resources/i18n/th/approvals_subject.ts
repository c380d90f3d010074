<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>approval_subject</name>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="47"/>
        <source>What is to be cancelled</source>
        <translation>สิ่งที่ขอยกเลิก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="49"/>
        <source>The whole paper: all of it that is open.</source>
        <translation>ทั้งเอกสาร ทุกรายการที่ยังค้างอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="58"/>
        <source>So much less to pay</source>
        <translation>ยอดที่ลูกค้าไม่ต้องจ่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="74"/>
        <source>{0} days</source>
        <translation>{0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="76"/>
        <source>What the supplier offers</source>
        <translation>ข้อเสนอของผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="82"/>
        <source>Goods</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="93"/>
        <source>and {0} more lines</source>
        <translation>และอีก {0} รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="104"/>
        <source>Deposits of this paper</source>
        <translation>เงินมัดจำของเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="106"/>
        <source>Goods are ordered already</source>
        <translation>สั่งสินค้าไปแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="110"/>
        <source>Required</source>
        <translation>ต้องมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="111"/>
        <location filename="../../../ui/approvals/subject.py" line="149"/>
        <source>Held</source>
        <translation>ถืออยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="112"/>
        <location filename="../../../ui/approvals/subject.py" line="151"/>
        <source>To be cleared</source>
        <translation>รอเงินเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="113"/>
        <source>Deducted</source>
        <translation>หักแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="114"/>
        <source>Still missing</source>
        <translation>ยังขาด</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="115"/>
        <source>Remains to pay</source>
        <translation>คงเหลือต้องชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="121"/>
        <source>What is asked</source>
        <translation>สิ่งที่ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="133"/>
        <source>Term that is cited</source>
        <translation>เงื่อนไขที่อ้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="124"/>
        <source>Deposit {0}</source>
        <translation>เงินมัดจำ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="131"/>
        <source>Sum</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="132"/>
        <source>Pay back to</source>
        <translation>คืนให้</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="135"/>
        <source>To be held for</source>
        <translation>โอนไปถือไว้สำหรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="137"/>
        <source>Remains to pay there</source>
        <translation>ยอดที่เอกสารนั้นยังต้องชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="145"/>
        <source>For</source>
        <translation>สำหรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="146"/>
        <source>Paid by</source>
        <translation>ผู้ชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="147"/>
        <source>Received</source>
        <translation>รับเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="154"/>
        <source>Asked for otherwise</source>
        <translation>มีคำขออื่นกันไว้</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/subject.py" line="156"/>
        <source>Left after this</source>
        <translation>คงเหลือหลังจากนี้</translation>
    </message>
</context>
</TS>
