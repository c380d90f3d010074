<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>Consents</name>
        <message>
            <source>Not asked</source>
            <translation>ยังไม่ได้ถาม</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>ยินยอม</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>ถอนแล้ว</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>ถอน</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>ยินยอม</translation>
        </message>
        <message>
            <source>{0} · {1} · {2}</source>
            <translation>{0} · {1} · {2}</translation>
        </message>
        <message>
            <source>How did the customer withdraw?</source>
            <translation>ลูกค้าแจ้งถอนทางใด</translation>
        </message>
        <message>
            <source>How did the customer agree?</source>
            <translation>ลูกค้ายินยอมทางใด</translation>
        </message>
    </context>
</TS>
