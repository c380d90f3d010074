<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>TotalsPanel</name>
    <message>
        <location filename="../../../ui/papers/totals.py" line="34"/>
        <source>VAT</source>
        <translation>VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/totals.py" line="53"/>
        <location filename="../../../ui/papers/totals.py" line="62"/>
        <source>Discount</source>
        <translation>ส่วนลดท้ายบิล</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/totals.py" line="65"/>
        <source>Sum</source>
        <translation>รวมเป็นเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/totals.py" line="67"/>
        <source>Before VAT</source>
        <translation>ก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/totals.py" line="80"/>
        <source>Grand total</source>
        <translation>รวมทั้งสิ้น</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/totals.py" line="106"/>
        <source>VAT {0}%</source>
        <translation>VAT {0}%</translation>
    </message>
</context>
</TS>
