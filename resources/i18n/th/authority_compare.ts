<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ComparePage</name>
    <message>
        <location filename="../../../ui/authority/compare.py" line="38"/>
        <source>Version on the left</source>
        <translation>รุ่นด้านซ้าย</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="39"/>
        <source>Version on the right</source>
        <translation>รุ่นด้านขวา</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="60"/>
        <source>Compare versions</source>
        <translation>เทียบรุ่น</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="74"/>
        <source>Grade</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="141"/>
        <source>There is no version yet.</source>
        <translation>ยังไม่มีรุ่นใดเลย</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="144"/>
        <source>Rows that differ: {0}. − stands before what only the left version says, + before what only the right one says.</source>
        <translation>ต่างกัน {0} แถว เครื่องหมาย − คือข้อที่มีเฉพาะรุ่นซ้าย เครื่องหมาย + คือข้อที่มีเฉพาะรุ่นขวา</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="149"/>
        <source>No row differs between these two versions.</source>
        <translation>สองรุ่นนี้ไม่มีแถวใดต่างกัน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="175"/>
        <source>Version {0}</source>
        <translation>รุ่นที่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="178"/>
        <source>No difference in this grade</source>
        <translation>ระดับนี้ไม่มีข้อใดต่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="178"/>
        <source>D shows all rows.</source>
        <translation>กด D เพื่อดูทุกแถว</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="181"/>
        <source>Show all rows</source>
        <translation>แสดงทุกแถว</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="181"/>
        <source>Only what differs</source>
        <translation>เฉพาะที่ต่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="1"/>
        <source>There is only version {0} so far, and nothing to compare it with.</source>
        <translation>ขณะนี้มีเพียงรุ่นที่ {0} จึงยังไม่มีรุ่นอื่นให้เทียบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="1"/>
        <source>The next version is begun in the table, Ctrl+1; it then stands here.</source>
        <translation>เริ่มร่างรุ่นถัดไปได้ที่หน้าตาราง (Ctrl+1) แล้วจะเทียบได้ที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/compare.py" line="1"/>
        <source>Nothing to compare yet</source>
        <translation>ยังไม่มีอะไรให้เทียบ</translation>
    </message>
</context>
</TS>
