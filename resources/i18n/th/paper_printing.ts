<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperPrint</name>
    <message>
        <location filename="../../../ui/paper_printing.py" line="111"/>
        <source>Sent to {0}, marked as copy {1}.</source>
        <translation>ส่งไปยัง {0} แล้ว พิมพ์เป็นสำเนาที่ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_printing.py" line="113"/>
        <source>Sent to {0}.</source>
        <translation>ส่งไปยัง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_printing.py" line="123"/>
        <source>The printer {0} stopped after page {1}. What came out is on record as a print.</source>
        <translation>เครื่องพิมพ์ {0} หยุดหลังหน้า {1} ส่วนที่ออกมาแล้วนับเป็นการพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_printing.py" line="130"/>
        <source>Nothing was printed.</source>
        <translation>ไม่ได้พิมพ์ออกมา</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_printing.py" line="132"/>
        <source>Printing was cancelled after page {0}; that is on record as a print.</source>
        <translation>ยกเลิกการพิมพ์หลังหน้า {0} นับเป็นการพิมพ์แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_printing.py" line="142"/>
        <source>The printer {0} does not answer. The paper is unchanged; please check that the printer is on, or choose another one.</source>
        <translation>เครื่องพิมพ์ {0} ไม่ตอบสนอง เอกสารยังอยู่เหมือนเดิม กรุณาตรวจว่าเปิดเครื่องพิมพ์แล้ว หรือเลือกเครื่องอื่น</translation>
    </message>
</context>
</TS>
