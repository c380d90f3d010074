<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>DepositCard</name>
    <message>
        <location filename="../../../ui/deposits/card.py" line="58"/>
        <source>No deposit chosen</source>
        <translation>ยังไม่ได้เลือกเงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/card.py" line="59"/>
        <source>Choose one in the list to see its ledger here.</source>
        <translation>เลือกในรายการเพื่อดูรายการเคลื่อนไหวที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/card.py" line="100"/>
        <source>expected</source>
        <translation>รอรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/card.py" line="101"/>
        <source>held now</source>
        <translation>ถืออยู่ตอนนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/card.py" line="101"/>
        <source>not arrived yet</source>
        <translation>เงินยังไม่เข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/card.py" line="138"/>
        <source>VAT within</source>
        <translation>ภาษีมูลค่าเพิ่มในเงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/card.py" line="139"/>
        <source>Ledger</source>
        <translation>รายการเคลื่อนไหว</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/card.py" line="175"/>
        <source>Deposit</source>
        <translation>เงินมัดจำ</translation>
    </message>
</context>
</TS>
