<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>AuthorityBanner</name>
    <message>
        <location filename="../../../ui/papers/banner.py" line="98"/>
        <source>Why (hold F7)</source>
        <translation>เหตุผล (กด F7 ค้าง)</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="100"/>
        <source>Why this decision: hold to see</source>
        <translation>เหตุผลของระดับอำนาจ กดค้างเพื่อดู</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="142"/>
        <source>You decide this yourself</source>
        <translation>คุณอนุมัติได้เอง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="144"/>
        <source>Needs your superior’s advice: {0}</source>
        <translation>ต้องขอคำแนะนำจากหัวหน้า: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="146"/>
        <source>To credit-finance, then to {0}</source>
        <translation>นำเสนอสินเชื่อ-การเงิน แล้ว {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="147"/>
        <source>To be put before {0}</source>
        <translation>นำเสนอ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="162"/>
        <source>Why</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="163"/>
        <source>What would make it yours</source>
        <translation>ปรับอย่างไรจึงอนุมัติได้เอง</translation>
    </message>
</context>
</TS>
