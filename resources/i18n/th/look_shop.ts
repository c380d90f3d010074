<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>ShopForm</name>
    <message>
        <source>The shop</source>
        <translation>ข้อมูลร้าน</translation>
    </message>
    <message>
        <source>Name, Thai</source>
        <translation>ชื่อร้าน (ไทย)</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>ชื่อร้าน (อังกฤษ)</translation>
    </message>
    <message>
        <source>Address, Thai</source>
        <translation>ที่อยู่ (ไทย)</translation>
    </message>
    <message>
        <source>Address, English</source>
        <translation>ที่อยู่ (อังกฤษ)</translation>
    </message>
    <message>
        <source>A branch with an address or phone of its own prints that.</source>
        <translation>สาขาที่มีที่อยู่หรือโทรศัพท์ของตัวเอง จะพิมพ์ของสาขานั้น</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>เลขประจำตัวผู้เสียภาษี</translation>
    </message>
    <message>
        <source>Tax branch</source>
        <translation>สาขาตามภาษี</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <source>Bank account on papers</source>
        <translation>บัญชีธนาคารที่พิมพ์ในเอกสาร</translation>
    </message>
    <message>
        <source>Phone or tax number; with it slips and receipts bear a QR to pay by.</source>
        <translation>เบอร์โทรศัพท์หรือเลขผู้เสียภาษี เมื่อใส่แล้วใบแจ้งชำระและใบรับมัดจำจะมี QR ให้สแกนจ่าย</translation>
    </message>
    <message>
        <source>PromptPay</source>
        <translation>พร้อมเพย์</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
    <message>
        <source>New papers: prices include VAT</source>
        <translation>เอกสารใหม่: ราคารวม VAT</translation>
    </message>
    <message>
        <source>Offers hold (days)</source>
        <translation>ยืนราคา (วัน)</translation>
    </message>
    <message>
        <source>First follow-up (days)</source>
        <translation>ติดตามครั้งแรก (วัน)</translation>
    </message>
    <message>
        <source>Split papers (days)</source>
        <translation>จับการแบ่งใบ (วัน)</translation>
    </message>
    <message>
        <source>Deposits asked, goods that wait</source>
        <translation>มัดจำที่เรียกเก็บ และสินค้าที่รอ</translation>
    </message>
    <message>
        <source>Back orders (%)</source>
        <translation>มัดจำใบค้างส่ง (%)</translation>
    </message>
    <message>
        <source>Special orders (%)</source>
        <translation>มัดจำใบสั่งพิเศษ (%)</translation>
    </message>
    <message>
        <source>Promise at risk (days)</source>
        <translation>เตือนก่อนวันนัด (วัน)</translation>
    </message>
    <message>
        <source>Kept free (days)</source>
        <translation>ฝากฟรี (วัน)</translation>
    </message>
    <message>
        <source>Storage a day (%)</source>
        <translation>ค่าฝากต่อวัน (%)</translation>
    </message>
    <message>
        <source>Locks after (minutes)</source>
        <translation>ล็อกจอหลัง (นาที)</translation>
    </message>
    <message>
        <source>Follow up from (baht)</source>
        <translation>ติดตามเมื่อยอดตั้งแต่ (บาท)</translation>
    </message>
    <message>
        <source>Numbers, VAT and lock</source>
        <translation>เลขที่เอกสาร ภาษี และการล็อกจอ</translation>
    </message>
    <message>
        <source>Must keep {kind}, {branch}, {period} and {running:05d}.</source>
        <translation>ต้องมี {kind}, {branch}, {period} และ {running:05d}</translation>
    </message>
    <message>
        <source>Number of papers</source>
        <translation>รูปแบบเลขที่เอกสาร</translation>
    </message>
    <message>
        <source>VAT: first day and percent, one a line</source>
        <translation>VAT: วันที่เริ่มใช้และร้อยละ (บรรทัดละอัตรา)</translation>
    </message>
</context>
</TS>
