<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>HandingActs</name>
    <message>
        <location filename="../../../ui/orders/handing.py" line="51"/>
        <source>Hand over the goods</source>
        <translation>ส่งมอบสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="53"/>
        <source>Record the delivery</source>
        <translation>บันทึกการส่งมอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="59"/>
        <source>Delivered on</source>
        <translation>ส่งมอบวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="60"/>
        <source>Received by</source>
        <translation>ผู้รับสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="61"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="68"/>
        <source>Sign here with a finger, pen or mouse</source>
        <translation>ลงนามที่นี่ด้วยนิ้ว ปากกา หรือเมาส์</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="68"/>
        <source>Sign again</source>
        <translation>ลงนามใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="69"/>
        <source>Signature</source>
        <translation>ลายมือชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="71"/>
        <source>A special order of these goods is open; hand over from the shelf anyway</source>
        <translation>ลูกค้ามีใบสั่งพิเศษของสินค้านี้ค้างอยู่ ยืนยันส่งมอบจากสต็อกปกติ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="89"/>
        <source>Handed over</source>
        <translation>ส่งมอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="90"/>
        <source>Not as ordered</source>
        <translation>ไม่ตรงตามสั่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="92"/>
        <source>Line</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="92"/>
        <source>Lies ready</source>
        <translation>พร้อมส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="100"/>
        <source>Deduct deposits in proportion</source>
        <translation>หักมัดจำตามสัดส่วน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="101"/>
        <source>Deduct as chosen below</source>
        <translation>หักตามที่ระบุด้านล่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="103"/>
        <source>Deposits</source>
        <translation>มัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="105"/>
        <source>Deduct</source>
        <translation>หัก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="106"/>
        <source>Deposit</source>
        <translation>ใบรับเงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="107"/>
        <source>Held</source>
        <translation>คงเหลือ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/handing.py" line="145"/>
        <source>Handed over for {0}; {1} deducted, {2} to pay</source>
        <translation>ส่งมอบมูลค่า {0} หักมัดจำ {1} คงต้องชำระ {2}</translation>
    </message>
</context>
</TS>
