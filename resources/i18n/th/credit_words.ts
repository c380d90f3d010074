<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>bills</name>
        <message>
            <source>Bill</source>
            <translation>บิล</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>Our order</source>
            <translation>คำสั่งขาย</translation>
        </message>
        <message>
            <source>Billed on</source>
            <translation>วันที่บิล</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>ครบกำหนด</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>ยอดบิล</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>ชำระแล้ว</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>ต้องชำระ</translation>
        </message>
        <message>
            <source>Late by</source>
            <translation>เกินมา</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} วัน</translation>
        </message>
        <message>
            <source>Not yet due</source>
            <translation>ยังไม่ถึง</translation>
        </message>
    </context>
</TS>
