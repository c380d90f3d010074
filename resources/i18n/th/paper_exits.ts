<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>PaperExit</name>
    <message>
        <location filename="../../../ui/paper_exits.py" line="116"/>
        <source>Saved as {0}.</source>
        <translation>บันทึกเป็น {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="123"/>
        <source>The disk is full, so {0} was not saved. Please choose another place.</source>
        <translation>พื้นที่จัดเก็บเต็ม จึงบันทึก {0} ไม่ได้ กรุณาเลือกที่อื่น</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="126"/>
        <source>{0} cannot be written. Please choose another folder, or close the file if another program has it open.</source>
        <translation>บันทึก {0} ไม่ได้ กรุณาเลือกโฟลเดอร์อื่น หรือปิดไฟล์นี้หากโปรแกรมอื่นเปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="161"/>
        <source>The picture holds the first {0} of {1} pages. Paste it and the message into LINE; the whole paper goes as a file: copy the PDF.</source>
        <translation>ภาพมี {0} หน้าแรกจาก {1} หน้า วางภาพและข้อความลงใน LINE ได้ ถ้าต้องการส่งครบทุกหน้า กรุณาคัดลอกไฟล์ PDF</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="182"/>
        <source>The mail to {0} is open in your mail program.</source>
        <translation>เปิดอีเมลถึง {0} ในโปรแกรมอีเมลแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="184"/>
        <source>The mail is open in your mail program; it has no address yet.</source>
        <translation>เปิดอีเมลในโปรแกรมอีเมลแล้ว แต่ยังไม่มีที่อยู่ผู้รับ</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="197"/>
        <source>No mail program opened, so the mail is kept as {0}.</source>
        <translation>เปิดโปรแกรมอีเมลไม่ได้ จึงเก็บอีเมลไว้ที่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="159"/>
        <source>Picture and message are on the clipboard: paste them into LINE.</source>
        <translation>คัดลอกรูปและข้อความแล้ว วางใน LINE ได้เลย</translation>
    </message>
    <message>
        <location filename="../../../ui/paper_exits.py" line="168"/>
        <source>{0} is on the clipboard: paste it where it should go.</source>
        <translation>คัดลอกไฟล์ {0} แล้ว วางในที่ที่ต้องการได้เลย</translation>
    </message>
</context>
</TS>
