<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperPreview</name>
    <message>
        <location filename="../../../ui/paper_preview.py" line="47"/>
        <source>The paper as it will print</source>
        <translation>เอกสารตามที่จะพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_preview.py" line="113"/>
        <source>Setting the paper…</source>
        <translation>กำลังจัดหน้าเอกสาร…</translation>
    </message>
</context>
</TS>
