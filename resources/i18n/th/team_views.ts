<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>team</name>
    <message>
        <source>Officer</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>อนุมัติเอง</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>ขอคำแนะนำ</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>ผู้บังคับบัญชา</translation>
    </message>
    <message>
        <source>Requests of the period: every paper that was submitted has one.</source>
        <translation>คำขอในช่วงนี้ เอกสารทุกฉบับที่ส่งมีหนึ่งคำขอ</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>ขอทั้งหมด</translation>
    </message>
    <message>
        <source>Own %</source>
        <translation>เอง %</translation>
    </message>
    <message>
        <source>Advice %</source>
        <translation>แนะนำ %</translation>
    </message>
    <message>
        <source>Superior %</source>
        <translation>ผู้บังคับบัญชา %</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>ตอบแล้ว</translation>
    </message>
    <message>
        <source>Requests that somebody else answered.</source>
        <translation>คำขอที่ผู้อื่นตอบแล้ว</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>ส่งกลับ</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <source>Sent back %</source>
        <translation>ส่งกลับ/ไม่อนุมัติ %</translation>
    </message>
    <message>
        <source>Returned and rejected, of those answered.</source>
        <translation>ที่ส่งกลับและไม่อนุมัติ เทียบกับที่ตอบแล้ว</translation>
    </message>
    <message>
        <source>Half of the answers took no longer; working time from the question to the answer.</source>
        <translation>คำตอบครึ่งหนึ่งใช้เวลาไม่เกินนี้ นับเวลาทำงานตั้งแต่ขอจนได้คำตอบ</translation>
    </message>
    <message>
        <source>Nine of ten answers took no longer.</source>
        <translation>คำตอบ 9 ใน 10 ใช้เวลาไม่เกินนี้</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>มัธยฐาน</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <translation>9 ใน 10 ไม่เกิน</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>ฉบับ</translation>
    </message>
    <message>
        <source>At list</source>
        <translation>ตามราคาตั้ง</translation>
    </message>
    <message>
        <source>Below list</source>
        <translation>ต่ำกว่าราคาตั้ง</translation>
    </message>
    <message>
        <source>Below list %</source>
        <translation>ต่ำกว่าราคาตั้ง %</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <source>What</source>
        <translation>เงื่อนไข</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>ค่า</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>เพดาน</translation>
    </message>
    <message>
        <source>Row that decided</source>
        <translation>แถวที่ใช้ตัดสิน</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>รุ่นที่</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>ส่วนลด</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>รวม</translation>
    </message>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>To</source>
        <translation>ถึง</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>รอ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <source>How strictly what was asked in these days was decided.</source>
        <translation>คำขอในช่วงเวลานี้ตัดสินในระดับใด</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>ส่งกลับ</translation>
    </message>
    <message>
        <source>What others answered: returned and rejected, of all that was answered.</source>
        <translation>คำตอบของผู้อื่น: ที่ส่งกลับและไม่อนุมัติ เทียบกับที่ตอบทั้งหมด</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>รอคำตอบ</translation>
    </message>
    <message>
        <source>Working time from the question to the last answer that somebody else gave.</source>
        <translation>เวลาทำงานตั้งแต่ขอจนถึงคำตอบสุดท้ายของผู้อื่น</translation>
    </message>
    <message>
        <source>List prices less what was sold, of papers issued in these days that still stand; each line counts where its price was given first, in the prices of its paper.</source>
        <translation>ราคาตั้งหักราคาที่ขาย ของเอกสารที่ออกในช่วงนี้และยังมีผล แต่ละรายการนับที่ฉบับแรกซึ่งตั้งราคาไว้ รวมหรือไม่รวม VAT ตามเอกสารนั้น</translation>
    </message>
    <message>
        <source>Just under a limit</source>
        <translation>ใกล้เพดาน</translation>
    </message>
    <message>
        <source>Requests whose amount or discount lies within 5 % below a limit of the row that decided them; the newest 500.</source>
        <translation>คำขอที่ยอดเงินหรือส่วนลดต่ำกว่าเพดานของแถวที่ใช้ตัดสินไม่เกิน 5 % (500 รายการล่าสุด)</translation>
    </message>
    <message>
        <source>In several papers</source>
        <translation>แบ่งหลายฉบับ</translation>
    </message>
    <message>
        <source>Papers of one person for one customer or project, begun within the days of the setting, that together pass a limit which none of them passes alone.</source>
        <translation>เอกสารของคนเดียวกันสำหรับลูกค้าหรือโครงการเดียวกัน ที่เริ่มภายในจำนวนวันที่ตั้งไว้ รวมกันแล้วเกินเพดานซึ่งแต่ละฉบับไม่เกิน</translation>
    </message>
</context>
</TS>
