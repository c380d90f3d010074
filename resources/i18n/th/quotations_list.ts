<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationsScreen</name>
    <message>
        <location filename="../../../ui/quotations/list.py" line="80"/>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="95"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="96"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="97"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="98"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="101"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="106"/>
        <source>Valid until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="107"/>
        <source>Follow up</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="108"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="112"/>
        <source>No quotations here</source>
        <translation>ไม่มีใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="113"/>
        <source>Press F2 to write one, or Ctrl+G to look at another filter.</source>
        <translation>กด F2 เพื่อทำใบใหม่ หรือ Ctrl+G เพื่อดูกลุ่มอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="176"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="177"/>
        <source>Drafts</source>
        <translation>ร่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="178"/>
        <source>Waiting</source>
        <translation>รอ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="179"/>
        <source>Ready to issue</source>
        <translation>พร้อมออก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="180"/>
        <source>Open</source>
        <translation>เปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="181"/>
        <source>Ended</source>
        <translation>จบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="209"/>
        <source>Mine only</source>
        <translation>ของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="209"/>
        <source>Whole branch</source>
        <translation>ทั้งสาขา</translation>
    </message>
</context>
</TS>
