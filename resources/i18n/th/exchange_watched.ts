<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>WatchForm</name>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="163"/>
        <source>Take in what lies in this folder</source>
        <translation>รับไฟล์ในโฟลเดอร์นี้เข้าโดยอัตโนมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="164"/>
        <source>Folder</source>
        <translation>โฟลเดอร์</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="168"/>
        <source>Files and what they are, one a line</source>
        <translation>ชื่อไฟล์และชนิด บรรทัดละหนึ่งรายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="174"/>
        <source>Such as “stock*.csv stock” or “cust*.xlsx customers skip”. Kinds: {0}.</source>
        <translation>เช่น “stock*.csv stock” หรือ “cust*.xlsx customers skip” ชนิดที่มี: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="177"/>
        <source>With “skip” wrong rows are left out; without it they stop the file.</source>
        <translation>ใส่ skip เพื่อข้ามแถวที่ผิด ถ้าไม่ใส่ แถวที่ผิดจะหยุดทั้งไฟล์</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="179"/>
        <source>Finished files go to</source>
        <translation>ไฟล์ที่เสร็จแล้วย้ายไปที่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="180"/>
        <source>Wrong files go to</source>
        <translation>ไฟล์ที่ผิดย้ายไปที่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="183"/>
        <source>Files must rest (seconds)</source>
        <translation>ไฟล์ต้องนิ่ง (วินาที)</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="190"/>
        <source>Orders go to the ERP since</source>
        <translation>ส่งเข้า ERP ตั้งแต่วันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="191"/>
        <source>What is older than this day is never sent. Empty: everything.</source>
        <translation>เอกสารก่อนวันนี้จะไม่ส่ง เว้นว่าง: ส่งทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="200"/>
        <source>Watched folder</source>
        <translation>โฟลเดอร์ที่เฝ้าดู</translation>
    </message>
</context>
<context>
    <name>WatchedList</name>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="80"/>
        <source>Files of the watched folder</source>
        <translation>ไฟล์จากโฟลเดอร์ที่เฝ้าดู</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="88"/>
        <source>File</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="89"/>
        <source>What</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="92"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="97"/>
        <source>New</source>
        <translation>ใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="98"/>
        <source>Known</source>
        <translation>มีอยู่แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="99"/>
        <source>Left out</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="102"/>
        <source>When</source>
        <translation>เมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="110"/>
        <source>No file came yet</source>
        <translation>ยังไม่มีไฟล์เข้ามา</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="111"/>
        <source>Files that lie in the watched folder are taken in within a minute.</source>
        <translation>ไฟล์ที่วางในโฟลเดอร์จะรับเข้าภายในหนึ่งนาที</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="126"/>
        <source>Taken in</source>
        <translation>รับเข้าแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="127"/>
        <source>Dealt with</source>
        <translation>จัดการแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="127"/>
        <source>Wrong</source>
        <translation>ผิดพลาด</translation>
    </message>
</context>
<context>
    <name>WatchedPage</name>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="262"/>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="274"/>
        <source>No folder is watched.</source>
        <translation>ยังไม่ได้เปิดการเฝ้าดูโฟลเดอร์</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="276"/>
        <source>This PC does not see the folder.</source>
        <translation>เครื่องนี้มองไม่เห็นโฟลเดอร์</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/watched.py" line="280"/>
        <source>This PC sees the folder; {0} files wait in it.</source>
        <translation>เครื่องนี้เห็นโฟลเดอร์ มีไฟล์รออยู่ {0} ไฟล์</translation>
    </message>
</context>
</TS>
