<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>DebtorCard</name>
        <message>
            <source>No customer chosen</source>
            <translation>ยังไม่ได้เลือกลูกค้า</translation>
        </message>
        <message>
            <source>Choose a line to see the credit and the open bills here.</source>
            <translation>เลือกรายการเพื่อดูเครดิตและบิลค้างที่นี่</translation>
        </message>
        <message>
            <source>Open bills</source>
            <translation>บิลค้างชำระ</translation>
        </message>
        <message>
            <source>No open bills</source>
            <translation>ไม่มีบิลค้างชำระ</translation>
        </message>
        <message>
            <source>Nothing is to be paid.</source>
            <translation>ไม่มียอดต้องชำระ</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>เครดิต</translation>
        </message>
    </context>
</TS>
