<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH" sourcelanguage="en">
<context>
    <name>ForecastPage</name>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="58"/>
        <source>Ahead</source>
        <translation>ข้างหน้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="58"/>
        <source>Kept, and what came</source>
        <translation>ที่คาดไว้กับยอดจริง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="62"/>
        <location filename="../../../ui/quotations/forecast.py" line="87"/>
        <source>Forecast</source>
        <translation>คาดการณ์ยอดขาย</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="115"/>
        <source>Expected in</source>
        <translation>คาดว่าจะปิดเดือน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="117"/>
        <location filename="../../../ui/quotations/forecast.py" line="130"/>
        <source>Papers</source>
        <translation>ใบ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="119"/>
        <source>Open value</source>
        <translation>มูลค่าที่เปิดอยู่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="120"/>
        <location filename="../../../ui/quotations/forecast.py" line="174"/>
        <location filename="../../../ui/quotations/forecast.py" line="233"/>
        <source>Weighted</source>
        <translation>ถ่วงน้ำหนัก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="125"/>
        <source>(forecast − actual) ÷ actual; of the current month so far.</source>
        <translation>(คาดการณ์ − จริง) ÷ จริง เดือนนี้นับถึงวันนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="127"/>
        <source>Month</source>
        <translation>เดือน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="128"/>
        <source>Forecast as it began</source>
        <translation>คาดไว้เมื่อต้นเดือน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="129"/>
        <location filename="../../../ui/quotations/forecast.py" line="239"/>
        <source>Accepted</source>
        <translation>ตกลงซื้อ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="133"/>
        <source>Error</source>
        <translation>ส่วนต่าง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="149"/>
        <source>Nothing here yet</source>
        <translation>ยังไม่มีข้อมูล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="150"/>
        <source>Housekeeping keeps the forecast as each month begins.</source>
        <translation>ระบบเก็บคาดการณ์ไว้ทุกต้นเดือน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="163"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="164"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="167"/>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="172"/>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="173"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="175"/>
        <source>Owner</source>
        <translation>ผู้ดูแล</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="220"/>
        <source>Weighted {0} of {1} baht that are open</source>
        <translation>ถ่วงน้ำหนัก {0} จากที่เปิดอยู่ {1} บาท</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="233"/>
        <source>The rest</source>
        <translation>ส่วนที่เหลือ</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="237"/>
        <source>What was forecast as each month began, beside what was accepted in it.</source>
        <translation>ที่คาดไว้เมื่อต้นเดือน เทียบกับยอดที่ลูกค้าตกลงในเดือนนั้น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="249"/>
        <source>set by hand</source>
        <translation>กำหนดเอง</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="250"/>
        <source>own history</source>
        <translation>สถิติของร้าน</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="251"/>
        <source>as shipped</source>
        <translation>ค่าเริ่มต้น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="259"/>
        <source>Open value times how likely its stage is won: {0}</source>
        <translation>มูลค่าที่เปิดอยู่ × โอกาสได้งานของแต่ละขั้น: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="353"/>
        <source>How likely each stage is won</source>
        <translation>โอกาสได้งานของแต่ละขั้น</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="354"/>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="357"/>
        <source>{0} (%)</source>
        <translation>{0} (%)</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="359"/>
        <source>too few papers yet</source>
        <translation>ยังมีน้อยเกินไป</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="360"/>
        <source>own history: {0}</source>
        <translation>สถิติของร้าน: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/quotations/forecast.py" line="368"/>
        <source>The forecast follows.</source>
        <translation>คาดการณ์ปรับตามแล้ว</translation>
    </message>
</context>
</TS>
