<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>EditorForm</name>
    <message>
        <source>Rows</source>
        <translation>แถวของตาราง</translation>
    </message>
    <message>
        <source>Change of the authority matrix</source>
        <translation>การแก้ไขตารางอำนาจดำเนินการ</translation>
    </message>
    <message>
        <source>The new version</source>
        <translation>รุ่นใหม่</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>บันทึกเป็นร่าง</translation>
    </message>
    <message>
        <source>1 row changed</source>
        <translation>แก้ไข 1 แถว</translation>
    </message>
    <message>
        <source>{0} rows changed</source>
        <translation>แก้ไข {0} แถว</translation>
    </message>
    <message>
        <source>Save as a draft of its own</source>
        <translation>บันทึกเป็นร่างใหม่แยกต่างหาก</translation>
    </message>
</context>
</TS>
