<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>AtRisk</name>
    <message>
        <location filename="../../../ui/orders/works.py" line="155"/>
        <source>Promises at risk</source>
        <translation>วันนัดที่เสี่ยง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="163"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="168"/>
        <source>Promised</source>
        <translation>นัดส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="169"/>
        <source>First promise</source>
        <translation>นัดครั้งแรก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="170"/>
        <source>How late</source>
        <translation>ล่าช้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="171"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="177"/>
        <source>{0} days late</source>
        <translation>ช้า {0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="178"/>
        <source>in {0} days</source>
        <translation>อีก {0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="182"/>
        <source>No promise is at risk</source>
        <translation>ไม่มีวันนัดที่เสี่ยง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="183"/>
        <source>A promise stands here when its day is near and the goods are not here.</source>
        <translation>วันนัดที่ใกล้ถึงแต่สินค้ายังไม่มาจะแสดงที่นี่</translation>
    </message>
</context>
<context>
    <name>Purchases</name>
    <message>
        <location filename="../../../ui/orders/works.py" line="200"/>
        <source>Purchase requests</source>
        <translation>ใบเสนอซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="203"/>
        <source>Under way</source>
        <translation>กำลังดำเนินการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="203"/>
        <source>Not acknowledged</source>
        <translation>ยังไม่รับทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="212"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="213"/>
        <source>Goods</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="216"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="221"/>
        <source>Supplier</source>
        <translation>ผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="222"/>
        <source>Days old</source>
        <translation>อายุ (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="223"/>
        <source>Needed by</source>
        <translation>ต้องใช้วันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="224"/>
        <source>Comes on</source>
        <translation>เข้าวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="225"/>
        <source>For</source>
        <translation>สำหรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="226"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="232"/>
        <source>Nothing is to be bought</source>
        <translation>ไม่มีรายการที่ต้องซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="233"/>
        <source>A request is drafted from a back order or a special order.</source>
        <translation>ใบเสนอซื้อทำจากใบ Back Order หรือใบสินค้าสั่งพิเศษ</translation>
    </message>
</context>
<context>
    <name>ToTell</name>
    <message>
        <location filename="../../../ui/orders/works.py" line="79"/>
        <source>Tell the customer</source>
        <translation>แจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="85"/>
        <source>Of what</source>
        <translation>เรื่องที่ต้องแจ้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="93"/>
        <source>Since</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="94"/>
        <source>Promised</source>
        <translation>นัดส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="95"/>
        <source>First promise</source>
        <translation>นัดครั้งแรก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="100"/>
        <source>Everybody knows</source>
        <translation>แจ้งลูกค้าครบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="100"/>
        <source>Nobody waits to be told of goods or days.</source>
        <translation>ไม่มีลูกค้าที่รอแจ้งเรื่องสินค้าหรือวันนัด</translation>
    </message>
</context>
<context>
    <name>Uncollected</name>
    <message>
        <location filename="../../../ui/orders/works.py" line="113"/>
        <source>Not yet fetched</source>
        <translation>สินค้ารอลูกค้ามารับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="119"/>
        <source>Goods</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="120"/>
        <source>Worth</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="121"/>
        <source>Here since</source>
        <translation>มาถึงวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="122"/>
        <source>Days here</source>
        <translation>รอ (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="123"/>
        <source>Days from promise</source>
        <translation>วันจากนัดครั้งแรก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="124"/>
        <source>Days from order</source>
        <translation>วันจากสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="125"/>
        <source>Told</source>
        <translation>แจ้งแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="126"/>
        <source>Storage</source>
        <translation>ค่าฝาก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="137"/>
        <source>Nothing waits to be fetched</source>
        <translation>ไม่มีสินค้ารอลูกค้ามารับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="138"/>
        <source>Goods kept for customers stand here until they are handed over.</source>
        <translation>สินค้าที่จัดสรรให้ลูกค้าจะอยู่ที่นี่จนกว่าจะส่งมอบ</translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message>
        <location filename="../../../ui/orders/works.py" line="40"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="63"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="64"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="65"/>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/works.py" line="69"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
</context>
</TS>
