<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>BillForm</name>
    <message>
        <source>Bill number</source>
        <translation>เลขที่บิล</translation>
    </message>
    <message>
        <source>The order is settled.</source>
        <translation>ปิดคำสั่งขายแล้ว</translation>
    </message>
    <message>
        <source>Number of the bill</source>
        <translation>เลขที่บิลจากระบบขาย</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <source>Promise another day</source>
        <translation>นัดวันใหม่</translation>
    </message>
    <message>
        <source>The new day stands beside the first. The customer is to be told.</source>
        <translation>วันใหม่อยู่คู่กับวันนัดแรกแล้ว กรุณาแจ้งลูกค้า</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>วันใหม่</translation>
    </message>
    <message>
        <source>Day/month/year, or +7.</source>
        <translation>วัน/เดือน/ปี หรือ +7</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
</context>
<context>
    <name>SupplierDayForm</name>
    <message>
        <source>The supplier’s date</source>
        <translation>วันส่งของผู้ขาย</translation>
    </message>
    <message>
        <source>Confirmed. The customer’s paper has the date too.</source>
        <translation>ยืนยันแล้ว ใบของลูกค้าได้วันนัดด้วย</translation>
    </message>
    <message>
        <source>Arrives on</source>
        <translation>ของมาถึงวันที่</translation>
    </message>
    <message>
        <source>Day/month/year, or +7.</source>
        <translation>วัน/เดือน/ปี หรือ +7</translation>
    </message>
    <message>
        <source>Supplier’s order number</source>
        <translation>เลขที่สั่งซื้อของผู้ขาย</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>หมายเหตุ</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>Tell the customer</source>
        <translation>แจ้งลูกค้า</translation>
    </message>
    <message>
        <source>Noted: the customer knows.</source>
        <translation>บันทึกแล้วว่าแจ้งลูกค้า</translation>
    </message>
    <message>
        <source>How</source>
        <translation>ช่องทาง</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>แจ้งว่าอย่างไร</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Read.</source>
        <translation>อ่านแล้ว</translation>
    </message>
    <message>
        <source>Taken up. It waits for the supplier’s date now.</source>
        <translation>รับเรื่องแล้ว ต่อไปรอวันส่งจากผู้ขาย</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>รับงานแล้ว</translation>
    </message>
    <message>
        <source>Given out, first come, first served.</source>
        <translation>จัดสรรแล้ว ตามลำดับก่อนหลัง</translation>
    </message>
    <message>
        <source>The next follow-up is set.</source>
        <translation>ตั้งวันติดตามครั้งถัดไปแล้ว</translation>
    </message>
</context>
</TS>
