<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>QuotationForm</name>
    <message>
        <location filename="../../../ui/quotations/form.py" line="54"/>
        <source>{0} in stock</source>
        <translation>เหลือ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="54"/>
        <source>none in stock</source>
        <translation>ไม่มีของ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="77"/>
        <source>Name, phone, tax number or code</source>
        <translation>ชื่อ เบอร์โทร เลขผู้เสียภาษี หรือรหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="80"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="73"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="83"/>
        <source>Paper in</source>
        <translation>ภาษาเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="84"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="84"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="88"/>
        <source>Prices</source>
        <translation>ราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="89"/>
        <source>with VAT</source>
        <translation>รวม VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="89"/>
        <source>before VAT</source>
        <translation>ก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="91"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="92"/>
        <source>Valid (days)</source>
        <translation>ยืนราคา (วัน)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="93"/>
        <source>Deposit (%)</source>
        <translation>มัดจำ (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="94"/>
        <source>Follow up on</source>
        <translation>ติดตามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="103"/>
        <source>Lines</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="107"/>
        <source>Payment</source>
        <translation>การชำระเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="108"/>
        <source>Delivery</source>
        <translation>การส่งสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="109"/>
        <source>Deliver to</source>
        <translation>สถานที่ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="110"/>
        <source>Remarks</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="140"/>
        <source>Usual words (Alt+Down)</source>
        <translation>ข้อความที่ใช้บ่อย (Alt+ลง)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/form.py" line="202"/>
        <source>Quotation {0}</source>
        <translation>ใบเสนอราคา {0}</translation>
    </message>
</context>
</TS>
