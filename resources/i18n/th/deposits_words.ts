<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>deposit</name>
        <message>
            <source>For paper</source>
            <translation>มัดจำของเอกสาร</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>ยอดที่รอรับ</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>รับแล้ว</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>ชำระโดย</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>ผู้จ่ายเงิน</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>แคชเชียร์</translation>
        </message>
        <message>
            <source>Awaiting clearing</source>
            <translation>รอเงินเข้าบัญชี</translation>
        </message>
        <message>
            <source>Asked back</source>
            <translation>มีคำขอแล้ว</translation>
        </message>
        <message>
            <source>Free to use</source>
            <translation>ใช้ได้อีก</translation>
        </message>
        <message>
            <source>Tax invoice</source>
            <translation>ใบกำกับภาษี</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>ธนาคาร</translation>
        </message>
        <message>
            <source>From account</source>
            <translation>จากบัญชีเลขที่</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>เลขอ้างอิง</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>เวลา</translation>
        </message>
        <message>
            <source>Card ending in</source>
            <translation>บัตรลงท้าย</translation>
        </message>
        <message>
            <source>Cheque number</source>
            <translation>เช็คเลขที่</translation>
        </message>
        <message>
            <source>Cheque dated</source>
            <translation>เช็คลงวันที่</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>กลับรายการแล้ว</translation>
        </message>
        <message>
            <source>VAT {0}</source>
            <translation>VAT {0}</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>ตรงกัน</translation>
        </message>
        <message>
            <source>{0} short</source>
            <translation>ขาด {0}</translation>
        </message>
        <message>
            <source>{0} over</source>
            <translation>เกิน {0}</translation>
        </message>
        <message>
            <source>Not counted</source>
            <translation>ยังไม่นับ</translation>
        </message>
        <message>
            <source>Waiting for {0}</source>
            <translation>รอ {0} อนุมัติ</translation>
        </message>
        <message>
            <source>To be paid by {0}</source>
            <translation>รอ{0}จ่ายคืน</translation>
        </message>
        <message>
            <source>credit-finance</source>
            <translation>ฝ่ายสินเชื่อ-การเงิน</translation>
        </message>
        <message>
            <source>the director</source>
            <translation>ผู้อำนวยการ</translation>
        </message>
        <message>
            <source>{0}: {1} for {2}, asked by {3}: {4}</source>
            <translation>{0}: {1} ให้ {2} ขอโดย {3}: {4}</translation>
        </message>
        <message>
            <source>{0}: {1}, asked by {2}: {3}</source>
            <translation>{0}: {1} ขอโดย {2}: {3}</translation>
        </message>
    </context>
</TS>
