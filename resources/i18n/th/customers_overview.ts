<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Overview</name>
    <message>
        <location filename="../../../ui/customers/overview.py" line="88"/>
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
        <location filename="../../../ui/customers/overview.py" line="140"/>
        <source>Segment · zone</source>
        <translation>กลุ่ม · เขต</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="141"/>
        <source>Price level</source>
        <translation>ระดับราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="170"/>
        <source>Complete</source>
        <translation>ความครบ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="170"/>
        <source>{0} % · missing: {1}</source>
        <translation>{0} % · ขาด: {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="173"/>
        <source>Merged from</source>
        <translation>รวมมาจาก</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="150"/>
        <source>{0} for {1} baht</source>
        <translation>{0} · {1} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="189"/>
        <location filename="../../../ui/customers/overview.py" line="202"/>
        <source>{0} · {1} baht</source>
        <translation>{0} ฉบับ · {1} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="144"/>
        <source>Last bought</source>
        <translation>ซื้อล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="190"/>
        <source>Next date</source>
        <translation>นัดถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="191"/>
        <source>Open papers</source>
        <translation>เอกสารค้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="203"/>
        <source>Open orders</source>
        <translation>คำสั่งซื้อค้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="206"/>
        <source>Deposits held</source>
        <translation>เงินมัดจำที่ถือไว้</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="210"/>
        <source>None planned</source>
        <translation>ยังไม่มีนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="214"/>
        <source>{0} · overdue</source>
        <translation>{0} · เลยกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="218"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="219"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="224"/>
        <source>Branch</source>
        <translation>สาขา</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="225"/>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="226"/>
        <source>LINE</source>
        <translation>LINE</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="227"/>
        <source>English name</source>
        <translation>ชื่ออังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="228"/>
        <source>Papers in</source>
        <translation>ภาษาเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="229"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="234"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="220"/>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="142"/>
        <source>Class of visits</source>
        <translation>ระดับการเยี่ยม</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="143"/>
        <source>Last contact</source>
        <translation>ติดต่อล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="161"/>
        <source>{0} · overdue since {1}</source>
        <translation>{0} · เกินรอบตั้งแต่ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="161"/>
        <source>{0} · due by {1}</source>
        <translation>{0} · ครบรอบ {1}</translation>
    </message>
</context>
<context>
    <name>TaxLine</name>
    <message>
        <location filename="../../../ui/customers/overview.py" line="47"/>
        <source>Tax number</source>
        <translation>เลขผู้เสียภาษี</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="52"/>
        <source>Show</source>
        <translation>แสดง</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="53"/>
        <source>It is written down who has looked at the number</source>
        <translation>ระบบบันทึกไว้ว่าใครดูเลขนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/overview.py" line="54"/>
        <source>Show the whole tax number</source>
        <translation>แสดงเลขผู้เสียภาษีทั้งหมด</translation>
    </message>
</context>
</TS>
