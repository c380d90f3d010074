<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperPreview</name>
    <message>
        <location filename="../../../ui/paper_view.py" line="83"/>
        <source>The paper as it will print</source>
        <translation>เอกสารตามที่จะพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="135"/>
        <source>Setting the paper…</source>
        <translation>กำลังจัดหน้าเอกสาร…</translation>
    </message>
</context>
<context>
    <name>PaperWindow</name>
    <message>
        <location filename="../../../ui/paper_view.py" line="216"/>
        <source>Paper {0}</source>
        <translation>เอกสาร {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="220"/>
        <source>Language of the paper</source>
        <translation>ภาษาของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="222"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="223"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="224"/>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="287"/>
        <source>Page {0} of {1}</source>
        <translation>หน้า {0} จาก {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="340"/>
        <source>Try again</source>
        <translation>ลองอีกครั้ง</translation>
    </message>
</context>
</TS>
