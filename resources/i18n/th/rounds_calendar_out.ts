<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>rounds</name>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>ปฏิทิน (*.ics)</translation>
    </message>
    <message>
        <source>Save for another calendar</source>
        <translation>บันทึกไปใช้กับปฏิทินอื่น</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>บันทึกเป็น {0} แล้ว</translation>
    </message>
</context>
</TS>
