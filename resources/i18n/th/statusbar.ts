<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>Foot</name>
    <message>
        <location filename="../../../ui/statusbar.py" line="65"/>
        <source>{0}: no answer</source>
        <translation>{0}: ไม่ตอบสนอง</translation>
    </message>
    <message>
        <location filename="../../../ui/statusbar.py" line="85"/>
        <source>No unsent drafts</source>
        <translation>ไม่มีร่างค้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/statusbar.py" line="102"/>
        <source>Unsaved drafts: {0}</source>
        <translation>มีร่างค้าง เปิดด้วย {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/statusbar.py" line="107"/>
        <source>{0} unsent drafts</source>
        <translation>ร่างค้าง {0} ฉบับ</translation>
    </message>
    <message>
        <location filename="../../../ui/statusbar.py" line="108"/>
        <source>1 unsent draft</source>
        <translation>ร่างค้าง 1 ฉบับ</translation>
    </message>
</context>
</TS>
