<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>FollowUpForm</name>
    <message>
        <source>What the customer said</source>
        <translation>ลูกค้าว่าอย่างไร</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>ติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <source>Day/month/year, or +7 for a week from today.</source>
        <translation>วัน/เดือน/ปี หรือ +7 คืออีก 7 วันจากวันนี้</translation>
    </message>
    <message>
        <source>Follow-up of {0}</source>
        <translation>ติดตาม {0}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>ติดตามใบเสนอราคา</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>เลื่อนการติดตาม</translation>
    </message>
    <message>
        <source>Telephone {0}</source>
        <translation>โทรศัพท์ {0}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
</context>
</TS>
