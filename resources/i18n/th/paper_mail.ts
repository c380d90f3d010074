<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperMailForm</name>
    <message>
        <location filename="../../../ui/paper_mail.py" line="44"/>
        <source>To</source>
        <translation>ถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="50"/>
        <source>Language of the paper</source>
        <translation>ภาษาของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="51"/>
        <source>Subject</source>
        <translation>หัวเรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="52"/>
        <source>Message</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="55"/>
        <source>Goes with it: {0}</source>
        <translation>ไฟล์แนบ: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="65"/>
        <source>Mail: {0}</source>
        <translation>อีเมล: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="73"/>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="74"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="74"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="78"/>
        <source>Several addresses have commas between them.</source>
        <translation>หลายที่อยู่ให้คั่นด้วยจุลภาค (,)</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="82"/>
        <source>Known: {0}</source>
        <translation>ที่อยู่ที่มี: {0}</translation>
    </message>
</context>
<context>
    <name>PaperMailScreen</name>
    <message>
        <location filename="../../../ui/paper_mail.py" line="166"/>
        <source>Send</source>
        <translation>ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="204"/>
        <source>The mail is on its way …</source>
        <translation>กำลังส่งอีเมล …</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="218"/>
        <source>The mail server took the mail to {0}.</source>
        <translation>เครื่องแม่ข่ายรับอีเมลถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_mail.py" line="221"/>
        <source>The mail server took the mail to {0}; the paper is marked as copy {1}.</source>
        <translation>เครื่องแม่ข่ายรับอีเมลถึง {0} แล้ว เอกสารระบุว่าเป็นสำเนาครั้งที่ {1}</translation>
    </message>
</context>
</TS>
