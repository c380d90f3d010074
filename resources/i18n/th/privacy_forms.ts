<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>EraseForm</name>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="37"/>
        <source>Why</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="40"/>
        <source>Type the code of {0} once more: {1}</source>
        <translation>พิมพ์รหัสของ {0} อีกครั้ง: {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="42"/>
        <source>This cannot be undone.</source>
        <translation>ลบแล้วเรียกคืนไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="46"/>
        <source>Erase for good</source>
        <translation>ลบถาวร</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="52"/>
        <source>Erase personal data</source>
        <translation>ลบข้อมูลส่วนบุคคล</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="86"/>
        <source>Name, phones, addresses, contacts, notes, photos and what the log kept of them go. Sums, bills and deposits stay, under the code alone.</source>
        <translation>ชื่อ เบอร์โทร ที่อยู่ ผู้ติดต่อ บันทึก รูปถ่าย และค่าที่เก็บในประวัติจะถูกลบ ส่วนยอดเงิน บิล และเงินมัดจำยังอยู่ภายใต้รหัสลูกค้าเท่านั้น</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="92"/>
        <source>{0} issued papers keep what was printed until {1} at the latest.</source>
        <translation>เอกสารที่ออกแล้ว {0} ฉบับยังเก็บข้อมูลที่พิมพ์ไว้ ไม่เกินวันที่ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="97"/>
        <source>{0} files go with it.</source>
        <translation>ไฟล์ {0} ไฟล์จะถูกลบไปด้วย</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="113"/>
        <source>Nothing is erased by itself: it comes onto the work list.</source>
        <translation>ระบบไม่ลบเอง เพียงนำขึ้นรายการให้ตรวจ</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="116"/>
        <source>Customers who bought: years since the last contact</source>
        <translation>ลูกค้าที่เคยซื้อ: จำนวนปีหลังติดต่อครั้งล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="117"/>
        <source>Who only asked: years since the last contact</source>
        <translation>ผู้ที่สอบถามอย่างเดียว: จำนวนปีหลังติดต่อครั้งล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="118"/>
        <source>Photos and scans on finished papers: years</source>
        <translation>รูปและไฟล์สแกนในเอกสารที่จบแล้ว: จำนวนปี</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="119"/>
        <source>Names on issued papers: years (5 to 7, by law)</source>
        <translation>ชื่อบนเอกสารที่ออกแล้ว: จำนวนปี (5 ถึง 7 ตามกฎหมาย)</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="126"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy/forms.py" line="131"/>
        <source>How long data are kept</source>
        <translation>ระยะเวลาเก็บข้อมูล</translation>
    </message>
</context>
</TS>
