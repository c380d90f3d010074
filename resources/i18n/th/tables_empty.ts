<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>EmptyNote</name>
        <message>
            <source>Nothing found for “{0}”</source>
            <translation>ไม่พบ “{0}”</translation>
        </message>
        <message>
            <source>Try fewer letters, or press Esc to see everything.</source>
            <translation>ลองพิมพ์ให้สั้นลง หรือกด Esc เพื่อดูทั้งหมด</translation>
        </message>
    </context>
</TS>
