<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ReplayPage</name>
    <message>
        <location filename="../../../ui/authority/replay.py" line="82"/>
        <source>Replay</source>
        <translation>ทดลองย้อนหลัง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="90"/>
        <source>Papers that would have gone elsewhere</source>
        <translation>เอกสารที่ผลจะต่างไป</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="116"/>
        <source>Submitted</source>
        <translation>วันที่ส่ง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="92"/>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="93"/>
        <source>Customer</source>
        <translation>ลูกค้า</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="119"/>
        <source>Matter</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="115"/>
        <source>Officer</source>
        <translation>พนักงาน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="114"/>
        <source>Total</source>
        <translation>ยอดรวม</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="96"/>
        <source>How</source>
        <translation>ต่างอย่างไร</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="103"/>
        <source>As decided</source>
        <translation>ตามรุ่นที่ใช้ตัดสิน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="110"/>
        <source>Under this version</source>
        <translation>ตามรุ่นนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="135"/>
        <source>Version to replay</source>
        <translation>รุ่นที่จะทดลอง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="137"/>
        <source>Over how many days</source>
        <translation>ย้อนหลังกี่วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="148"/>
        <source>over the last</source>
        <translation>ย้อนหลัง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="150"/>
        <source>days</source>
        <translation>วัน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="229"/>
        <source>Deciding every paper of these days anew… Esc stops it.</source>
        <translation>กำลังตัดสินเอกสารทุกฉบับในช่วงนี้ใหม่… กด Esc เพื่อหยุด</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="238"/>
        <source>Version {0} from {1} to {2}: of {3} papers {4} would have gone elsewhere</source>
        <translation>รุ่นที่ {0} ช่วง {1} ถึง {2}: จาก {3} ฉบับ มี {4} ฉบับที่ผลจะต่างไป</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="247"/>
        <source>the newest {0} are listed</source>
        <translation>แสดงเฉพาะ {0} ฉบับล่าสุด</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="252"/>
        <source>Choose a version and the days, then press Ctrl+R.</source>
        <translation>เลือกรุ่นและจำนวนวัน แล้วกด Ctrl+R</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="253"/>
        <source>Which papers would another table have moved?</source>
        <translation>ถ้าใช้ตารางอีกรุ่น ผลของเอกสารใดจะต่างไป</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="254"/>
        <source>No paper would have gone elsewhere</source>
        <translation>ไม่มีเอกสารใดที่ผลต่างไป</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="283"/>
        <source>Save the replay</source>
        <translation>บันทึกผลการทดลองย้อนหลัง</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="1"/>
        <source>There is only one version so far</source>
        <translation>ขณะนี้มีตารางเพียงรุ่นเดียว</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/replay.py" line="1"/>
        <source>A draft of the next version can be replayed as soon as it is begun; Ctrl+R decides these days anew under the only one.</source>
        <translation>เมื่อเริ่มร่างรุ่นถัดไปแล้ว ทดลองย้อนหลังด้วยร่างนั้นได้ ตอนนี้ Ctrl+R จะตัดสินเอกสารช่วงนี้ใหม่ด้วยรุ่นเดียวที่มี</translation>
    </message>
</context>
</TS>
