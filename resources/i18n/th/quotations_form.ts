<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationForm</name>
    <message>
        <location filename="../../../ui/quotations/form.py" line="28"/>
        <source>Valid (days)</source>
        <translation>ยืนราคา (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="29"/>
        <source>Deposit (%)</source>
        <translation>มัดจำ (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="30"/>
        <source>Follow up on</source>
        <translation>ติดตามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="35"/>
        <source>Quotation {0}</source>
        <translation>ใบเสนอราคา {0}</translation>
    </message>
</context>
</TS>
