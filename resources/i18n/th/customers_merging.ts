<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>merging</name>
    <message>
        <location filename="../../../ui/customers/merging.py" line="22"/>
        <source>Select the records that are one customer (Shift or Ctrl), then merge.</source>
        <translation>เลือกรายที่เป็นลูกค้าเดียวกันก่อน (กด Shift หรือ Ctrl ค้าง) แล้วจึงรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/customers/merging.py" line="35"/>
        <source>Nothing was merged into this customer.</source>
        <translation>ยังไม่มีรายใดรวมเข้ามาในลูกค้านี้</translation>
    </message>
</context>
</TS>
