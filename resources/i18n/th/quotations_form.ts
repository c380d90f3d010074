<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationForm</name>
    <message>
        <location filename="../../../ui/quotations/form.py" line="64"/>
        <source>{0} in stock</source>
        <translation>เหลือ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="64"/>
        <source>none in stock</source>
        <translation>ไม่มีของ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="104"/>
        <source>Name, phone, tax number or code</source>
        <translation>ชื่อ เบอร์โทร เลขผู้เสียภาษี หรือรหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="107"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="100"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="110"/>
        <source>Paper in</source>
        <translation>ภาษาเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="111"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="111"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="115"/>
        <source>Prices</source>
        <translation>ราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="116"/>
        <source>with VAT</source>
        <translation>รวม VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="116"/>
        <source>before VAT</source>
        <translation>ก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="118"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="119"/>
        <source>Valid (days)</source>
        <translation>ยืนราคา (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="120"/>
        <source>Deposit (%)</source>
        <translation>มัดจำ (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="121"/>
        <source>Follow up on</source>
        <translation>ติดตามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="130"/>
        <source>Lines</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="134"/>
        <source>Payment</source>
        <translation>การชำระเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="135"/>
        <source>Delivery</source>
        <translation>การส่งสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="136"/>
        <source>Deliver to</source>
        <translation>สถานที่ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="137"/>
        <source>Remarks</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="167"/>
        <source>Usual words (Down)</source>
        <translation>ข้อความที่ใช้บ่อย (ลูกศรลง)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="236"/>
        <source>Quotation {0}</source>
        <translation>ใบเสนอราคา {0}</translation>
    </message>
</context>
</TS>
