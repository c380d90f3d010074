<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationsScreen</name>
    <message>
        <location filename="../../../ui/quotations/list.py" line="36"/>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="46"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="47"/>
        <source>Drafts</source>
        <translation>ร่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="48"/>
        <source>Waiting</source>
        <translation>รอ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="49"/>
        <source>Ready to issue</source>
        <translation>พร้อมออก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="50"/>
        <source>Open</source>
        <translation>เปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="51"/>
        <source>Ended</source>
        <translation>จบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="61"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="62"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="63"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="64"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="67"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="72"/>
        <source>Valid until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="73"/>
        <source>Follow up</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="74"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="79"/>
        <source>No quotations here</source>
        <translation>ไม่มีใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="80"/>
        <source>Press F2 to write one, or Ctrl+G to look at another filter.</source>
        <translation>กด F2 เพื่อทำใบใหม่ หรือ Ctrl+G เพื่อดูกลุ่มอื่น</translation>
    </message>
</context>
</TS>
