<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SubmitPanel</name>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="46"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="48"/>
        <source>Why the customer should get this</source>
        <translation>ทำไมลูกค้าควรได้ราคานี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="52"/>
        <source>Competitor’s price</source>
        <translation>ราคาคู่แข่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="53"/>
        <source>Customer is waiting</source>
        <translation>ลูกค้ารออยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="58"/>
        <source>Ask for advice: {0}</source>
        <translation>ขอคำแนะนำจาก {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="58"/>
        <location filename="../../../ui/quotations/asking.py" line="94"/>
        <source>Ask for advice</source>
        <translation>ขอคำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="60"/>
        <source>Put before {0}</source>
        <translation>นำเสนอ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="60"/>
        <source>Send</source>
        <translation>ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="65"/>
        <source>Advice</source>
        <translation>คำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="66"/>
        <source>Ask in the queue</source>
        <translation>ถามในคิว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="66"/>
        <source>Consulted by phone</source>
        <translation>ปรึกษาทางโทรศัพท์แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="71"/>
        <source>With whom</source>
        <translation>ปรึกษากับ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="77"/>
        <source>Today at</source>
        <translation>วันนี้ เวลา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="82"/>
        <source>What was said</source>
        <translation>คำแนะนำที่ได้รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asking.py" line="94"/>
        <source>Record and issue</source>
        <translation>บันทึกและออกใบเสนอราคา</translation>
    </message>
</context>
</TS>
