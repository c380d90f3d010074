<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>reach</name>
    <message>
        <source>What you may do has changed; the places are as they are now.</source>
        <translation>สิทธิ์ของคุณเปลี่ยนแปลง รายการหน้าด้านซ้ายปรับตามแล้ว</translation>
    </message>
</context>
</TS>
