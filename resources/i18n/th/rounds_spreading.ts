<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>SpreadForm</name>
    <message>
        <source>{0} customers</source>
        <translation>ลูกค้า {0} ราย</translation>
    </message>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>To</source>
        <translation>ถึง</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>How</source>
        <translation>วิธี</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>ผู้เยี่ยม</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>จัดนัด</translation>
    </message>
    <message>
        <source>Visit of the round</source>
        <translation>เยี่ยมตามรอบ</translation>
    </message>
    <message>
        <source>Plan visits</source>
        <translation>จัดนัดเยี่ยม</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>เขต</translation>
    </message>
    <message>
        <source>What would be planned</source>
        <translation>นัดที่จะจัด</translation>
    </message>
    <message>
        <source>has {0}</source>
        <translation>นัดแล้ว {0}</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>วันเต็ม</translation>
    </message>
    <message>
        <source>{0} visits on {1} days, at most {2} a day.</source>
        <translation>{0} นัด ใน {1} วัน ไม่เกินวันละ {2} นัด</translation>
    </message>
    <message>
        <source>{0} left out.</source>
        <translation>ไม่รวม {0} ราย</translation>
    </message>
    <message>
        <source>Closed: {0}.</source>
        <translation>วันหยุด: {0}</translation>
    </message>
</context>
</TS>
