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
        <source>Not stored: somebody else is writing just now. Please do it once more in a moment.</source>
        <translation>ยังไม่ได้บันทึก เพราะมีผู้อื่นกำลังบันทึกอยู่ กรุณาทำอีกครั้งในอีกสักครู่</translation>
    </message>
    <message>
        <source>Please do it once more: nobody else is writing any more.</source>
        <translation>กรุณาทำรายการเมื่อครู่อีกครั้ง ตอนนี้บันทึกได้แล้ว</translation>
    </message>
</context>
</TS>
