<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>DepositActs</name>
        <message>
            <source>Received, receipt {0}; the rest stays expected.</source>
            <translation>รับเงินแล้ว ใบรับเลขที่ {0} ส่วนที่เหลือยังรอรับ</translation>
        </message>
        <message>
            <source>Received, receipt {0}.</source>
            <translation>รับเงินแล้ว ใบรับเลขที่ {0}</translation>
        </message>
        <message>
            <source>Asked: {0}</source>
            <translation>ส่งคำขอถึง {0} แล้ว</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>บันทึกแล้ว</translation>
        </message>
    </context>
</TS>
