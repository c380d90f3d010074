<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>MergeScreen</name>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="57"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="58"/>
        <location filename="../../../ui/doubles/merge.py" line="224"/>
        <source>Why they are one customer</source>
        <translation>เหตุผลที่เป็นรายเดียวกัน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="77"/>
        <source>Merge {0}</source>
        <translation>รวม {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="100"/>
        <source>Merged.</source>
        <translation>รวมแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="102"/>
        <source>Put to {0}.</source>
        <translation>ส่งให้{0}แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="102"/>
        <location filename="../../../ui/doubles/merge.py" line="202"/>
        <source>a superior</source>
        <translation>ผู้บังคับบัญชา</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="123"/>
        <source>Parted again.</source>
        <translation>แยกกลับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="187"/>
        <source>{0} into {1}</source>
        <translation>รวม {0} เข้ากับ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="203"/>
        <source>{0} decides this; nothing changes before.</source>
        <translation>{0}เป็นผู้อนุมัติ ข้อมูลจะยังไม่เปลี่ยนจนกว่าจะอนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="205"/>
        <source>Waits for its answer; nothing has changed yet.</source>
        <translation>รออนุมัติอยู่ ข้อมูลยังไม่เปลี่ยน</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="226"/>
        <source>Why they are parted again</source>
        <translation>เหตุผลที่แยกกลับ</translation>
    </message>
    <message>
        <location filename="../../../ui/doubles/merge.py" line="236"/>
        <source>Enter or Space: this value stays. ● stays, ○ goes.</source>
        <translation>Enter หรือ Space: เลือกค่านี้ไว้   ● คงไว้  ○ ไม่เอา</translation>
    </message>
</context>
</TS>
