<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>TillPage</name>
    <message>
        <location filename="../../../ui/deposits/till.py" line="77"/>
        <source>Till of the day</source>
        <translation>สรุปรับเงินประจำวัน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="117"/>
        <source>No money came on this day</source>
        <translation>วันนี้ไม่มีรายการรับเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="118"/>
        <source>Ctrl+PgUp goes a day back.</source>
        <translation>Ctrl+PgUp ดูวันก่อนหน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="137"/>
        <source>Cashier</source>
        <translation>แคชเชียร์</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="138"/>
        <source>Paid by</source>
        <translation>ชำระโดย</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="139"/>
        <location filename="../../../ui/deposits/till.py" line="158"/>
        <source>Receipts</source>
        <translation>จำนวนใบ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="141"/>
        <source>In the program</source>
        <translation>ยอดในระบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="143"/>
        <source>Counted</source>
        <translation>นับได้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="146"/>
        <source>Difference</source>
        <translation>ผลต่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="151"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="160"/>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="163"/>
        <source>Receipt</source>
        <translation>ใบรับเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="170"/>
        <source>What</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="177"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="184"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="191"/>
        <source>No receipts</source>
        <translation>ไม่มีใบรับเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="191"/>
        <source>Choose a line to see what it is made of.</source>
        <translation>เลือกบรรทัดเพื่อดูที่มา</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="197"/>
        <source>money came after the count</source>
        <translation>มีเงินเข้าหลังนับ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="220"/>
        <source>Export</source>
        <translation>ส่งออก</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="221"/>
        <source>Preview</source>
        <translation>ดูก่อนพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="222"/>
        <source>Count</source>
        <translation>นับเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="273"/>
        <source>{0} baht in all</source>
        <translation>รวม {0} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="301"/>
        <source>The count is kept.</source>
        <translation>บันทึกยอดนับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/till.py" line="312"/>
        <source>Save the till of the day</source>
        <translation>บันทึกสรุปรับเงินประจำวัน</translation>
    </message>
</context>
</TS>
