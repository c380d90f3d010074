<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>DuePage</name>
    <message>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>ภายใน 7 วัน</translation>
    </message>
    <message>
        <source>Near planned visits</source>
        <translation>ใกล้นัดที่มีอยู่</translation>
    </message>
    <message>
        <source>Who is due</source>
        <translation>ถึงรอบเยี่ยม</translation>
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
        <source>Whose customers</source>
        <translation>ลูกค้าของใคร</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>ทุกเขต</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>ทุกระดับ</translation>
    </message>
    <message>
        <source>Class {0}</source>
        <translation>ระดับ {0}</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>ของทุกคน</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>ของฉัน</translation>
    </message>
    <message>
        <source>All of the branch</source>
        <translation>ทั้งสาขา</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>ติดต่อล่าสุด</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>ครบรอบ</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>นัดไว้</translation>
    </message>
    <message>
        <source>District</source>
        <translation>อำเภอ/เขต</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>ใกล้กับ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <source>Nobody is due here</source>
        <translation>ยังไม่มีลูกค้าถึงรอบ</translation>
    </message>
    <message>
        <source>Customers with a class A, B or C come due; it is set in their form.</source>
        <translation>ลูกค้าที่กำหนดระดับ A B หรือ C ไว้ในแบบฟอร์มลูกค้า จะขึ้นที่นี่เมื่อถึงรอบ</translation>
    </message>
    <message>
        <source>The last contact is longer ago than the class allows.</source>
        <translation>ติดต่อครั้งล่าสุดนานกว่ารอบของระดับลูกค้า</translation>
    </message>
    <message>
        <source>Overdue, or due within the next seven days.</source>
        <translation>เกินรอบแล้ว หรือจะครบรอบภายใน 7 วัน</translation>
    </message>
    <message>
        <source>Due within a week in the zones of visits planned for these days; those of the same district first.</source>
        <translation>ครบรอบภายใน 7 วัน และอยู่เขตเดียวกับนัดที่มีในช่วงนี้ อำเภอ/เขตเดียวกันขึ้นก่อน</translation>
    </message>
    <message>
        <source>No zone</source>
        <translation>ไม่ระบุเขต</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>เกินรอบ {0}</translation>
    </message>
    <message>
        <source>{0} soon</source>
        <translation>ใกล้ครบ {0}</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} วัน</translation>
    </message>
    <message>
        <source>today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>in {0} days</source>
        <translation>อีก {0} วัน</translation>
    </message>
    <message>
        <source>{0} visits planned.</source>
        <translation>จัดนัดเยี่ยมแล้ว {0} นัด</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
</TS>
