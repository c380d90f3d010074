<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>FindBar</name>
    <message>
        <location filename="../../../ui/paper_bars.py" line="95"/>
        <location filename="../../../ui/paper_bars.py" line="96"/>
        <source>Find in the paper</source>
        <translation>ค้นหาในเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_bars.py" line="101"/>
        <source>Place found before  Shift+Enter</source>
        <translation>ตำแหน่งก่อนหน้า  Shift+Enter</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_bars.py" line="102"/>
        <source>Next place found  Enter</source>
        <translation>ตำแหน่งถัดไป  Enter</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_bars.py" line="103"/>
        <source>Close  Esc</source>
        <translation>ปิด  Esc</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_bars.py" line="177"/>
        <source>Not in this paper</source>
        <translation>ไม่พบในเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_bars.py" line="188"/>
        <location filename="../../../ui/paper_bars.py" line="199"/>
        <source>{0} of {1}</source>
        <translation>{0} จาก {1}</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <location filename="../../../ui/paper_bars.py" line="26"/>
        <location filename="../../../ui/paper_bars.py" line="28"/>
        <source>Page</source>
        <translation>หน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_bars.py" line="46"/>
        <source>of {0}</source>
        <translation>จาก {0}</translation>
    </message>
</context>
</TS>
