<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>RoutePage</name>
    <message>
        <source>Whose route</source>
        <translation>เส้นทางของใคร</translation>
    </message>
    <message>
        <source>Route of the day</source>
        <translation>เส้นทางของวัน</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>ลำดับ</translation>
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
        <source>Where</source>
        <translation>ที่ไหน</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>No visits on this day</source>
        <translation>ไม่มีนัดในวันนี้</translation>
    </message>
    <message>
        <source>Ctrl+N plans one; who is due stands under Ctrl+4.</source>
        <translation>กด Ctrl+N เพื่อนัด หรือ Ctrl+4 ดูลูกค้าที่ถึงรอบ</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>วันก่อน</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>วันถัดไป</translation>
    </message>
    <message>
        <source>Last visit: {0}</source>
        <translation>ครั้งก่อน: {0}</translation>
    </message>
    <message>
        <source>none before</source>
        <translation>ยังไม่เคยเยี่ยม</translation>
    </message>
    <message>
        <source>Promised: {0}</source>
        <translation>รับปากไว้: {0}</translation>
    </message>
</context>
</TS>
