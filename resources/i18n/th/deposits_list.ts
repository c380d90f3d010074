<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>DepositList</name>
        <message>
            <source>Deposits</source>
            <translation>เงินมัดจำ</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>รอรับเงิน</translation>
        </message>
        <message>
            <source>Awaiting clearing</source>
            <translation>รอเงินเข้าบัญชี</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>ถืออยู่</translation>
        </message>
        <message>
            <source>Asked and to pay</source>
            <translation>คำขอ / รอจ่ายคืน</translation>
        </message>
        <message>
            <source>All</source>
            <translation>ทั้งหมด</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>เลขที่</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>ลูกค้า</translation>
        </message>
        <message>
            <source>For paper</source>
            <translation>มัดจำของเอกสาร</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>จำนวนเงิน</translation>
        </message>
        <message>
            <source>State</source>
            <translation>สถานะ</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>ชำระโดย</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>วันที่รับ</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>วัน</translation>
        </message>
        <message>
            <source>Tax invoice</source>
            <translation>ใบกำกับภาษี</translation>
        </message>
        <message>
            <source>No deposits here</source>
            <translation>ไม่มีเงินมัดจำในรายการนี้</translation>
        </message>
        <message>
            <source>Ctrl+N asks for one, or Ctrl+G goes to another filter.</source>
            <translation>Ctrl+N เรียกเก็บเงินมัดจำ หรือ Ctrl+G ดูตัวกรองอื่น</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>เงินมัดจำ</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>จ่ายให้</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>ขอเรื่อง</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>ผู้ขอ</translation>
        </message>
        <message>
            <source>On</source>
            <translation>เมื่อ</translation>
        </message>
        <message>
            <source>Nothing is asked</source>
            <translation>ไม่มีคำขอค้างอยู่</translation>
        </message>
        <message>
            <source>Refunds stand here until they are paid, forfeits until they are decided.</source>
            <translation>คำขอคืนเงินจะอยู่ที่นี่จนกว่าจะจ่าย คำขอริบจนกว่าจะได้คำตอบ</translation>
        </message>
        <message>
            <source>{0} baht, {1} held</source>
            <translation>{0} บาท ถืออยู่ {1}</translation>
        </message>
        <message>
            <source>Ask for a deposit</source>
            <translation>เรียกเก็บเงินมัดจำ</translation>
        </message>
    </context>
</TS>
