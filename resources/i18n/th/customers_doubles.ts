<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>Doubles</name>
        <message>
            <source>Already here?</source>
            <translation>อาจมีลูกค้ารายนี้แล้ว</translation>
        </message>
        <message>
            <source>These may be the customer you are typing. You can go on.</source>
            <translation>อาจเป็นลูกค้ารายเดียวกับที่กำลังพิมพ์ พิมพ์ต่อได้ตามปกติ</translation>
        </message>
        <message>
            <source>Possibly here already: {0}</source>
            <translation>อาจมีอยู่แล้ว: {0}</translation>
        </message>
        <message>
            <source>Open this one instead</source>
            <translation>เปิดรายนี้แทน</translation>
        </message>
        <message>
            <source>Open {0} instead</source>
            <translation>เปิด {0} แทน</translation>
        </message>
    </context>
</TS>
