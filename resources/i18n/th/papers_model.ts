<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>LinesModel</name>
    <message>
        <location filename="../../../ui/papers/model.py" line="284"/>
        <source>#</source>
        <translation>ที่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/model.py" line="285"/>
        <source>Code / find</source>
        <translation>รหัส / ค้นหา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/model.py" line="286"/>
        <source>Description</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/model.py" line="287"/>
        <source>Quantity</source>
        <translation>จำนวน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/model.py" line="288"/>
        <source>Unit</source>
        <translation>หน่วย</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/model.py" line="289"/>
        <source>Price</source>
        <translation>ราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/model.py" line="290"/>
        <source>Discount</source>
        <translation>ส่วนลด</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/model.py" line="291"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
</context>
</TS>
