<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/order_actions.py" line="9"/>
        <source>New sales order</source>
        <translation>คำสั่งขายใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="16"/>
        <source>New back order</source>
        <translation>ใบ Back Order ใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="23"/>
        <source>New special order</source>
        <translation>ใบสินค้าสั่งพิเศษใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="33"/>
        <source>Next kind of paper</source>
        <translation>เอกสารประเภทถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="40"/>
        <source>Make the order</source>
        <translation>ทำคำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="47"/>
        <source>Split off what must be ordered</source>
        <translation>แยกรายการที่ต้องสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="54"/>
        <source>Ask for the deposit</source>
        <translation>เรียกเก็บมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="61"/>
        <source>Decide on the deposit still held</source>
        <translation>จัดการมัดจำที่ยังถืออยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="68"/>
        <source>Go on without the deposit</source>
        <translation>ดำเนินการโดยไม่รอมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="75"/>
        <source>Hand over for fulfilment</source>
        <translation>ส่งต่อให้จัดสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="82"/>
        <source>Take over for fulfilment</source>
        <translation>รับงานไปจัดสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="89"/>
        <source>Move what is short to a back order</source>
        <translation>ย้ายรายการที่ขาดไป Back Order</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="96"/>
        <source>Request the purchase</source>
        <translation>เสนอซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="103"/>
        <source>Acknowledge the request</source>
        <translation>รับทราบใบเสนอซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="110"/>
        <source>Confirm the purchase and its day</source>
        <translation>ยืนยันการสั่งซื้อและวันเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="117"/>
        <source>Decline the request</source>
        <translation>แจ้งว่าซื้อไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="124"/>
        <source>Receive and inspect</source>
        <translation>รับเข้าและตรวจรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="131"/>
        <source>Inspect against the specification</source>
        <translation>ตรวจเทียบกับรายละเอียดที่สั่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="138"/>
        <location filename="../../../ui/order_actions.py" line="254"/>
        <source>Give out what arrived</source>
        <translation>จัดสรรสินค้าที่รับเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="145"/>
        <source>Promise another day</source>
        <translation>นัดวันใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="152"/>
        <source>The customer was told</source>
        <translation>แจ้งลูกค้าแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="159"/>
        <source>Hand over the goods</source>
        <translation>ส่งมอบสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="166"/>
        <source>Record the bill number</source>
        <translation>บันทึกเลขที่บิล</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="173"/>
        <source>The customer signs</source>
        <translation>ลูกค้าลงนาม</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="180"/>
        <source>What the supplier offers</source>
        <translation>ข้อเสนอของผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="187"/>
        <source>The customer does not take it</source>
        <translation>ลูกค้าไม่รับสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="194"/>
        <source>Files of this paper</source>
        <translation>ไฟล์แนบของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="201"/>
        <source>Export for purchasing</source>
        <translation>ส่งออกใบเสนอซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="208"/>
        <source>Promises, arrivals and deliveries</source>
        <translation>วันนัด การรับเข้า และการส่งมอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="216"/>
        <source>Orders</source>
        <translation>คำสั่งซื้อทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="219"/>
        <source>Tell the customer</source>
        <translation>แจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="226"/>
        <source>Not yet fetched</source>
        <translation>สินค้ารอลูกค้ามารับ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="233"/>
        <source>Promises at risk</source>
        <translation>วันนัดที่เสี่ยง</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="240"/>
        <source>Purchase requests</source>
        <translation>ใบเสนอซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="247"/>
        <source>Arrived, not given out</source>
        <translation>รับเข้าแล้ว ยังไม่จัดสรร</translation>
    </message>
    <message>
        <location filename="../../../ui/order_actions.py" line="261"/>
        <source>Put into normal stock</source>
        <translation>นำเข้าสต็อกปกติ</translation>
    </message>
</context>
</TS>
