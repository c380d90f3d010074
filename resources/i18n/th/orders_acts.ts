<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>OrderActs</name>
    <message>
        <location filename="../../../ui/orders/acts.py" line="68"/>
        <source>Ask for the deposit</source>
        <translation>เรียกเก็บมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="68"/>
        <source>Expect this sum</source>
        <translation>แจ้งยอดที่จะรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="69"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="83"/>
        <source>Go on without the deposit</source>
        <translation>ดำเนินการโดยไม่รอมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="84"/>
        <source>Why goods may be bought or handed over all the same</source>
        <translation>เหตุผลที่ให้สั่งซื้อหรือส่งมอบได้โดยไม่มีมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="85"/>
        <source>Ask</source>
        <translation>ขออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="98"/>
        <source>Hand over for fulfilment</source>
        <translation>ส่งต่อให้จัดสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="99"/>
        <source>What they must know</source>
        <translation>สิ่งที่ผู้จัดสินค้าต้องทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="100"/>
        <source>Hand over</source>
        <translation>ส่งต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="106"/>
        <source>Take over for fulfilment</source>
        <translation>รับงานไปจัดสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="106"/>
        <location filename="../../../ui/orders/acts.py" line="118"/>
        <location filename="../../../ui/orders/acts.py" line="141"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="106"/>
        <source>Take over</source>
        <translation>รับงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="111"/>
        <source>Done</source>
        <translation>เรียบร้อย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="115"/>
        <source>Record the bill number</source>
        <translation>บันทึกเลขที่บิล</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="115"/>
        <source>Record</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="116"/>
        <source>Number of the bill</source>
        <translation>เลขที่บิลจากระบบขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="117"/>
        <source>Dated</source>
        <translation>ลงวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="125"/>
        <source>Recorded</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="134"/>
        <source>Acknowledged</source>
        <translation>รับทราบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="138"/>
        <source>Confirm the purchase</source>
        <translation>ยืนยันการสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="138"/>
        <source>Confirm</source>
        <translation>ยืนยัน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="139"/>
        <source>Goods come on</source>
        <translation>สินค้าเข้าวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="140"/>
        <source>Number of the purchase</source>
        <translation>เลขที่ใบสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="150"/>
        <source>Confirmed; the desk is told the day</source>
        <translation>ยืนยันแล้ว แจ้งวันให้ลูกค้าสัมพันธ์ทราบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="157"/>
        <source>Decline the request</source>
        <translation>แจ้งว่าซื้อไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="157"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="157"/>
        <source>Decline</source>
        <translation>แจ้งว่าซื้อไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="162"/>
        <source>Declined</source>
        <translation>แจ้งว่าซื้อไม่ได้แล้ว</translation>
    </message>
</context>
</TS>
