<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationDocument</name>
    <message>
        <location filename="../../../ui/quotations/document.py" line="27"/>
        <source>New quotation</source>
        <translation>ใบเสนอราคาใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="28"/>
        <source>Issue and print</source>
        <translation>ออกใบและพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="29"/>
        <source>{0} is issued</source>
        <translation>ออกใบเสนอราคา {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="30"/>
        <source>Issue all the same</source>
        <translation>ยืนยันออกใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="31"/>
        <source>Record and issue</source>
        <translation>บันทึกและออกใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="32"/>
        <source>Approved: ready to be issued</source>
        <translation>อนุมัติแล้ว พร้อมออกเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="33"/>
        <source>Advice is here: the paper can be issued</source>
        <translation>ได้รับคำแนะนำแล้ว ออกใบเสนอราคาได้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="38"/>
        <source>replaces {0}</source>
        <translation>แทน {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="47"/>
        <source>Valid until {0}</source>
        <translation>ยืนราคาถึง {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/document.py" line="49"/>
        <source>follow up on {0}</source>
        <translation>ติดตาม {0}</translation>
    </message>
</context>
</TS>
