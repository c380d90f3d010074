<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>VersionList</name>
    <message>
        <source>Versions</source>
        <translation>รุ่นทั้งหมด</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Version {0}</source>
        <translation>รุ่นที่ {0}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>เริ่มใช้ {0}</translation>
    </message>
</context>
<context>
    <name>matrix_words</name>
    <message>
        <source>In force</source>
        <translation>ใช้อยู่</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>ร่าง</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>รอวันเริ่ม</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>เลิกใช้แล้ว</translation>
    </message>
</context>
</TS>
