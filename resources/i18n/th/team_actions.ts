<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>actions</name>
    <message>
        <source>Officers of the team</source>
        <translation>เจ้าหน้าที่ในทีม</translation>
    </message>
</context>
</TS>
