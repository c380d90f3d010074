<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>Overview</name>
        <message>
            <source>Customer</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>เครดิต</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>ผู้ติดต่อ</translation>
        </message>
        <message>
            <source>Addresses</source>
            <translation>ที่อยู่</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>ความยินยอม (PDPA)</translation>
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
            <source>Nobody yet</source>
            <translation>ยังไม่มี</translation>
        </message>
        <message>
            <source>Segment · zone</source>
            <translation>กลุ่ม · เขต</translation>
        </message>
        <message>
            <source>Price level</source>
            <translation>ระดับราคา</translation>
        </message>
        <message>
            <source>{0} · {1} baht</source>
            <translation>{0} ฉบับ · {1} บาท</translation>
        </message>
        <message>
            <source>Next date</source>
            <translation>นัดถัดไป</translation>
        </message>
        <message>
            <source>Open papers</source>
            <translation>เอกสารค้าง</translation>
        </message>
        <message>
            <source>Open orders</source>
            <translation>คำสั่งซื้อค้าง</translation>
        </message>
        <message>
            <source>Deposits held</source>
            <translation>เงินมัดจำที่ถือไว้</translation>
        </message>
        <message>
            <source>None planned</source>
            <translation>ยังไม่มีนัด</translation>
        </message>
        <message>
            <source>{0} · overdue</source>
            <translation>{0} · เลยกำหนด</translation>
        </message>
        <message>
            <source>Thai</source>
            <translation>ไทย</translation>
        </message>
        <message>
            <source>English</source>
            <translation>อังกฤษ</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>สาขา</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>อีเมล</translation>
        </message>
        <message>
            <source>LINE</source>
            <translation>LINE</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>ชื่ออังกฤษ</translation>
        </message>
        <message>
            <source>Papers in</source>
            <translation>ภาษาเอกสาร</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>หมายเหตุ</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>ผู้ติดต่อ</translation>
        </message>
        <message>
            <source>Thai and English</source>
            <translation>ไทยและอังกฤษ</translation>
        </message>
    </context>
    <context>
        <name>TaxLine</name>
        <message>
            <source>Tax number</source>
            <translation>เลขผู้เสียภาษี</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>แสดง</translation>
        </message>
        <message>
            <source>It is written down who has looked at the number</source>
            <translation>ระบบบันทึกไว้ว่าใครดูเลขนี้</translation>
        </message>
        <message>
            <source>Show the whole tax number</source>
            <translation>แสดงเลขผู้เสียภาษีทั้งหมด</translation>
        </message>
    </context>
</TS>
