<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationList</name>
    <message>
        <location filename="../../../ui/quotations/list.py" line="41"/>
        <source>Quotations</source>
        <translation>ใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="57"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="58"/>
        <source>Drafts</source>
        <translation>ร่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="59"/>
        <source>Waiting</source>
        <translation>รอ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="60"/>
        <source>Ready to issue</source>
        <translation>พร้อมออก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="61"/>
        <source>Open</source>
        <translation>เปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="62"/>
        <source>Sent, not confirmed</source>
        <translation>ส่งแล้วรอยืนยัน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="63"/>
        <source>Ended</source>
        <translation>จบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="75"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="76"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="77"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="78"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="81"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="87"/>
        <source>With the customer</source>
        <translation>ถึงมือลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="88"/>
        <source>Valid until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="86"/>
        <source>Follow up</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="89"/>
        <source>Expected</source>
        <translation>คาดว่าปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="90"/>
        <source>Sent</source>
        <translation>ส่งเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="92"/>
        <source>Received</source>
        <translation>ได้รับเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="94"/>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="101"/>
        <source>Received {0}</source>
        <translation>ได้รับ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="104"/>
        <source>Sent {0}</source>
        <translation>ส่ง {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="108"/>
        <source>No quotations here</source>
        <translation>ไม่มีใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/list.py" line="109"/>
        <source>Press F2 to write one, or Ctrl+G to look at another filter.</source>
        <translation>กด F2 เพื่อทำใบใหม่ หรือ Ctrl+G เพื่อดูกลุ่มอื่น</translation>
    </message>
</context>
</TS>
