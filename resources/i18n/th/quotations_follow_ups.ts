<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>FollowUpsPage</name>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="30"/>
        <source>Follow-ups</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="47"/>
        <source>Due</source>
        <translation>ถึงกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="48"/>
        <source>Overdue</source>
        <translation>เลยกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="49"/>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="50"/>
        <source>Next 7 days</source>
        <translation>7 วันข้างหน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="51"/>
        <source>Later</source>
        <translation>หลังจากนั้น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="52"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="69"/>
        <source>Follow up</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="70"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="71"/>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="72"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="73"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="74"/>
        <source>Objection</source>
        <translation>ข้อโต้แย้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="77"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="82"/>
        <source>Valid until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="83"/>
        <source>Expected</source>
        <translation>คาดว่าปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="84"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="85"/>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="90"/>
        <source>Nobody to call here</source>
        <translation>ไม่มีใครต้องโทรในรายการนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/follow_ups.py" line="91"/>
        <source>Ctrl+G looks at other days, Ctrl+M at everybody’s.</source>
        <translation>กด Ctrl+G ดูวันอื่น Ctrl+M ดูของทุกคน</translation>
    </message>
</context>
</TS>
