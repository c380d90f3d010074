<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>AuthorityBanner</name>
    <message>
        <location filename="../../../ui/papers/banner.py" line="103"/>
        <source>Why (hold F7)</source>
        <translation>เหตุผล (กด F7 ค้าง)</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="105"/>
        <source>Why this decision: hold to see</source>
        <translation>เหตุผลของระดับอำนาจ กดค้างเพื่อดู</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="133"/>
        <source>Approved: you may change within the limits</source>
        <translation>อนุมัติแล้ว แก้ไขได้ภายในเงื่อนไข</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="135"/>
        <source>Beyond the approved limits · {0}</source>
        <translation>เกินเงื่อนไขที่อนุมัติ · {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="160"/>
        <source>You decide this yourself</source>
        <translation>คุณอนุมัติได้เอง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="162"/>
        <source>Needs your superior’s advice: {0}</source>
        <translation>ต้องขอคำแนะนำจากผู้บังคับบัญชา: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="161"/>
        <source>Needs advice: credit-finance, then {0}</source>
        <translation>ขอคำแนะนำสินเชื่อ-การเงินก่อน แล้วจึงถึง {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="164"/>
        <source>To credit-finance, then to {0}</source>
        <translation>นำเสนอสินเชื่อ-การเงินก่อน แล้วจึงถึง {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="165"/>
        <source>To be put before {0}</source>
        <translation>นำเสนอ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="173"/>
        <source>{0} ({1} stands in)</source>
        <translation>{0} ({1} ปฏิบัติหน้าที่แทน)</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="185"/>
        <source>What was approved</source>
        <translation>เงื่อนไขที่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="187"/>
        <source>Why</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/banner.py" line="190"/>
        <source>What would make it yours</source>
        <translation>ปรับอย่างไรจึงอนุมัติได้เอง</translation>
    </message>
</context>
</TS>
