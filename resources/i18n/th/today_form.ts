<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>FollowUpForm</name>
    <message>
        <location filename="../../../ui/today_form.py" line="34"/>
        <source>How</source>
        <translation>ทาง</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="35"/>
        <source>Result</source>
        <translation>ผล</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="36"/>
        <source>What the customer said</source>
        <translation>ลูกค้าว่าอย่างไร</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="39"/>
        <source>Next follow-up</source>
        <translation>ติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="42"/>
        <source>Day/month/year, or +7 for a week from today.</source>
        <translation>วัน/เดือน/ปี หรือ +7 คืออีก 7 วันจากวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="60"/>
        <source>Follow-up of {0}</source>
        <translation>ติดตาม {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="63"/>
        <source>Follow-up</source>
        <translation>ติดตามใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="63"/>
        <source>Put off</source>
        <translation>เลื่อนการติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="79"/>
        <source>Telephone {0}</source>
        <translation>โทรศัพท์ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="87"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/today_form.py" line="87"/>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
</context>
</TS>
