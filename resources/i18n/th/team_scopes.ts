<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ScopeBox</name>
    <message>
        <source>Whose figures</source>
        <translation>ตัวเลขของใคร</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>ทุกคน</translation>
    </message>
    <message>
        <source>My reporting line</source>
        <translation>สายบังคับบัญชาของฉัน</translation>
    </message>
    <message>
        <source>Branch {0}</source>
        <translation>สาขา {0}</translation>
    </message>
    <message>
        <source>{0} (left)</source>
        <translation>{0} (พ้นหน้าที่)</translation>
    </message>
</context>
</TS>
