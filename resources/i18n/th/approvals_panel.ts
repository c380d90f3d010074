<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>AnswerPanel</name>
    <message>
        <location filename="../../../ui/approvals/panel.py" line="42"/>
        <source>Note to the officer</source>
        <translation>หมายเหตุถึงผู้ขอ</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/panel.py" line="44"/>
        <source>Note to the officer; needed when the answer is no or not yet</source>
        <translation>หมายเหตุถึงผู้ขอ (จำเป็นเมื่อส่งกลับหรือไม่อนุมัติ)</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/panel.py" line="177"/>
        <source>{0} with this note  Ctrl+Enter</source>
        <translation>{0}พร้อมหมายเหตุนี้  Ctrl+Enter</translation>
    </message>
    <message>
        <location filename="../../../ui/approvals/panel.py" line="179"/>
        <source>{0} within these limits  Ctrl+Enter</source>
        <translation>{0}ตามเงื่อนไขนี้  Ctrl+Enter</translation>
    </message>
</context>
</TS>
