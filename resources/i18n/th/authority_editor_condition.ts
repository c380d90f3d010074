<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ConditionEditor</name>
    <message>
        <source>Add a band</source>
        <translation>เพิ่มช่วง</translation>
    </message>
    <message>
        <source>Does not count when…</source>
        <translation>ไม่นับเมื่อ…</translation>
    </message>
    <message>
        <source>Take the condition away</source>
        <translation>ลบเงื่อนไขนี้</translation>
    </message>
    <message>
        <source>Does not count when all of this holds:</source>
        <translation>ไม่นับเงื่อนไขนี้ เมื่อครบทุกข้อต่อไปนี้</translation>
    </message>
    <message>
        <source>Take the band away</source>
        <translation>ลบช่วงนี้</translation>
    </message>
    <message>
        <source>What has to hold</source>
        <translation>สิ่งที่ต้องเป็นจริง</translation>
    </message>
    <message>
        <source>Take the exception away</source>
        <translation>ลบข้อยกเว้นนี้</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>อย่างน้อย</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>ไม่เกิน</translation>
    </message>
    <message>
        <source>in every case</source>
        <translation>ทุกกรณี</translation>
    </message>
    <message>
        <source>less than that</source>
        <translation>น้อยกว่านั้น</translation>
    </message>
    <message>
        <source>more than that</source>
        <translation>เกินกว่านั้น</translation>
    </message>
    <message>
        <source>{0}, limit of band {1}</source>
        <translation>{0} ค่าสิ้นสุดของช่วงที่ {1}</translation>
    </message>
    <message>
        <source>Who decides band {0}</source>
        <translation>ผู้มีอำนาจในช่วงที่ {0}</translation>
    </message>
    <message>
        <source>Credit, then advice</source>
        <translation>สินเชื่อ แล้วขอคำแนะนำ</translation>
    </message>
    <message>
        <source>Credit, then superior</source>
        <translation>สินเชื่อ แล้วผู้บังคับบัญชา</translation>
    </message>
</context>
<context>
    <name>matrix_words</name>
    <message>
        <source>{0}, with VAT, before deposits</source>
        <translation>{0} (รวม VAT ก่อนหักมัดจำ)</translation>
    </message>
    <message>
        <source>{0}: {1} only</source>
        <translation>{0}เฉพาะกลุ่ม {1}</translation>
    </message>
    <message>
        <source>baht</source>
        <translation>บาท</translation>
    </message>
    <message>
        <source>days</source>
        <translation>วัน</translation>
    </message>
</context>
</TS>
