"""The fields of a customer's list, and the tables that a customer stands in."""

from collections.abc import Iterable, Sequence
from typing import Any

from crm_desktop.domain.identity import parse_branch, parse_email
from crm_desktop.exchange.cells import (
    read_address,
    read_code,
    read_phones,
    read_tax_number,
    whole_number,
)
from crm_desktop.exchange.list_sheet import Column, one_of, read_text, yes_no
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.intake import (
    OWNER,
    VERSION,
    Planner,
    Row,
    Shelf,
    Values,
    stored,
    told,
)
from crm_desktop.store import bulk, search

CUSTOMER = Shelf(
    "customer",
    "customer",
    ("id",),
    (
        *("id", "version", "code", "kind", "name", "name_en", "bare_name", "sort_key"),
        *("tax_number", "tax_branch", "phone", "email", "line_id", "segment", "zone"),
        *("price_level", "paper_language", "owner_id", "branch_id", "note", "active"),
        "created_at",
    ),
    watch=VERSION,
    silent=("version",),
)
ERASED = "SELECT code FROM customer WHERE erased_at IS NOT NULL AND code IN ({ids})"
BY_CODE = "SELECT code, COALESCE(merged_into_id, id) FROM customer WHERE code IN ({ids})"
PLACE = {name: at for at, name in enumerate(CUSTOMER.columns)}
NEW = (
    *("", "person", "", "", "", "", None, None, "", "", "", "", ""),
    *("retail", "th", None, 0, "", 1, ""),
)
PHONE = Shelf(
    "phone",
    "customer_phone",
    ("customer_id",),
    ("customer_id", "position", "typed", "digits", "reversed"),
    watch=OWNER,
    single=False,
)
CONTACT = Shelf(
    "contact",
    "customer_contact",
    ("customer_id",),
    ("customer_id", "position", "name", "duty", "phone", "email", "line_id"),
    watch=OWNER,
    single=False,
)
ADDRESS_PARTS = (
    *("house", "moo", "building", "soi", "road", "subdistrict", "district", "province"),
    "postcode",
)
ADDRESS = Shelf(
    "address",
    "customer_address",
    ("customer_id",),
    ("customer_id", "position", "use", "label", *ADDRESS_PARTS),
    watch=OWNER,
    single=False,
)
PLAIN = (
    *("kind", "name", "name_en", "tax_number", "email", "line_id", "segment", "zone"),
    *("price_level", "paper_language", "owner_id", "branch_id", "note", "active"),
)
PERSON_OR_COMPANY = {
    **dict.fromkeys(("person", "individual", "บุคคล", "บุคคลธรรมดา", "p", "1"), "person"),
    **dict.fromkeys(
        ("company", "corporate", "juristic", "นิติบุคคล", "บริษัท", "หจก", "c", "2"), "company"
    ),
}
LEVELS = {
    **dict.fromkeys(("retail", "ปลีก", "ราคาปลีก", "1"), "retail"),
    **dict.fromkeys(("wholesale", "ส่ง", "ราคาส่ง", "2"), "wholesale"),
    **dict.fromkeys(("contractor", "ช่าง", "ราคาช่าง", "3"), "contractor"),
    **dict.fromkeys(("project", "โครงการ", "ราคาโครงการ", "4"), "project"),
}
LANGUAGES = {
    **dict.fromkeys(("th", "thai", "ไทย"), "th"),
    **dict.fromkeys(("en", "english", "อังกฤษ"), "en"),
    **dict.fromkeys(("both", "สองภาษา"), "both"),
}


def _branch_code(text: str) -> str:
    return whole_number(text).strip()


