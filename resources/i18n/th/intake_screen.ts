<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>ImportScreen</name>
    <message>
        <source>Kind of list</source>
        <translation>ชนิดรายการ</translation>
    </message>
    <message>
        <source>Import: {0}</source>
        <translation>นำเข้า: {0}</translation>
    </message>
    <message>
        <source>List to import: {0}</source>
        <translation>ไฟล์ที่จะนำเข้า: {0}</translation>
    </message>
    <message>
        <source>“{0}” is chosen for two columns.</source>
        <translation>เลือก “{0}” ให้สองคอลัมน์</translation>
    </message>
    <message>
        <source>Please say which column is: {0}.</source>
        <translation>กรุณาเลือกว่าคอลัมน์ใดคือ {0}</translation>
    </message>
    <message>
        <source>Imported: {0} new, {1} changed, {2} unchanged, {3} left out.</source>
        <translation>นำเข้าแล้ว ใหม่ {0} เปลี่ยน {1} เหมือนเดิม {2} ไม่รับ {3}</translation>
    </message>
    <message>
        <source>Save the wrong lines</source>
        <translation>บันทึกบรรทัดที่ผิด</translation>
    </message>
    <message>
        <source>{0} wrong lines are in {1}. Mend them there and take that file in.</source>
        <translation>บรรทัดที่ผิด {0} บรรทัดอยู่ใน {1} แก้ในไฟล์นั้นแล้วนำเข้าได้เลย</translation>
    </message>
    <message>
        <source>Undo the import of {0} ({1})? Everything becomes as it was before.</source>
        <translation>เลิกการนำเข้า {0} ({1}) หรือไม่ ข้อมูลจะกลับเป็นเหมือนก่อนนำเข้า</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>เลิกการนำเข้า</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>ไม่เลิก</translation>
    </message>
    <message>
        <source>Undone: {0} records are as they were.</source>
        <translation>เลิกแล้ว กลับเป็นเดิม {0} รายการ</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>การนำเข้าที่ผ่านมา</translation>
    </message>
    <message>
        <source>Which column is what</source>
        <translation>คอลัมน์ใดคืออะไร</translation>
    </message>
    <message>
        <source>What the file would do</source>
        <translation>ถ้านำเข้าจะเป็นดังนี้</translation>
    </message>
    <message>
        <source>Import without the wrong lines</source>
        <translation>นำเข้าโดยไม่รับบรรทัดที่ผิด</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ต่อไป</translation>
    </message>
</context>
</TS>
