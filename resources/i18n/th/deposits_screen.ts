<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>DepositsScreen</name>
        <message>
            <source>Parts of deposits</source>
            <translation>ส่วนของเงินมัดจำ</translation>
        </message>
        <message>
            <source>Deposits</source>
            <translation>เงินมัดจำ</translation>
        </message>
    </context>
    <context>
        <name>deposits</name>
        <message>
            <source>Deposits</source>
            <translation>เงินมัดจำ</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>รับเงินประจำวัน</translation>
        </message>
        <message>
            <source>Bills due</source>
            <translation>บิลครบกำหนด</translation>
        </message>
        <message>
            <source>For accounting</source>
            <translation>ส่งบัญชี</translation>
        </message>
    </context>
</TS>
