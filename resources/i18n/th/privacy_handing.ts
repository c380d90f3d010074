<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>handing</name>
    <message>
        <location filename="../../../ui/privacy/handing.py" line="23"/>
        <source>Copy of all personal data</source>
        <translation>สำเนาข้อมูลส่วนบุคคลทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/handing.py" line="44"/>
        <source>Saved as {0}.</source>
        <translation>บันทึกเป็น {0} แล้ว</translation>
    </message>
</context>
</TS>
