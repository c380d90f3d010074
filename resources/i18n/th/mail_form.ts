<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>MailForm</name>
    <message>
        <location filename="../../../ui/mail_form.py" line="34"/>
        <source>Send mail to people who want it</source>
        <translation>ส่งอีเมลถึงผู้ที่ต้องการ</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="35"/>
        <source>Server</source>
        <translation>เครื่องแม่ข่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="36"/>
        <source>Port</source>
        <translation>พอร์ต</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="37"/>
        <source>Security</source>
        <translation>การเข้ารหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="38"/>
        <source>User name</source>
        <translation>ชื่อผู้ใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="39"/>
        <source>Password</source>
        <translation>รหัสผ่าน</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="40"/>
        <source>Mail comes from</source>
        <translation>ส่งจากอีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="51"/>
        <source>Mail server</source>
        <translation>เครื่องแม่ข่ายอีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="54"/>
        <source>none</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="59"/>
        <source>Leave this empty to keep the one that is kept.</source>
        <translation>เว้นว่างไว้เพื่อใช้รหัสผ่านเดิมที่เก็บไว้</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="69"/>
        <source>Not sent, and not tried any more:</source>
        <translation>ส่งไม่สำเร็จและเลิกพยายามแล้ว:</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <location filename="../../../ui/mail_form.py" line="117"/>
        <source>The mail is on its way …</source>
        <translation>กำลังส่งอีเมล …</translation>
    </message>
    <message>
        <location filename="../../../ui/mail_form.py" line="121"/>
        <source>The server took a mail to {0}. Please look into that mailbox.</source>
        <translation>เครื่องแม่ข่ายรับอีเมลถึง {0} แล้ว กรุณาเปิดดูในกล่องจดหมายนั้น</translation>
    </message>
</context>
</TS>
