<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>LinesModel</name>
    <message>
        <location filename="../../../ui/quotations/model.py" line="247"/>
        <source>#</source>
        <translation>ที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/model.py" line="248"/>
        <source>Code / find</source>
        <translation>รหัส / ค้นหา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/model.py" line="249"/>
        <source>Description</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/model.py" line="250"/>
        <source>Quantity</source>
        <translation>จำนวน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/model.py" line="251"/>
        <source>Unit</source>
        <translation>หน่วย</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/model.py" line="252"/>
        <source>Price</source>
        <translation>ราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/model.py" line="253"/>
        <source>Discount</source>
        <translation>ส่วนลด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/model.py" line="254"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
</context>
</TS>
