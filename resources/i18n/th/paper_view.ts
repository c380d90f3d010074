<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperWindow</name>
    <message>
        <location filename="../../../ui/paper_view.py" line="147"/>
        <source>Paper {0}</source>
        <translation>เอกสาร {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="151"/>
        <source>Language of the paper</source>
        <translation>ภาษาของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="153"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="154"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="155"/>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="372"/>
        <source>Try again</source>
        <translation>ลองอีกครั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_view.py" line="165"/>
        <source>Compared with</source>
        <translation>เทียบกับ</translation>
    </message>
</context>
<context>
    <name>paper_view</name>
    <message>
        <location filename="../../../ui/paper_view.py" line="67"/>
        <source>There is no other paper to compare with.</source>
        <translation>ยังไม่มีเอกสารฉบับอื่นให้เทียบ</translation>
    </message>
</context>
</TS>
