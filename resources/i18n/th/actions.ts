<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/actions.py" line="13"/>
        <location filename="../../../ui/actions.py" line="75"/>
        <source>New</source>
        <translation>สร้างใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="14"/>
        <source>Desk</source>
        <translation>โต๊ะงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="15"/>
        <source>View</source>
        <translation>มุมมอง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="16"/>
        <source>List</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="17"/>
        <source>Task</source>
        <translation>งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="18"/>
        <source>Form</source>
        <translation>แบบฟอร์ม</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="19"/>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="20"/>
        <source>Lines</source>
        <translation>บรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="21"/>
        <source>Print preview</source>
        <translation>ดูก่อนพิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="22"/>
        <source>Approvals</source>
        <translation>รออนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="24"/>
        <source>Help</source>
        <translation>ช่วยเหลือ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="31"/>
        <source>New quotation</source>
        <translation>ใบเสนอราคาใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="38"/>
        <source>New customer</source>
        <translation>ลูกค้าใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="45"/>
        <source>Plan a visit</source>
        <translation>วางแผนเยี่ยมลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="50"/>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="51"/>
        <source>Command palette</source>
        <translation>แผงคำสั่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="53"/>
        <source>Next follow-up</source>
        <translation>ติดตามรายถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="56"/>
        <source>Open the notice</source>
        <translation>เปิดเรื่องที่แจ้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="59"/>
        <source>Unsent drafts</source>
        <translation>ร่างที่ยังไม่ได้บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="61"/>
        <source>Lock</source>
        <translation>ล็อกหน้าจอ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="62"/>
        <source>Change person</source>
        <translation>เปลี่ยนผู้ใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="63"/>
        <source>Quit</source>
        <translation>ออกจากโปรแกรม</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="64"/>
        <source>Back</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="65"/>
        <source>Close this tab</source>
        <translation>ปิดแท็บนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="68"/>
        <source>Open this tab as a window</source>
        <translation>แยกแท็บเป็นหน้าต่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="72"/>
        <source>Menu</source>
        <translation>เมนู</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="73"/>
        <source>Light or dark</source>
        <translation>สว่างหรือมืด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="74"/>
        <source>Keys of this screen</source>
        <translation>ปุ่มลัดของหน้านี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="76"/>
        <source>Open</source>
        <translation>เปิด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="77"/>
        <source>Edit</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="78"/>
        <source>Read again</source>
        <translation>อ่านใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="80"/>
        <source>Choose columns</source>
        <translation>เลือกคอลัมน์</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="82"/>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="85"/>
        <source>Export what is shown</source>
        <translation>ส่งออกที่แสดงอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="91"/>
        <source>Write a note</source>
        <translation>จดบันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="98"/>
        <source>Show the whole tax number</source>
        <translation>แสดงเลขภาษีทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="105"/>
        <source>Consent</source>
        <translation>ความยินยอม</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="113"/>
        <source>Next filter</source>
        <translation>กลุ่มถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="117"/>
        <source>Done</source>
        <translation>ทำแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="118"/>
        <source>Put off</source>
        <translation>เลื่อน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="148"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="157"/>
        <source>Open the one that is there already</source>
        <translation>เปิดรายที่มีอยู่แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="163"/>
        <source>Submit / issue</source>
        <translation>ส่ง / ออกเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="170"/>
        <source>Save draft</source>
        <translation>บันทึกร่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="151"/>
        <location filename="../../../ui/actions.py" line="177"/>
        <source>Undo all changes</source>
        <translation>ยกเลิกการแก้ทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="182"/>
        <source>Customer of this paper</source>
        <translation>ลูกค้าของเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="185"/>
        <source>Why this decision (hold)</source>
        <translation>ดูเหตุผล (กดค้าง)</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="188"/>
        <source>Preview</source>
        <translation>ดูตัวอย่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="192"/>
        <source>Print</source>
        <translation>พิมพ์</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="199"/>
        <source>Save as PDF</source>
        <translation>บันทึกเป็น PDF</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="206"/>
        <source>Revise</source>
        <translation>ทำฉบับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="213"/>
        <source>Recall the request</source>
        <translation>เรียกคำขอคืน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="220"/>
        <source>Customer has received it</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="227"/>
        <source>Next follow-up date</source>
        <translation>วันติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="234"/>
        <source>Accepted by the customer</source>
        <translation>ลูกค้าตกลง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="241"/>
        <source>Lost</source>
        <translation>ลูกค้าไม่ซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="248"/>
        <source>Cancel this paper</source>
        <translation>ยกเลิกเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="255"/>
        <source>Negotiating</source>
        <translation>ลูกค้าต่อรอง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="262"/>
        <source>Let the offer hold longer</source>
        <translation>ขยายวันยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="269"/>
        <source>Revisions and history</source>
        <translation>ฉบับแก้ไขและประวัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="273"/>
        <source>Edit in the cell</source>
        <translation>แก้ในช่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="274"/>
        <source>Copy line</source>
        <translation>คัดลอกบรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="275"/>
        <source>Move line up</source>
        <translation>เลื่อนบรรทัดขึ้น</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="276"/>
        <source>Move line down</source>
        <translation>เลื่อนบรรทัดลง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="277"/>
        <source>Remove line</source>
        <translation>ลบบรรทัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="278"/>
        <source>Free-text line</source>
        <translation>บรรทัดข้อความอิสระ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="279"/>
        <source>Section heading</source>
        <translation>หัวข้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="280"/>
        <source>Subtotal</source>
        <translation>ยอดรวมย่อย</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="283"/>
        <source>Larger</source>
        <translation>ขยาย</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="288"/>
        <source>Smaller</source>
        <translation>ย่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="292"/>
        <source>As wide as the window</source>
        <translation>เต็มความกว้าง</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="298"/>
        <source>Language of the paper</source>
        <translation>ภาษาของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="304"/>
        <source>Approve</source>
        <translation>อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="311"/>
        <source>Return</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="317"/>
        <source>Reject</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="321"/>
        <source>Answer the consultation</source>
        <translation>ตอบคำปรึกษา</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="328"/>
        <source>Send the answer</source>
        <translation>ส่งคำตอบ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="333"/>
        <source>Next</source>
        <translation>ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="110"/>
        <source>Week before</source>
        <translation>สัปดาห์ก่อน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="111"/>
        <source>Week after</source>
        <translation>สัปดาห์ถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="112"/>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="115"/>
        <source>Mine or everybody’s</source>
        <translation>ของฉันหรือของทุกคน</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="121"/>
        <source>Log a visit without a plan</source>
        <translation>บันทึกการเยี่ยมที่ไม่ได้นัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="128"/>
        <source>Customer expects us</source>
        <translation>ลูกค้ายืนยันนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="135"/>
        <source>Did not take place</source>
        <translation>ไม่ได้พบตามนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="142"/>
        <source>Not needed any more</source>
        <translation>ยกเลิกนัด</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="147"/>
        <source>Customer of this line</source>
        <translation>ลูกค้าของรายการนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="336"/>
        <source>Confirm this version</source>
        <translation>ยืนยันรุ่นนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="343"/>
        <source>Drop this draft</source>
        <translation>ทิ้งร่างนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="348"/>
        <source>Next grade</source>
        <translation>ระดับถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="23"/>
        <source>Authority matrix</source>
        <translation>ตารางอำนาจ</translation>
    </message>
    <message>
        <location filename="../../../ui/actions.py" line="350"/>
        <source>Versions</source>
        <translation>รุ่นทั้งหมด</translation>
    </message>
</context>
</TS>