COLUMNS = (
    Column(
        "code",
        "code customercode custcode customerid customerno รหัส รหัสลูกค้า เลขที่ลูกค้า รหัสลูกหนี้",
        read_code,
    ),
    Column("kind", "kind type customertype ประเภท ประเภทลูกค้า ชนิด", one_of(PERSON_OR_COMPANY)),
    Column("title", "title prefix คำนำหน้า คำนำหน้าชื่อ", read_text),
    Column(
        "name",
        "name customername fullname company companyname nameth firstname ชื่อ ชื่อลูกค้า ลูกค้า ชื่อบริษัท"
        " ชื่อสกุล ชื่อ-สกุล ชื่อ-นามสกุล ชื่อลูกหนี้ ชื่อกิจการ",
        read_text,
    ),
    Column("last_name", "lastname surname นามสกุล สกุล", read_text),
    Column("name_en", "nameen englishname nameeng ชื่ออังกฤษ ชื่อภาษาอังกฤษ", read_text),
    Column(
        "tax_number",
        "taxnumber taxid tax taxno vatno citizenid idcard เลขผู้เสียภาษี เลขประจำตัวผู้เสียภาษี เลขที่ผู้เสียภาษี"
        " เลขบัตรประชาชน เลขประจำตัวประชาชน เลขภาษี",
        read_tax_number,
    ),
    Column(
        "tax_branch",
        "taxbranch branchno branchtax สาขาผู้เสียภาษี สาขาภาษี สาขาที่ สาขาลูกค้า รหัสสาขา",
        lambda text: parse_branch(whole_number(text)),
    ),
    Column(
        "phone",
        "phone tel telephone mobile phone1 tel1 โทร โทรศัพท์ เบอร์โทร เบอร์ เบอร์โทรศัพท์ มือถือ เบอร์มือถือ"
        " โทรศัพท์1 เบอร์โทร1",
        read_phones,
    ),
    Column("phone2", "phone2 tel2 mobile2 โทรศัพท์2 เบอร์โทร2 โทร2 มือถือ2", read_phones),
    Column("phone3", "phone3 tel3 fax โทรศัพท์3 เบอร์โทร3 โทรสาร", read_phones),
    Column("email", "email e-mail mail อีเมล อีเมล์", parse_email),
    Column("line_id", "line lineid ไลน์ ไอดีไลน์", read_text),
    Column("segment", "segment group customergroup กลุ่ม กลุ่มลูกค้า", read_text),
    Column("zone", "zone area route เขต เขตการขาย โซน สายงาน พื้นที่", read_text),
    Column("price_level", "pricelevel level ระดับราคา ราคา", one_of(LEVELS)),
    Column("paper_language", "language ภาษา ภาษาเอกสาร", one_of(LANGUAGES)),
    Column("owner", "owner sales salesman salesperson ผู้ดูแล พนักงานขาย เซลส์ เจ้าหน้าที่", read_text),
    Column("branch", "branch branchcode shop สาขา สาขาร้าน", _branch_code),
    Column("note", "note remark memo หมายเหตุ บันทึก", read_text),
    Column("active", "active ใช้งาน สถานะ", yes_no),
    Column("contact", "contact contactname contactperson ผู้ติดต่อ ชื่อผู้ติดต่อ", read_text),
    Column("contact_duty", "position duty contactposition ตำแหน่ง หน้าที่", read_text),
    Column("contact_phone", "contactphone contacttel เบอร์ผู้ติดต่อ โทรผู้ติดต่อ", read_phones),
    Column("address", "address billingaddress ที่อยู่ ที่อยู่ลูกค้า ที่อยู่ออกบิล", read_address),
    Column("house", "house houseno address1 addr1 บ้านเลขที่ เลขที่ ที่อยู่1", read_text),
    Column("moo", "moo village หมู่ หมู่ที่", read_text),
    Column("building", "building อาคาร หมู่บ้าน", read_text),
    Column("soi", "soi lane ซอย", read_text),
    Column("road", "road street ถนน", read_text),
    Column("subdistrict", "subdistrict tambon ตำบล แขวง ตำบล/แขวง แขวง/ตำบล", read_text),
    Column("district", "district amphoe amphur อำเภอ อำเภอ/เขต เขต/อำเภอ", read_text),
    Column("province", "province จังหวัด", read_text),
    Column("postcode", "postcode zip zipcode postalcode รหัสไปรษณีย์ ไปรษณีย์", _branch_code),
    Column(
        "delivery_address", "deliveryaddress shipto shippingaddress ที่อยู่จัดส่ง ที่ส่งของ", read_address
    ),
)


def contacts(customer_id: int, row: Row, known: Sequence[Values]) -> list[Values]:
    """Those known, the line's own among them or after them; blank cells leave what is known."""
    values, found = row.values, list(known)
    name = values.get("contact")
    if not name:
        return found
    bare = search.bare_form(name)
    at = next((p for p, each in enumerate(found) if search.bare_form(each[2]) == bare), len(found))
    old = found[at] if at < len(found) else (customer_id, at, name, "", "", "", "")
    phones = values.get("contact_phone")
    made = (
        customer_id,
        at,
        old[2],
        values.get("contact_duty", old[3]),
        phones[0].display if phones else old[4],
        values.get("contact_email", old[5]),
        values.get("contact_line", old[6]),
    )
    found[at : at + 1] = [made]
    return found


def by_code(planner: Planner, rows: Sequence[Row]) -> dict[str, int]:
    """Who stands for the customers that the lines name; where the import is meant, nobody else
    changes or merges them before it ends."""
    context, held = planner.context, set[int]()
    while True:
        found = dict(bulk.rows_in(context.store.database, BY_CODE, told(rows, "code")))
        fresh = set(found.values()) - held
        if not fresh or not hold(planner, fresh):
            return found
        held |= fresh


def refuse_erased(planner: Planner, rows: Sequence[Row]) -> None:
    """A line about somebody who was anonymised is wrong: a list brings nobody back."""
    database = planner.context.store.database
    gone = {row[0] for row in bulk.rows_in(database, ERASED, told(rows, "code"))}
    for row in rows:
        if row.values.get("code") in gone:
            row.wrong("code", "customer_anonymised", code=row.values["code"])


def hold(planner: Planner, ids: Iterable[int]) -> bool:
    """Whether others wait now who would change these customers; SQLite has one writer anyway."""
    if not planner.write or planner.context.store.engine != "postgresql":
        return False
    sql = "SELECT id FROM customer WHERE id IN ({ids}) ORDER BY id FOR NO KEY UPDATE"
    list(bulk.rows_in(planner.context.store.database, sql, sorted(ids)))
    return True


def indexed(context: Context, ids: Iterable[Any]) -> list[search.Record]:
    """What these customers are found by as they stand now; nothing for one that is gone."""
    asked = list(ids)
    rows = stored(context, CUSTOMER, asked)
    phones, people = stored(context, PHONE, asked), stored(context, CONTACT, asked)
    records = []
    for each in asked:
        if each not in rows:
            records.append(search.Record(each))
            continue
        row, contacts_ = rows[each][0], people.get(each, [])
        names = (row[PLACE["name"]], row[PLACE["name_en"]], *(c[2] for c in contacts_))
        numbers = [phone[3] for phone in phones.get(each, [])]
        numbers += [search.digits_of(c[4]) for c in contacts_]
        keys = (row[PLACE["code"]], row[PLACE["tax_number"]] or "", *numbers)
        records.append(search.Record(each, names, keys))
    return records
