<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>KeepPanel</name>
    <message>
        <location filename="../../../ui/papers/templates.py" line="45"/>
        <source>Keep as a template</source>
        <translation>เก็บเป็นแม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="45"/>
        <source>Keep</source>
        <translation>เก็บ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="47"/>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="48"/>
        <source>Mine only</source>
        <translation>ของฉันเท่านั้น</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="48"/>
        <source>For the branch</source>
        <translation>ให้ทั้งสาขาใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="49"/>
        <source>For</source>
        <translation>ใครใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="63"/>
        <source>Kept as “{0}”</source>
        <translation>เก็บเป็น “{0}” แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="71"/>
        <source>Replace it</source>
        <translation>แทนที่ของเดิม</translation>
    </message>
</context>
<context>
    <name>TemplatesPanel</name>
    <message>
        <location filename="../../../ui/papers/templates.py" line="92"/>
        <source>Lines of a template</source>
        <translation>ใส่รายการจากแม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="92"/>
        <location filename="../../../ui/papers/templates.py" line="176"/>
        <source>Put in</source>
        <translation>ใส่รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="96"/>
        <source>Template</source>
        <translation>แม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="96"/>
        <source>A part of its name</source>
        <translation>บางส่วนของชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="98"/>
        <source>New name</source>
        <translation>ชื่อใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="99"/>
        <source>Mine only</source>
        <translation>ของฉันเท่านั้น</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="99"/>
        <source>For the branch</source>
        <translation>ให้ทั้งสาขาใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="100"/>
        <source>For</source>
        <translation>ใครใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="102"/>
        <source>Templates</source>
        <translation>แม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="106"/>
        <source>Enter puts its lines in at today’s prices</source>
        <translation>Enter ใส่รายการตามราคาวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="108"/>
        <source>Another name</source>
        <translation>เปลี่ยนชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="109"/>
        <source>Take it away</source>
        <translation>ลบแม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="139"/>
        <source>mine</source>
        <translation>ของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="139"/>
        <source>branch, {0}</source>
        <translation>ของสาขา โดย {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="140"/>
        <source>{0} lines</source>
        <translation>{0} รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="148"/>
        <source>No template fits. Ctrl+Shift+F3 keeps the paper in view as one.</source>
        <translation>ไม่มีแม่แบบที่ตรง กด Ctrl+Shift+F3 เพื่อเก็บใบที่เปิดอยู่เป็นแม่แบบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="180"/>
        <source>Rename</source>
        <translation>เปลี่ยนชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="200"/>
        <source>Bring it back</source>
        <translation>เอากลับมา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/templates.py" line="201"/>
        <source>“{0}” was taken away.</source>
        <translation>ลบ “{0}” แล้ว</translation>
    </message>
</context>
</TS>
