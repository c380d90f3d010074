<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>LockPage</name>
        <message>
            <source>Locked by {0}. Open forms and drafts are kept; anybody may sign in.</source>
            <translation>ล็อกโดย {0} แบบฟอร์มและร่างที่เปิดอยู่เก็บไว้ให้แล้ว ผู้อื่นเข้าใช้แทนได้</translation>
        </message>
    </context>
    <context>
        <name>LoginPanel</name>
        <message>
            <source>Customer-relations desk</source>
            <translation>งานลูกค้าสัมพันธ์</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>ชื่อผู้ใช้</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>รหัสผ่าน</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>เข้าใช้งาน</translation>
        </message>
        <message>
            <source>Demo data: pick anybody; every password is “{0}”.</source>
            <translation>ข้อมูลตัวอย่าง: เลือกใครก็ได้ รหัสผ่านของทุกคนคือ “{0}”</translation>
        </message>
        <message>
            <source>Demo people</source>
            <translation>ผู้ใช้ตัวอย่าง</translation>
        </message>
        <message>
            <source>Somebody else is writing just now; you are let in right after.</source>
            <translation>มีผู้อื่นกำลังบันทึกข้อมูลอยู่ เสร็จแล้วจะเข้าใช้งานให้ทันที</translation>
        </message>
    </context>
    <context>
        <name>LoginWindow</name>
        <message>
            <source>Customer-relations desk</source>
            <translation>งานลูกค้าสัมพันธ์</translation>
        </message>
    </context>
</TS>
