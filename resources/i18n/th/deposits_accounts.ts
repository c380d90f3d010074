<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>AccountsPage</name>
        <message>
            <source>List for accounting</source>
            <translation>รายการส่งบัญชี</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>วันที่</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>เงินมัดจำ</translation>
        </message>
        <message>
            <source>What</source>
            <translation>รายการ</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>For paper</source>
            <translation>มัดจำของเอกสาร</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>จำนวนเงิน</translation>
        </message>
        <message>
            <source>VAT within</source>
            <translation>VAT ในยอด</translation>
        </message>
        <message>
            <source>Tax invoice</source>
            <translation>ใบกำกับภาษี</translation>
        </message>
        <message>
            <source>Nothing moved in this time</source>
            <translation>ไม่มีรายการในช่วงนี้</translation>
        </message>
        <message>
            <source>Choose other days above.</source>
            <translation>เลือกช่วงวันด้านบนใหม่</translation>
        </message>
        <message>
            <source>Not written yet</source>
            <translation>ยังไม่ออก</translation>
        </message>
        <message>
            <source>{0} baht, VAT {1}</source>
            <translation>{0} บาท VAT {1}</translation>
        </message>
        <message>
            <source>Import of tax-invoice numbers</source>
            <translation>นำเข้าเลขที่ใบกำกับภาษี</translation>
        </message>
        <message>
            <source>Accounting’s list to import</source>
            <translation>เลือกรายการจากบัญชีที่จะนำเข้า</translation>
        </message>
        <message>
            <source>New numbers</source>
            <translation>เลขใหม่</translation>
        </message>
        <message>
            <source>Known or corrected</source>
            <translation>มีอยู่แล้วหรือแก้ไข</translation>
        </message>
        <message>
            <source>Import tax invoices</source>
            <translation>นำเข้าใบกำกับภาษี</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>ส่งออก</translation>
        </message>
        <message>
            <source>Received {0} baht, VAT {1} within · tax invoices missing: {2}</source>
            <translation>รับเงิน {0} บาท มี VAT {1} · ยังไม่มีใบกำกับภาษี {2} รายการ</translation>
        </message>
        <message>
            <source>Save the list for accounting</source>
            <translation>บันทึกรายการส่งบัญชี</translation>
        </message>
    </context>
</TS>
