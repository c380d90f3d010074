"""The shop system's product list as a sheet: which column means what, and how a cell is read."""

import re
from collections.abc import Callable
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import parse_money, parse_quantity
from crm_desktop.domain.tax import VatClass
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.exchange.cells import whole_number
from crm_desktop.exchange.list_sheet import one_of, read_day, yes_no
from crm_desktop.exchange.sheets import heading_key

FOREVER = "9999-12-31"
LONGEST_LEAD_DAYS = 3_650
COLUMNS = {
    "code": (
        "code productcode sku itemcode itemno item stockcode goodscode partno รหัส รหัสสินค้า"
        " รหัสสต็อก รหัสสต๊อก เลขที่สินค้า"
    ),
    "barcode": "barcode ean ean13 upc บาร์โค้ด บาร์โค๊ด รหัสบาร์โค้ด รหัสแท่ง",
    "name": "name nameth productname itemname description ชื่อ ชื่อสินค้า ชื่อไทย รายการ รายละเอียด",
    "name_en": "nameen englishname nameeng ชื่ออังกฤษ ชื่อภาษาอังกฤษ ชื่อสินค้าอังกฤษ",
    "unit": "unit uom unitname หน่วย หน่วยนับ หน่วยขาย หน่วยหลัก",
    "product_group": "group productgroup category กลุ่ม กลุ่มสินค้า หมวด หมวดสินค้า ประเภทสินค้า",
    "supplier": "supplier vendor ผู้จำหน่าย ผู้ขาย เจ้าหนี้",
    "lead_days": "leaddays leadtime วันรอสินค้า ระยะเวลาสั่งซื้อ",
    "vat_class": "vatclass vat ภาษี ประเภทภาษี",
    "cost_satang": "cost unitcost ต้นทุน ราคาทุน ทุน",
    "active": "active ขายอยู่ ใช้งาน",
    "branch": "branch branchcode shop warehouse สาขา รหัสสาขา สาขาร้าน คลัง คลังสินค้า",
    "valid_from": "validfrom ราคาตั้งแต่ เริ่มวันที่",
    "valid_until": "validuntil ราคาถึง ถึงวันที่",
}
FIELD_OF = {name: column for column, names in COLUMNS.items() for name in names.split()}
LEVEL_OF = {
    "retail": "retail",
    "wholesale": "wholesale",
    "contractor": "contractor",
    "project": "project",
    "ปลีก": "retail",
    "ส่ง": "wholesale",
    "ช่าง": "contractor",
    "โครงการ": "project",
    "": "retail",
}
VAT_OF = {
    **dict.fromkeys(("standard", "7", "7%", "vat", "มีภาษี"), VatClass.STANDARD),
    **dict.fromkeys(("zero", "0", "0%", "อัตราศูนย์"), VatClass.ZERO),
    **dict.fromkeys(("exempt", "ยกเว้น", "ยกเว้นภาษี"), VatClass.EXEMPT),
}
_LEVELS = "|".join(filter(None, LEVEL_OF))
_PRICE = re.compile(
    rf"(?:price|ราคา)?({_LEVELS})(?:@(\d+(?:\.\d{{1,3}})?))?|(?:price|ราคา)(?:ขาย)?"
)
_STOCK = re.compile(r"(?:stock|คงเหลือ|สต็อก|สต๊อก)[:\-]?(\d\d)?")
_UNIT = re.compile(r"(?:unit|หน่วย)([2-9])")
_FACTOR = re.compile(r"(?:factor|ตัวคูณ|อัตรา)([2-9])")
_PLAIN = re.compile(r"(\d{1,8})(?:\.(\d{1,3}))?", re.ASCII)


def meaning(heading: str) -> tuple[str, str, int] | None:
    """(kind, name, number) of a column; None for one that is none of ours."""
    text = heading_key(heading)
    if text in FIELD_OF:
        return "field", FIELD_OF[text], 0
    if found := _PRICE.fullmatch(text):
        return "price", LEVEL_OF[found[1] or ""], read_milli(found[2] or "0")
    if found := _STOCK.fullmatch(text):
        return "stock", found[1] or "", 0
    for kind, pattern in (("unit", _UNIT), ("factor", _FACTOR)):
        if found := pattern.fullmatch(text):
            return kind, found[1], 0
    return None


def read_plain(text: str) -> str:
    """Words with single spaces between them."""
    return text if text.isascii() and "  " not in text else " ".join(text.split())


def read_satang(text: str) -> int:
    """Baht as satang; refuses `bad_price`."""
    found = _PLAIN.fullmatch(text)
    if found and len(found[2] or "") <= 2:
        return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return parse_money(text).satang


def read_milli(text: str, *, negative: bool = False) -> int:
    """A quantity as thousandths; refuses `bad_quantity`."""
    found = _PLAIN.fullmatch(text)
    if found and len(found[1]) <= 6:
        return int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0"))
    return int(parse_quantity(text, zero=True, negative=negative) * 1000)


def _days(text: str) -> int:
    digits = arabic_digits(text)
    if not digits.isdecimal() or int(digits) > LONGEST_LEAD_DAYS:
        raise Refused("import_bad_days", text=text, highest=LONGEST_LEAD_DAYS)
    return int(digits)


FIELD_READERS: dict[str, Callable[[str], Any]] = {
    "barcode": lambda text: read_plain(whole_number(text)),
    "cost_satang": read_satang,
    "lead_days": _days,
    "vat_class": one_of({name: vat.value for name, vat in VAT_OF.items()}),
    "active": yes_no,
    "branch": lambda text: whole_number(text).strip(),
    "valid_from": lambda text: read_day(text).isoformat(),
    "valid_until": lambda text: read_day(text).isoformat(),
}
