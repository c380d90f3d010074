<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/paper_actions.py" line="9"/>
        <source>Find in the paper</source>
        <translation>ค้นหาในเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="13"/>
        <source>Next place found</source>
        <translation>ตำแหน่งที่พบถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="16"/>
        <source>Place found before</source>
        <translation>ตำแหน่งที่พบก่อนหน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="20"/>
        <source>Go to page</source>
        <translation>ไปที่หน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="21"/>
        <source>Page before</source>
        <translation>หน้าก่อน</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="22"/>
        <source>Next page</source>
        <translation>หน้าถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="23"/>
        <source>First page</source>
        <translation>หน้าแรก</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="24"/>
        <source>Last page</source>
        <translation>หน้าสุดท้าย</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="27"/>
        <source>Larger</source>
        <translation>ขยาย</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="32"/>
        <source>Smaller</source>
        <translation>ย่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="36"/>
        <source>As wide as the window</source>
        <translation>เต็มความกว้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="40"/>
        <source>The whole page</source>
        <translation>ทั้งหน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="41"/>
        <source>Size of the paper</source>
        <translation>ขนาดจริง</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="44"/>
        <source>Language of the paper</source>
        <translation>ภาษาของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="50"/>
        <source>When it left, how and through whom</source>
        <translation>ออกเมื่อไร ทางใด โดยใคร</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="54"/>
        <source>Send by e-mail</source>
        <translation>ส่งทางอีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="55"/>
        <source>Send by LINE</source>
        <translation>ส่งทาง LINE</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="56"/>
        <source>Copy the PDF</source>
        <translation>คัดลอกไฟล์ PDF</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_actions.py" line="59"/>
        <source>Open in the mail program</source>
        <translation>เปิดในโปรแกรมอีเมล</translation>
    </message>
</context>
</TS>
