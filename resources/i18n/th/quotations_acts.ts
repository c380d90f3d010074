<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="105"/>
        <source>credit-finance</source>
        <translation>สินเชื่อ-การเงิน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="105"/>
        <source>the director</source>
        <translation>ผู้อำนวยการ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="110"/>
        <source>Returned for changes</source>
        <translation>ส่งกลับแก้ไข</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="111"/>
        <source>Not approved</source>
        <translation>ไม่อนุมัติ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="112"/>
        <source>Advice by phone was not confirmed</source>
        <translation>หัวหน้าไม่ยืนยันคำปรึกษาทางโทรศัพท์</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="113"/>
        <source>Advice: in favour</source>
        <translation>คำแนะนำ: เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="114"/>
        <source>Advice: against</source>
        <translation>คำแนะนำ: ไม่เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="129"/>
        <source>Saved; the approval no longer holds, ask again</source>
        <translation>บันทึกแล้ว แต่คำอนุมัติเดิมใช้ไม่ได้ ต้องขอใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="131"/>
        <source>Saved; milder than approved, so the approval holds</source>
        <translation>บันทึกแล้ว ไม่เกินที่อนุมัติ คำอนุมัติเดิมยังใช้ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="133"/>
        <source>Draft saved</source>
        <translation>บันทึกร่างแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="198"/>
        <source>Go on against the advice</source>
        <translation>ดำเนินการต่อทั้งที่หัวหน้าไม่เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="199"/>
        <source>Reason for going on</source>
        <translation>เหตุผลที่ดำเนินการต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="200"/>
        <source>Issue all the same</source>
        <translation>ยืนยันออกใบเสนอราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="211"/>
        <source>{0} is issued</source>
        <translation>ออกใบเสนอราคา {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="214"/>
        <source>your superior</source>
        <translation>ผู้บังคับบัญชา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="215"/>
        <source>Sent to {0}</source>
        <translation>ส่งถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="217"/>
        <source>Asked: {0}</source>
        <translation>ส่งคำขอถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="219"/>
        <source>Done</source>
        <translation>เรียบร้อย</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="241"/>
        <source>Recalled</source>
        <translation>ดึงกลับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="251"/>
        <source>Customer has received it</source>
        <translation>ลูกค้าได้รับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="251"/>
        <location filename="../../../ui/quotations/acts.py" line="256"/>
        <location filename="../../../ui/quotations/acts.py" line="263"/>
        <source>Next follow-up</source>
        <translation>นัดติดตามครั้งต่อไป</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="251"/>
        <location filename="../../../ui/quotations/acts.py" line="263"/>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="256"/>
        <source>Negotiating</source>
        <translation>ลูกค้าต่อรอง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="256"/>
        <source>What they want</source>
        <translation>ลูกค้าต้องการอะไร</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="263"/>
        <source>Follow up on</source>
        <translation>ติดตามวันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="269"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="281"/>
        <source>Saved</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="289"/>
        <source>Accepted by the customer</source>
        <translation>ลูกค้าตกลงแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="293"/>
        <source>Lost</source>
        <translation>ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="293"/>
        <source>Why it was lost</source>
        <translation>เหตุที่ไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="293"/>
        <source>Record as lost</source>
        <translation>บันทึกว่าไม่ได้งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="298"/>
        <source>Recorded as lost</source>
        <translation>บันทึกว่าไม่ได้งานแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="302"/>
        <source>Cancel this paper</source>
        <translation>ยกเลิกใบเสนอราคานี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="302"/>
        <location filename="../../../ui/quotations/acts.py" line="314"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="302"/>
        <source>Cancel the paper</source>
        <translation>ยืนยันยกเลิก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="312"/>
        <source>Let the offer hold longer</source>
        <translation>ขยายวันยืนราคา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="313"/>
        <source>Days from today</source>
        <translation>กี่วันนับจากวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/acts.py" line="315"/>
        <source>Extend</source>
        <translation>ขยาย</translation>
    </message>
</context>
</TS>
