<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>CardsScreen</name>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="91"/>
        <source>Visiting cards: {0}</source>
        <translation>นามบัตร: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="96"/>
        <source>Visiting cards</source>
        <translation>นามบัตร</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="98"/>
        <source>What becomes of it</source>
        <translation>รับเข้าเป็น</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="100"/>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="102"/>
        <source>Of</source>
        <translation>ของ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="105"/>
        <source>Phones</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="110"/>
        <source>Looks like</source>
        <translation>คล้ายกับ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="113"/>
        <source>No cards</source>
        <translation>ไม่มีนามบัตร</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="121"/>
        <source>New customer</source>
        <translation>ลูกค้าใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="123"/>
        <source>Contact of {0}</source>
        <translation>ผู้ติดต่อของ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="124"/>
        <source>Left out</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="146"/>
        <source>Cards that look like a known customer are left out; Ctrl+T changes it.</source>
        <translation>นามบัตรที่คล้ายลูกค้าเดิมจะไม่รับเข้า กด Ctrl+T เพื่อเปลี่ยน</translation>
    </message>
    <message>
        <location filename="../../../ui/exchange/cards.py" line="175"/>
        <source>{0} new customers, {1} contacts, {2} left out.</source>
        <translation>ลูกค้าใหม่ {0} ราย ผู้ติดต่อ {1} คน ไม่รับ {2} ใบ</translation>
    </message>
</context>
</TS>
