<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>DepositList</name>
    <message>
        <location filename="../../../ui/deposits/list.py" line="97"/>
        <source>Deposits</source>
        <translation>เงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="129"/>
        <source>Expected</source>
        <translation>รอรับเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="130"/>
        <source>Awaiting clearing</source>
        <translation>รอเงินเข้าบัญชี</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="131"/>
        <location filename="../../../ui/deposits/list.py" line="154"/>
        <source>Held</source>
        <translation>ถืออยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="132"/>
        <location filename="../../../ui/deposits/list.py" line="187"/>
        <source>Asked and to pay</source>
        <translation>คำขอ / รอจ่ายคืน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="133"/>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="142"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="143"/>
        <location filename="../../../ui/deposits/list.py" line="190"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="144"/>
        <source>For paper</source>
        <translation>มัดจำของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="147"/>
        <location filename="../../../ui/deposits/list.py" line="192"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="157"/>
        <location filename="../../../ui/deposits/list.py" line="196"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="164"/>
        <source>Paid by</source>
        <translation>ชำระโดย</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="169"/>
        <source>Received</source>
        <translation>วันที่รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="170"/>
        <source>Days</source>
        <translation>วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="171"/>
        <source>Tax invoice</source>
        <translation>ใบกำกับภาษี</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="175"/>
        <source>No deposits here</source>
        <translation>ไม่มีเงินมัดจำในรายการนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="176"/>
        <source>Ctrl+N asks for one, or Ctrl+G goes to another filter.</source>
        <translation>Ctrl+N เรียกเก็บเงินมัดจำ หรือ Ctrl+G ดูตัวกรองอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="189"/>
        <source>Deposit</source>
        <translation>เงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="191"/>
        <source>To whom</source>
        <translation>จ่ายให้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="193"/>
        <source>Asked</source>
        <translation>ขอเรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="201"/>
        <source>Asked by</source>
        <translation>ผู้ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="202"/>
        <source>On</source>
        <translation>เมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="206"/>
        <source>Nothing is asked</source>
        <translation>ไม่มีคำขอค้างอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="207"/>
        <source>Refunds stand here until they are paid, forfeits until they are decided.</source>
        <translation>คำขอคืนเงินจะอยู่ที่นี่จนกว่าจะจ่าย คำขอริบจนกว่าจะได้คำตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="216"/>
        <source>{0} baht, {1} held</source>
        <translation>{0} บาท ถืออยู่ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/list.py" line="228"/>
        <source>Ask for a deposit</source>
        <translation>เรียกเก็บเงินมัดจำ</translation>
    </message>
</context>
</TS>
