<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>DropForm</name>
        <message>
            <source>Withdraw what was asked</source>
            <translation>ถอนคำขอ</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>เหตุผล</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>ถอนคำขอ</translation>
        </message>
    </context>
    <context>
        <name>ForfeitForm</name>
        <message>
            <source>Forfeit the deposit</source>
            <translation>ริบเงินมัดจำ</translation>
        </message>
        <message>
            <source>Term it rests on</source>
            <translation>เงื่อนไขที่อ้างถึง</translation>
        </message>
        <message>
            <source>As it stands on the paper that the customer signed.</source>
            <translation>ตามข้อความในเอกสารที่ลูกค้าลงนาม</translation>
        </message>
    </context>
    <context>
        <name>PayForm</name>
        <message>
            <source>Pay the refund of {0}</source>
            <translation>จ่ายคืนเงิน {0}</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>จ่ายให้</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>ชำระโดย</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>วันที่จ่าย</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>เลขอ้างอิง</translation>
        </message>
        <message>
            <source>Of the transfer, or the number of the cheque.</source>
            <translation>เลขอ้างอิงการโอน หรือเลขที่เช็ค</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>จ่ายแล้ว</translation>
        </message>
    </context>
    <context>
        <name>RefundForm</name>
        <message>
            <source>Ask for a refund</source>
            <translation>ขอคืนเงินมัดจำ</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>จ่ายให้</translation>
        </message>
        <message>
            <source>Only the payer or the customer.</source>
            <translation>เฉพาะผู้จ่ายเงินหรือลูกค้าเท่านั้น</translation>
        </message>
    </context>
    <context>
        <name>TransferForm</name>
        <message>
            <source>Transfer to another paper</source>
            <translation>โอนไปเอกสารอื่น</translation>
        </message>
        <message>
            <source>To which paper</source>
            <translation>ไปยังเอกสาร</translation>
        </message>
    </context>
</TS>
