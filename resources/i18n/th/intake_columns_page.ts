<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>ColumnsPage</name>
    <message>
        <source>In the file</source>
        <translation>ในไฟล์</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>คือ</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>บรรทัดแรก ๆ</translation>
    </message>
    <message>
        <source>– not used –</source>
        <translation>– ไม่ใช้ –</translation>
    </message>
    <message>
        <source>Field of column {0}</source>
        <translation>ช่องข้อมูลของคอลัมน์ {0}</translation>
    </message>
</context>
</TS>
