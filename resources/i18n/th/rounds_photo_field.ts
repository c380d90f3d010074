<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>PhotosField</name>
    <message>
        <source>Photos</source>
        <translation>รูปภาพ</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>เพิ่มรูป…</translation>
    </message>
    <message>
        <source>or drop them here; Delete takes one away</source>
        <translation>หรือลากมาวางที่นี่ กด Delete เพื่อเอาออก</translation>
    </message>
</context>
</TS>
