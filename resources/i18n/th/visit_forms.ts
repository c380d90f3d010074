<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>LogForm</name>
        <message>
            <source>Day of the visit</source>
            <translation>วันที่เยี่ยม</translation>
        </message>
        <message>
            <source>choose …</source>
            <translation>เลือก …</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>ผลการเยี่ยม</translation>
        </message>
        <message>
            <source>Obstacle</source>
            <translation>อุปสรรค</translation>
        </message>
        <message>
            <source>What was promised</source>
            <translation>รับปากลูกค้าไว้ว่าอย่างไร</translation>
        </message>
        <message>
            <source>Day/month/year, or +7.</source>
            <translation>วัน/เดือน/ปี หรือ +7</translation>
        </message>
        <message>
            <source>Next date</source>
            <translation>นัดครั้งต่อไป</translation>
        </message>
        <message>
            <source>Plan the next visit for that day</source>
            <translation>นัดเยี่ยมครั้งต่อไปในวันนั้น</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>บันทึก</translation>
        </message>
        <message>
            <source>Log the visit</source>
            <translation>บันทึกผลการเยี่ยม</translation>
        </message>
        <message>
            <source>Log a visit without a plan</source>
            <translation>บันทึกการเยี่ยมที่ไม่ได้นัด</translation>
        </message>
    </context>
    <context>
        <name>MoveForm</name>
        <message>
            <source>New day</source>
            <translation>วันนัดใหม่</translation>
        </message>
        <message>
            <source>Day/month/year, or +7.</source>
            <translation>วัน/เดือน/ปี หรือ +7</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>เวลา</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>เหตุผล</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>เลื่อนนัด</translation>
        </message>
        <message>
            <source>Move the visit</source>
            <translation>เลื่อนนัดเยี่ยม</translation>
        </message>
        <message>
            <source>Who goes</source>
            <translation>ผู้เยี่ยม</translation>
        </message>
    </context>
    <context>
        <name>PlanForm</name>
        <message>
            <source>Plan a visit</source>
            <translation>นัดเยี่ยมลูกค้า</translation>
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
            <source>What for</source>
            <translation>เรื่อง</translation>
        </message>
        <message>
            <source>Who goes</source>
            <translation>ผู้ไปพบ</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>บันทึกนัด</translation>
        </message>
    </context>
    <context>
        <name>ReasonForm</name>
        <message>
            <source>Why</source>
            <translation>เหตุผล</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>บันทึก</translation>
        </message>
        <message>
            <source>The visit did not take place</source>
            <translation>ไม่ได้พบลูกค้าตามนัด</translation>
        </message>
        <message>
            <source>The visit is not needed any more</source>
            <translation>ยกเลิกนัดเยี่ยม</translation>
        </message>
    </context>
    <context>
        <name>VisitForm</name>
        <message>
            <source>Customer</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>How</source>
            <translation>วิธีพบ</translation>
        </message>
    </context>
</TS>
