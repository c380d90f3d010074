<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>FilesPanel</name>
    <message>
        <location filename="../../../ui/orders/files.py" line="42"/>
        <source>Files of this paper</source>
        <translation>ไฟล์แนบของเอกสาร</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/files.py" line="54"/>
        <source>It is a</source>
        <translation>ประเภทไฟล์</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/files.py" line="55"/>
        <source>Choose a file…</source>
        <translation>เลือกไฟล์…</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/files.py" line="58"/>
        <source>or drop it here: PNG, JPEG, WebP or PDF, up to 10 MB</source>
        <translation>หรือลากมาวางที่นี่: PNG, JPEG, WebP หรือ PDF ไม่เกิน 10 MB</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/files.py" line="82"/>
        <source>No file hangs on this paper.</source>
        <translation>เอกสารนี้ยังไม่มีไฟล์แนบ</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/files.py" line="99"/>
        <source>Open {0}</source>
        <translation>เปิด {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/files.py" line="104"/>
        <source>Take {0} away</source>
        <translation>ลบ {0}</translation>
    </message>
</context>
<context>
    <name>order_files</name>
    <message>
        <location filename="../../../ui/orders/files.py" line="150"/>
        <source>Pictures and PDF ({0})</source>
        <translation>รูปภาพและ PDF ({0})</translation>
    </message>
    <message>
        <location filename="../../../ui/orders/files.py" line="172"/>
        <source>{0} cannot be read.</source>
        <translation>อ่านไฟล์ {0} ไม่ได้</translation>
    </message>
</context>
</TS>
