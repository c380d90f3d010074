<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Overview</name>
    <message>
        <location filename="../../../ui/customers/overview.py" line="89"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="105"/>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="106"/>
        <source>Contacts</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="107"/>
        <source>Addresses</source>
        <translation>ที่อยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="108"/>
        <source>Consent</source>
        <translation>ความยินยอม (PDPA)</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="136"/>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="138"/>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="138"/>
        <source>Nobody yet</source>
        <translation>ยังไม่มี</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="139"/>
        <source>Segment · zone</source>
        <translation>กลุ่ม · เขต</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="140"/>
        <source>Price level</source>
        <translation>ระดับราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="157"/>
        <source>{0} · {1} baht</source>
        <translation>{0} ฉบับ · {1} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="158"/>
        <source>Next date</source>
        <translation>นัดถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="159"/>
        <source>Open papers</source>
        <translation>เอกสารค้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="163"/>
        <source>None planned</source>
        <translation>ยังไม่มีนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="167"/>
        <source>{0} · overdue</source>
        <translation>{0} · เลยกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="170"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="170"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="173"/>
        <source>Branch</source>
        <translation>สาขา</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="174"/>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="175"/>
        <source>LINE</source>
        <translation>LINE</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="176"/>
        <source>English name</source>
        <translation>ชื่ออังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="177"/>
        <source>Papers in</source>
        <translation>ภาษาเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="178"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="183"/>
        <location filename="../../../ui/customers/overview.py" line="189"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="183"/>
        <source>No credit; pays cash</source>
        <translation>ไม่มีเครดิต ซื้อเงินสด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="190"/>
        <source>Available</source>
        <translation>ใช้ได้อีก</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="191"/>
        <source>Limit</source>
        <translation>วงเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="192"/>
        <source>Outstanding</source>
        <translation>ยอดค้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="193"/>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="194"/>
        <source>Term</source>
        <translation>เทอม</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="194"/>
        <source>{0} days</source>
        <translation>{0} วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="196"/>
        <source>As of</source>
        <translation>ข้อมูล ณ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="197"/>
        <source>{0} ({1}), {2}</source>
        <translation>{0} ({1}) จาก{2}</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="205"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
</context>
<context>
    <name>TaxLine</name>
    <message>
        <location filename="../../../ui/customers/overview.py" line="48"/>
        <source>Tax number</source>
        <translation>เลขผู้เสียภาษี</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="53"/>
        <source>Show</source>
        <translation>แสดง</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="54"/>
        <source>It is written down who has looked at the number</source>
        <translation>ระบบบันทึกไว้ว่าใครดูเลขนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="55"/>
        <source>Show the whole tax number</source>
        <translation>แสดงเลขผู้เสียภาษีทั้งหมด</translation>
    </message>
</context>
</TS>
