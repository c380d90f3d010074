<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>orders</name>
    <message>
        <location filename="../../../ui/orders/words.py" line="21"/>
        <source>promised for {0}</source>
        <translation>นัดส่ง {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="22"/>
        <source>promised for {0}, at first for {1}</source>
        <translation>นัดส่ง {0} (เดิม {1})</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="23"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="24"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="25"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="26"/>
        <source>Made from</source>
        <translation>ทำจาก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="27"/>
        <source>Dated</source>
        <translation>ลงวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="28"/>
        <source>Promised</source>
        <translation>นัดส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="29"/>
        <source>First promise</source>
        <translation>นัดครั้งแรก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="30"/>
        <source>Bill or reference</source>
        <translation>เลขที่บิล/อ้างอิง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="31"/>
        <source>To pay in all</source>
        <translation>ยอดที่ต้องชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="32"/>
        <source>Deposit asked</source>
        <translation>มัดจำที่เรียกเก็บ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="33"/>
        <source>Deposit here</source>
        <translation>มัดจำคงเหลือ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="34"/>
        <source>To be cleared</source>
        <translation>รอเงินเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="35"/>
        <source>Still missing</source>
        <translation>ยังขาด</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="36"/>
        <source>without deposit</source>
        <translation>อนุมัติไม่ต้องมีมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="37"/>
        <source>Deducted</source>
        <translation>หักแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="38"/>
        <source>Remains to pay</source>
        <translation>คงต้องชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/words.py" line="39"/>
        <source>To be given back</source>
        <translation>มัดจำค้างคืน</translation>
    </message>
</context>
</TS>
