<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>StatementScreen</name>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="65"/>
        <source>Deposits of {0}</source>
        <translation>เงินมัดจำของ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="81"/>
        <source>Statement</source>
        <translation>รายการเคลื่อนไหว</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="83"/>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="86"/>
        <source>Deposit</source>
        <translation>เงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="91"/>
        <source>What</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="94"/>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="100"/>
        <source>Paid by</source>
        <translation>ชำระโดย</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="105"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="108"/>
        <source>Change</source>
        <translation>เพิ่ม / ลด</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="115"/>
        <source>Held</source>
        <translation>คงเหลือ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="120"/>
        <source>Nothing moved in this time</source>
        <translation>ไม่มีรายการในช่วงนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="121"/>
        <source>Choose an earlier first day to see more.</source>
        <translation>เลือกวันเริ่มต้นที่เร็วขึ้นเพื่อดูเพิ่ม</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="162"/>
        <source>Held before: {0}</source>
        <translation>ยกมา {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="165"/>
        <source>Held at the end: {0}</source>
        <translation>คงเหลือ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/statement.py" line="187"/>
        <source>Save the statement</source>
        <translation>บันทึกใบแจ้งเงินมัดจำ</translation>
    </message>
</context>
</TS>
