<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <source>Quotations at work</source>
        <translation>งานใบเสนอราคา</translation>
    </message>
    <message>
        <source>New</source>
        <translation>สร้างใหม่</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>การนำเข้า</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>โต๊ะงาน</translation>
    </message>
    <message>
        <source>View</source>
        <translation>มุมมอง</translation>
    </message>
    <message>
        <source>List</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>งาน</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>แบบฟอร์ม</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>คำสั่งซื้อ</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>บรรทัด</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>ดูก่อนพิมพ์</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <source>Work on orders</source>
        <translation>งานคำสั่งซื้อ</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>เงินมัดจำ</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>รับเงินประจำวัน</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <source>Authority matrix</source>
        <translation>ตารางอำนาจ</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ช่วยเหลือ</translation>
    </message>
    <message>
        <source>New quotation</source>
        <translation>ใบเสนอราคาใหม่</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>ลูกค้าใหม่</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>วางแผนเยี่ยมลูกค้า</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>แผงคำสั่ง</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>ติดตามรายถัดไป</translation>
    </message>
    <message>
        <source>Open the notice</source>
        <translation>เปิดเรื่องที่แจ้ง</translation>
    </message>
    <message>
        <source>Unsent drafts</source>
        <translation>ร่างที่ยังไม่ได้บันทึก</translation>
    </message>
    <message>
        <source>Send me a test mail</source>
        <translation>ส่งอีเมลทดสอบถึงฉัน</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>เครื่องแม่ข่ายอีเมล</translation>
    </message>
    <message>
        <source>My notices</source>
        <translation>การแจ้งเตือนของฉัน</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ล็อกหน้าจอ</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>เปลี่ยนผู้ใช้</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>ออกจากโปรแกรม</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>ปิดแท็บนี้</translation>
    </message>
    <message>
        <source>Open this tab as a window</source>
        <translation>แยกแท็บเป็นหน้าต่าง</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>เมนู</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>สว่างหรือมืด</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>ปุ่มลัดของหน้านี้</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>ย้อนกลับรายการ</translation>
    </message>
    <message>
        <source>Help about this screen</source>
        <translation>คู่มือของหน้านี้</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>นำเข้ารายการ</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>แจ้งปัญหาโปรแกรม</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>เปิด</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>อ่านใหม่</translation>
    </message>
    <message>
        <source>Kept views</source>
        <translation>มุมมองที่เก็บไว้</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>เลือกคอลัมน์</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>ส่งออกที่แสดงอยู่</translation>
    </message>
    <message>
        <source>Save papers of the list as PDF</source>
        <translation>บันทึกเอกสารในรายการเป็น PDF</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>จดบันทึก</translation>
    </message>
    <message>
        <source>Show the whole tax number</source>
        <translation>แสดงเลขภาษีทั้งหมด</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>ความยินยอม</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>สัปดาห์ก่อน</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>สัปดาห์ถัดไป</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>Next filter</source>
        <translation>กลุ่มถัดไป</translation>
    </message>
    <message>
        <source>Mine or everybody’s</source>
        <translation>ของฉันหรือของทุกคน</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ทำแล้ว</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>เลื่อน</translation>
    </message>
    <message>
        <source>Log a visit without a plan</source>
        <translation>บันทึกการเยี่ยมที่ไม่ได้นัด</translation>
    </message>
    <message>
        <source>Customer expects us</source>
        <translation>ลูกค้ายืนยันนัด</translation>
    </message>
    <message>
        <source>Did not take place</source>
        <translation>ไม่ได้พบตามนัด</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>ยกเลิกนัด</translation>
    </message>
    <message>
        <source>Customer of this line</source>
        <translation>ลูกค้าของรายการนี้</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Undo all changes</source>
        <translation>ยกเลิกการแก้ทั้งหมด</translation>
    </message>
    <message>
        <source>Open the one that is there already</source>
        <translation>เปิดรายที่มีอยู่แล้ว</translation>
    </message>
    <message>
        <source>Submit / issue</source>
        <translation>ส่ง / ออกเอกสาร</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>บันทึกร่าง</translation>
    </message>
    <message>
        <source>Customer of this paper</source>
        <translation>ลูกค้าของเอกสารนี้</translation>
    </message>
    <message>
        <source>Why this decision (hold)</source>
        <translation>ดูเหตุผล (กดค้าง)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>ดูตัวอย่าง</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>พิมพ์</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>บันทึกเป็น PDF</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>ทำฉบับแก้ไข</translation>
    </message>
    <message>
        <source>Recall the request</source>
        <translation>ดึงคำขอกลับ</translation>
    </message>
    <message>
        <source>Customer has received it</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <source>Next follow-up date</source>
        <translation>วันติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <source>Accepted by the customer</source>
        <translation>ลูกค้าตกลง</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>ลูกค้าไม่ซื้อ</translation>
    </message>
    <message>
        <source>Cancel this paper</source>
        <translation>ยกเลิกเอกสารนี้</translation>
    </message>
    <message>
        <source>Negotiating</source>
        <translation>ลูกค้าต่อรอง</translation>
    </message>
    <message>
        <source>Let the offer hold longer</source>
        <translation>ขยายวันยืนราคา</translation>
    </message>
    <message>
        <source>Revisions and history</source>
        <translation>ฉบับแก้ไขและประวัติ</translation>
    </message>
    <message>
        <source>Edit in the cell</source>
        <translation>แก้ในช่อง</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>คัดลอกบรรทัด</translation>
    </message>
    <message>
        <source>Move line up</source>
        <translation>เลื่อนบรรทัดขึ้น</translation>
    </message>
    <message>
        <source>Move line down</source>
        <translation>เลื่อนบรรทัดลง</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>ลบบรรทัด</translation>
    </message>
    <message>
        <source>Free-text line</source>
        <translation>บรรทัดข้อความอิสระ</translation>
    </message>
    <message>
        <source>Section heading</source>
        <translation>หัวข้อ</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>ยอดรวมย่อย</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>คำขอ</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>ทีม</translation>
    </message>
    <message>
        <source>Compare with the paper before</source>
        <translation>เทียบกับฉบับก่อน</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>ตั้งค่า</translation>
    </message>
    <message>
        <source>Doubles</source>
        <translation>ลูกค้าซ้ำ</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>เยี่ยมลูกค้า</translation>
    </message>
</context>
</TS>
