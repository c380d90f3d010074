<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Held</name>
    <message>
        <location filename="../../../ui/approvals/held.py" line="21"/>
        <source>Figures (hold F7)</source>
        <translation>ดูตัวเลข (กด F7 ค้าง)</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/held.py" line="22"/>
        <source>Figures of this request: hold to see</source>
        <translation>ตัวเลขของคำขอนี้ กดค้างเพื่อดู</translation>
    </message>
</context>
</TS>
