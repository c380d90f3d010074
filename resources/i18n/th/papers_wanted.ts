<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>WantedPanel</name>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="117"/>
        <source>What was pasted, and the goods it means</source>
        <translation>ข้อความที่วาง กับสินค้าที่ตรง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="117"/>
        <source>Put in</source>
        <translation>ใส่รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="124"/>
        <source>Other goods for this piece</source>
        <translation>สินค้าอื่นสำหรับรายการนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="130"/>
        <source>1–9 other goods · T as free text · Space leave out · F search · Q quantity · N next doubtful · Enter puts all in</source>
        <translation>1–9 สินค้าอื่น · T เป็นข้อความ · Space ไม่เอา · F ค้นหา · Q จำนวน · N รายการที่ควรดูถัดไป · Enter ใส่ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="153"/>
        <source>Other goods for this piece (F)</source>
        <translation>สินค้าอื่นสำหรับรายการนี้ (F)</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="156"/>
        <source>Code, barcode or part of a name</source>
        <translation>รหัส บาร์โค้ด หรือบางส่วนของชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="159"/>
        <source>Quantity (Q)</source>
        <translation>จำนวน (Q)</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="167"/>
        <source>Written</source>
        <translation>ที่เขียนมา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="167"/>
        <source>Goods</source>
        <translation>สินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="167"/>
        <source>Quantity</source>
        <translation>จำนวน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="167"/>
        <source>Unit</source>
        <translation>หน่วย</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="168"/>
        <source>Price</source>
        <translation>ราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="168"/>
        <source>To look at</source>
        <translation>ควรดู</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="170"/>
        <source>Pieces of what was pasted</source>
        <translation>รายการที่อ่านได้จากข้อความ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="213"/>
        <source>{0} lines go in, {1} to look at</source>
        <translation>จะใส่ {0} รายการ ควรดู {1} รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="215"/>
        <source>Put {0} in</source>
        <translation>ใส่ {0} รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="227"/>
        <source>fits</source>
        <translation>ตรง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="251"/>
        <source>left out</source>
        <translation>ไม่เอา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/wanted.py" line="253"/>
        <source>as free text: {0}</source>
        <translation>เป็นข้อความ: {0}</translation>
    </message>
</context>
</TS>
