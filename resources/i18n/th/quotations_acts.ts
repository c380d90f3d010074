<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationActs</name>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="102"/>
        <source>Customer has received it</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="102"/>
        <location filename="../../../ui/quotations/acts.py" line="107"/>
        <location filename="../../../ui/quotations/acts.py" line="114"/>
        <source>Next follow-up</source>
        <translation>นัดติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="102"/>
        <location filename="../../../ui/quotations/acts.py" line="114"/>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="107"/>
        <source>Negotiating</source>
        <translation>ลูกค้าต่อรอง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="107"/>
        <source>What they want</source>
        <translation>ลูกค้าต้องการอะไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="114"/>
        <source>Follow up on</source>
        <translation>ติดตามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="120"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="132"/>
        <source>Saved</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="140"/>
        <location filename="../../../ui/quotations/acts.py" line="148"/>
        <source>Accepted by the customer</source>
        <translation>ลูกค้าตกลงแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="141"/>
        <source>What was agreed</source>
        <translation>ตกลงกันไว้ว่าอย่างไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="142"/>
        <source>Record as accepted</source>
        <translation>บันทึกว่าลูกค้าตกลง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="154"/>
        <location filename="../../../ui/quotations/acts.py" line="156"/>
        <source>Make the order</source>
        <translation>ทำคำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="160"/>
        <source>As</source>
        <translation>ทำเป็น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="175"/>
        <source>Lost</source>
        <translation>ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="175"/>
        <source>Why it was lost</source>
        <translation>เหตุที่ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="175"/>
        <source>Record as lost</source>
        <translation>บันทึกว่าไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="180"/>
        <source>Recorded as lost</source>
        <translation>บันทึกว่าไม่ได้งานแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="185"/>
        <source>Let the offer hold longer</source>
        <translation>ขยายวันยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="186"/>
        <source>Days from today</source>
        <translation>กี่วันนับจากวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="187"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="188"/>
        <source>Extend</source>
        <translation>ขยาย</translation>
    </message>
</context>
</TS>
