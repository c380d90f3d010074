<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>TillPage</name>
        <message>
            <source>Till of the day</source>
            <translation>สรุปรับเงินประจำวัน</translation>
        </message>
        <message>
            <source>No money came on this day</source>
            <translation>วันนี้ไม่มีรายการรับเงิน</translation>
        </message>
        <message>
            <source>Ctrl+PgUp goes a day back.</source>
            <translation>Ctrl+PgUp ดูวันก่อนหน้า</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>แคชเชียร์</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>ชำระโดย</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>จำนวนใบ</translation>
        </message>
        <message>
            <source>In the program</source>
            <translation>ยอดในระบบ</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>นับได้</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>ผลต่าง</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>หมายเหตุ</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>เวลา</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>ใบรับเงิน</translation>
        </message>
        <message>
            <source>What</source>
            <translation>รายการ</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>จำนวนเงิน</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>No receipts</source>
            <translation>ไม่มีใบรับเงิน</translation>
        </message>
        <message>
            <source>Choose a line to see what it is made of.</source>
            <translation>เลือกบรรทัดเพื่อดูที่มา</translation>
        </message>
        <message>
            <source>money came after the count</source>
            <translation>มีเงินเข้าหลังนับ</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>ส่งออก</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>ดูก่อนพิมพ์</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>นับเงิน</translation>
        </message>
        <message>
            <source>{0} baht in all</source>
            <translation>รวม {0} บาท</translation>
        </message>
        <message>
            <source>The count is kept.</source>
            <translation>บันทึกยอดนับแล้ว</translation>
        </message>
        <message>
            <source>Save the till of the day</source>
            <translation>บันทึกสรุปรับเงินประจำวัน</translation>
        </message>
    </context>
</TS>
