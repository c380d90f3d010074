<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>TodayLines</name>
    <message>
        <source>What waits today</source>
        <translation>งานที่รอวันนี้</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>ไม่มีงานค้าง</translation>
    </message>
    <message>
        <source>What there is to do for you appears here by itself.</source>
        <translation>งานของคุณจะมาแสดงที่นี่เอง</translation>
    </message>
    <message>
        <source>Follow-ups, answers, visits, arrivals and papers about to expire appear here by themselves. F2 begins a quotation, Shift+F8 plans a visit.</source>
        <translation>งานติดตาม คำตอบ นัดเยี่ยม ของที่มาถึง และเอกสารใกล้หมดอายุจะมาแสดงที่นี่เอง กด F2 เริ่มใบเสนอราคา Shift+F8 นัดเยี่ยมลูกค้า</translation>
    </message>
    <message>
        <source>{0} · the first {1}</source>
        <translation>{0} · {1} รายการแรก</translation>
    </message>
    <message>
        <source>For {0}: {1}</source>
        <translation>แทน {0}: {1}</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>ไม่ระบุเวลา</translation>
    </message>
</context>
</TS>
