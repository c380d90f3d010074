<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/actions.py" line="17"/>
        <location filename="../../../ui/actions.py" line="94"/>
        <source>New</source>
        <translation>สร้างใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="18"/>
        <source>Desk</source>
        <translation>โต๊ะงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="19"/>
        <source>View</source>
        <translation>มุมมอง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="20"/>
        <source>List</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="21"/>
        <source>Task</source>
        <translation>งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="22"/>
        <source>Form</source>
        <translation>แบบฟอร์ม</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="23"/>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="24"/>
        <source>Order</source>
        <translation>คำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="25"/>
        <source>Lines</source>
        <translation>บรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="26"/>
        <source>Print preview</source>
        <translation>ดูก่อนพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="27"/>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="28"/>
        <source>Work on orders</source>
        <translation>งานคำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="29"/>
        <source>Deposits</source>
        <translation>เงินมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="30"/>
        <source>Till</source>
        <translation>รับเงินประจำวัน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="31"/>
        <source>Credit</source>
        <translation>เครดิต</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="33"/>
        <source>Authority matrix</source>
        <translation>ตารางอำนาจ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="35"/>
        <source>Help</source>
        <translation>ช่วยเหลือ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="42"/>
        <source>New quotation</source>
        <translation>ใบเสนอราคาใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="49"/>
        <source>New customer</source>
        <translation>ลูกค้าใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="56"/>
        <source>Plan a visit</source>
        <translation>วางแผนเยี่ยมลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="61"/>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="62"/>
        <source>Command palette</source>
        <translation>แผงคำสั่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="64"/>
        <source>Next follow-up</source>
        <translation>ติดตามรายถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="67"/>
        <source>Open the notice</source>
        <translation>เปิดเรื่องที่แจ้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="70"/>
        <source>Unsent drafts</source>
        <translation>ร่างที่ยังไม่ได้บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="169"/>
        <source>Send me a test mail</source>
        <translation>ส่งอีเมลทดสอบถึงฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="75"/>
        <source>Mail server</source>
        <translation>เครื่องแม่ข่ายอีเมล</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="72"/>
        <source>My notices</source>
        <translation>การแจ้งเตือนของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="80"/>
        <source>Lock</source>
        <translation>ล็อกหน้าจอ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="81"/>
        <source>Change person</source>
        <translation>เปลี่ยนผู้ใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="82"/>
        <source>Quit</source>
        <translation>ออกจากโปรแกรม</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="83"/>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="84"/>
        <source>Close this tab</source>
        <translation>ปิดแท็บนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="87"/>
        <source>Open this tab as a window</source>
        <translation>แยกแท็บเป็นหน้าต่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="91"/>
        <source>Menu</source>
        <translation>เมนู</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="92"/>
        <source>Light or dark</source>
        <translation>สว่างหรือมืด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="93"/>
        <source>Keys of this screen</source>
        <translation>ปุ่มลัดของหน้านี้</translation>
    </message>
    <message>
        <source>Help about this screen</source>
        <translation>คู่มือของหน้านี้</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>แจ้งปัญหาโปรแกรม</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="95"/>
        <source>Open</source>
        <translation>เปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="96"/>
        <source>Edit</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="97"/>
        <source>Read again</source>
        <translation>อ่านใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="99"/>
        <source>Choose columns</source>
        <translation>เลือกคอลัมน์</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="101"/>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="104"/>
        <source>Export what is shown</source>
        <translation>ส่งออกที่แสดงอยู่</translation>
    </message>
    <message>
        <source>Save papers of the list as PDF</source>
        <translation>บันทึกเอกสารในรายการเป็น PDF</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="110"/>
        <source>Write a note</source>
        <translation>จดบันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="117"/>
        <source>Show the whole tax number</source>
        <translation>แสดงเลขภาษีทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="124"/>
        <source>Consent</source>
        <translation>ความยินยอม</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="129"/>
        <source>Week before</source>
        <translation>สัปดาห์ก่อน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="130"/>
        <source>Week after</source>
        <translation>สัปดาห์ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="131"/>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="132"/>
        <source>Next filter</source>
        <translation>กลุ่มถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="134"/>
        <source>Mine or everybody’s</source>
        <translation>ของฉันหรือของทุกคน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="136"/>
        <source>Done</source>
        <translation>ทำแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="137"/>
        <source>Put off</source>
        <translation>เลื่อน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="140"/>
        <source>Log a visit without a plan</source>
        <translation>บันทึกการเยี่ยมที่ไม่ได้นัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="147"/>
        <source>Customer expects us</source>
        <translation>ลูกค้ายืนยันนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="154"/>
        <source>Did not take place</source>
        <translation>ไม่ได้พบตามนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="161"/>
        <source>Not needed any more</source>
        <translation>ยกเลิกนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="166"/>
        <source>Customer of this line</source>
        <translation>ลูกค้าของรายการนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="174"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="177"/>
        <location filename="../../../ui/actions.py" line="196"/>
        <source>Undo all changes</source>
        <translation>ยกเลิกการแก้ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="183"/>
        <source>Open the one that is there already</source>
        <translation>เปิดรายที่มีอยู่แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="189"/>
        <source>Submit / issue</source>
        <translation>ส่ง / ออกเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="193"/>
        <source>Save draft</source>
        <translation>บันทึกร่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="201"/>
        <source>Customer of this paper</source>
        <translation>ลูกค้าของเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="204"/>
        <source>Why this decision (hold)</source>
        <translation>ดูเหตุผล (กดค้าง)</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="206"/>
        <source>Preview</source>
        <translation>ดูตัวอย่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="207"/>
        <source>Print</source>
        <translation>พิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="208"/>
        <source>Save as PDF</source>
        <translation>บันทึกเป็น PDF</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="211"/>
        <source>Revise</source>
        <translation>ทำฉบับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="218"/>
        <source>Recall the request</source>
        <translation>ดึงคำขอกลับ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="225"/>
        <source>Customer has received it</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="232"/>
        <source>Next follow-up date</source>
        <translation>วันติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="239"/>
        <source>Accepted by the customer</source>
        <translation>ลูกค้าตกลง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="246"/>
        <source>Lost</source>
        <translation>ลูกค้าไม่ซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="253"/>
        <source>Cancel this paper</source>
        <translation>ยกเลิกเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="259"/>
        <source>Negotiating</source>
        <translation>ลูกค้าต่อรอง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="266"/>
        <source>Let the offer hold longer</source>
        <translation>ขยายวันยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="273"/>
        <source>Revisions and history</source>
        <translation>ฉบับแก้ไขและประวัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="277"/>
        <source>Edit in the cell</source>
        <translation>แก้ในช่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="278"/>
        <source>Copy line</source>
        <translation>คัดลอกบรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="279"/>
        <source>Move line up</source>
        <translation>เลื่อนบรรทัดขึ้น</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="280"/>
        <source>Move line down</source>
        <translation>เลื่อนบรรทัดลง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="281"/>
        <source>Remove line</source>
        <translation>ลบบรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="282"/>
        <source>Free-text line</source>
        <translation>บรรทัดข้อความอิสระ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="283"/>
        <source>Section heading</source>
        <translation>หัวข้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="284"/>
        <source>Subtotal</source>
        <translation>ยอดรวมย่อย</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="32"/>
        <source>Requests</source>
        <translation>คำขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="34"/>
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
</context>
</TS>
