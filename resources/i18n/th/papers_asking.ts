<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>SubmitPanel</name>
    <message>
        <location filename="../../../ui/papers/asking.py" line="43"/>
        <location filename="../../../ui/papers/asking.py" line="99"/>
        <source>Ask for advice</source>
        <translation>ขอคำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="43"/>
        <source>Send</source>
        <translation>ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="51"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="53"/>
        <source>Why the customer should get this</source>
        <translation>ทำไมลูกค้าควรได้ราคานี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="58"/>
        <source>Competitor’s price</source>
        <translation>ราคาคู่แข่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="59"/>
        <source>Competitor</source>
        <translation>คู่แข่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="60"/>
        <source>Customer is waiting</source>
        <translation>ลูกค้ารออยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="69"/>
        <source>Advice</source>
        <translation>คำแนะนำ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="70"/>
        <source>Ask in the queue</source>
        <translation>ถามในคิว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="70"/>
        <source>Consulted by phone</source>
        <translation>ปรึกษาทางโทรศัพท์แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="75"/>
        <source>With whom</source>
        <translation>ปรึกษากับ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="81"/>
        <source>Today at</source>
        <translation>วันนี้ เวลา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/asking.py" line="86"/>
        <source>What was said</source>
        <translation>คำแนะนำที่ได้รับ</translation>
    </message>
</context>
</TS>
