<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>VisitsScreen</name>
    <message>
        <source>Visits</source>
        <translation>เยี่ยมลูกค้า</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>เลยกำหนด</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>How</source>
        <translation>วิธีพบ</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>เขต</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>ผู้ไปพบ</translation>
    </message>
    <message>
        <source>No visits here</source>
        <translation>ยังไม่มีนัดเยี่ยม</translation>
    </message>
    <message>
        <source>Ctrl+N plans a visit, L logs one that was not planned.</source>
        <translation>กด Ctrl+N เพื่อนัดเยี่ยม หรือ L เพื่อบันทึกการเยี่ยมที่ไม่ได้นัดไว้</translation>
    </message>
    <message>
        <source>Log a visit</source>
        <translation>บันทึกการเยี่ยม</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>นัดเยี่ยมลูกค้า</translation>
    </message>
    <message>
        <source>Show my own only</source>
        <translation>เฉพาะของฉัน</translation>
    </message>
    <message>
        <source>Show everybody’s</source>
        <translation>ดูงานของทุกคน</translation>
    </message>
    <message>
        <source>Today {0}</source>
        <translation>วันนี้ {0}</translation>
    </message>
</context>
</TS>
