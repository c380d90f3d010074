<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PoolPage</name>
    <message>
        <location filename="../../../ui/orders/pool.py" line="55"/>
        <source>Arrived, not given out</source>
        <translation>รับเข้าแล้ว ยังไม่จัดสรร</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="67"/>
        <source>Code</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="68"/>
        <source>Goods</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="69"/>
        <source>Unit</source>
        <translation>หน่วย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="70"/>
        <source>Lies here</source>
        <translation>มีอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="71"/>
        <source>Waited for</source>
        <translation>มีผู้รอ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="72"/>
        <source>Nobody’s</source>
        <translation>ไม่มีผู้รอ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="76"/>
        <source>Everything that arrived is given out</source>
        <translation>จัดสรรสินค้าที่รับเข้าครบแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="77"/>
        <source>What passes inspection on a purchase request lies here until then.</source>
        <translation>สินค้าที่ผ่านการตรวจรับจะอยู่ที่นี่จนกว่าจะจัดสรร</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="100"/>
        <source>Kept for {0}</source>
        <translation>จัดสรรให้ {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="102"/>
        <source>Nobody waits for what lies here</source>
        <translation>ไม่มีผู้รอสินค้าเหล่านี้</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="109"/>
        <source>Put {0} into normal stock</source>
        <translation>นำ {0} เข้าสต็อกปกติ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="110"/>
        <source>Put into stock</source>
        <translation>นำเข้าสต็อก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="111"/>
        <source>How much</source>
        <translation>จำนวน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="112"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/pool.py" line="121"/>
        <source>It is normal stock now</source>
        <translation>นำเข้าสต็อกปกติแล้ว</translation>
    </message>
    <message>
        <source>What becomes of {0}</source>
        <translation>{0} จัดการอย่างไร</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>นำออกจากรายการ</translation>
    </message>
    <message>
        <source>Sold, sent back or scrapped</source>
        <translation>ขาย ส่งคืน หรือทำลาย</translation>
    </message>
    <message>
        <source>It is off the list</source>
        <translation>นำออกจากรายการแล้ว</translation>
    </message>
</context>
</TS>
