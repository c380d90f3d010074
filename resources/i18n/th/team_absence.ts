<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>AbsencePage</name>
    <message>
        <source>Absence</source>
        <translation>การลาและมอบหมายแทน</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>ผู้ไม่อยู่</translation>
    </message>
    <message>
        <source>In their place</source>
        <translation>ผู้แทน</translation>
    </message>
    <message>
        <source>What</source>
        <translation>สิ่งที่มอบหมาย</translation>
    </message>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>To</source>
        <translation>ถึง</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Nobody is away</source>
        <translation>ยังไม่มีการมอบหมายแทน</translation>
    </message>
    <message>
        <source>Ctrl+N appoints a deputy, or leaves open work to a colleague.</source>
        <translation>Ctrl+N แต่งตั้งผู้ปฏิบัติหน้าที่แทน หรือฝากงานไว้กับเพื่อนร่วมงาน</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>งานที่ค้างอยู่ (ฝากงาน)</translation>
    </message>
    <message>
        <source>Authority, all matters</source>
        <translation>อำนาจตอบคำขอ ทุกเรื่อง</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>สิ้นสุดแล้ว</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>ยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>Without the past</source>
        <translation>ซ่อนที่สิ้นสุดแล้ว</translation>
    </message>
    <message>
        <source>The past too</source>
        <translation>รวมที่สิ้นสุดแล้ว</translation>
    </message>
    <message>
        <source>Arranged. It begins and ends by itself.</source>
        <translation>บันทึกแล้ว เริ่มและสิ้นสุดเองตามวันที่</translation>
    </message>
    <message>
        <source>Ended: {0} is asked again.</source>
        <translation>ยุติแล้ว คำขอกลับไปที่ {0} ตามเดิม</translation>
    </message>
    <message>
        <source>Ended: the work is with {0} alone.</source>
        <translation>ยุติแล้ว งานอยู่กับ {0} ตามเดิม</translation>
    </message>
</context>
</TS>
