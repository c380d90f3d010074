<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>help</name>
    <message>
        <source>Finding one’s way</source>
        <translation>เริ่มต้นใช้งาน</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Writing a quotation</source>
        <translation>เขียนใบเสนอราคา</translation>
    </message>
    <message>
        <source>Following quotations up</source>
        <translation>ติดตามใบเสนอราคา</translation>
    </message>
    <message>
        <source>Printing and sending</source>
        <translation>พิมพ์และส่งเอกสาร</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>คำสั่งซื้อ</translation>
    </message>
    <message>
        <source>Deposits and the till</source>
        <translation>เงินมัดจำและลิ้นชัก</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>เยี่ยมลูกค้า</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>อำนาจดำเนินการ</translation>
    </message>
    <message>
        <source>Team and absence</source>
        <translation>ทีมและการลา</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>ตั้งค่า</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>นำเข้าและส่งออก</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>เมื่อเกิดปัญหา</translation>
    </message>
    <message>
        <source>Help: {0}</source>
        <translation>คู่มือ: {0}</translation>
    </message>
</context>
</TS>
