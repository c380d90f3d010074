<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>OfficersPage</name>
    <message>
        <source>Officers</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>Open papers</source>
        <translation>เอกสารค้าง</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>รอคำตอบ</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>ต้องตอบ</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>เลยกำหนด</translation>
    </message>
    <message>
        <source>Old drafts</source>
        <translation>ร่างเก่า</translation>
    </message>
    <message>
        <source>Papers begun and not ended, drafts too.</source>
        <translation>เอกสารที่เริ่มแล้วและยังไม่จบ รวมฉบับร่าง</translation>
    </message>
    <message>
        <source>Open papers with a request that nobody has answered yet.</source>
        <translation>เอกสารค้างที่มีคำขอซึ่งยังไม่มีใครตอบ</translation>
    </message>
    <message>
        <source>Requests that wait for this person by name.</source>
        <translation>คำขอที่รอคำตอบจากคนนี้โดยตรง</translation>
    </message>
    <message>
        <source>Follow-ups and promises whose day is over, and requests that this person has left unanswered for longer than the limit.</source>
        <translation>นัดติดตามและวันที่สัญญาที่เลยแล้ว รวมทั้งคำขอที่คนนี้ค้างตอบเกินเวลาที่กำหนด</translation>
    </message>
    <message>
        <source>Drafts begun more than {0} days ago.</source>
        <translation>ฉบับร่างที่เริ่มไว้เกิน {0} วัน</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>ค้าง</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>รอคำตอบ</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>สาขา</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>พ้นหน้าที่</translation>
    </message>
    <message>
        <source>Open baht</source>
        <translation>ยอดค้าง (บาท)</translation>
    </message>
    <message>
        <source>What the open papers come to with VAT, purchase requests apart.</source>
        <translation>ยอดรวม VAT ของเอกสารค้าง ไม่รวมใบเสนอซื้อ</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>ไม่มีใคร</translation>
    </message>
    <message>
        <source>Ctrl+M goes to other people.</source>
        <translation>Ctrl+M ดูคนอื่น</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>Late since</source>
        <translation>เลยกำหนดตั้งแต่</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>เริ่มเมื่อ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <source>{0} open papers, {1} late, {2} baht</source>
        <translation>เอกสารค้าง {0} ฉบับ เลยกำหนด {1} รวม {2} บาท</translation>
    </message>
    <message>
        <source>Enter opens: {0}, {1}</source>
        <translation>Enter เปิด: {0} · {1}</translation>
    </message>
</context>
</TS>
