<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>SeveralView</name>
    <message>
        <location filename="../../../ui/approvals/several.py" line="27"/>
        <source>Selected requests</source>
        <translation>คำขอที่เลือก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/several.py" line="39"/>
        <source>{0} requests, {1} baht</source>
        <translation>{0} คำขอ รวม {1} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/several.py" line="54"/>
        <source>Some of these ask for advice, so they are answered one by one.</source>
        <translation>บางคำขอขอคำแนะนำ จึงต้องตอบทีละคำขอ</translation>
    </message>
</context>
</TS>
