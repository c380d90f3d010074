<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>Timeline</name>
        <message>
            <source>Timeline</source>
            <translation>ประวัติ</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>ยังไม่มีความเคลื่อนไหว</translation>
        </message>
        <message>
            <source>Notes, quotations and visits of this customer will stand here.</source>
            <translation>บันทึก ใบเสนอราคา และการเยี่ยมของลูกค้ารายนี้จะแสดงที่นี่</translation>
        </message>
        <message>
            <source>Write a note, Enter keeps it</source>
            <translation>พิมพ์บันทึก แล้วกด Enter</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>หมายเหตุ</translation>
        </message>
        <message>
            <source>Kinds shown</source>
            <translation>ประเภทที่แสดง</translation>
        </message>
        <message>
            <source>Customer’s details</source>
            <translation>ข้อมูลลูกค้า</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>บันทึก</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>เครดิต</translation>
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
            <source>Approvals</source>
            <translation>การอนุมัติ</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>การเยี่ยม</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>ทั้งหมด</translation>
        </message>
    </context>
</TS>
