<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>copying</name>
    <message>
        <location filename="../../../ui/papers/copying.py" line="42"/>
        <source>Copy {0} to a new quotation</source>
        <translation>คัดลอก {0} เป็นใบเสนอราคาใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/copying.py" line="43"/>
        <source>Copy</source>
        <translation>คัดลอก</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/copying.py" line="53"/>
        <source>For the customer</source>
        <translation>ให้ลูกค้า</translation>
    </message>
</context>
</TS>
