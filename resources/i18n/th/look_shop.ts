<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>ShopForm</name>
    <message>
        <location filename="../../../ui/look/shop.py" line="47"/>
        <source>The shop</source>
        <translation>ข้อมูลร้าน</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="50"/>
        <source>Name, Thai</source>
        <translation>ชื่อร้าน (ไทย)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="51"/>
        <source>Name, English</source>
        <translation>ชื่อร้าน (อังกฤษ)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="52"/>
        <source>Address, Thai</source>
        <translation>ที่อยู่ (ไทย)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="55"/>
        <source>Address, English</source>
        <translation>ที่อยู่ (อังกฤษ)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="57"/>
        <source>A branch with an address or phone of its own prints that.</source>
        <translation>สาขาที่มีที่อยู่หรือโทรศัพท์ของตัวเอง จะพิมพ์ของสาขานั้น</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="59"/>
        <source>Tax number</source>
        <translation>เลขประจำตัวผู้เสียภาษี</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="60"/>
        <source>Tax branch</source>
        <translation>สาขาตามภาษี</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="61"/>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="62"/>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="63"/>
        <source>Bank account on papers</source>
        <translation>บัญชีธนาคารที่พิมพ์ในเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="64"/>
        <source>Phone or tax number; with it slips and receipts bear a QR to pay by.</source>
        <translation>เบอร์โทรศัพท์หรือเลขผู้เสียภาษี เมื่อใส่แล้วใบแจ้งชำระและใบรับมัดจำจะมี QR ให้สแกนจ่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="65"/>
        <source>PromptPay</source>
        <translation>พร้อมเพย์</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="68"/>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="69"/>
        <source>New papers: prices include VAT</source>
        <translation>เอกสารใหม่: ราคารวม VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="70"/>
        <source>Offers hold (days)</source>
        <translation>ยืนราคา (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="83"/>
        <source>Split papers (days)</source>
        <translation>จับการแบ่งใบ (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="86"/>
        <source>Deposits asked, goods that wait</source>
        <translation>มัดจำที่เรียกเก็บ และสินค้าที่รอ</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="87"/>
        <source>Back orders (%)</source>
        <translation>มัดจำใบค้างส่ง (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="88"/>
        <source>Special orders (%)</source>
        <translation>มัดจำใบสั่งพิเศษ (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="89"/>
        <source>Promise at risk (days)</source>
        <translation>เตือนก่อนวันนัด (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="90"/>
        <source>Kept free (days)</source>
        <translation>ฝากฟรี (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="91"/>
        <source>Storage a day (%)</source>
        <translation>ค่าฝากต่อวัน (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="105"/>
        <source>Locks after (minutes)</source>
        <translation>ล็อกจอหลัง (นาที)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="82"/>
        <source>Follow up from (baht)</source>
        <translation>ติดตามเมื่อยอดตั้งแต่ (บาท)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="73"/>
        <source>Follow up after (days)</source>
        <translation>ติดตามหลังออกใบ (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="74"/>
        <source>Days from the issue of an offer, such as 1, 3, 7.</source>
        <translation>นับวันจากวันที่ออกใบเสนอราคา เช่น 1, 3, 7</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="80"/>
        <source>And before its end (days)</source>
        <translation>และก่อนหมดอายุ (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="81"/>
        <source>And on its last day</source>
        <translation>และในวันสุดท้าย</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="94"/>
        <source>Numbers, VAT and lock</source>
        <translation>เลขที่เอกสาร ภาษี และการล็อกจอ</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="95"/>
        <source>Must keep {kind}, {branch}, {period} and {running:05d}.</source>
        <translation>ต้องมี {kind}, {branch}, {period} และ {running:05d}</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="96"/>
        <source>Number of papers</source>
        <translation>รูปแบบเลขที่เอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/look/shop.py" line="99"/>
        <source>VAT: first day and percent, one a line</source>
        <translation>VAT: วันที่เริ่มใช้และร้อยละ (บรรทัดละอัตรา)</translation>
    </message>
</context>
</TS>
