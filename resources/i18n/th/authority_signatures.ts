<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>SignaturesPage</name>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="69"/>
        <source>Signatures</source>
        <translation>ลงชื่อรับทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="76"/>
        <source>Who signed</source>
        <translation>ผู้ลงชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="79"/>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="81"/>
        <source>Grade</source>
        <translation>ระดับ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="82"/>
        <source>Signed</source>
        <translation>ลงชื่อเมื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="85"/>
        <source>Nobody signed this version</source>
        <translation>ยังไม่มีผู้ลงชื่อรับทราบรุ่นนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="93"/>
        <source>not yet</source>
        <translation>ยังไม่ลงชื่อ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="102"/>
        <source>Version</source>
        <translation>รุ่น</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="162"/>
        <source>Your own table: {0}</source>
        <translation>ตารางของคุณ: {0}</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="180"/>
        <source>No authority matrix is confirmed yet.</source>
        <translation>ยังไม่มีตารางอำนาจที่ยืนยันแล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="182"/>
        <source>Signed by {0} of {1}</source>
        <translation>ลงชื่อแล้ว {0} จาก {1} คน</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="190"/>
        <source>Please read your table, then sign with S that you have read it.</source>
        <translation>กรุณาอ่านตารางของคุณ แล้วกด S เพื่อลงชื่อรับทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="193"/>
        <source>Nothing in your table changed since version {0}, which you signed. Please sign with S that you have read this one.</source>
        <translation>ตารางของคุณไม่เปลี่ยนจากรุ่นที่ {0} ซึ่งคุณลงชื่อไว้ กรุณากด S เพื่อลงชื่อรับทราบรุ่นนี้</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="198"/>
        <source>Rows of your table that changed since version {1}, which you signed: {0}. They are marked; please read them, then sign with S.</source>
        <translation>ตารางของคุณเปลี่ยนไป {0} แถวจากรุ่นที่ {1} ซึ่งคุณลงชื่อไว้ (แถวที่ทำเครื่องหมาย) กรุณาอ่าน แล้วกด S เพื่อลงชื่อรับทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="209"/>
        <source>I have read and understood my table in version {0}.</source>
        <translation>ข้าพเจ้าได้อ่านและเข้าใจตารางอำนาจของข้าพเจ้าในรุ่นที่ {0} แล้ว</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="214"/>
        <source>Sign</source>
        <translation>ลงชื่อรับทราบ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="214"/>
        <source>Not now</source>
        <translation>ยังไม่ทำ</translation>
    </message>
    <message>
        <location filename="../../../ui/authority/signatures.py" line="222"/>
        <source>You signed version {0}.</source>
        <translation>คุณลงชื่อรับทราบรุ่นที่ {0} แล้ว</translation>
    </message>
</context>
</TS>
