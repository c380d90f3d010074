<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>CardPainter</name>
    <message>
        <location filename="../../../ui/quotations/columns.py" line="149"/>
        <source>Overdue since {0}</source>
        <translation>เลยกำหนด {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/columns.py" line="151"/>
        <source>Follow up {0}</source>
        <translation>ติดตาม {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/columns.py" line="158"/>
        <source>{0} d</source>
        <translation>{0} วัน</translation>
    </message>
</context>
</TS>
