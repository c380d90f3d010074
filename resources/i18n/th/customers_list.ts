<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>CustomersScreen</name>
    <message>
        <location filename="../../../ui/customers/list.py" line="69"/>
        <source>No customers yet</source>
        <translation>ยังไม่มีลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="70"/>
        <source>Ctrl+N takes one in: a name and a phone are enough.</source>
        <translation>กด Ctrl+N เพื่อเพิ่มลูกค้า ใส่แค่ชื่อกับเบอร์โทรก็พอ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="90"/>
        <source>Customers</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="218"/>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="225"/>
        <source>Code</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="226"/>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="227"/>
        <location filename="../../../ui/customers/list.py" line="239"/>
        <source>Zone</source>
        <translation>เขต</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="228"/>
        <location filename="../../../ui/customers/list.py" line="239"/>
        <source>Segment</source>
        <translation>กลุ่มลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="230"/>
        <source>Level</source>
        <translation>ระดับราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="231"/>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="239"/>
        <source>Whose customers</source>
        <translation>ลูกค้าของใคร</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="246"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="247"/>
        <source>Mine</source>
        <translation>ของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="258"/>
        <source>Name, phone, tax number or code</source>
        <translation>ชื่อ เบอร์โทร เลขผู้เสียภาษี หรือรหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="313"/>
        <source>All zones</source>
        <translation>ทุกเขต</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="313"/>
        <source>All segments</source>
        <translation>ทุกกลุ่ม</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="363"/>
        <source>That record was merged into this one.</source>
        <translation>รายที่เปิดรวมเข้ากับลูกค้านี้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="370"/>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="394"/>
        <source>What you typed for the new customer was put aside.</source>
        <translation>พักข้อมูลลูกค้าใหม่ที่พิมพ์ไว้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="396"/>
        <source>Bring it back</source>
        <translation>เอากลับมา</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="229"/>
        <source>Class</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/list.py" line="178"/>
        <source>Visiting cards</source>
        <translation>นามบัตร</translation>
    </message>
</context>
</TS>
