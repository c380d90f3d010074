<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
    <context>
        <name>CustomerForm</name>
        <message>
            <source>New customer</source>
            <translation>ลูกค้าใหม่</translation>
        </message>
        <message>
            <source>Change {0}</source>
            <translation>แก้ไข {0}</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>บุคคล</translation>
        </message>
        <message>
            <source>Company, shop</source>
            <translation>นิติบุคคล/ร้านค้า</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>ประเภท</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>ชื่อ</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>กลุ่มลูกค้า</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>เขต</translation>
        </message>
        <message>
            <source>Price level</source>
            <translation>ระดับราคา</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>ผู้ดูแล</translation>
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
            <source>Papers in</source>
            <translation>ภาษาเอกสาร</translation>
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
            <source>Note</source>
            <translation>หมายเหตุ</translation>
        </message>
        <message>
            <source>Still a customer</source>
            <translation>ยังเป็นลูกค้าอยู่</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>เลขผู้เสียภาษี</translation>
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
            <source>Phone</source>
            <translation>โทรศัพท์</translation>
        </message>
        <message>
            <source>Add a phone</source>
            <translation>เพิ่มเบอร์โทร</translation>
        </message>
        <message>
            <source>Add a contact</source>
            <translation>เพิ่มผู้ติดต่อ</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>ผู้ติดต่อ</translation>
        </message>
        <message>
            <source>Add an address</source>
            <translation>เพิ่มที่อยู่</translation>
        </message>
        <message>
            <source>Addresses</source>
            <translation>ที่อยู่</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>ยังไม่มี</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>บันทึก</translation>
        </message>
        <message>
            <source>Save and quote</source>
            <translation>บันทึกและทำใบเสนอราคา</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ยกเลิก</translation>
        </message>
        <message>
            <source>Thai and English</source>
            <translation>ไทยและอังกฤษ</translation>
        </message>
        <message>
            <source>No class</source>
            <translation>ไม่กำหนด</translation>
        </message>
        <message>
            <source>Class of visits</source>
            <translation>ระดับการเยี่ยม</translation>
        </message>
    </context>
</TS>
