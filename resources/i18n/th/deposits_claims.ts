<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>DropForm</name>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="137"/>
        <source>Withdraw what was asked</source>
        <translation>ถอนคำขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="143"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="153"/>
        <source>Withdraw</source>
        <translation>ถอนคำขอ</translation>
    </message>
</context>
<context>
    <name>ForfeitForm</name>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="64"/>
        <source>Forfeit the deposit</source>
        <translation>ริบเงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="70"/>
        <source>Term it rests on</source>
        <translation>เงื่อนไขที่อ้างถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="73"/>
        <source>As it stands on the paper that the customer signed.</source>
        <translation>ตามข้อความในเอกสารที่ลูกค้าลงนาม</translation>
    </message>
</context>
<context>
    <name>PayForm</name>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="168"/>
        <source>Pay the refund of {0}</source>
        <translation>จ่ายคืนเงิน {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="171"/>
        <source>To whom</source>
        <translation>จ่ายให้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="173"/>
        <source>Paid by</source>
        <translation>ชำระโดย</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="174"/>
        <source>Paid on</source>
        <translation>วันที่จ่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="177"/>
        <source>Reference</source>
        <translation>เลขอ้างอิง</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="179"/>
        <source>Of the transfer, or the number of the cheque.</source>
        <translation>เลขอ้างอิงการโอน หรือเลขที่เช็ค</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="191"/>
        <source>Paid</source>
        <translation>จ่ายแล้ว</translation>
    </message>
</context>
<context>
    <name>RefundForm</name>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="35"/>
        <source>Ask for a refund</source>
        <translation>ขอคืนเงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="41"/>
        <source>To whom</source>
        <translation>จ่ายให้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="43"/>
        <source>Only the payer or the customer.</source>
        <translation>เฉพาะผู้จ่ายเงินหรือลูกค้าเท่านั้น</translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="94"/>
        <source>Transfer to another paper</source>
        <translation>โอนไปเอกสารอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/claims.py" line="97"/>
        <source>To which paper</source>
        <translation>ไปยังเอกสาร</translation>
    </message>
</context>
</TS>
