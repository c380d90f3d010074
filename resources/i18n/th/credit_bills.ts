<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>BillsPage</name>
    <message>
        <source>Bills due</source>
        <translation>บิลครบกำหนด</translation>
    </message>
    <message>
        <source>Customers overdue</source>
        <translation>ลูกค้าเกินกำหนด</translation>
    </message>
    <message>
        <source>All who owe</source>
        <translation>ลูกค้าค้างชำระทั้งหมด</translation>
    </message>
    <message>
        <source>Bill by bill</source>
        <translation>รายบิล</translation>
    </message>
    <message>
        <source>Customers who owe</source>
        <translation>ลูกค้าค้างชำระ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>บิล</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>ต้องชำระ</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <source>Late by</source>
        <translation>เกินมาแล้ว</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>ระงับเครดิต</translation>
    </message>
    <message>
        <source>Nobody owes anything here</source>
        <translation>ไม่มีลูกค้าค้างชำระในรายการนี้</translation>
    </message>
    <message>
        <source>Open bills</source>
        <translation>บิลค้างชำระ</translation>
    </message>
    <message>
        <source>No open bills</source>
        <translation>ไม่มีบิลค้างชำระ</translation>
    </message>
    <message>
        <source>All who owe stand under “{0}” (Ctrl+G).</source>
        <translation>ดูลูกหนี้ทั้งหมดได้ที่ “{0}” (Ctrl+G)</translation>
    </message>
    <message>
        <source>Nobody is overdue</source>
        <translation>ไม่มีลูกค้าค้างเกินกำหนด</translation>
    </message>
    <message>
        <source>Ctrl+I takes in the finance department’s list of open bills.</source>
        <translation>Ctrl+I นำเข้ารายการบิลค้างจากฝ่ายการเงิน</translation>
    </message>
    <message>
        <source>Credit-finance takes in the list of open bills.</source>
        <translation>ฝ่ายสินเชื่อ-การเงินเป็นผู้นำเข้ารายการบิลค้าง</translation>
    </message>
    <message>
        <source>{0} baht, {1} overdue</source>
        <translation>{0} บาท เกินกำหนด {1}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ส่งออก</translation>
    </message>
    <message>
        <source>Import limits</source>
        <translation>นำเข้าวงเงิน</translation>
    </message>
    <message>
        <source>Import bills</source>
        <translation>นำเข้าบิล</translation>
    </message>
</context>
</TS>
