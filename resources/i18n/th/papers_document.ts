<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperDocument</name>
    <message>
        <location filename="../../../ui/papers/document.py" line="110"/>
        <source>Waiting for {0}; read only until the answer</source>
        <translation>รอ {0} ตอบ ระหว่างนี้แก้ไขไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/document.py" line="113"/>
        <source>The customer is waiting · {0}</source>
        <translation>ลูกค้ารออยู่ · {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/document.py" line="208"/>
        <source>Everything else</source>
        <translation>คำสั่งอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/document.py" line="310"/>
        <source>Choose the customer and the goods to see whose decision this is</source>
        <translation>เลือกลูกค้าและใส่สินค้า แล้วจะบอกว่าใครเป็นผู้อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/document.py" line="333"/>
        <source>Ask for advice</source>
        <translation>ขอคำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/document.py" line="334"/>
        <source>Ask for approval</source>
        <translation>ส่งขออนุมัติ</translation>
    </message>
</context>
</TS>
