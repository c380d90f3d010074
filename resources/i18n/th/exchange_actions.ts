<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="9"/>
        <source>Take in visiting cards</source>
        <translation>รับนามบัตรเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="16"/>
        <source>New, contact or left out</source>
        <translation>ลูกค้าใหม่ / ผู้ติดต่อ / ไม่รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="23"/>
        <source>To and from the ERP</source>
        <translation>รับส่งกับ ERP</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="30"/>
        <source>Send new orders</source>
        <translation>ส่งคำสั่งซื้อใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="37"/>
        <source>Send new deposits</source>
        <translation>ส่งเงินมัดจำใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="44"/>
        <source>Write this batch again</source>
        <translation>บันทึกชุดนี้อีกครั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="58"/>
        <source>I have dealt with it</source>
        <translation>จัดการแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="65"/>
        <source>Watched folder</source>
        <translation>โฟลเดอร์ที่เฝ้าดู</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange_actions.py" line="72"/>
        <source>Look into the folder now</source>
        <translation>ดูโฟลเดอร์ตอนนี้</translation>
    </message>
</context>
</TS>
