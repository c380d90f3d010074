<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>CustomerCard</name>
        <message>
            <source>No customer chosen</source>
            <translation>ยังไม่ได้เลือกลูกค้า</translation>
        </message>
        <message>
            <source>Choose one in the list to see everything about them here.</source>
            <translation>เลือกลูกค้าจากรายการ แล้วข้อมูลทั้งหมดจะแสดงที่นี่</translation>
        </message>
        <message>
            <source>Parts of the customer</source>
            <translation>ส่วนของข้อมูลลูกค้า</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>ข้อมูล</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>ประวัติ</translation>
        </message>
        <message>
            <source>Quotations</source>
            <translation>ใบเสนอราคา</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>คำสั่งซื้อ</translation>
        </message>
        <message>
            <source>Deposits</source>
            <translation>เงินมัดจำ</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>การเยี่ยม</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>เลิกใช้แล้ว</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>ใบเสนอราคา</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>นัดเยี่ยม</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>แก้ไข</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>นิติบุคคล</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>บุคคล</translation>
        </message>
    </context>
</TS>
