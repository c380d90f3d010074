<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="104"/>
        <source>credit-finance</source>
        <translation>สินเชื่อ-การเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="104"/>
        <source>the director</source>
        <translation>ผู้อำนวยการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="109"/>
        <source>Returned for changes</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="110"/>
        <source>Not approved</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="111"/>
        <source>Advice by phone was not confirmed</source>
        <translation>หัวหน้าไม่ยืนยันคำปรึกษาทางโทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="112"/>
        <source>Advice: in favour</source>
        <translation>คำแนะนำ: เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="113"/>
        <source>Advice: against</source>
        <translation>คำแนะนำ: ไม่เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="128"/>
        <source>Saved; the approval no longer holds, ask again</source>
        <translation>บันทึกแล้ว แต่คำอนุมัติเดิมใช้ไม่ได้ ต้องขอใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="130"/>
        <source>Saved; milder than approved, so the approval holds</source>
        <translation>บันทึกแล้ว ไม่เกินที่อนุมัติ คำอนุมัติเดิมยังใช้ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="132"/>
        <source>Draft saved</source>
        <translation>บันทึกร่างแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="197"/>
        <source>Go on against the advice</source>
        <translation>ดำเนินการต่อทั้งที่หัวหน้าไม่เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="198"/>
        <source>Reason for going on</source>
        <translation>เหตุผลที่ดำเนินการต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="199"/>
        <source>Issue all the same</source>
        <translation>ยืนยันออกใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="210"/>
        <source>{0} is issued</source>
        <translation>ออกใบเสนอราคา {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="213"/>
        <source>your superior</source>
        <translation>ผู้บังคับบัญชา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="214"/>
        <source>Sent to {0}</source>
        <translation>ส่งถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="216"/>
        <source>Asked: {0}</source>
        <translation>ส่งคำขอถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="218"/>
        <source>Done</source>
        <translation>เรียบร้อย</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="240"/>
        <source>Recalled</source>
        <translation>ดึงกลับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="250"/>
        <source>Customer has received it</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="250"/>
        <location filename="../../../ui/quotations/acts.py" line="255"/>
        <location filename="../../../ui/quotations/acts.py" line="262"/>
        <source>Next follow-up</source>
        <translation>นัดติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="250"/>
        <location filename="../../../ui/quotations/acts.py" line="262"/>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="255"/>
        <source>Negotiating</source>
        <translation>ลูกค้าต่อรอง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="255"/>
        <source>What they want</source>
        <translation>ลูกค้าต้องการอะไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="262"/>
        <source>Follow up on</source>
        <translation>ติดตามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="268"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="280"/>
        <source>Saved</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="288"/>
        <location filename="../../../ui/quotations/acts.py" line="296"/>
        <source>Accepted by the customer</source>
        <translation>ลูกค้าตกลงแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="289"/>
        <source>What was agreed</source>
        <translation>ตกลงกันไว้ว่าอย่างไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="290"/>
        <source>Record as accepted</source>
        <translation>บันทึกว่าลูกค้าตกลง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="300"/>
        <source>Lost</source>
        <translation>ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="300"/>
        <source>Why it was lost</source>
        <translation>เหตุที่ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="300"/>
        <source>Record as lost</source>
        <translation>บันทึกว่าไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="305"/>
        <source>Recorded as lost</source>
        <translation>บันทึกว่าไม่ได้งานแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="309"/>
        <source>Cancel this paper</source>
        <translation>ยกเลิกใบเสนอราคานี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="309"/>
        <location filename="../../../ui/quotations/acts.py" line="321"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="309"/>
        <source>Cancel the paper</source>
        <translation>ยืนยันยกเลิก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="319"/>
        <source>Let the offer hold longer</source>
        <translation>ขยายวันยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="320"/>
        <source>Days from today</source>
        <translation>กี่วันนับจากวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="322"/>
        <source>Extend</source>
        <translation>ขยาย</translation>
    </message>
</context>
</TS>
