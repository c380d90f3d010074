<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Comparison</name>
    <message>
        <location filename="../../../ui/forms/compare.py" line="116"/>
        <source>Field</source>
        <translation>ช่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/compare.py" line="116"/>
        <source>Yours</source>
        <translation>ของคุณ</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/compare.py" line="116"/>
        <source>Theirs</source>
        <translation>ของผู้อื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/compare.py" line="121"/>
        <source>Save with these choices</source>
        <translation>บันทึกตามที่เลือก</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/compare.py" line="137"/>
        <source>(empty)</source>
        <translation>(ว่าง)</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/compare.py" line="140"/>
        <source>{0}: yours, {1}</source>
        <translation>{0}: ของคุณ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/compare.py" line="141"/>
        <source>{0}: theirs, {1}</source>
        <translation>{0}: ของผู้อื่น {1}</translation>
    </message>
</context>
</TS>
