<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>OrderDocument</name>
    <message>
        <location filename="../../../ui/orders/document.py" line="40"/>
        <source>Issue and print</source>
        <translation>ออกใบเสนอซื้อและพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="40"/>
        <source>Confirm and print</source>
        <translation>ยืนยันและพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="41"/>
        <source>{0} is issued</source>
        <translation>ส่งใบเสนอซื้อ {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="41"/>
        <source>{0} is confirmed</source>
        <translation>ยืนยัน {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="42"/>
        <source>Go on all the same</source>
        <translation>ดำเนินการต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="43"/>
        <source>Record and confirm</source>
        <translation>บันทึกและยืนยัน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="44"/>
        <source>Approved: ready to be confirmed</source>
        <translation>อนุมัติแล้ว พร้อมยืนยัน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="45"/>
        <source>Advice is here: the paper can be confirmed</source>
        <translation>ได้คำแนะนำแล้ว ยืนยันเอกสารได้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="50"/>
        <source>New sales order</source>
        <translation>คำสั่งขายใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="51"/>
        <source>New back order</source>
        <translation>ใบ Back Order ใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="52"/>
        <source>New special order</source>
        <translation>ใบสินค้าสั่งพิเศษใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="53"/>
        <source>New purchase request</source>
        <translation>ใบเสนอซื้อใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="59"/>
        <source>from {0}</source>
        <translation>จาก {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="77"/>
        <source>{0} · {1} of deposit is still held: refund, transfer or forfeit it</source>
        <translation>{0} · ยังถือมัดจำอยู่ {1} บาท: ต้องคืน โอน หรือริบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="82"/>
        <source>Goods are ordered, but {0} of the deposit is missing</source>
        <translation>สั่งซื้อสินค้าแล้ว แต่มัดจำยังขาด {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="85"/>
        <source>{0} of the deposit is missing; until then nothing is bought</source>
        <translation>มัดจำยังขาด {0} ยังสั่งซื้อไม่ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/document.py" line="88"/>
        <source>{0} · promised for {1}</source>
        <translation>{0} · นัดส่ง {1}</translation>
    </message>
</context>
</TS>
