<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>views</name>
    <message>
        <source>“{0}” is shown without what is there no more: {1}.</source>
        <translation>แสดง “{0}” โดยไม่มีส่วนที่ไม่มีแล้ว: {1}</translation>
    </message>
</context>
</TS>
