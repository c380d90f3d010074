<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>LimitFields</name>
    <message>
        <location filename="../../../ui/approvals/limits.py" line="45"/>
        <source>Discount at most %</source>
        <translation>ส่วนลดไม่เกิน %</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/limits.py" line="46"/>
        <source>Deposit at least %</source>
        <translation>มัดจำอย่างน้อย %</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/limits.py" line="47"/>
        <source>Amount at most</source>
        <translation>ยอดรวมไม่เกิน</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/limits.py" line="48"/>
        <source>Days at most</source>
        <translation>จำนวนวันไม่เกิน</translation>
    </message>
</context>
</TS>
