<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>CalendarPage</name>
    <message>
        <source>Plan a visit</source>
        <translation>นัดเยี่ยม</translation>
    </message>
    <message>
        <source>Show my own only</source>
        <translation>ดูเฉพาะของฉัน</translation>
    </message>
    <message>
        <source>Show everybody’s</source>
        <translation>ดูของทุกคน</translation>
    </message>
    <message>
        <source>Only the first {0} visits are shown; the list has all.</source>
        <translation>แสดงเพียง {0} นัดแรก ดูทั้งหมดได้ที่หน้ารายการ</translation>
    </message>
    <message>
        <source>{0} visits</source>
        <translation>{0} นัด</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>Month of visits</source>
        <translation>นัดเยี่ยมรายเดือน</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>Week of visits</source>
        <translation>นัดเยี่ยมรายสัปดาห์</translation>
    </message>
</context>
</TS>
