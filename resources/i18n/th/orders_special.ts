<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SpecialActs</name>
    <message>
        <location filename="../../../ui/orders/special.py" line="80"/>
        <source>The customer signs for the specification</source>
        <translation>ลูกค้าลงนามรับรองรายละเอียดสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="82"/>
        <source>Record the signature</source>
        <translation>บันทึกลายมือชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="88"/>
        <source>Signed by</source>
        <translation>ผู้ลงนาม</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="89"/>
        <source>Signed on</source>
        <translation>ลงนามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="97"/>
        <source>Signs here</source>
        <translation>ลงนามบนหน้าจอ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="98"/>
        <source>Signed scan</source>
        <translation>สำเนาที่ลงนามแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="99"/>
        <source>Sign here with a finger, pen or mouse</source>
        <translation>ลงนามที่นี่ด้วยนิ้ว ปากกา หรือเมาส์</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="99"/>
        <source>Sign again</source>
        <translation>ลงนามใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="100"/>
        <source>Signature</source>
        <translation>ลายมือชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="144"/>
        <source>Signed</source>
        <translation>ลงนามแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="151"/>
        <source>What the supplier offers</source>
        <translation>ข้อเสนอของผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="151"/>
        <source>Record the offer</source>
        <translation>บันทึกข้อเสนอ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="154"/>
        <source>Supplier</source>
        <translation>ผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="155"/>
        <source>Number of the offer</source>
        <translation>เลขที่ใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="156"/>
        <source>Cost before VAT</source>
        <translation>ต้นทุนก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="157"/>
        <source>Days until it is here</source>
        <translation>ระยะเวลา (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="158"/>
        <source>Holds until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="159"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="172"/>
        <location filename="../../../ui/orders/special.py" line="203"/>
        <source>Recorded</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="182"/>
        <source>Inspect against the specification</source>
        <translation>ตรวจเทียบกับรายละเอียดที่สั่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="184"/>
        <source>Record</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="189"/>
        <source>as specified</source>
        <translation>ตรงตามรายละเอียด</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="190"/>
        <source>not as specified</source>
        <translation>ไม่ตรงตามรายละเอียด</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="192"/>
        <source>What arrived is</source>
        <translation>สินค้าที่มาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="193"/>
        <source>Findings</source>
        <translation>ผลการตรวจ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="211"/>
        <source>The customer does not take it</source>
        <translation>ลูกค้าไม่รับสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="212"/>
        <source>Why not</source>
        <translation>เหตุผลที่ไม่รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="213"/>
        <source>Record the refusal</source>
        <translation>บันทึกว่าไม่รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/special.py" line="219"/>
        <source>Refused; the deposit’s fate is asked under Deposits</source>
        <translation>บันทึกแล้ว กรุณาขอดำเนินการเรื่องมัดจำในหน้าเงินมัดจำ</translation>
    </message>
</context>
</TS>
