<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>words</name>
        <message>
            <source>{0} min ago</source>
            <translation>{0} นาทีก่อน</translation>
        </message>
        <message>
            <source>{0} h ago</source>
            <translation>{0} ชม. ก่อน</translation>
        </message>
        <message>
            <source>{0} days ago</source>
            <translation>{0} วันก่อน</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>ระดับ</translation>
        </message>
        <message>
            <source>All classes</source>
            <translation>ทุกระดับ</translation>
        </message>
        <message>
            <source>Class {0}</source>
            <translation>ระดับ {0}</translation>
        </message>
    </context>
</TS>
