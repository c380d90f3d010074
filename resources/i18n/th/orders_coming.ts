<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>ComingActs</name>
    <message>
        <location filename="../../../ui/orders/coming.py" line="59"/>
        <source>Request the purchase</source>
        <translation>เสนอซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="61"/>
        <source>Draft the request</source>
        <translation>ร่างใบเสนอซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="73"/>
        <source>To buy</source>
        <translation>ให้ซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="74"/>
        <location filename="../../../ui/orders/coming.py" line="129"/>
        <source>Line</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="74"/>
        <source>Short</source>
        <translation>ขาด</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="75"/>
        <source>Supplier, if known</source>
        <translation>ผู้จำหน่าย (ถ้าทราบ)</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="76"/>
        <source>Needed by</source>
        <translation>ต้องใช้วันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="77"/>
        <source>Note for Sales</source>
        <translation>หมายเหตุถึงฝ่ายขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="94"/>
        <source>Receive and inspect</source>
        <translation>รับเข้าและตรวจรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="96"/>
        <source>Record the arrival</source>
        <translation>บันทึกรับเข้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="101"/>
        <source>Received on</source>
        <translation>รับเข้าวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="102"/>
        <source>Supplier’s delivery note</source>
        <translation>เลขที่ใบส่งของผู้จำหน่าย</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="103"/>
        <source>Give out at once, first come first served</source>
        <translation>จัดสรรทันที ตามลำดับก่อนหลัง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="107"/>
        <source>Note</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="115"/>
        <source>Good</source>
        <translation>ผ่าน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="116"/>
        <source>Rejected</source>
        <translation>ไม่ผ่าน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="117"/>
        <source>What becomes of it</source>
        <translation>ดำเนินการ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="118"/>
        <source>Findings</source>
        <translation>ผลการตรวจ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="129"/>
        <source>Expected</source>
        <translation>รอรับ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="153"/>
        <source>The arrival is recorded</source>
        <translation>บันทึกรับสินค้าแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="168"/>
        <source>Kept for {0}</source>
        <translation>จัดสรรให้ {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="162"/>
        <source>Nothing was given out</source>
        <translation>ไม่มีรายการให้จัดสรร</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="177"/>
        <source>Promise another day</source>
        <translation>นัดวันใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="177"/>
        <source>Promise</source>
        <translation>นัดวัน</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="179"/>
        <source>Promised for</source>
        <translation>นัดส่งวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="180"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="186"/>
        <source>Promised; tell the customer</source>
        <translation>นัดวันใหม่แล้ว กรุณาแจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="194"/>
        <source>The goods are here</source>
        <translation>สินค้ามาถึงแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="195"/>
        <source>The promised day</source>
        <translation>วันที่นัดส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="197"/>
        <source>The customer was told</source>
        <translation>แจ้งลูกค้าแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="197"/>
        <source>Record</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="199"/>
        <source>Of what</source>
        <translation>เรื่องที่แจ้ง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="202"/>
        <source>How</source>
        <translation>ช่องทาง</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="204"/>
        <source>What was said</source>
        <translation>สิ่งที่แจ้งลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/coming.py" line="212"/>
        <source>Recorded</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
</TS>
