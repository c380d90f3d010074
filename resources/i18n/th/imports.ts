<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ImportPanel</name>
    <message>
        <location filename="../../../ui/imports.py" line="90"/>
        <source>Errors in the list</source>
        <translation>ข้อผิดพลาดในรายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="92"/>
        <source>Line</source>
        <translation>บรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="93"/>
        <source>Column</source>
        <translation>คอลัมน์</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="94"/>
        <source>What is wrong</source>
        <translation>สิ่งที่ต้องแก้</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="98"/>
        <source>No errors</source>
        <translation>ไม่มีข้อผิดพลาด</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="99"/>
        <source>Every line can be taken in. Press “Import” to do it.</source>
        <translation>นำเข้าได้ทุกบรรทัด กด “นำเข้า” ได้เลย</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="106"/>
        <location filename="../../../ui/imports.py" line="184"/>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="108"/>
        <source>Save the errors as CSV</source>
        <translation>บันทึกข้อผิดพลาดเป็น CSV</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="109"/>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="158"/>
        <source>File</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="160"/>
        <location filename="../../../ui/imports.py" line="167"/>
        <source>Lines</source>
        <translation>จำนวนบรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="170"/>
        <source>Errors</source>
        <translation>ข้อผิดพลาด</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="171"/>
        <source>Columns not used</source>
        <translation>คอลัมน์ที่ไม่ใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="184"/>
        <source>Import without these lines</source>
        <translation>นำเข้าโดยข้ามบรรทัดเหล่านี้</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="219"/>
        <source>Imported: {0} new, {1} changed, {2} left out.</source>
        <translation>นำเข้าแล้ว: ใหม่ {0} แก้ไข {1} ข้าม {2}</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="230"/>
        <source>Save the errors</source>
        <translation>บันทึกข้อผิดพลาด</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="243"/>
        <source>The file could not be written: {0}</source>
        <translation>เขียนไฟล์ไม่สำเร็จ: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/imports.py" line="245"/>
        <source>The errors are in {0}.</source>
        <translation>บันทึกข้อผิดพลาดไว้ใน {0} แล้ว</translation>
    </message>
</context>
</TS>
