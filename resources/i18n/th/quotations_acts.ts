<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationActs</name>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="123"/>
        <location filename="../../../ui/quotations/acts.py" line="125"/>
        <source>Make the order</source>
        <translation>ทำคำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="129"/>
        <source>As</source>
        <translation>ทำเป็น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="149"/>
        <source>Let the offer hold longer</source>
        <translation>ขยายวันยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="150"/>
        <source>Days from today</source>
        <translation>กี่วันนับจากวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="151"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="152"/>
        <source>Extend</source>
        <translation>ขยาย</translation>
    </message>
</context>
</TS>
