<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>ImportPanel</name>
        <message>
            <source>Errors in the list</source>
            <translation>ข้อผิดพลาดในรายการ</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>บรรทัด</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>คอลัมน์</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>สิ่งที่ต้องแก้</translation>
        </message>
        <message>
            <source>No errors</source>
            <translation>ไม่มีข้อผิดพลาด</translation>
        </message>
        <message>
            <source>Every line can be taken in. Press “Import” to do it.</source>
            <translation>นำเข้าได้ทุกบรรทัด กด “นำเข้า” ได้เลย</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>นำเข้า</translation>
        </message>
        <message>
            <source>Save the errors as CSV</source>
            <translation>บันทึกข้อผิดพลาดเป็น CSV</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ยกเลิก</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ไฟล์</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>จำนวนบรรทัด</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>ข้อผิดพลาด</translation>
        </message>
        <message>
            <source>Columns not used</source>
            <translation>คอลัมน์ที่ไม่ใช้</translation>
        </message>
        <message>
            <source>Import without these lines</source>
            <translation>นำเข้าโดยข้ามบรรทัดเหล่านี้</translation>
        </message>
        <message>
            <source>Imported: {0} new, {1} changed, {2} left out.</source>
            <translation>นำเข้าแล้ว: ใหม่ {0} แก้ไข {1} ข้าม {2}</translation>
        </message>
        <message>
            <source>Save the errors</source>
            <translation>บันทึกข้อผิดพลาด</translation>
        </message>
        <message>
            <source>The file could not be written: {0}</source>
            <translation>เขียนไฟล์ไม่สำเร็จ: {0}</translation>
        </message>
        <message>
            <source>The errors are in {0}.</source>
            <translation>บันทึกข้อผิดพลาดไว้ใน {0} แล้ว</translation>
        </message>
    </context>
</TS>
