<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationDocument</name>
    <message>
        <location filename="../../../ui/quotations/document.py" line="77"/>
        <location filename="../../../ui/quotations/document.py" line="232"/>
        <source>New quotation</source>
        <translation>ใบเสนอราคาใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="130"/>
        <source>Everything else</source>
        <translation>คำสั่งอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="243"/>
        <source>replaces {0}</source>
        <translation>แทน {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="255"/>
        <source>Waiting for {0}; read only until the answer</source>
        <translation>รอ {0} ตอบ ระหว่างนี้แก้ไขไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="258"/>
        <source>Advice is here: the paper can be issued</source>
        <translation>ได้รับคำแนะนำแล้ว ออกใบเสนอราคาได้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="260"/>
        <source>Valid until {0}</source>
        <translation>ยืนราคาถึง {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="262"/>
        <source>follow up on {0}</source>
        <translation>ติดตาม {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="286"/>
        <source>Approved: ready to be issued</source>
        <translation>อนุมัติแล้ว พร้อมออกเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="288"/>
        <source>Choose the customer and the goods to see whose decision this is</source>
        <translation>เลือกลูกค้าและใส่สินค้า แล้วจะบอกว่าใครเป็นผู้อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="309"/>
        <location filename="../../../ui/quotations/document.py" line="314"/>
        <source>Issue and print</source>
        <translation>ออกใบและพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="310"/>
        <source>Ask for advice</source>
        <translation>ขอคำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="311"/>
        <source>Ask for approval</source>
        <translation>ส่งขออนุมัติ</translation>
    </message>
</context>
</TS>
