<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>RecordPanel</name>
    <message>
        <location filename="../../../ui/orders/record.py" line="31"/>
        <source>Promises, arrivals and deliveries</source>
        <translation>วันนัด การรับเข้า และการส่งมอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="40"/>
        <source>Nothing happened to the goods of this paper yet.</source>
        <translation>ยังไม่มีความเคลื่อนไหวของสินค้าในเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="64"/>
        <source>Promises</source>
        <translation>วันที่นัดส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="75"/>
        <source>Told to the customer</source>
        <translation>แจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="85"/>
        <source>{0} days · {1}</source>
        <translation>{0} วัน · {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="90"/>
        <source>What suppliers offered</source>
        <translation>ข้อเสนอของผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="96"/>
        <source>Arrival {0} of {1}, {2}</source>
        <translation>รับเข้าครั้งที่ {0} ของ {1} วันที่ {2}</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="111"/>
        <source>Delivery {0}, {1}, received by {2}</source>
        <translation>ส่งมอบครั้งที่ {0} วันที่ {1} ผู้รับ {2}</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="116"/>
        <source>Worth</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/record.py" line="126"/>
        <source>Delivery slip {0}</source>
        <translation>ใบส่งมอบที่ {0}</translation>
    </message>
</context>
</TS>
