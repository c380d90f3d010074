<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>AbsenceForm</name>
    <message>
        <source>Arrange it</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Somebody is away</source>
        <translation>เพิ่มการมอบหมายแทน</translation>
    </message>
    <message>
        <source>A deputy answers requests</source>
        <translation>มอบให้ปฏิบัติหน้าที่แทน (ตอบคำขอ)</translation>
    </message>
    <message>
        <source>A colleague has the open work</source>
        <translation>ฝากงานไว้กับเพื่อนร่วมงาน</translation>
    </message>
    <message>
        <source>I am</source>
        <translation>ฉันเอง</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>กรุณาเลือก</translation>
    </message>
    <message>
        <source>What</source>
        <translation>สิ่งที่มอบหมาย</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>ใครไม่อยู่</translation>
    </message>
    <message>
        <source>In their place</source>
        <translation>ผู้แทน</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>วันแรก</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>วันสุดท้าย</translation>
    </message>
    <message>
        <source>Day/month/year, or +7.</source>
        <translation>วัน/เดือน/ปี หรือ +7</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>All matters</source>
        <translation>ทุกเรื่อง</translation>
    </message>
    <message>
        <source>Only those ticked below</source>
        <translation>เฉพาะเรื่องที่เลือกด้านล่าง</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>เรื่องที่มอบ</translation>
    </message>
</context>
</TS>
