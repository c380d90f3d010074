<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Cells</name>
    <message>
        <location filename="../../../ui/papers/cells.py" line="77"/>
        <location filename="../../../ui/papers/cells.py" line="215"/>
        <source>Code, barcode or part of a name</source>
        <translation>รหัส บาร์โค้ด หรือบางส่วนของชื่อสินค้า</translation>
    </message>
</context>
</TS>
