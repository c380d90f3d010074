<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>matrix_words</name>
    <message>
        <source>New: {0}</source>
        <translation>ใหม่: {0}</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translation>เดิม: {0}</translation>
    </message>
    <message>
        <source>when all of this holds</source>
        <translation>เมื่อครบทุกข้อ</translation>
    </message>
    <message>
        <source>when any of this holds</source>
        <translation>เมื่อเข้าข้อใดข้อหนึ่ง</translation>
    </message>
</context>
</TS>
