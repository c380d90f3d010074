<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>CountForm</name>
        <message>
            <source>{0} ({1} in the program)</source>
            <translation>{0} (ในระบบ {1})</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>หมายเหตุ</translation>
        </message>
        <message>
            <source>Why it differs, where it does.</source>
            <translation>ถ้าไม่ตรง โปรดบอกเหตุผล</translation>
        </message>
        <message>
            <source>Keep the count</source>
            <translation>บันทึกยอดนับ</translation>
        </message>
        <message>
            <source>Count of {0}</source>
            <translation>นับเงินวันที่ {0}</translation>
        </message>
        <message>
            <source>Counted in all: {0}</source>
            <translation>นับได้ทั้งหมด {0}</translation>
        </message>
    </context>
</TS>
