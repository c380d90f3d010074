<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>actions</name>
        <message>
            <source>Preview of the paper</source>
            <translation>ดูเอกสารก่อนพิมพ์</translation>
        </message>
        <message>
            <source>Print the paper</source>
            <translation>พิมพ์เอกสาร</translation>
        </message>
        <message>
            <source>List of deposits</source>
            <translation>รายการเงินมัดจำ</translation>
        </message>
        <message>
            <source>Till of the day</source>
            <translation>สรุปรับเงินประจำวัน</translation>
        </message>
        <message>
            <source>Bills due and overdue</source>
            <translation>บิลครบกำหนดและเกินกำหนด</translation>
        </message>
        <message>
            <source>List for accounting</source>
            <translation>รายการส่งบัญชี</translation>
        </message>
        <message>
            <source>Receive the money</source>
            <translation>รับเงินมัดจำ</translation>
        </message>
        <message>
            <source>Money has arrived</source>
            <translation>เงินเข้าบัญชีแล้ว</translation>
        </message>
        <message>
            <source>Money did not come</source>
            <translation>เช็คคืน / เงินไม่เข้า</translation>
        </message>
        <message>
            <source>Apply to a paper</source>
            <translation>หักใช้กับเอกสาร</translation>
        </message>
        <message>
            <source>Ask for a refund</source>
            <translation>ขอคืนเงินมัดจำ</translation>
        </message>
        <message>
            <source>Pay the refund</source>
            <translation>จ่ายคืนเงินมัดจำ</translation>
        </message>
        <message>
            <source>Transfer to another paper</source>
            <translation>โอนไปเอกสารอื่น</translation>
        </message>
        <message>
            <source>Forfeit</source>
            <translation>ริบเงินมัดจำ</translation>
        </message>
        <message>
            <source>Withdraw what was asked</source>
            <translation>ถอนคำขอ</translation>
        </message>
        <message>
            <source>Reverse an entry</source>
            <translation>กลับรายการ</translation>
        </message>
        <message>
            <source>Tax-invoice number</source>
            <translation>เลขที่ใบกำกับภาษี</translation>
        </message>
        <message>
            <source>No longer expected</source>
            <translation>ไม่รอรับเงินแล้ว</translation>
        </message>
        <message>
            <source>Open the paper it is for</source>
            <translation>เปิดเอกสารที่มัดจำไว้</translation>
        </message>
        <message>
            <source>Refund voucher</source>
            <translation>ใบสำคัญจ่ายคืนเงิน</translation>
        </message>
        <message>
            <source>Deposit statement of the customer</source>
            <translation>รายการเคลื่อนไหวเงินมัดจำของลูกค้า</translation>
        </message>
        <message>
            <source>Day before</source>
            <translation>วันก่อนหน้า</translation>
        </message>
        <message>
            <source>Day after</source>
            <translation>วันถัดไป</translation>
        </message>
        <message>
            <source>Count the till</source>
            <translation>นับเงิน</translation>
        </message>
        <message>
            <source>Take in credit limits</source>
            <translation>นำเข้าวงเงินเครดิต</translation>
        </message>
    </context>
</TS>
