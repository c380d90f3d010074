<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>Foot</name>
        <message>
            <source>{0}: no answer</source>
            <translation>{0}: ไม่ตอบสนอง</translation>
        </message>
        <message>
            <source>{0} unsent drafts</source>
            <translation>ร่างค้าง {0} ฉบับ</translation>
        </message>
    </context>
</TS>
