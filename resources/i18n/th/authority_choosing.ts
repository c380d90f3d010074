<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>matrix_words</name>
    <message>
        <location filename="../../../ui/authority/choosing.py" line="18"/>
        <source>Version {0} · {1}</source>
        <translation>รุ่นที่ {0} · {1}</translation>
    </message>
</context>
</TS>
