<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>OutcomeSheet</name>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="20"/>
        <location filename="../../../ui/doubles/outcome.py" line="25"/>
        <source>What becomes of them</source>
        <translation>ผลหลังรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="38"/>
        <source>Asked by</source>
        <translation>ผู้ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="39"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="40"/>
        <source>Merged</source>
        <translation>รวมเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="42"/>
        <source>Parted again</source>
        <translation>แยกกลับเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="51"/>
        <source>Phones</source>
        <translation>เบอร์โทร</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="53"/>
        <source>Contacts</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="57"/>
        <source>Addresses</source>
        <translation>ที่อยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="58"/>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="63"/>
        <source>Credit limit</source>
        <translation>วงเงินเครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="64"/>
        <source>Outstanding together</source>
        <translation>ยอดค้างรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="66"/>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="66"/>
        <source>stays blocked: the strictest counts</source>
        <translation>ยังระงับ ใช้เงื่อนไขที่เข้มที่สุด</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="68"/>
        <source>agreed</source>
        <translation>ยินยอม</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="68"/>
        <source>withdrawn: the strictest counts</source>
        <translation>ไม่ยินยอม ใช้คำตอบที่เข้มที่สุด</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="71"/>
        <source>Money that goes over</source>
        <translation>ยอดเงินที่ย้ายมา</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="75"/>
        <source>What belongs to each</source>
        <translation>สิ่งที่อยู่กับแต่ละราย</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/outcome.py" line="83"/>
        <source>nothing yet</source>
        <translation>ยังไม่มี</translation>
    </message>
</context>
</TS>
