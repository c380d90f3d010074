<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="9"/>
        <source>Doubles and incomplete records</source>
        <translation>ลูกค้าซ้ำและข้อมูลไม่ครบ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="16"/>
        <source>Merge the selected customers</source>
        <translation>รวมลูกค้าที่เลือก</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="23"/>
        <source>What was merged into this customer</source>
        <translation>รายที่รวมเข้ามาในลูกค้านี้</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="33"/>
        <source>Likely doubles</source>
        <translation>ลูกค้าที่อาจซ้ำกัน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="40"/>
        <source>Incomplete records</source>
        <translation>ข้อมูลไม่ครบ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="47"/>
        <source>Side by side</source>
        <translation>เทียบสองราย</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="54"/>
        <source>Not a double</source>
        <translation>ไม่ใช่รายเดียวกัน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="61"/>
        <source>May be a double after all</source>
        <translation>อาจซ้ำกันอีกครั้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="68"/>
        <source>Open the customer</source>
        <translation>เปิดลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="75"/>
        <source>Look through the whole file</source>
        <translation>ตรวจทั้งแฟ้ม</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="90"/>
        <source>The other record stays</source>
        <translation>ให้อีกรายคงอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="97"/>
        <source>Merge</source>
        <translation>รวม</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="104"/>
        <source>Part them again</source>
        <translation>แยกกลับ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles_actions.py" line="111"/>
        <source>Give the merge up</source>
        <translation>เลิกรวม</translation>
    </message>
</context>
</TS>
