<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SubmitPanel</name>
    <message>
        <location filename="../../../ui/papers/asking.py" line="53"/>
        <location filename="../../../ui/papers/asking.py" line="119"/>
        <source>Ask for advice</source>
        <translation>ขอคำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="53"/>
        <source>Send</source>
        <translation>ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="61"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="63"/>
        <source>Why the customer should get this</source>
        <translation>ทำไมลูกค้าควรได้ราคานี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="68"/>
        <source>Competitor’s price</source>
        <translation>ราคาคู่แข่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="69"/>
        <source>Competitor</source>
        <translation>คู่แข่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="70"/>
        <source>Customer is waiting</source>
        <translation>ลูกค้ารออยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="77"/>
        <source>Asking anew ends the answer with limits</source>
        <translation>ถ้าขอใหม่ คำตอบแบบมีเงื่อนไขครั้งก่อนจะสิ้นผล</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="84"/>
        <source>Grand total {0}</source>
        <translation>รวมทั้งสิ้น {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="89"/>
        <source>Advice</source>
        <translation>คำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="90"/>
        <source>Ask in the queue</source>
        <translation>ส่งคำขอเข้าคิว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="90"/>
        <source>Consulted by phone</source>
        <translation>ปรึกษาทางโทรศัพท์แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="95"/>
        <source>With whom</source>
        <translation>ปรึกษากับ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="101"/>
        <source>Today at</source>
        <translation>วันนี้ เวลา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="106"/>
        <source>What was said</source>
        <translation>คำแนะนำที่ได้รับ</translation>
    </message>
</context>
</TS>
