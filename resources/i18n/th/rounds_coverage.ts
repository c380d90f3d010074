<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>CoveragePage</name>
    <message>
        <source>Coverage of visits</source>
        <translation>ความครอบคลุมการเยี่ยม</translation>
    </message>
    <message>
        <source>Lines by</source>
        <translation>แยกตาม</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>เทียบกับ</translation>
    </message>
    <message>
        <source>vs. the days before</source>
        <translation>เทียบช่วงก่อน</translation>
    </message>
    <message>
        <source>vs. a year ago</source>
        <translation>เทียบปีก่อน</translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation>ไม่เทียบ</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>ที่ดูแล</translation>
    </message>
    <message>
        <source>Active customers with a class and an owner, as of today.</source>
        <translation>ลูกค้าที่ยังติดต่ออยู่ มีระดับและมีผู้ดูแล ณ วันนี้</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>ได้พบ</translation>
    </message>
    <message>
        <source>Of those assigned, who was met in these days, by whoever and however.</source>
        <translation>ลูกค้าที่ดูแลซึ่งได้พบในช่วงนี้ ไม่ว่าใครพบและพบทางใด</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>ครอบคลุม</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>ช่วงก่อน</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>ตามแผน</translation>
    </message>
    <message>
        <source>Visits planned for days that are over, and those settled already.</source>
        <translation>นัดของวันที่ผ่านไปแล้ว และนัดที่สรุปผลแล้ว</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>ทำได้</translation>
    </message>
    <message>
        <source>Of those planned, which were held.</source>
        <translation>นัดตามแผนที่ได้เยี่ยมจริง</translation>
    </message>
    <message>
        <source>Plan kept</source>
        <translation>ทำได้ตามแผน</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <source>Whose last contact is longer ago than the class allows, as of today.</source>
        <translation>ลูกค้าที่ติดต่อครั้งล่าสุดนานกว่ารอบ ณ วันนี้</translation>
    </message>
    <message>
        <source>No data in these days</source>
        <translation>ไม่มีข้อมูลในช่วงนี้</translation>
    </message>
    <message>
        <source>Nobody with a class is assigned here, and no visit was planned.</source>
        <translation>ไม่มีลูกค้าที่กำหนดระดับ และไม่มีนัดในช่วงนี้</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>เขต</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>ครบรอบ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>ผล</translation>
    </message>
    <message>
        <source>Coverage: of the customers assigned, who was met. Plan kept: of the visits planned, which were held. Assigned and overdue are of today for every period.</source>
        <translation>ครอบคลุม = ลูกค้าที่ได้พบ ÷ ลูกค้าที่ดูแล ทำได้ตามแผน = นัดที่ได้เยี่ยม ÷ นัดตามแผน ส่วนที่ดูแลและเกินรอบเป็นข้อมูล ณ วันนี้ทุกช่วง</translation>
    </message>
    <message>
        <source>Not visited</source>
        <translation>ยังไม่ได้พบ</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>ไม่ได้เยี่ยม</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>บันทึกตัวเลขเป็นไฟล์</translation>
    </message>
</context>
</TS>
