<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>HandingForm</name>
    <message>
        <source>Everything of one line goes to one person, unless single records were given to others in the list.</source>
        <translation>งานแต่ละประเภทโอนให้คนเดียวทั้งหมด ยกเว้นรายการที่เลือกโอนให้คนอื่นในตาราง</translation>
    </message>
    <message>
        <source>Everything to</source>
        <translation>ทั้งหมดให้</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>โอนงาน</translation>
    </message>
    <message>
        <source>Hand over the work of {0}</source>
        <translation>โอนงานของ {0}</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>ไม่โอน</translation>
    </message>
</context>
<context>
    <name>HandingPage</name>
    <message>
        <source>Who takes the selected records</source>
        <translation>ผู้รับรายการที่เลือก</translation>
    </message>
    <message>
        <source>Hand over work</source>
        <translation>โอนงาน</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>งานของ</translation>
    </message>
    <message>
        <source>{0} (left)</source>
        <translation>{0} (พ้นหน้าที่)</translation>
    </message>
    <message>
        <source>What is held</source>
        <translation>งานที่ถืออยู่</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>โอนให้</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>ไม่มีงานประเภทนี้</translation>
    </message>
    <message>
        <source>Ctrl+G goes to another kind.</source>
        <translation>Ctrl+G ไปประเภทถัดไป</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>โอน</translation>
    </message>
    <message>
        <source>Selected lines to</source>
        <translation>รายการที่เลือกให้</translation>
    </message>
    <message>
        <source>with its paper</source>
        <translation>ไปกับเอกสาร</translation>
    </message>
</context>
<context>
    <name>team</name>
    <message>
        <source>Customers</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Open papers</source>
        <translation>เอกสารค้าง</translation>
    </message>
    <message>
        <source>Planned visits</source>
        <translation>นัดเยี่ยม</translation>
    </message>
    <message>
        <source>Requests asked</source>
        <translation>คำขอที่ส่งไว้</translation>
    </message>
    <message>
        <source>Requests to answer</source>
        <translation>คำขอที่ต้องตอบ</translation>
    </message>
    <message>
        <source>Handed over: {0} customers, {1} papers, {2} visits, {3} requests.</source>
        <translation>โอนแล้ว: ลูกค้า {0} ราย เอกสาร {1} ฉบับ นัดเยี่ยม {2} นัด คำขอ {3} รายการ</translation>
    </message>
    <message>
        <source>{0} requests went up the line instead.</source>
        <translation>คำขอ {0} รายการส่งขึ้นตามสายบังคับบัญชาแทน</translation>
    </message>
</context>
</TS>
