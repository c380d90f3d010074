<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>matrix_words</name>
    <message>
        <source>In force from {0}</source>
        <translation>เริ่มใช้ {0}</translation>
    </message>
    <message>
        <source>Author {0}</source>
        <translation>จัดทำโดย {0}</translation>
    </message>
    <message>
        <source>Reason: {0}</source>
        <translation>เหตุผล: {0}</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>ยังไม่มีผู้ยืนยัน</translation>
    </message>
    <message>
        <source>Confirmed alone by {0}</source>
        <translation>ยืนยันคนเดียวโดย {0}</translation>
    </message>
    <message>
        <source>Confirmed by {0}</source>
        <translation>ยืนยันโดย {0}</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>ยืนยันแล้ว</translation>
    </message>
    <message>
        <source>No row differs from version {0}, which is in force.</source>
        <translation>ทุกแถวเหมือนรุ่นที่ {0} ที่ใช้อยู่</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>และอีก {0} แถว</translation>
    </message>
    <message>
        <source>Rows that differ from version {0}, which is in force: {1} ({2})</source>
        <translation>ต่างจากรุ่นที่ {0} ที่ใช้อยู่ {1} แถว: {2}</translation>
    </message>
    <message>
        <source>No authority matrix is in force yet. Until then every grade below the top presents everything to the {0}.</source>
        <translation>ยังไม่มีตารางอำนาจดำเนินการที่ใช้บังคับ ระหว่างนี้ทุกระดับที่ต่ำกว่าระดับสูงสุดต้องนำเสนอทุกเรื่องต่อ{0}</translation>
    </message>
    <message>
        <source>Version {0} is confirmed and begins on {1}.</source>
        <translation>รุ่นที่ {0} ยืนยันแล้ว จะเริ่มใช้วันที่ {1}</translation>
    </message>
    <message>
        <source>Please ask the owner or a manager to confirm one.</source>
        <translation>กรุณาแจ้งเจ้าของร้านหรือผู้จัดการให้ยืนยัน</translation>
    </message>
    <message>
        <source>Read each grade’s table below; if it is right, press “Confirm this version”. Otherwise press “Edit this row” on what is different in your shop.</source>
        <translation>กรุณาอ่านตารางของแต่ละระดับด้านล่าง หากถูกต้องให้กด “ยืนยันรุ่นนี้” หากไม่ตรงกับร้านของคุณ ให้กด “แก้ไขแถวนี้” ที่แถวนั้น</translation>
    </message>
    <message>
        <source>The program’s own rows are shown: press “Edit this row” on what is different in your shop, save it as a draft, and let a second person confirm it.</source>
        <translation>ที่แสดงอยู่คือตารางตั้งต้นของโปรแกรม ให้กด “แก้ไขแถวนี้” ที่แถวซึ่งไม่ตรงกับร้านของคุณ บันทึกเป็นร่าง แล้วให้ผู้อื่นยืนยัน</translation>
    </message>
    <message>
        <source>Version {0} decides from {1} on. Once confirmed it cannot be changed or taken back; a change is a new version.</source>
        <translation>รุ่นที่ {0} จะใช้ตัดสินตั้งแต่ {1} เมื่อยืนยันแล้วจะแก้ไขหรือถอนไม่ได้ การเปลี่ยนต้องทำเป็นรุ่นใหม่</translation>
    </message>
    <message>
        <source>You wrote it yourself and nobody else may confirm it: the record will say “confirmed alone”.</source>
        <translation>คุณเป็นผู้จัดทำเองและไม่มีผู้อื่นที่ยืนยันได้ บันทึกจะระบุว่า “ยืนยันคนเดียว”</translation>
    </message>
</context>
</TS>
