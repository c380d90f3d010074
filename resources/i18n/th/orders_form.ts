<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>OrderForm</name>
    <message>
        <location filename="../../../ui/orders/form.py" line="51"/>
        <source>Deposit (%)</source>
        <translation>มัดจำ (%)</translation>
    </message>
</context>
</TS>
