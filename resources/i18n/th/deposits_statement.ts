<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>StatementScreen</name>
        <message>
            <source>Deposits of {0}</source>
            <translation>เงินมัดจำของ {0}</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>รายการเคลื่อนไหว</translation>
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
            <source>Paper</source>
            <translation>เอกสาร</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>ชำระโดย</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>เหตุผล</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>เพิ่ม / ลด</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>คงเหลือ</translation>
        </message>
        <message>
            <source>Nothing moved in this time</source>
            <translation>ไม่มีรายการในช่วงนี้</translation>
        </message>
        <message>
            <source>Choose an earlier first day to see more.</source>
            <translation>เลือกวันเริ่มต้นที่เร็วขึ้นเพื่อดูเพิ่ม</translation>
        </message>
        <message>
            <source>Held before: {0}</source>
            <translation>ยกมา {0}</translation>
        </message>
        <message>
            <source>Held at the end: {0}</source>
            <translation>คงเหลือ {0}</translation>
        </message>
    </context>
</TS>
