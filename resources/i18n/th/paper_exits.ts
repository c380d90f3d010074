<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>PaperExit</name>
    <message>
        <location filename="../../../ui/paper_exits.py" line="128"/>
        <source>Sent to {0}, marked as copy {1}.</source>
        <translation>ส่งไปยัง {0} แล้ว พิมพ์เป็นสำเนาที่ {1}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="130"/>
        <source>Sent to {0}.</source>
        <translation>ส่งไปยัง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="135"/>
        <source>The printer {0} does not answer. The paper is unchanged; please check that the printer is on, or choose another one.</source>
        <translation>เครื่องพิมพ์ {0} ไม่ตอบสนอง เอกสารยังอยู่เหมือนเดิม กรุณาตรวจว่าเปิดเครื่องพิมพ์แล้ว หรือเลือกเครื่องอื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="175"/>
        <source>Saved as {0}.</source>
        <translation>บันทึกเป็น {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="182"/>
        <source>The disk is full, so {0} was not saved. Please choose another place.</source>
        <translation>พื้นที่จัดเก็บเต็ม จึงบันทึก {0} ไม่ได้ กรุณาเลือกที่อื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="185"/>
        <source>{0} cannot be written. Please choose another folder, or close the file if another program has it open.</source>
        <translation>บันทึก {0} ไม่ได้ กรุณาเลือกโฟลเดอร์อื่น หรือปิดไฟล์นี้หากโปรแกรมอื่นเปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="230"/>
        <source>The mail to {0} is open in your mail program.</source>
        <translation>เปิดอีเมลถึง {0} ในโปรแกรมอีเมลแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="232"/>
        <source>The mail is open in your mail program; the customer has no address.</source>
        <translation>เปิดอีเมลในโปรแกรมอีเมลแล้ว ลูกค้ารายนี้ยังไม่มีที่อยู่อีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="244"/>
        <source>No mail program opened, so the mail is kept as {0}.</source>
        <translation>เปิดโปรแกรมอีเมลไม่ได้ จึงเก็บอีเมลไว้ที่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="212"/>
        <source>Picture and message are on the clipboard: paste them into LINE.</source>
        <translation>คัดลอกรูปและข้อความแล้ว วางใน LINE ได้เลย</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="217"/>
        <source>{0} is on the clipboard: paste it where it should go.</source>
        <translation>คัดลอกไฟล์ {0} แล้ว วางในที่ที่ต้องการได้เลย</translation>
    </message>
</context>
</TS>
