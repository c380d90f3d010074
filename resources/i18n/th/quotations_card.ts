<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationCard</name>
    <message>
        <location filename="../../../ui/quotations/card.py" line="27"/>
        <source>Choose a quotation to see it here</source>
        <translation>เลือกใบเสนอราคาเพื่อดูที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="33"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="34"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="35"/>
        <source>Issued</source>
        <translation>ออกเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="36"/>
        <source>Valid until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="37"/>
        <source>Follow up</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="38"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="45"/>
        <source>Only an open quotation has a next date.</source>
        <translation>นัดติดตามได้เฉพาะใบเสนอราคาที่เปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="47"/>
        <source>Next follow-up</source>
        <translation>นัดติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="47"/>
        <source>Follow up on</source>
        <translation>ติดตามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="47"/>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/card.py" line="50"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
</context>
</TS>
