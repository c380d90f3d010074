<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>BoardPage</name>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="97"/>
        <source>Board</source>
        <translation>กระดานงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="102"/>
        <source>Zone</source>
        <translation>เขต</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="103"/>
        <source>Expected in</source>
        <translation>คาดว่าจะปิดเดือน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="104"/>
        <source>All zones</source>
        <translation>ทุกเขต</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="107"/>
        <source>All months</source>
        <translation>ทุกเดือน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="168"/>
        <source>Preparing</source>
        <translation>กำลังเตรียม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="196"/>
        <source>Mine only</source>
        <translation>เฉพาะของฉัน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="196"/>
        <source>Whole branch</source>
        <translation>ทั้งสาขา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="203"/>
        <source>{0}: {1} papers, {2} baht</source>
        <translation>{0}: {1} ใบ {2} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="206"/>
        <source>Of the last {0} days</source>
        <translation>ใน {0} วันที่ผ่านมา</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/board_page.py" line="269"/>
        <source>{0} is issued</source>
        <translation>ออก {0} แล้ว</translation>
    </message>
</context>
</TS>
