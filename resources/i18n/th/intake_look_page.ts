<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>LookPage</name>
    <message>
        <source>What the file would do</source>
        <translation>ถ้านำเข้าจะเป็นดังนี้</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>ที่ผิด</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>คอลัมน์</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>ผิดอย่างไร</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>ที่เปลี่ยน</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>ช่องข้อมูล</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>ก่อน</translation>
    </message>
    <message>
        <source>After</source>
        <translation>หลัง</translation>
    </message>
    <message>
        <source>Look like others</source>
        <translation>คล้ายรายอื่น</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>ในไฟล์</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>คล้ายกับ</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>เพราะ</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>จะเป็น</translation>
    </message>
    <message>
        <source>Lines that look like others</source>
        <translation>บรรทัดที่คล้ายรายอื่น</translation>
    </message>
    <message>
        <source>The list has every open bill: what is missing in it is paid</source>
        <translation>รายการนี้มีบิลค้างครบทุกใบ: บิลที่ไม่อยู่ในรายการถือว่าชำระแล้ว</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <source>Taken for the known one</source>
        <translation>ถือเป็นรายเดิม</translation>
    </message>
    <message>
        <source>New</source>
        <translation>ใหม่</translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation>{0} บรรทัด</translation>
    </message>
    <message>
        <source>{0} new</source>
        <translation>ใหม่ {0}</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>เปลี่ยน {0}</translation>
    </message>
    <message>
        <source>{0} unchanged</source>
        <translation>เหมือนเดิม {0}</translation>
    </message>
    <message>
        <source>{0} wrong</source>
        <translation>ผิด {0}</translation>
    </message>
    <message>
        <source>{0} look like others</source>
        <translation>คล้ายรายอื่น {0}</translation>
    </message>
    <message>
        <source>{0} with formulas, of which the last value is taken</source>
        <translation>มีสูตร {0} บรรทัด ใช้ค่าที่คำนวณไว้ล่าสุด</translation>
    </message>
    <message>
        <source>{0} lines above the headings left out</source>
        <translation>ไม่รับ {0} บรรทัดเหนือหัวคอลัมน์</translation>
    </message>
    <message>
        <source>Left out: the same as line {0}</source>
        <translation>ไม่รับ: ซ้ำกับบรรทัดที่ {0}</translation>
    </message>
    <message>
        <source>columns not used: {0}</source>
        <translation>คอลัมน์ที่ไม่ใช้: {0}</translation>
    </message>
    <message>
        <source>line {0}: {1}</source>
        <translation>บรรทัด {0}: {1}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>บรรทัด</translation>
    </message>
    <message>
        <source>All others that look alike</source>
        <translation>รายที่คล้ายกันอื่น ๆ</translation>
    </message>
    <message>
        <source>Nothing is wrong. Ctrl+Enter takes the list in.</source>
        <translation>ไม่พบที่ผิด กด Ctrl+Enter เพื่อนำเข้า</translation>
    </message>
</context>
</TS>
