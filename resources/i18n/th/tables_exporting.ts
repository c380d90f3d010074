<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>exporting</name>
    <message>
        <location filename="../../../ui/tables/exporting.py" line="94"/>
        <source>All shown</source>
        <translation>ทั้งหมดที่แสดง</translation>
    </message>
    <message>
        <location filename="../../../ui/tables/exporting.py" line="96"/>
        <source>The {0} selected</source>
        <translation>ที่เลือก {0} แถว</translation>
    </message>
    <message>
        <location filename="../../../ui/tables/exporting.py" line="99"/>
        <source>Only those who agreed to marketing</source>
        <translation>เฉพาะผู้ยินยอมรับข่าวสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/tables/exporting.py" line="104"/>
        <source>Which rows go into the file?</source>
        <translation>จะส่งออกแถวใดบ้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/tables/exporting.py" line="110"/>
        <source>Save “{0}” as a file</source>
        <translation>บันทึก “{0}” เป็นไฟล์</translation>
    </message>
    <message>
        <location filename="../../../ui/tables/exporting.py" line="140"/>
        <source>Saved as {0} with {1} rows.</source>
        <translation>บันทึกเป็น {0} แล้ว {1} แถว</translation>
    </message>
    <message>
        <location filename="../../../ui/tables/exporting.py" line="182"/>
        <source>Marketing</source>
        <translation>การรับข่าวสาร</translation>
    </message>
</context>
</TS>
