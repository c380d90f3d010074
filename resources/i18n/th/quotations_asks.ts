<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Asks</name>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="69"/>
        <source>Followed up</source>
        <translation>ติดตามแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="69"/>
        <location filename="../../../ui/quotations/asks.py" line="132"/>
        <location filename="../../../ui/quotations/asks.py" line="146"/>
        <location filename="../../../ui/quotations/asks.py" line="164"/>
        <location filename="../../../ui/quotations/asks.py" line="217"/>
        <location filename="../../../ui/quotations/asks.py" line="226"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="71"/>
        <source>How</source>
        <translation>ทาง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="73"/>
        <source>Result</source>
        <translation>ผล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="75"/>
        <source>What was said</source>
        <translation>คุยกันว่า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="77"/>
        <source>None</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="79"/>
        <location filename="../../../ui/quotations/asks.py" line="146"/>
        <source>Objection</source>
        <translation>ข้อโต้แย้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="95"/>
        <location filename="../../../ui/quotations/asks.py" line="151"/>
        <source>Our answer</source>
        <translation>เราตอบว่า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="116"/>
        <source>Noted. The next follow-up is set.</source>
        <translation>บันทึกแล้ว ตั้งวันติดตามครั้งหน้าให้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="124"/>
        <location filename="../../../ui/quotations/asks.py" line="237"/>
        <source>Next follow-up</source>
        <translation>ติดตามครั้งหน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="132"/>
        <source>Put off</source>
        <translation>เลื่อนวัน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="134"/>
        <location filename="../../../ui/quotations/asks.py" line="242"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="139"/>
        <source>The follow-up is put off.</source>
        <translation>เลื่อนวันติดตามแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="148"/>
        <source>About</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="149"/>
        <source>What the customer says</source>
        <translation>ลูกค้าว่าอย่างไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="156"/>
        <source>Noted.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="164"/>
        <source>Expected close</source>
        <translation>คาดว่าจะปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="165"/>
        <source>Expected on</source>
        <translation>คาดว่าจะปิดวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="173"/>
        <source>The forecast follows.</source>
        <translation>คาดการณ์ปรับตามแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="180"/>
        <source>Lost</source>
        <translation>ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="180"/>
        <source>Record as lost</source>
        <translation>บันทึกว่าไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="181"/>
        <source>Choose</source>
        <translation>เลือกเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="72"/>
        <source>Choose …</source>
        <translation>เลือกผล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="182"/>
        <source>Why it was lost</source>
        <translation>เหตุที่ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="184"/>
        <source>In words</source>
        <translation>รายละเอียด</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="195"/>
        <source>Recorded as lost</source>
        <translation>บันทึกว่าไม่ได้งานแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="202"/>
        <location filename="../../../ui/quotations/asks.py" line="209"/>
        <source>Accepted by the customer</source>
        <translation>ลูกค้าตกลงซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="203"/>
        <source>Record as accepted</source>
        <translation>บันทึกว่าตกลงซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="204"/>
        <source>What was agreed</source>
        <translation>ตกลงกันว่า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="216"/>
        <source>Customer has received it</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="218"/>
        <source>Who has it there</source>
        <translation>ผู้รับทางลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="220"/>
        <source>Known by</source>
        <translation>ทราบจาก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="226"/>
        <source>Negotiating</source>
        <translation>ต่อรอง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="242"/>
        <source>What they want</source>
        <translation>ลูกค้าขออะไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/asks.py" line="256"/>
        <source>Saved</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
</TS>
