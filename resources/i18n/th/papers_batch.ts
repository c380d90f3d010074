<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>BatchPanel</name>
    <message>
        <source>{0} papers are left.</source>
        <translation>เหลืออีก {0} ฉบับ</translation>
    </message>
    <message>
        <source>Save what is left</source>
        <translation>บันทึกส่วนที่เหลือ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="49"/>
        <source>Save papers as PDF</source>
        <translation>บันทึกเอกสารหลายฉบับเป็น PDF</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="49"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="72"/>
        <source>Papers</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="75"/>
        <source>Files</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="76"/>
        <source>One file for each paper</source>
        <translation>แยกไฟล์ละฉบับ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="76"/>
        <source>All in one file</source>
        <translation>รวมในไฟล์เดียว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="81"/>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="83"/>
        <source>Each customer’s own</source>
        <translation>ตามภาษาของลูกค้าแต่ละราย</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="84"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="85"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="86"/>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="90"/>
        <source>Drafts too, with their watermark</source>
        <translation>รวมฉบับร่างด้วย โดยมีลายน้ำ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="97"/>
        <source>All that the list shows</source>
        <translation>ทั้งหมดที่รายการแสดง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="98"/>
        <source>Selected: {0}</source>
        <translation>ที่เลือกไว้: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="105"/>
        <source>Progress</source>
        <translation>ความคืบหน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="109"/>
        <source>Papers that stay</source>
        <translation>เอกสารที่ไม่ได้บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="110"/>
        <source>Copy this list</source>
        <translation>คัดลอกรายการนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="132"/>
        <source>The list is on the clipboard.</source>
        <translation>คัดลอกรายการไว้แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="163"/>
        <source>Looking at the papers…</source>
        <translation>กำลังตรวจเอกสาร…</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="177"/>
        <source>{0} of {1} papers leave; these stay:</source>
        <translation>บันทึกได้ {0} จาก {1} ฉบับ ที่บันทึกไม่ได้มีดังนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="177"/>
        <source>{0} papers.</source>
        <translation>{0} ฉบับ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="206"/>
        <source>Save in one file</source>
        <translation>บันทึกรวมเป็นไฟล์เดียว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="210"/>
        <source>Save into this folder</source>
        <translation>บันทึกลงโฟลเดอร์นี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="247"/>
        <source>Stop (Esc)</source>
        <translation>หยุด (Esc)</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="259"/>
        <source>{0} of {1}</source>
        <translation>{0} จาก {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="271"/>
        <source>Stopping…</source>
        <translation>กำลังหยุด…</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="296"/>
        <source>Back (Esc)</source>
        <translation>กลับ (Esc)</translation>
    </message>
</context>
<context>
    <name>batch</name>
    <message>
        <location filename="../../../ui/papers/batch.py" line="324"/>
        <source>{0} papers were saved in {1}, then it was stopped.</source>
        <translation>บันทึกแล้ว {0} ฉบับใน {1} จากนั้นหยุดลง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="326"/>
        <source>It was stopped, and nothing was saved.</source>
        <translation>หยุดแล้ว ยังไม่ได้บันทึกฉบับใด</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="328"/>
        <source>{0} papers saved in {1}.</source>
        <translation>บันทึกแล้ว {0} ฉบับใน {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/batch.py" line="331"/>
        <source>{0} were left out:</source>
        <translation>ไม่ได้บันทึก {0} ฉบับ ดังนี้</translation>
    </message>
</context>
</TS>
