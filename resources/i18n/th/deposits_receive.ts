<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ReceiveForm</name>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="49"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="51"/>
        <source>Paid by</source>
        <translation>ชำระโดย</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="56"/>
        <source>Received on</source>
        <translation>วันที่รับเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="57"/>
        <source>Paid by whom</source>
        <translation>ผู้จ่ายเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="59"/>
        <source>Receive</source>
        <translation>รับเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="68"/>
        <source>Receive deposit {0}</source>
        <translation>รับเงินมัดจำ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="76"/>
        <source>Cash handed over</source>
        <translation>รับเงินสดมา</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="78"/>
        <source>Bank</source>
        <translation>ธนาคาร</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="79"/>
        <source>From account</source>
        <translation>จากบัญชีเลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="80"/>
        <source>Reference</source>
        <translation>เลขอ้างอิง</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="82"/>
        <source>Time of the transfer</source>
        <translation>เวลาที่โอน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="86"/>
        <source>Last four digits</source>
        <translation>เลขท้ายบัตร 4 หลัก</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="91"/>
        <source>Number of the cheque</source>
        <translation>เช็คเลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="92"/>
        <source>Date on the cheque</source>
        <translation>เช็คลงวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="93"/>
        <source>I have seen the money in the account</source>
        <translation>ตรวจแล้ว เงินเข้าบัญชีจริง</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="94"/>
        <source>Unticked, it waits until somebody has seen it.</source>
        <translation>ถ้ายังไม่เห็นเงินเข้า ไม่ต้องทำเครื่องหมาย รายการจะรอตรวจ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="199"/>
        <source>Change: {0}</source>
        <translation>เงินทอน {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="240"/>
        <source>{0} is missing: take the rest, or receive only what is here.</source>
        <translation>ยังขาด {0} บาท กรุณารับให้ครบ หรือบันทึกรับเฉพาะที่ได้มา</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="197"/>
        <source>{0} missing</source>
        <translation>ขาด {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/receive.py" line="219"/>
        <source>Scan to pay {0} baht; then look whether it came.</source>
        <translation>สแกนเพื่อจ่าย {0} บาท แล้วตรวจว่าเงินเข้าบัญชีจริง</translation>
    </message>
</context>
</TS>
