<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>RiseCard</name>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="40"/>
        <source>and {0} more</source>
        <translation>และอีก {0} รายการ</translation>
    </message>
</context>
<context>
    <name>RisesPage</name>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="52"/>
        <source>Price rises</source>
        <translation>ราคาขึ้น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="55"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="66"/>
        <source>What the lines come to that are dearer now, as they were quoted.</source>
        <translation>มูลค่าตามที่เสนอไว้ของรายการที่ราคาขึ้นแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="68"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="69"/>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="70"/>
        <source>At stake</source>
        <translation>มูลค่า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="71"/>
        <source>Rise</source>
        <translation>ขึ้นรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="72"/>
        <source>Valid until</source>
        <translation>ยืนราคาถึง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="73"/>
        <source>Since</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="74"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="75"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="76"/>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="81"/>
        <source>No open offer is dearer by now</source>
        <translation>ไม่มีใบที่เปิดอยู่ซึ่งราคาขึ้น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="82"/>
        <source>After a new price list, the customers to call stand here.</source>
        <translation>เมื่อมีราคาใหม่ ลูกค้าที่ต้องโทรแจ้งจะอยู่ที่นี่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="116"/>
        <source>Customer was told</source>
        <translation>แจ้งลูกค้าแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="116"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="118"/>
        <source>What the customer said</source>
        <translation>ลูกค้าว่าอย่างไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/rises.py" line="124"/>
        <source>Noted: the customer knows.</source>
        <translation>บันทึกแล้วว่าลูกค้าทราบ</translation>
    </message>
</context>
</TS>
