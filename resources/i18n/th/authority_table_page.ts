<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>TablePage</name>
    <message>
        <source>What the program comes with</source>
        <translation>ตารางตั้งต้นของโปรแกรม</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>รุ่นที่ {0}</translation>
    </message>
    <message>
        <source>Confirm version {0}</source>
        <translation>ยืนยันรุ่นที่ {0}</translation>
    </message>
    <message>
        <source>Drop draft {0}? It stays in the records of changes only.</source>
        <translation>ทิ้งร่างรุ่นที่ {0} หรือไม่ ร่างนี้จะเหลืออยู่ในประวัติการเปลี่ยนแปลงเท่านั้น</translation>
    </message>
    <message>
        <source>Drop draft {0}</source>
        <translation>ทิ้งร่างรุ่นที่ {0}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ยังไม่ทำ</translation>
    </message>
    <message>
        <source>Version {0} is confirmed.</source>
        <translation>ยืนยันรุ่นที่ {0} แล้ว</translation>
    </message>
    <message>
        <source>Draft {0} is dropped.</source>
        <translation>ทิ้งร่างรุ่นที่ {0} แล้ว</translation>
    </message>
    <message>
        <source>Draft {0} is made; a second person confirms it.</source>
        <translation>สร้างร่างรุ่นที่ {0} แล้ว รอผู้อื่นยืนยัน</translation>
    </message>
    <message>
        <source>Save as spreadsheet</source>
        <translation>บันทึกเป็นไฟล์ตาราง</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>บันทึกไว้ที่ {0} แล้ว</translation>
    </message>
</context>
</TS>
