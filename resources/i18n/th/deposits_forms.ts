<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>ApplyForm</name>
        <message>
            <source>Apply to a paper</source>
            <translation>หักใช้กับเอกสาร</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>เอกสาร</translation>
        </message>
    </context>
    <context>
        <name>AskForm</name>
        <message>
            <source>For which order</source>
            <translation>สำหรับคำสั่งซื้อ</translation>
        </message>
        <message>
            <source>Number or customer</source>
            <translation>เลขที่หรือชื่อลูกค้า</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>จำนวนเงิน</translation>
        </message>
        <message>
            <source>Leave empty for what the order still requires.</source>
            <translation>เว้นว่าง = เท่าที่เอกสารยังต้องมัดจำ</translation>
        </message>
        <message>
            <source>Ask for it</source>
            <translation>เรียกเก็บ</translation>
        </message>
        <message>
            <source>Ask for a deposit</source>
            <translation>เรียกเก็บเงินมัดจำ</translation>
        </message>
    </context>
    <context>
        <name>BounceForm</name>
        <message>
            <source>The money did not come</source>
            <translation>เงินไม่เข้าบัญชี</translation>
        </message>
        <message>
            <source>Reported by the bank on</source>
            <translation>ธนาคารแจ้งเมื่อ</translation>
        </message>
    </context>
    <context>
        <name>CancelForm</name>
        <message>
            <source>No longer expected</source>
            <translation>ไม่รอรับเงินแล้ว</translation>
        </message>
    </context>
    <context>
        <name>ClearForm</name>
        <message>
            <source>The money is in the account</source>
            <translation>เงินเข้าบัญชีแล้ว</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>ตั้งแต่วันที่</translation>
        </message>
        <message>
            <source>As the bank shows it.</source>
            <translation>ตามวันที่ธนาคารแสดง</translation>
        </message>
    </context>
    <context>
        <name>DepositForm</name>
        <message>
            <source>{0} held</source>
            <translation>ถืออยู่ {0}</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>เหตุผล</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>จำนวนเงิน</translation>
        </message>
    </context>
    <context>
        <name>InvoiceForm</name>
        <message>
            <source>Tax invoice of this deposit</source>
            <translation>ใบกำกับภาษีของเงินมัดจำนี้</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>เลขที่</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>วันที่</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>บันทึก</translation>
        </message>
    </context>
    <context>
        <name>ReverseForm</name>
        <message>
            <source>Reverse an entry</source>
            <translation>กลับรายการ</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>รายการ</translation>
        </message>
    </context>
</TS>
