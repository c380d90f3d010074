<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>ProductsScreen</name>
    <message>
        <source>No products yet</source>
        <translation>ยังไม่มีสินค้า</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>กลุ่มสินค้า</translation>
    </message>
    <message>
        <source>Price level</source>
        <translation>ระดับราคา</translation>
    </message>
    <message>
        <source>{0} price</source>
        <translation>ราคา{0}</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <source>Ctrl+I takes in the list of the shop’s system (CSV or XLSX).</source>
        <translation>กด Ctrl+I เพื่อนำเข้ารายการจากระบบของร้าน (CSV หรือ XLSX)</translation>
    </message>
    <message>
        <source>Somebody of merchandise takes in the list of the shop’s system.</source>
        <translation>ฝ่ายบริหารสินค้าเป็นผู้นำเข้ารายการจากระบบของร้าน</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>หน่วย</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>ราคา</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>สาขานี้</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>ข้อมูลเมื่อ</translation>
    </message>
    <message>
        <source>Name, code or barcode</source>
        <translation>ชื่อ รหัส หรือบาร์โค้ด</translation>
    </message>
    <message>
        <source>None</source>
        <translation>หมด</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>ทุกกลุ่ม</translation>
    </message>
</context>
</TS>
