<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Command palette</source>
            <translation>แผงคำสั่ง</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>ต้องการทำอะไร</translation>
        </message>
    </context>
</TS>
