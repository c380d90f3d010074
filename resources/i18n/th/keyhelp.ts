<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>KeyHelp</name>
        <message>
            <source>Keys: {0}</source>
            <translation>ปุ่มลัด: {0}</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>หน้างาน</translation>
        </message>
        <message>
            <source>Open what is selected</source>
            <translation>เปิดรายการที่เลือก</translation>
        </message>
        <message>
            <source>Back; asks only if something would be lost</source>
            <translation>ย้อนกลับ (ถามเฉพาะเมื่อมีสิ่งที่จะหายไป)</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>ทุกหน้า</translation>
        </message>
        <message>
            <source>In a text field: the letters typed last</source>
            <translation>ในช่องพิมพ์: ตัวอักษรที่พิมพ์ล่าสุด</translation>
        </message>
        <message>
            <source>In the lines: what was done to them last</source>
            <translation>ในรายการสินค้า: สิ่งที่ทำล่าสุดในรายการ</translation>
        </message>
        <message>
            <source>In the lines: does it again</source>
            <translation>ในรายการสินค้า: ทำซ้ำสิ่งที่ย้อนไป</translation>
        </message>
        <message>
            <source>Anywhere else: what was stored last</source>
            <translation>ที่อื่น: สิ่งที่บันทึกล่าสุด</translation>
        </message>
    </context>
</TS>
