<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Notices</name>
    <message>
        <location filename="../../../ui/notices.py" line="69"/>
        <source>Open  {0}</source>
        <translation>เปิด  {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/notices.py" line="70"/>
        <source>Open what the notice is about</source>
        <translation>เปิดเรื่องที่แจ้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/notices.py" line="72"/>
        <source>Take the notice away</source>
        <translation>ปิดการแจ้งนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/notices.py" line="117"/>
        <source>{0}  (and {1} more)</source>
        <translation>{0}  (และอีก {1} เรื่อง)</translation>
    </message>
</context>
</TS>
