<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
    <context>
        <name>ListView</name>
        <message>
            <source>Type to filter</source>
            <translation>พิมพ์เพื่อกรอง</translation>
        </message>
        <message>
            <source>Filter {0}</source>
            <translation>กรอง{0}</translation>
        </message>
        <message>
            <source>{0} selected · {1}</source>
            <translation>เลือก {0} รายการ · {1}</translation>
        </message>
    </context>
</TS>
