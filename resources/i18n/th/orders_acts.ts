<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>OrderActs</name>
    <message>
        <location filename="../../../ui/orders/acts.py" line="80"/>
        <source>Ask for the deposit</source>
        <translation>เรียกเก็บมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="80"/>
        <source>Expect this sum</source>
        <translation>แจ้งยอดที่จะรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="81"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="105"/>
        <source>Go on without the deposit</source>
        <translation>ดำเนินการโดยไม่รอมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="106"/>
        <source>Why goods may be bought or handed over all the same</source>
        <translation>เหตุผลที่ให้สั่งซื้อหรือส่งมอบได้โดยไม่มีมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="107"/>
        <source>Ask</source>
        <translation>ขออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="120"/>
        <source>Hand over for fulfilment</source>
        <translation>ส่งต่อให้จัดสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="121"/>
        <source>What they must know</source>
        <translation>สิ่งที่ผู้จัดสินค้าต้องทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="122"/>
        <source>Hand over</source>
        <translation>ส่งต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="128"/>
        <source>Take over for fulfilment</source>
        <translation>รับงานไปจัดสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="128"/>
        <location filename="../../../ui/orders/acts.py" line="144"/>
        <location filename="../../../ui/orders/acts.py" line="168"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="128"/>
        <source>Take over</source>
        <translation>รับงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="137"/>
        <source>Done</source>
        <translation>เรียบร้อย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="141"/>
        <source>Record the bill number</source>
        <translation>บันทึกเลขที่บิล</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="141"/>
        <source>Record</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="142"/>
        <source>Number of the bill</source>
        <translation>เลขที่บิลจากระบบขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="143"/>
        <source>Dated</source>
        <translation>ลงวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="151"/>
        <source>Recorded</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="161"/>
        <source>Acknowledged</source>
        <translation>รับทราบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="165"/>
        <source>Confirm the purchase</source>
        <translation>ยืนยันการสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="165"/>
        <source>Confirm</source>
        <translation>ยืนยัน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="166"/>
        <source>Goods come on</source>
        <translation>สินค้าเข้าวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="167"/>
        <source>Number of the purchase</source>
        <translation>เลขที่ใบสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="177"/>
        <source>Confirmed; the desk is told the day</source>
        <translation>ยืนยันแล้ว แจ้งวันให้ลูกค้าสัมพันธ์ทราบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="184"/>
        <source>Decline the request</source>
        <translation>แจ้งว่าซื้อไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="184"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="184"/>
        <source>Decline</source>
        <translation>แจ้งว่าซื้อไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="189"/>
        <source>Declined</source>
        <translation>แจ้งว่าซื้อไม่ได้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/acts.py" line="194"/>
        <source>Export the purchase request</source>
        <translation>ส่งออกใบเสนอซื้อ</translation>
    </message>
</context>
</TS>
