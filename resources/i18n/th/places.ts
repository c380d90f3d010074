<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>places</name>
        <message>
            <source>Today</source>
            <translation>วันนี้</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>Quotations</source>
            <translation>ใบเสนอราคา</translation>
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
    </context>
</TS>
