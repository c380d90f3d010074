<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="9"/>
        <source>All quotations</source>
        <translation>ใบเสนอราคาทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="16"/>
        <source>Board</source>
        <translation>กระดานงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="23"/>
        <source>Follow-ups</source>
        <translation>ติดตาม</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="30"/>
        <source>Forecast</source>
        <translation>คาดการณ์ยอดขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="37"/>
        <source>Price rises</source>
        <translation>ราคาขึ้น</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="44"/>
        <source>Objection</source>
        <translation>ข้อโต้แย้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="51"/>
        <source>Expected close</source>
        <translation>คาดว่าจะปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="58"/>
        <source>Received by the customer</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="65"/>
        <source>Move card on</source>
        <translation>เลื่อนต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="72"/>
        <source>Move card back</source>
        <translation>เลื่อนกลับ</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="79"/>
        <source>Card: accepted</source>
        <translation>การ์ด: ตกลงซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="86"/>
        <source>Card: lost</source>
        <translation>การ์ด: ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="93"/>
        <source>Next zone</source>
        <translation>เขตถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="100"/>
        <source>Next month</source>
        <translation>เดือนถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/pipeline_actions.py" line="107"/>
        <source>How likely each stage is won</source>
        <translation>โอกาสได้งานของแต่ละขั้น</translation>
    </message>
</context>
</TS>
