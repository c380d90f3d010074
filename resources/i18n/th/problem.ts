<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>ProblemForm</name>
    <message>
        <source>What happened, and what did you expect?</source>
        <translation>เกิดอะไรขึ้น และควรเป็นอย่างไร</translation>
    </message>
    <message>
        <source>Please name no customer here.</source>
        <translation>กรุณาอย่าใส่ชื่อลูกค้า</translation>
    </message>
    <message>
        <source>This goes with it: versions, settings and the end of the log, without any name, number or word of a customer. The file stays on this PC until you hand it over.</source>
        <translation>สิ่งที่แนบไปด้วย: รุ่นโปรแกรม การตั้งค่า และท้ายบันทึกการทำงาน โดยไม่มีชื่อ หมายเลข หรือข้อความของลูกค้า ไฟล์อยู่ในเครื่องนี้จนกว่าท่านจะส่งให้ฝ่ายพัฒนาระบบ</translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation>สิ่งที่แนบไปด้วย</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>แจ้งปัญหาโปรแกรม</translation>
    </message>
    <message>
        <source>One moment, the log is still being read.</source>
        <translation>รอสักครู่ กำลังอ่านบันทึกการทำงาน</translation>
    </message>
    <message>
        <source>The file could not be written: {0}</source>
        <translation>เขียนไฟล์ไม่ได้: {0}</translation>
    </message>
    <message>
        <source>The report is in {0}.</source>
        <translation>ไฟล์แจ้งปัญหาอยู่ที่ {0}</translation>
    </message>
</context>
</TS>
