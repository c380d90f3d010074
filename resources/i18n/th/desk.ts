<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Desk</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>ไม่มีรายการให้ย้อนกลับ</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>ย้อนกลับแล้ว</translation>
    </message>
    <message>
        <source>Somebody else is writing just now, a long list perhaps. This was not stored: please do it once more in a moment.</source>
        <translation>มีผู้อื่นกำลังบันทึกข้อมูลอยู่ อาจเป็นรายการยาว รายการของคุณยังไม่ได้บันทึก กรุณาทำอีกครั้งในอีกสักครู่</translation>
    </message>
    <message>
        <source>The file is free again: please do once more what was not stored.</source>
        <translation>บันทึกได้แล้ว กรุณาทำรายการที่ยังไม่ได้บันทึกอีกครั้ง</translation>
    </message>
</context>
</TS>
