<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>ProblemDialog</name>
        <message>
            <source>Something went wrong</source>
            <translation>มีบางอย่างผิดพลาด</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>รายละเอียด</translation>
        </message>
        <message>
            <source>The program could not finish this</source>
            <translation>โปรแกรมทำรายการนี้ไม่สำเร็จ</translation>
        </message>
        <message>
            <source>Nothing was stored half-way, and what you typed is still in the form. If it happens again, please give the reference {0} to the systems department.</source>
            <translation>ไม่มีข้อมูลใดถูกบันทึกครึ่งๆ กลางๆ และสิ่งที่พิมพ์ไว้ยังอยู่ในแบบฟอร์ม หากเกิดขึ้นอีก กรุณาแจ้งหมายเลข {0} ให้ฝ่ายพัฒนาระบบ</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>คัดลอก</translation>
        </message>
        <message>
            <source>Go on working</source>
            <translation>ทำงานต่อ</translation>
        </message>
    </context>
</TS>
