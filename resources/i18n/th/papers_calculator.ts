<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>CalculatorPanel</name>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="34"/>
        <source>How much material a job takes</source>
        <translation>คำนวณวัสดุที่ต้องใช้</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="34"/>
        <source>Look for the goods</source>
        <translation>ค้นหาสินค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="37"/>
        <source>Job</source>
        <translation>งาน</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="38"/>
        <source>straight, 5 %</source>
        <translation>ปูตรง 5 %</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="38"/>
        <source>diagonal, 10 %</source>
        <translation>ปูทแยง 10 %</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="39"/>
        <source>Laid</source>
        <translation>วิธีปู</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="44"/>
        <source>Print how it was reckoned</source>
        <translation>พิมพ์วิธีคำนวณในใบ</translation>
    </message>
    <message>
        <location filename="../../../ui/papers/calculator.py" line="93"/>
        <source>Type the figures</source>
        <translation>ใส่ตัวเลขของงาน</translation>
    </message>
</context>
</TS>
