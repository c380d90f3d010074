<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>OrderList</name>
    <message>
        <location filename="../../../ui/orders/list.py" line="45"/>
        <source>Orders</source>
        <translation>คำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="59"/>
        <source>All papers</source>
        <translation>ทุกประเภท</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="64"/>
        <source>Kind of paper</source>
        <translation>ประเภทเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="95"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="96"/>
        <source>To do</source>
        <translation>ต้องทำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="97"/>
        <source>Under way</source>
        <translation>กำลังดำเนินการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="98"/>
        <source>Ended</source>
        <translation>จบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="115"/>
        <source>Promised</source>
        <translation>นัดส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="118"/>
        <source>First promise</source>
        <translation>นัดครั้งแรก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="120"/>
        <source>Days old</source>
        <translation>อายุ (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="122"/>
        <source>Delivered</source>
        <translation>ส่งมอบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="124"/>
        <source>Bill</source>
        <translation>เลขที่บิล</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="125"/>
        <source>Supplier</source>
        <translation>ผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="130"/>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="136"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="138"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="139"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="142"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="148"/>
        <source>Deposits</source>
        <translation>มัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="149"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="150"/>
        <source>Made from</source>
        <translation>ทำจาก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="151"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="156"/>
        <source>No orders here</source>
        <translation>ไม่มีคำสั่งซื้อที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/list.py" line="157"/>
        <source>An accepted quotation becomes an order with Ctrl+O; Ctrl+F2 begins one.</source>
        <translation>เปิดใบเสนอราคาที่ตกลงแล้วกด Ctrl+O หรือกด Ctrl+F2 เพื่อเริ่มใหม่</translation>
    </message>
</context>
</TS>
