<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>BillsPage</name>
    <message>
        <location filename="../../../ui/credit/bills.py" line="63"/>
        <source>Bills due</source>
        <translation>บิลครบกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="74"/>
        <source>Customers overdue</source>
        <translation>ลูกค้าเกินกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="75"/>
        <source>All who owe</source>
        <translation>ลูกค้าค้างชำระทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="76"/>
        <source>Bill by bill</source>
        <translation>รายบิล</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="96"/>
        <source>Customers who owe</source>
        <translation>ลูกค้าค้างชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="98"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="99"/>
        <source>Bills</source>
        <translation>บิล</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="100"/>
        <source>To pay</source>
        <translation>ต้องชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="103"/>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="111"/>
        <source>Late by</source>
        <translation>เกินมาแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="119"/>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="121"/>
        <source>Blocked</source>
        <translation>ระงับเครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="151"/>
        <source>Nobody owes anything here</source>
        <translation>ไม่มีลูกค้าค้างชำระในรายการนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="135"/>
        <source>Open bills</source>
        <translation>บิลค้างชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="138"/>
        <source>No open bills</source>
        <translation>ไม่มีบิลค้างชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="149"/>
        <source>All who owe stand under “{0}” (Ctrl+G).</source>
        <translation>ดูลูกหนี้ทั้งหมดได้ที่ “{0}” (Ctrl+G)</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="150"/>
        <source>Nobody is overdue</source>
        <translation>ไม่มีลูกค้าค้างเกินกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="155"/>
        <source>Ctrl+I takes in the finance department’s list of open bills.</source>
        <translation>Ctrl+I นำเข้ารายการบิลค้างจากฝ่ายการเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="156"/>
        <source>Credit-finance takes in the list of open bills.</source>
        <translation>ฝ่ายสินเชื่อ-การเงินเป็นผู้นำเข้ารายการบิลค้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="162"/>
        <source>{0} baht, {1} overdue</source>
        <translation>{0} บาท เกินกำหนด {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="171"/>
        <source>Export</source>
        <translation>ส่งออก</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="172"/>
        <source>Import limits</source>
        <translation>นำเข้าวงเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="173"/>
        <source>Import bills</source>
        <translation>นำเข้าบิล</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="310"/>
        <source>Save the list of what is due</source>
        <translation>บันทึกรายการบิลครบกำหนด</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="329"/>
        <source>Import of open bills</source>
        <translation>นำเข้าบิลค้างชำระ</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="330"/>
        <source>List of bills to import</source>
        <translation>เลือกรายการบิลที่จะนำเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="331"/>
        <source>New bills</source>
        <translation>บิลใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="332"/>
        <source>Known bills</source>
        <translation>บิลเดิม</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="335"/>
        <source>The list has every open bill: what is missing in it is paid</source>
        <translation>รายการนี้มีบิลค้างครบทุกใบ ใบที่ไม่มีในรายการถือว่าชำระแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="339"/>
        <source>Import of credit limits</source>
        <translation>นำเข้าวงเงินเครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="340"/>
        <source>List of credit limits to import</source>
        <translation>เลือกรายการวงเงินที่จะนำเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="341"/>
        <source>Customers new to credit</source>
        <translation>ลูกค้าเครดิตใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="342"/>
        <source>Customers known to credit</source>
        <translation>ลูกค้าเครดิตเดิม</translation>
    </message>
    <message>
        <location filename="../../../ui/credit/bills.py" line="349"/>
        <source>Paid since: {0}. Orders settled: {1}.</source>
        <translation>ชำระแล้ว {0} ใบ ปิดคำสั่งขาย {1} ใบ</translation>
    </message>
</context>
</TS>
