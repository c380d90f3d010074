<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperForm</name>
    <message>
        <location filename="../../../ui/papers/form.py" line="61"/>
        <source>{0} in stock</source>
        <translation>เหลือ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="61"/>
        <source>none in stock</source>
        <translation>ไม่มีของ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="87"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="91"/>
        <source>Name, phone, tax number or code</source>
        <translation>ชื่อ เบอร์โทร เลขผู้เสียภาษี หรือรหัส</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="94"/>
        <source>Contact</source>
        <translation>ผู้ติดต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="97"/>
        <source>Paper in</source>
        <translation>ภาษาเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="98"/>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="98"/>
        <source>English</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="102"/>
        <source>Prices</source>
        <translation>ราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="103"/>
        <source>with VAT</source>
        <translation>รวม VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="103"/>
        <source>before VAT</source>
        <translation>ก่อน VAT</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="105"/>
        <source>Project</source>
        <translation>โครงการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="115"/>
        <source>Lines</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="119"/>
        <source>Payment</source>
        <translation>การชำระเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="120"/>
        <source>Delivery</source>
        <translation>การส่งสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="121"/>
        <source>Deliver to</source>
        <translation>สถานที่ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/form.py" line="122"/>
        <source>Remarks</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <source>Thai and English</source>
        <translation>ไทยและอังกฤษ</translation>
    </message>
</context>
</TS>
