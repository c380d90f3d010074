<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>answers</name>
    <message>
        <location filename="../../../ui/papers/words.py" line="38"/>
        <source>Approved within limits</source>
        <translation>อนุมัติแบบมีเงื่อนไข</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/words.py" line="39"/>
        <source>Returned for changes</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/words.py" line="40"/>
        <source>Not approved</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/words.py" line="41"/>
        <source>Advice by phone was not confirmed</source>
        <translation>ผู้บังคับบัญชาไม่ยืนยันคำปรึกษาทางโทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/words.py" line="42"/>
        <source>Advice: in favour</source>
        <translation>คำแนะนำ: เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/words.py" line="43"/>
        <source>Advice: against</source>
        <translation>คำแนะนำ: ไม่เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/words.py" line="76"/>
        <source>credit-finance</source>
        <translation>สินเชื่อ-การเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/words.py" line="77"/>
        <source>the director</source>
        <translation>ผู้อำนวยการ</translation>
    </message>
</context>
</TS>
