<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>IntakeForm</name>
    <message>
        <source>Spreadsheet</source>
        <translation>ไฟล์ตาราง</translation>
    </message>
    <message>
        <source>XLSX or CSV with the columns of an exported version.</source>
        <translation>ไฟล์ XLSX หรือ CSV ที่มีหัวคอลัมน์เหมือนไฟล์ที่ส่งออก</translation>
    </message>
    <message>
        <source>New version of the authority matrix</source>
        <translation>ตารางอำนาจดำเนินการรุ่นใหม่</translation>
    </message>
    <message>
        <source>New version from a spreadsheet</source>
        <translation>ทำรุ่นใหม่จากไฟล์ตาราง</translation>
    </message>
    <message>
        <source>Export the version shown, change it in the spreadsheet, bring it back here.</source>
        <translation>ส่งออกรุ่นที่แสดงอยู่ แก้ในไฟล์ตาราง แล้วนำกลับเข้ามาที่นี่</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>เลือกไฟล์…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>อ่านอีกครั้ง</translation>
    </message>
    <message>
        <source>What is wrong with the sheet</source>
        <translation>สิ่งที่ต้องแก้ในไฟล์</translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation>สร้างร่าง</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>บรรทัด {0}: {1}</translation>
    </message>
    <message>
        <source>{0} faults; nothing is stored until the sheet is whole.</source>
        <translation>ต้องแก้ {0} จุด ยังไม่บันทึกจนกว่าตารางจะครบถ้วน</translation>
    </message>
    <message>
        <source>{0} rows, no fault.</source>
        <translation>{0} แถว ถูกต้องครบถ้วน</translation>
    </message>
    <message>
        <source>{0} rows, no fault; {1} differ from version {2}, which is in force.</source>
        <translation>{0} แถว ถูกต้องครบถ้วน ต่างจากรุ่นที่ {2} ที่ใช้อยู่ {1} แถว</translation>
    </message>
</context>
<context>
    <name>matrix_words</name>
    <message>
        <source>Reason for the change</source>
        <translation>เหตุผลที่เปลี่ยน</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>เริ่มใช้ตั้งแต่</translation>
    </message>
    <message>
        <source>Today or a later day; a second person confirms before.</source>
        <translation>วันนี้หรือวันข้างหน้า และต้องมีผู้อื่นยืนยันก่อน</translation>
    </message>
</context>
</TS>
