<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationCard</name>
    <message>
        <location filename="../../../ui/quotations/card.py" line="45"/>
        <source>Choose a quotation to see it here</source>
        <translation>เลือกใบเสนอราคาเพื่อดูที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="53"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="54"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="55"/>
        <source>Issued</source>
        <translation>ออกเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="56"/>
        <source>Sent</source>
        <translation>ส่งเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="57"/>
        <source>Received</source>
        <translation>ได้รับเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="58"/>
        <source>Valid until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="59"/>
        <source>Follow up</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="60"/>
        <source>Expected close</source>
        <translation>คาดว่าจะปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="65"/>
        <source>Lost</source>
        <translation>ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="66"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="62"/>
        <source>Objection</source>
        <translation>ข้อโต้แย้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="75"/>
        <source>Only an open quotation is followed up.</source>
        <translation>ติดตามได้เฉพาะใบเสนอราคาที่ยังเปิดอยู่</translation>
    </message>
</context>
</TS>
