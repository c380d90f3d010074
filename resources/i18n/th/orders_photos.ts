<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>PhotosField</name>
    <message>
        <location filename="../../../ui/orders/photos.py" line="30"/>
        <source>Photos of the inspection</source>
        <translation>รูปถ่ายการตรวจรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/photos.py" line="54"/>
        <source>Add a photo… (Ctrl+B)</source>
        <translation>เพิ่มรูป… (Ctrl+B)</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/photos.py" line="57"/>
        <source>or drop it here</source>
        <translation>หรือลากรูปมาวางที่นี่</translation>
    </message>
</context>
</TS>
