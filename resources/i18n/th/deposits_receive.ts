<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>ReceiveForm</name>
        <message>
            <source>Amount</source>
            <translation>จำนวนเงิน</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>ชำระโดย</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>วันที่รับเงิน</translation>
        </message>
        <message>
            <source>Paid by whom</source>
            <translation>ผู้จ่ายเงิน</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>รับเงิน</translation>
        </message>
        <message>
            <source>Receive deposit {0}</source>
            <translation>รับเงินมัดจำ {0}</translation>
        </message>
        <message>
            <source>Cash handed over</source>
            <translation>รับเงินสดมา</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>ธนาคาร</translation>
        </message>
        <message>
            <source>From account</source>
            <translation>จากบัญชีเลขที่</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>เลขอ้างอิง</translation>
        </message>
        <message>
            <source>Time of the transfer</source>
            <translation>เวลาที่โอน</translation>
        </message>
        <message>
            <source>Last four digits</source>
            <translation>เลขท้ายบัตร 4 หลัก</translation>
        </message>
        <message>
            <source>Number of the cheque</source>
            <translation>เช็คเลขที่</translation>
        </message>
        <message>
            <source>Date on the cheque</source>
            <translation>เช็คลงวันที่</translation>
        </message>
        <message>
            <source>I have seen the money in the account</source>
            <translation>ตรวจแล้ว เงินเข้าบัญชีจริง</translation>
        </message>
        <message>
            <source>Unticked, it waits until somebody has seen it.</source>
            <translation>ถ้ายังไม่เห็นเงินเข้า ไม่ต้องทำเครื่องหมาย รายการจะรอตรวจ</translation>
        </message>
        <message>
            <source>Change: {0}</source>
            <translation>เงินทอน {0}</translation>
        </message>
        <message>
            <source>{0} missing</source>
            <translation>ขาด {0}</translation>
        </message>
        <message>
            <source>Scan to pay {0} baht; then look whether it came.</source>
            <translation>สแกนเพื่อจ่าย {0} บาท แล้วตรวจว่าเงินเข้าบัญชีจริง</translation>
        </message>
    </context>
</TS>
