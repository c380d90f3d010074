<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Typing</name>
    <message>
        <location filename="../../../ui/papers/typing.py" line="92"/>
        <source>Copied from {0} at today’s prices.</source>
        <translation>คัดลอกจาก {0} ตามราคาวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="130"/>
        <source>Not as it was: {0} of {1} lines, said under each.</source>
        <translation>ไม่เหมือนเดิม {0} จาก {1} รายการ บอกไว้ใต้แต่ละรายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="167"/>
        <source>Lines of “{0}” are in at today’s prices.</source>
        <translation>ใส่รายการจาก “{0}” ตามราคาวันนี้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="197"/>
        <source>Nothing of what was pasted names goods.</source>
        <translation>ข้อความที่วางไม่มีชื่อสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="211"/>
        <source>{0} lines put in</source>
        <translation>ใส่แล้ว {0} รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="223"/>
        <source>This paper is read only: {0} was not put in</source>
        <translation>เอกสารนี้อ่านได้อย่างเดียว ไม่ได้ใส่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="229"/>
        <source>No goods have the code {0}.</source>
        <translation>ไม่มีสินค้ารหัส {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="230"/>
        <source>Search by name</source>
        <translation>ค้นหาด้วยชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/typing.py" line="245"/>
        <source>{0}: {1} {2}</source>
        <translation>{0}: {1} {2}</translation>
    </message>
</context>
</TS>
