<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="rn_BI">
<context>
    <name>SetUpForm</name>
    <message>
        <source>Setting up the desk</source>
        <translation>ตั้งค่าเริ่มต้น</translation>
    </message>
    <message>
        <source>Name of the shop, Thai</source>
        <translation>ชื่อร้าน (ไทย)</translation>
    </message>
    <message>
        <source>Name of the shop, English</source>
        <translation>ชื่อร้าน (อังกฤษ)</translation>
    </message>
    <message>
        <source>13 digits; it stands on every paper.</source>
        <translation>13 หลัก พิมพ์บนเอกสารทุกใบ</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>เลขประจำตัวผู้เสียภาษี</translation>
    </message>
    <message>
        <source>00000 is the head office.</source>
        <translation>00000 คือสำนักงานใหญ่</translation>
    </message>
    <message>
        <source>Tax branch</source>
        <translation>สาขาที่จดทะเบียน</translation>
    </message>
    <message>
        <source>Address, Thai</source>
        <translation>ที่อยู่ (ไทย)</translation>
    </message>
    <message>
        <source>Address, English</source>
        <translation>ที่อยู่ (อังกฤษ)</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <source>VAT (%)</source>
        <translation>ภาษีมูลค่าเพิ่ม (%)</translation>
    </message>
    <message>
        <source>Prices include VAT</source>
        <translation>ราคารวมภาษีมูลค่าเพิ่มแล้ว</translation>
    </message>
    <message>
        <source>These words stand at the head of every paper. All can be changed later.</source>
        <translation>ข้อความเหล่านี้อยู่หัวเอกสารทุกใบ แก้ไขภายหลังได้ทั้งหมด</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>ร้าน</translation>
    </message>
    <message>
        <source>Two digits; they are part of every number: QT01-6911-00001.</source>
        <translation>เลขสองหลัก อยู่ในเลขที่เอกสารทุกใบ เช่น QT01-6911-00001</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <source>Name of the branch, Thai</source>
        <translation>ชื่อสาขา (ไทย)</translation>
    </message>
    <message>
        <source>Name of the branch, English</source>
        <translation>ชื่อสาขา (อังกฤษ)</translation>
    </message>
    <message>
        <source>Only where they differ from the shop’s.</source>
        <translation>กรอกเมื่อต่างจากของร้านเท่านั้น</translation>
    </message>
    <message>
        <source>The place where this desk stands; further branches can follow.</source>
        <translation>สาขาที่เคาน์เตอร์นี้ตั้งอยู่ เพิ่มสาขาอื่นภายหลังได้</translation>
    </message>
    <message>
        <source>The branch</source>
        <translation>สาขา</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>โลโก้</translation>
    </message>
    <message>
        <source>Modern: with a colour of the shop’s</source>
        <translation>สมัยใหม่: ใช้สีของร้าน</translation>
    </message>
    <message>
        <source>Plain: black and grey, saves ink</source>
        <translation>เรียบ: ขาวดำ ประหยัดหมึก</translation>
    </message>
    <message>
        <source>Letterhead: for sheets that are printed already</source>
        <translation>กระดาษหัวจดหมาย: สำหรับกระดาษที่พิมพ์หัวไว้แล้ว</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>รูปแบบ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>กระดาษ</translation>
    </message>
    <message>
        <source>How quotations and receipts look; Settings shows a sample to fine-tune.</source>
        <translation>หน้าตาของใบเสนอราคาและใบรับเงิน ปรับละเอียดพร้อมตัวอย่างได้ที่หน้าตั้งค่า</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <source>Owner: decides what nobody else may</source>
        <translation>เจ้าของร้าน: ตัดสินใจเรื่องที่คนอื่นตัดสินใจไม่ได้</translation>
    </message>
    <message>
        <source>Administrator: people, settings, backups</source>
        <translation>ผู้ดูแลระบบ: ผู้ใช้ การตั้งค่า การสำรองข้อมูล</translation>
    </message>
    <message>
        <source>Two people, so that a change of who decides what always has a second pair of eyes. They add everybody else.</source>
        <translation>มีสองคน เพื่อให้การเปลี่ยนอำนาจดำเนินการมีผู้ตรวจอีกคนเสมอ แล้วทั้งสองเพิ่มผู้ใช้คนอื่นต่อไป</translation>
    </message>
    <message>
        <source>First people</source>
        <translation>ผู้ใช้สองคนแรก</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>ชื่อ–นามสกุล</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>ชื่อผู้ใช้</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>รหัสผ่าน</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>รหัสผ่านอีกครั้ง</translation>
    </message>
    <message>
        <source>Who decides what</source>
        <translation>ใครตัดสินใจเรื่องใด</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>อำนาจดำเนินการ</translation>
    </message>
    <message>
        <source>Who may decide what alone, with advice, or not. Until the owner confirms a table, only the owner decides. It can be changed in the program, for whatever day.</source>
        <translation>ใครอนุมัติเองได้ ต้องขอคำแนะนำ หรือต้องนำเสนอ ก่อนเจ้าของยืนยันตาราง มีเพียงเจ้าของที่อนุมัติได้ แก้ไขในโปรแกรมและกำหนดวันเริ่มใช้ภายหลังได้</translation>
    </message>
</context>
</TS>
