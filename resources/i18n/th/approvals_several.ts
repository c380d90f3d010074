<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>SeveralView</name>
    <message>
        <location filename="../../../ui/approvals/several.py" line="70"/>
        <source>Selected requests</source>
        <translation>คำขอที่เลือก</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/several.py" line="78"/>
        <source>{0} requests, {1} baht</source>
        <translation>{0} คำขอ รวม {1} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/several.py" line="84"/>
        <source>{0} of {1} answered; these were not:</source>
        <translation>ตอบแล้ว {0} จาก {1} รายการ ที่ยังไม่ได้ตอบ:</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/several.py" line="89"/>
        <source>Advice by phone is confirmed one by one.</source>
        <translation>คำแนะนำทางโทรศัพท์ต้องยืนยันทีละรายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/several.py" line="90"/>
        <source>Some ask for advice and some for approval: only returning suits all.</source>
        <translation>มีทั้งขอคำแนะนำและขออนุมัติ จึงตอบพร้อมกันได้เฉพาะส่งกลับ</translation>
    </message>
</context>
</TS>
