<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>PairsPage</name>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="39"/>
        <source>To look at</source>
        <translation>รอตรวจ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="39"/>
        <source>Not doubles</source>
        <translation>ไม่ซ้ำ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="46"/>
        <location filename="../../../ui/doubles/pairs.py" line="79"/>
        <source>Likely doubles</source>
        <translation>ลูกค้าที่อาจซ้ำกัน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="50"/>
        <source>No likely doubles</source>
        <translation>ไม่พบลูกค้าที่อาจซ้ำกัน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="51"/>
        <source>Ctrl+F5 looks through the whole file; new customers are looked at anyway.</source>
        <translation>Ctrl+F5 ตรวจทั้งแฟ้ม ลูกค้าใหม่ตรวจให้เองอยู่แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="96"/>
        <source>{0} and {1} are two customers.</source>
        <translation>{0} กับ {1} เป็นคนละราย</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="98"/>
        <source>{0} pairs are no doubles.</source>
        <translation>{0} คู่ไม่ใช่รายเดียวกัน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="100"/>
        <source>Take it back</source>
        <translation>เอากลับมา</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="150"/>
        <source>Looked through: {0} new pairs.</source>
        <translation>ตรวจแล้ว พบคู่ใหม่ {0} คู่</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="161"/>
        <source>Everybody has been looked at.</source>
        <translation>ตรวจครบทุกรายแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="164"/>
        <source>Looked at: {0} %. Ctrl+F5 goes on.</source>
        <translation>ตรวจแล้ว {0} % กด Ctrl+F5 เพื่อตรวจต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="193"/>
        <source>Alike</source>
        <translation>เหมือน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="199"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="200"/>
        <source>and</source>
        <translation>กับ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="201"/>
        <source>Because</source>
        <translation>เพราะ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="202"/>
        <source>Phones</source>
        <translation>เบอร์โทร</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="203"/>
        <source>Zones</source>
        <translation>เขต</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="204"/>
        <source>Owners</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/pairs.py" line="205"/>
        <source>Said by</source>
        <translation>ผู้ระบุ</translation>
    </message>
</context>
</TS>
