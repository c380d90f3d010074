<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>CustomersScreen</name>
        <message>
            <source>No customers yet</source>
            <translation>ยังไม่มีลูกค้า</translation>
        </message>
        <message>
            <source>Ctrl+N takes one in: a name and a phone are enough.</source>
            <translation>กด Ctrl+N เพื่อเพิ่มลูกค้า ใส่แค่ชื่อกับเบอร์โทรก็พอ</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>ชื่อ</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>รหัส</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>โทรศัพท์</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>เขต</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>กลุ่มลูกค้า</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>ระดับราคา</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>ผู้ดูแล</translation>
        </message>
        <message>
            <source>Whose customers</source>
            <translation>ลูกค้าของใคร</translation>
        </message>
        <message>
            <source>Everybody’s</source>
            <translation>ทั้งหมด</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>ของฉัน</translation>
        </message>
        <message>
            <source>Name, phone, tax number or code</source>
            <translation>ชื่อ เบอร์โทร เลขผู้เสียภาษี หรือรหัส</translation>
        </message>
        <message>
            <source>All zones</source>
            <translation>ทุกเขต</translation>
        </message>
        <message>
            <source>All segments</source>
            <translation>ทุกกลุ่ม</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>บันทึกแล้ว</translation>
        </message>
        <message>
            <source>What you typed for the new customer was put aside.</source>
            <translation>พักข้อมูลลูกค้าใหม่ที่พิมพ์ไว้แล้ว</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>เอากลับมา</translation>
        </message>
    </context>
</TS>
