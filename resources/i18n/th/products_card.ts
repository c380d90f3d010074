<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>ProductPanel</name>
        <message>
            <source>No product chosen</source>
            <translation>ยังไม่ได้เลือกสินค้า</translation>
        </message>
        <message>
            <source>Choose one in the list to see its prices and stock here.</source>
            <translation>เลือกสินค้าจากรายการ แล้วราคาและสต็อกจะแสดงที่นี่</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>สินค้า</translation>
        </message>
        <message>
            <source>No longer sold</source>
            <translation>เลิกขายแล้ว</translation>
        </message>
        <message>
            <source>The shop’s system has not reported any stock.</source>
            <translation>ระบบของร้านยังไม่ได้รายงานสต็อก</translation>
        </message>
        <message>
            <source>Prices today</source>
            <translation>ราคา</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>สต็อก</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>หน่วยขาย</translation>
        </message>
        <message>
            <source>More</source>
            <translation>อื่น ๆ</translation>
        </message>
        <message>
            <source>from {0}</source>
            <translation>ตั้งแต่ {0}</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>ถึง {0}</translation>
        </message>
        <message>
            <source>None</source>
            <translation>หมด</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>ชื่ออังกฤษ</translation>
        </message>
        <message>
            <source>Lead time</source>
            <translation>ระยะรอสินค้า</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} วัน</translation>
        </message>
        <message>
            <source>VAT</source>
            <translation>ภาษี</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>บาร์โค้ด</translation>
        </message>
        <message>
            <source>Thai name</source>
            <translation>ชื่อไทย</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>ผู้จำหน่าย</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>ต้นทุน</translation>
        </message>
        <message>
            <source>Last reported</source>
            <translation>ข้อมูลเมื่อ</translation>
        </message>
    </context>
</TS>
