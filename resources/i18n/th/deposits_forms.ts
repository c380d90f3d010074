<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ApplyForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="154"/>
        <source>Apply to a paper</source>
        <translation>หักใช้กับเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="157"/>
        <source>Paper</source>
        <translation>เอกสาร</translation>
    </message>
</context>
<context>
    <name>AskForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="251"/>
        <source>For which order</source>
        <translation>สำหรับคำสั่งซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="254"/>
        <source>Number or customer</source>
        <translation>เลขที่หรือชื่อลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="258"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="260"/>
        <source>Leave empty for what the order still requires.</source>
        <translation>เว้นว่าง = เท่าที่เอกสารยังต้องมัดจำ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="263"/>
        <source>Ask for it</source>
        <translation>เรียกเก็บ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="268"/>
        <source>Ask for a deposit</source>
        <translation>เรียกเก็บเงินมัดจำ</translation>
    </message>
</context>
<context>
    <name>BounceForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="133"/>
        <source>The money did not come</source>
        <translation>เงินไม่เข้าบัญชี</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="136"/>
        <source>Reported by the bank on</source>
        <translation>ธนาคารแจ้งเมื่อ</translation>
    </message>
</context>
<context>
    <name>CancelForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="232"/>
        <source>No longer expected</source>
        <translation>ไม่รอรับเงินแล้ว</translation>
    </message>
</context>
<context>
    <name>ClearForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="113"/>
        <source>The money is in the account</source>
        <translation>เงินเข้าบัญชีแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="116"/>
        <source>Since</source>
        <translation>ตั้งแต่วันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="116"/>
        <source>As the bank shows it.</source>
        <translation>ตามวันที่ธนาคารแสดง</translation>
    </message>
</context>
<context>
    <name>DepositForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="56"/>
        <source>{0} held</source>
        <translation>ถืออยู่ {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="73"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="77"/>
        <source>Amount</source>
        <translation>จำนวนเงิน</translation>
    </message>
</context>
<context>
    <name>InvoiceForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="208"/>
        <source>Tax invoice of this deposit</source>
        <translation>ใบกำกับภาษีของเงินมัดจำนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="211"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="212"/>
        <source>Date</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="215"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
</context>
<context>
    <name>ReverseForm</name>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="178"/>
        <source>Reverse an entry</source>
        <translation>กลับรายการ</translation>
    </message>
    <message>
        <location filename="../../../ui/deposits/forms.py" line="188"/>
        <source>Entry</source>
        <translation>รายการ</translation>
    </message>
</context>
</TS>
