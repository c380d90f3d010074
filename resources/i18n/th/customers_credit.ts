<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>CreditParts</name>
        <message>
            <source>No credit; pays cash</source>
            <translation>ไม่มีเครดิต ชำระเงินสด</translation>
        </message>
        <message>
            <source>available</source>
            <translation>คงเหลือใช้ได้</translation>
        </message>
        <message>
            <source>Term {0} days · as of {1} ({2}), {3}</source>
            <translation>เครดิต {0} วัน · ข้อมูล ณ {1} ({2}) {3}</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>วงเงิน</translation>
        </message>
        <message>
            <source>Outstanding</source>
            <translation>ยอดค้างชำระ</translation>
        </message>
        <message>
            <source>Orders not billed</source>
            <translation>คำสั่งซื้อที่ยังไม่ออกบิล</translation>
        </message>
        <message>
            <source>Deposits not used</source>
            <translation>เงินมัดจำที่ยังไม่ได้ใช้</translation>
        </message>
        <message>
            <source>{0} overdue</source>
            <translation>เกินกำหนด {0}</translation>
        </message>
        <message>
            <source>this desk, now</source>
            <translation>ระบบนี้ ตอนนี้</translation>
        </message>
    </context>
</TS>
