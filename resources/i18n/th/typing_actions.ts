<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/typing_actions.py" line="9"/>
        <source>Copy to a new quotation</source>
        <translation>คัดลอกเป็นใบเสนอราคาใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/typing_actions.py" line="16"/>
        <source>Keep as a template</source>
        <translation>เก็บเป็นแม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/typing_actions.py" line="23"/>
        <source>Lines of a template</source>
        <translation>ใส่รายการจากแม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/typing_actions.py" line="30"/>
        <source>Paste a list or a chat message</source>
        <translation>วางรายการหรือข้อความแชต</translation>
    </message>
    <message>
        <location filename="../../../ui/typing_actions.py" line="36"/>
        <source>How much material a job takes</source>
        <translation>คำนวณวัสดุที่ต้องใช้</translation>
    </message>
</context>
</TS>
