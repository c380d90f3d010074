<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Inks</name>
    <message>
        <source>Colour {0}</source>
        <translation>สี {0}</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>สีอื่น…</translation>
    </message>
    <message>
        <source>Too light to read on white: papers use it darker.</source>
        <translation>สีอ่อนเกินกว่าจะอ่านบนกระดาษขาว เอกสารจะใช้สีนี้ให้เข้มขึ้น</translation>
    </message>
</context>
</TS>
