<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>VisitCard</name>
        <message>
            <source>Other visits of this customer</source>
            <translation>การเยี่ยมครั้งอื่นของลูกค้ารายนี้</translation>
        </message>
        <message>
            <source>Choose a visit to see it here.</source>
            <translation>เลือกนัดเยี่ยมเพื่อดูรายละเอียดที่นี่</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>เลยกำหนด</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>วันที่</translation>
        </message>
        <message>
            <source>How</source>
            <translation>วิธีพบ</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>เรื่อง</translation>
        </message>
        <message>
            <source>Who goes</source>
            <translation>ผู้ไปพบ</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>ผลการเยี่ยม</translation>
        </message>
        <message>
            <source>Obstacle</source>
            <translation>อุปสรรค</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>รับปากไว้</translation>
        </message>
        <message>
            <source>Next date</source>
            <translation>นัดครั้งต่อไป</translation>
        </message>
    </context>
</TS>
