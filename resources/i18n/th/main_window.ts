<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../../ui/main_window.py" line="77"/>
        <source>Customer-relations desk</source>
        <translation>งานลูกค้าสัมพันธ์</translation>
    </message>
    <message>
        <location filename="../../../ui/main_window.py" line="187"/>
        <source>No follow-up is due. Well done.</source>
        <translation>ไม่มีรายการที่ต้องติดตามแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/main_window.py" line="229"/>
        <source>The database does not answer. Please go on: what you type is kept, and saving works again as soon as it is back.</source>
        <translation>ฐานข้อมูลไม่ตอบสนองชั่วคราว พิมพ์ต่อได้ตามปกติ สิ่งที่พิมพ์เก็บไว้ให้แล้ว และจะบันทึกได้ทันทีที่ฐานข้อมูลกลับมา</translation>
    </message>
</context>
</TS>
