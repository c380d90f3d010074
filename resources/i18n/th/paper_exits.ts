<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>PaperExit</name>
    <message>
        <location filename="../../../ui/paper_exits.py" line="109"/>
        <source>Sent to {0}, marked as copy {1}.</source>
        <translation>ส่งไปยัง {0} แล้ว พิมพ์เป็นสำเนาที่ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="111"/>
        <source>Sent to {0}.</source>
        <translation>ส่งไปยัง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="116"/>
        <source>The printer {0} does not answer. The paper is unchanged; please check that the printer is on, or choose another one.</source>
        <translation>เครื่องพิมพ์ {0} ไม่ตอบสนอง เอกสารยังอยู่เหมือนเดิม กรุณาตรวจว่าเปิดเครื่องพิมพ์แล้ว หรือเลือกเครื่องอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="151"/>
        <source>Saved as {0}.</source>
        <translation>บันทึกเป็น {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="158"/>
        <source>The disk is full, so {0} was not saved. Please choose another place.</source>
        <translation>พื้นที่จัดเก็บเต็ม จึงบันทึก {0} ไม่ได้ กรุณาเลือกที่อื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="161"/>
        <source>{0} cannot be written. Please choose another folder, or close the file if another program has it open.</source>
        <translation>บันทึก {0} ไม่ได้ กรุณาเลือกโฟลเดอร์อื่น หรือปิดไฟล์นี้หากโปรแกรมอื่นเปิดอยู่</translation>
    </message>
</context>
</TS>
