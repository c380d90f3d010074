<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>DepositActs</name>
    <message>
        <location filename="../../../ui/deposits/acts.py" line="92"/>
        <source>“{0}” needs a deposit: there is none under the cursor</source>
        <translation>“{0}” ต้องเลือกรายการเงินมัดจำก่อน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/acts.py" line="95"/>
        <source>“{0}” is not possible now: {1} is “{2}”</source>
        <translation>“{0}” ทำไม่ได้ในตอนนี้: {1} อยู่ในสถานะ “{2}”</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/acts.py" line="138"/>
        <source>{0} {1} is “{2}” now: this cannot be done any more.</source>
        <translation>{0} ขณะนี้ {1} อยู่ในสถานะ “{2}” จึงทำรายการนี้ไม่ได้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/acts.py" line="230"/>
        <source>Received, receipt {0}; the rest stays expected.</source>
        <translation>รับเงินแล้ว ใบรับเลขที่ {0} ส่วนที่เหลือยังรอรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/acts.py" line="233"/>
        <source>Received, receipt {0}.</source>
        <translation>รับเงินแล้ว ใบรับเลขที่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/acts.py" line="236"/>
        <source>Asked: {0}</source>
        <translation>ส่งคำขอถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/acts.py" line="237"/>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
</TS>
