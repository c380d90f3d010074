<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>PaperActs</name>
    <message>
        <location filename="../../../ui/papers/acts.py" line="101"/>
        <source>“{0}” is possible once the paper is saved</source>
        <translation>“{0}” ทำได้หลังบันทึกเอกสารแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="104"/>
        <source>“{0}” is not possible now: {1} is “{2}”</source>
        <translation>“{0}” ทำไม่ได้ในตอนนี้: {1} อยู่ในสถานะ “{2}”</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="143"/>
        <source>Saved; the approval no longer holds, ask again</source>
        <translation>บันทึกแล้ว แต่คำอนุมัติเดิมใช้ไม่ได้ ต้องขอใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="145"/>
        <source>Saved within what was approved; to be signed anew</source>
        <translation>บันทึกแล้วภายในเงื่อนไขที่อนุมัติ ต้องให้ลูกค้าลงนามใหม่</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="147"/>
        <source>Saved; the approval still holds</source>
        <translation>บันทึกแล้ว คำอนุมัติเดิมยังใช้ได้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="149"/>
        <source>Draft saved</source>
        <translation>บันทึกร่างแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="237"/>
        <source>Go on against the advice</source>
        <translation>ดำเนินการต่อทั้งที่ผู้บังคับบัญชาไม่เห็นควร</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="238"/>
        <source>Reason for going on</source>
        <translation>เหตุผลที่ดำเนินการต่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="262"/>
        <source>your superior</source>
        <translation>ผู้บังคับบัญชา</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="252"/>
        <source>Sent to {0}</source>
        <translation>ส่งถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="254"/>
        <source>Asked: {0}</source>
        <translation>ส่งคำขอถึง {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="256"/>
        <source>Done</source>
        <translation>เรียบร้อย</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="296"/>
        <source>Recalled</source>
        <translation>ดึงกลับแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="300"/>
        <source>Cancel this paper</source>
        <translation>ยกเลิกเอกสารนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="300"/>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/acts.py" line="300"/>
        <source>Cancel the paper</source>
        <translation>ยืนยันยกเลิก</translation>
    </message>
</context>
</TS>
