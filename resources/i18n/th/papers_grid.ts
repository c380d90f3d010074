<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>LineGrid</name>
    <message>
        <location filename="../../../ui/papers/grid.py" line="66"/>
        <source>Lines of the paper</source>
        <translation>รายการสินค้า</translation>
    </message>
</context>
</TS>
