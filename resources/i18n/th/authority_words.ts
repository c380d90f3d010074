<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>matrix_words</name>
    <message>
        <source>Branch {0} only</source>
        <translation>เฉพาะสาขา {0}</translation>
    </message>
    <message>
        <source>Advice by phone will do</source>
        <translation>ปรึกษาทางโทรศัพท์ได้</translation>
    </message>
    <message>
        <source>Not by phone</source>
        <translation>ต้องปรึกษาในระบบเท่านั้น</translation>
    </message>
    <message>
        <source>May go on against advice, with a written reason</source>
        <translation>แม้ไม่เห็นควรก็ดำเนินการต่อได้ โดยเขียนเหตุผล</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ไม่มี</translation>
    </message>
</context>
</TS>
