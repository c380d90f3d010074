<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>BillForm</name>
    <message>
        <location filename="../../../ui/today_acts.py" line="203"/>
        <source>Bill number</source>
        <translation>เลขที่บิล</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="207"/>
        <source>The order is settled.</source>
        <translation>ปิดคำสั่งขายแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="210"/>
        <source>Number of the bill</source>
        <translation>เลขที่บิลจากระบบขาย</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <location filename="../../../ui/today_acts.py" line="80"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="91"/>
        <source>Saved.</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
<context>
    <name>PriceToldForm</name>
    <message>
        <location filename="../../../ui/today_acts.py" line="224"/>
        <source>Tell of the new prices</source>
        <translation>แจ้งราคาใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="228"/>
        <source>Noted: the customer knows.</source>
        <translation>บันทึกแล้วว่าแจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="231"/>
        <source>What the customer said</source>
        <translation>ลูกค้าว่าอย่างไร</translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <location filename="../../../ui/today_acts.py" line="155"/>
        <source>Promise another day</source>
        <translation>นัดวันใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="159"/>
        <source>The new day stands beside the first. The customer is to be told.</source>
        <translation>วันใหม่อยู่คู่กับวันนัดแรกแล้ว กรุณาแจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="162"/>
        <source>New day</source>
        <translation>วันใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="162"/>
        <source>Day/month/year, or +7.</source>
        <translation>วัน/เดือน/ปี หรือ +7</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="163"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
</context>
<context>
    <name>SupplierDayForm</name>
    <message>
        <location filename="../../../ui/today_acts.py" line="175"/>
        <source>The supplier’s date</source>
        <translation>วันส่งของผู้ขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="179"/>
        <source>Confirmed. The customer’s paper has the date too.</source>
        <translation>ยืนยันแล้ว ใบของลูกค้าได้วันนัดด้วย</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="182"/>
        <source>Arrives on</source>
        <translation>ของมาถึงวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="182"/>
        <source>Day/month/year, or +7.</source>
        <translation>วัน/เดือน/ปี หรือ +7</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="183"/>
        <source>Supplier’s order number</source>
        <translation>เลขที่สั่งซื้อของผู้ขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="184"/>
        <source>Remark</source>
        <translation>หมายเหตุ</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <location filename="../../../ui/today_acts.py" line="120"/>
        <source>Tell the customer</source>
        <translation>แจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="124"/>
        <source>Noted: the customer knows.</source>
        <translation>บันทึกแล้วว่าแจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="129"/>
        <source>How</source>
        <translation>ช่องทาง</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="130"/>
        <source>What was said</source>
        <translation>แจ้งว่าอย่างไร</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <location filename="../../../ui/today_acts.py" line="40"/>
        <source>Read.</source>
        <translation>อ่านแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="44"/>
        <source>Taken up. It waits for the supplier’s date now.</source>
        <translation>รับเรื่องแล้ว ต่อไปรอวันส่งจากผู้ขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="48"/>
        <source>Accepted.</source>
        <translation>รับงานแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="52"/>
        <source>Given out, first come, first served.</source>
        <translation>จัดสรรแล้ว ตามลำดับก่อนหลัง</translation>
    </message>
    <message>
        <location filename="../../../ui/today_acts.py" line="58"/>
        <source>The next follow-up is set.</source>
        <translation>ตั้งวันติดตามครั้งถัดไปแล้ว</translation>
    </message>
</context>
</TS>
