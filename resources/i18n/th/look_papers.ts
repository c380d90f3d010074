<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>LookForm</name>
    <message>
        <source>Look of papers</source>
        <translation>แบบเอกสาร</translation>
    </message>
    <message>
        <source>Plain: black and grey, saves ink</source>
        <translation>เรียบง่าย: ขาวดำ ประหยัดหมึก</translation>
    </message>
    <message>
        <source>Modern: with the shop’s colour</source>
        <translation>ทันสมัย: ใช้สีของร้าน</translation>
    </message>
    <message>
        <source>Letterhead: for sheets that are printed already</source>
        <translation>หัวจดหมาย: ใช้กับกระดาษที่พิมพ์หัวไว้แล้ว</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>แบบ</translation>
    </message>
    <message>
        <source>Room on top of every page (mm)</source>
        <translation>เว้นหัวกระดาษทุกหน้า (มม.)</translation>
    </message>
    <message>
        <source>0 to {0} mm are left free for what is on the sheet.</source>
        <translation>เว้นได้ 0 ถึง {0} มม. สำหรับหัวกระดาษที่พิมพ์ไว้แล้ว</translation>
    </message>
    <message>
        <source>Roll of 80 mm (till printer)</source>
        <translation>ม้วน 80 มม. (เครื่องพิมพ์สลิป)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>กระดาษ</translation>
    </message>
    <message>
        <source>Receipts and pay-in slips</source>
        <translation>ใบรับมัดจำ ใบแจ้งชำระ</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>สีของร้าน</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>โลโก้</translation>
    </message>
    <message>
        <source>Foot of every page</source>
        <translation>ท้ายกระดาษทุกหน้า</translation>
    </message>
    <message>
        <source>Footer, {0}</source>
        <translation>ข้อความท้ายกระดาษ ({0})</translation>
    </message>
    <message>
        <source>Small QR: scanned, it finds the paper</source>
        <translation>QR เล็กท้ายกระดาษ สแกนแล้วเจอเอกสาร</translation>
    </message>
    <message>
        <source>Printed as original and copy</source>
        <translation>พิมพ์เป็นชุดต้นฉบับและสำเนา</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>ชนิดเอกสาร</translation>
    </message>
    <message>
        <source>Terms, one a line</source>
        <translation>เงื่อนไข (บรรทัดละข้อ)</translation>
    </message>
    <message>
        <source>On papers, {0}</source>
        <translation>ในเอกสาร ({0})</translation>
    </message>
    <message>
        <source>Above the signature of a special order, {0}</source>
        <translation>เหนือลายเซ็นในใบสั่งพิเศษ ({0})</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
</context>
</TS>
