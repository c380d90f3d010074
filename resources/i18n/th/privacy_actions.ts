<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>actions</name>
    <message>
        <location filename="../../../ui/actions.py" line="48"/>
        <source>Personal data</source>
        <translation>ข้อมูลส่วนบุคคล</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy_actions.py" line="11"/>
        <location filename="../../../ui/privacy_actions.py" line="39"/>
        <source>Copy of all personal data</source>
        <translation>สำเนาข้อมูลส่วนบุคคลทั้งหมด</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy_actions.py" line="18"/>
        <location filename="../../../ui/privacy_actions.py" line="46"/>
        <source>Erase personal data</source>
        <translation>ลบข้อมูลส่วนบุคคล</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy_actions.py" line="25"/>
        <source>Personal data kept too long</source>
        <translation>ข้อมูลส่วนบุคคลที่เก็บนานเกินไป</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy_actions.py" line="53"/>
        <source>Delete the selected files</source>
        <translation>ลบไฟล์ที่เลือก</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy_actions.py" line="58"/>
        <source>Next list</source>
        <translation>รายการถัดไป</translation>
    </message>
    <message>
        <location filename="../../../ui/privacy_actions.py" line="61"/>
        <source>How long data are kept</source>
        <translation>ระยะเวลาเก็บข้อมูล</translation>
    </message>
</context>
</TS>
