<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>ErpPage</name>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="58"/>
        <source>To and from the ERP</source>
        <translation>รับส่งกับ ERP</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="64"/>
        <source>Batches sent</source>
        <translation>ชุดที่ส่งแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="66"/>
        <source>Batch</source>
        <translation>ชุดที่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="67"/>
        <source>What</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="68"/>
        <source>Records</source>
        <translation>จำนวน</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="71"/>
        <source>Sent</source>
        <translation>ส่งเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="75"/>
        <source>By</source>
        <translation>โดย</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="79"/>
        <source>Nothing was sent yet</source>
        <translation>ยังไม่เคยส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="80"/>
        <source>Shift+F12 sends the orders that are confirmed, Ctrl+F12 the deposits.</source>
        <translation>กด Shift+F12 เพื่อส่งคำสั่งซื้อที่ยืนยันแล้ว กด Ctrl+F12 เพื่อส่งเงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="97"/>
        <source>Bill numbers from the ERP</source>
        <translation>เลขที่บิลจาก ERP</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="98"/>
        <source>List of bill numbers</source>
        <translation>ไฟล์เลขที่บิล</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="99"/>
        <source>Orders to be settled</source>
        <translation>คำสั่งขายที่จะปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="100"/>
        <source>Settled already</source>
        <translation>ปิดไปแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="143"/>
        <source>Waiting: {0} orders, {1} cancellations, {2} movements of deposits.</source>
        <translation>รอส่ง: คำสั่งซื้อ {0} ใบ ยกเลิก {1} ใบ รายการเงินมัดจำ {2} รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="148"/>
        <source>Since {0}.</source>
        <translation>นับตั้งแต่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="171"/>
        <source>Save batch {0}</source>
        <translation>บันทึกชุดที่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="194"/>
        <source>Orders</source>
        <translation>คำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/erp.py" line="195"/>
        <source>Deposits</source>
        <translation>เงินมัดจำ</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>บันทึกอีกครั้ง</translation>
    </message>
    <message>
        <source>Bill numbers</source>
        <translation>รับเลขที่บิล</translation>
    </message>
    <message>
        <source>Send deposits</source>
        <translation>ส่งเงินมัดจำ</translation>
    </message>
    <message>
        <source>Send orders</source>
        <translation>ส่งคำสั่งซื้อ</translation>
    </message>
</context>
</TS>
