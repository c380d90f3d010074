<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>AddressEditor</name>
        <message>
            <source>Used for</source>
            <translation>ใช้สำหรับ</translation>
        </message>
        <message>
            <source>Name of the place</source>
            <translation>ชื่อสถานที่</translation>
        </message>
        <message>
            <source>House no.</source>
            <translation>เลขที่</translation>
        </message>
        <message>
            <source>Moo</source>
            <translation>หมู่ที่</translation>
        </message>
        <message>
            <source>Building, village</source>
            <translation>อาคาร/หมู่บ้าน</translation>
        </message>
        <message>
            <source>Soi</source>
            <translation>ซอย</translation>
        </message>
        <message>
            <source>Road</source>
            <translation>ถนน</translation>
        </message>
        <message>
            <source>Subdistrict (tambon)</source>
            <translation>ตำบล</translation>
        </message>
        <message>
            <source>District (amphoe)</source>
            <translation>อำเภอ</translation>
        </message>
        <message>
            <source>Province</source>
            <translation>จังหวัด</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>รหัสไปรษณีย์</translation>
        </message>
        <message>
            <source>formerly {0} · {1}</source>
            <translation>เดิม {0} · {1}</translation>
        </message>
        <message>
            <source>Subdistrict (khwaeng)</source>
            <translation>แขวง</translation>
        </message>
        <message>
            <source>District (khet)</source>
            <translation>เขต</translation>
        </message>
    </context>
    <context>
        <name>ContactEditor</name>
        <message>
            <source>Name</source>
            <translation>ชื่อ</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>หน้าที่</translation>
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
            <source>LINE</source>
            <translation>LINE</translation>
        </message>
    </context>
    <context>
        <name>PhoneEditor</name>
        <message>
            <source>Phone</source>
            <translation>โทรศัพท์</translation>
        </message>
    </context>
</TS>
