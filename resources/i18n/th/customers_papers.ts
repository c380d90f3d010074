<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>papers</name>
        <message>
            <source>Quotations</source>
            <translation>ใบเสนอราคา</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>เลขที่</translation>
        </message>
        <message>
            <source>State</source>
            <translation>สถานะ</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>ยอดรวม</translation>
        </message>
        <message>
            <source>Next date</source>
            <translation>นัดถัดไป</translation>
        </message>
        <message>
            <source>No quotations yet</source>
            <translation>ยังไม่มีใบเสนอราคา</translation>
        </message>
        <message>
            <source>F2 begins one for this customer.</source>
            <translation>กด F2 เพื่อทำใบเสนอราคาให้ลูกค้ารายนี้</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>การเยี่ยม</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>วันที่</translation>
        </message>
        <message>
            <source>About</source>
            <translation>เรื่อง</translation>
        </message>
        <message>
            <source>No visits yet</source>
            <translation>ยังไม่มีการเยี่ยม</translation>
        </message>
        <message>
            <source>Shift+F8 plans one with this customer.</source>
            <translation>กด Shift+F8 เพื่อนัดเยี่ยมลูกค้ารายนี้</translation>
        </message>
    </context>
</TS>
