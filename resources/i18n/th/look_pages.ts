<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PapersPage</name>
    <message>
        <source>Look of papers</source>
        <translation>แบบเอกสาร</translation>
    </message>
</context>
<context>
    <name>SamplePane</name>
    <message>
        <source>Sample</source>
        <translation>ตัวอย่าง</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>ภาษาของเอกสาร</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>The shop</source>
        <translation>ข้อมูลร้าน</translation>
    </message>
</context>
</TS>
