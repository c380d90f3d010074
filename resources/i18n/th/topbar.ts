<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>TopBar</name>
        <message>
            <source>Menu</source>
            <translation>เมนู</translation>
        </message>
        <message>
            <source>Search customers, papers, products</source>
            <translation>ค้นหาลูกค้า เอกสาร สินค้า</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>ค้นหาทุกอย่าง</translation>
        </message>
        <message>
            <source>New</source>
            <translation>สร้างใหม่</translation>
        </message>
        <message>
            <source>New: customer, paper, visit</source>
            <translation>สร้างใหม่: ลูกค้า เอกสาร การเยี่ยม</translation>
        </message>
    </context>
</TS>
