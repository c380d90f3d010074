<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>WhatIfPage</name>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="74"/>
        <source>What if</source>
        <translation>ถ้าเป็นแบบนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="86"/>
        <source>Matter</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="87"/>
        <source>Who asks</source>
        <translation>ผู้ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="88"/>
        <source>Total with VAT, before deposits</source>
        <translation>ยอดรวม VAT ก่อนหักมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="89"/>
        <source>Discount, all of it (%)</source>
        <translation>ส่วนลดรวมทั้งหมด (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="92"/>
        <source>Discount by product group</source>
        <translation>ส่วนลดตามกลุ่มสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="94"/>
        <source>tile 12, cement 3</source>
        <translation>กระเบื้อง 12, ปูน 3</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="97"/>
        <source>Lines without a list price (baht)</source>
        <translation>รายการที่ไม่มีราคาตั้ง (บาท)</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="98"/>
        <source>Days asked for</source>
        <translation>จำนวนวันที่ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="101"/>
        <source>Deposit share (%)</source>
        <translation>สัดส่วนมัดจำ (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="102"/>
        <source>Empty: not known, the strictest band counts.</source>
        <translation>เว้นว่าง คือไม่ทราบ ใช้ข้อที่เข้มที่สุด</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="104"/>
        <source>Stock</source>
        <translation>สต็อก</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="105"/>
        <source>Something is sold below cost</source>
        <translation>มีรายการขายต่ำกว่าทุน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="108"/>
        <source>Branch</source>
        <translation>สาขา</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="109"/>
        <source>By which version</source>
        <translation>ตามรุ่นใด</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="118"/>
        <source>not known</source>
        <translation>ไม่ทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/what_if.py" line="125"/>
        <source>Type the figures of a paper that is not there: the answer is the one that it would get. Nothing is stored.</source>
        <translation>ใส่ตัวเลขของเอกสารสมมติ คำตอบคือสิ่งที่เอกสารนั้นจะได้จริง ไม่มีการบันทึกใด ๆ</translation>
    </message>
</context>
</TS>
