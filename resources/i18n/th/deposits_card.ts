<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>DepositCard</name>
        <message>
            <source>No deposit chosen</source>
            <translation>ยังไม่ได้เลือกเงินมัดจำ</translation>
        </message>
        <message>
            <source>Choose one in the list to see its ledger here.</source>
            <translation>เลือกในรายการเพื่อดูรายการเคลื่อนไหวที่นี่</translation>
        </message>
        <message>
            <source>expected</source>
            <translation>รอรับ</translation>
        </message>
        <message>
            <source>held now</source>
            <translation>ถืออยู่ตอนนี้</translation>
        </message>
        <message>
            <source>VAT within</source>
            <translation>ภาษีมูลค่าเพิ่มในเงินมัดจำ</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>รายการเคลื่อนไหว</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>เงินมัดจำ</translation>
        </message>
    </context>
</TS>
