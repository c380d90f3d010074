<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Form</name>
    <message>
        <location filename="../../../ui/forms/base.py" line="206"/>
        <source>All changes were undone.</source>
        <translation>ยกเลิกการแก้ทั้งหมดแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="208"/>
        <source>Bring them back</source>
        <translation>เอากลับมา</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="217"/>
        <source>There are changes that are not saved.</source>
        <translation>มีการแก้ไขที่ยังไม่ได้บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="220"/>
        <source>Keep writing</source>
        <translation>แก้ต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="221"/>
        <source>Keep as draft</source>
        <translation>เก็บเป็นร่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="222"/>
        <source>Discard</source>
        <translation>ทิ้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="263"/>
        <source>What you typed here on {0} was kept and is not saved yet.</source>
        <translation>สิ่งที่พิมพ์ไว้ที่นี่เมื่อ {0} เก็บไว้ให้แล้ว แต่ยังไม่ได้บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="266"/>
        <source>Go on with it</source>
        <translation>ทำต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="267"/>
        <source>Discard it</source>
        <translation>ทิ้งร่างนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="344"/>
        <source>Somebody else saved this meanwhile. Choose what stays.</source>
        <translation>มีผู้อื่นบันทึกรายการนี้ไปแล้วระหว่างที่แก้ กรุณาเลือกว่าจะใช้ค่าใด</translation>
    </message>
    <message>
        <location filename="../../../ui/forms/base.py" line="351"/>
        <source>Somebody else saved other fields meanwhile; please look and save again.</source>
        <translation>มีผู้อื่นบันทึกช่องอื่นไปแล้วระหว่างที่แก้ กรุณาตรวจดูแล้วบันทึกอีกครั้ง</translation>
    </message>
</context>
</TS>
