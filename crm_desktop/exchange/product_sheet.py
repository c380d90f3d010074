"""The shop system's product list as a sheet: which column means what, and what each line says."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import parse_money, parse_quantity
from crm_desktop.domain.tax import VatClass
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.exchange.list_sheet import LONGEST_TEXT, one_of, read_day, read_text, yes_no
from crm_desktop.exchange.sheets import RowError, heading_key, read_lines

FOREVER = "9999-12-31"
LONGEST_LEAD_DAYS = 3_650
COLUMNS = {
    "code": "code productcode sku รหัส รหัสสินค้า",
    "barcode": "barcode ean บาร์โค้ด",
    "name": "name nameth productname ชื่อ ชื่อสินค้า ชื่อไทย",
    "name_en": "nameen englishname ชื่ออังกฤษ ชื่อภาษาอังกฤษ",
    "unit": "unit หน่วย หน่วยนับ",
    "product_group": "group productgroup category กลุ่ม กลุ่มสินค้า หมวด หมวดสินค้า",
    "supplier": "supplier vendor ผู้จำหน่าย ผู้ขาย",
    "lead_days": "leaddays leadtime วันรอสินค้า ระยะเวลาสั่งซื้อ",
    "vat_class": "vatclass vat ภาษี ประเภทภาษี",
    "cost_satang": "cost ต้นทุน ราคาทุน",
    "active": "active ขายอยู่ ใช้งาน",
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


@dataclass(slots=True)
class ProductLine:
    """What one line says; only what stands in it. Prices are (level, from milli, satang), units
    (name, factor milli), stock (branch code or "" for the own branch, milli)."""

    line: int
    code: str
    values: dict[str, Any] = field(default_factory=dict)
    prices: list[tuple[str, int, int]] = field(default_factory=list)
    units: list[tuple[str, int]] = field(default_factory=list)
    stock: list[tuple[str, int]] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)


@dataclass(slots=True)
class ProductSheet:
    """A file being read: what its headings mean, and its lines as they come."""

    levels: tuple[str, ...]
    has_units: bool
    branches: tuple[str, ...]
    ignored: tuple[str, ...]
    lines: Iterator[ProductLine]


Reader = Callable[[ProductLine, str], None]


def read_products(path: Path) -> ProductSheet:
    """Understands the headings, Thai or English; the lines are read when asked for.

    Refuses what `read_lines` does, `import_empty`, `import_no_code` and `import_heading_twice`.
    """
    lines = read_lines(path)
    heading = next(lines, None)
    if heading is None:
        raise Refused("import_empty", "path", path=path.name)
    meanings = [_meaning(text) for text in heading[1]]
    known = [meaning for meaning in meanings if meaning]
    if ("field", "code", 0) not in known:
        raise Refused("import_no_code", "path", path=path.name)
    for place, meaning in enumerate(meanings):
        if meaning and meaning in meanings[:place]:
            raise Refused("import_heading_twice", "path", heading=heading[1][place])
    readers = [
        (place, heading[1][place], _reader(meaning))
        for place, meaning in enumerate(meanings)
        if meaning
    ]
    return ProductSheet(
        tuple(sorted({name for kind, name, _ in known if kind == "price"})),
        any(kind == "unit" for kind, _, _ in known),
        tuple(sorted({name for kind, name, _ in known if kind == "stock"})),
        tuple(
            text for text, meaning in zip(heading[1], meanings, strict=True) if text and not meaning
        ),
        _product_lines(lines, readers),
    )


def _meaning(heading: str) -> tuple[str, str, int] | None:
    """(kind, name, number) of a column; None for one that is none of ours."""
    text = heading_key(heading)
    if text in FIELD_OF:
        return "field", FIELD_OF[text], 0
    if found := _PRICE.fullmatch(text):
        return "price", LEVEL_OF[found[1] or ""], _milli(found[2] or "0")
    if found := _STOCK.fullmatch(text):
        return "stock", found[1] or "", 0
    for kind, pattern in (("unit", _UNIT), ("factor", _FACTOR)):
        if found := pattern.fullmatch(text):
            return kind, found[1], 0
    return None


def _product_lines(
    lines: Iterable[tuple[int, list[str]]], readers: list[tuple[int, str, Reader]]
) -> Iterator[ProductLine]:
    seen: dict[str, int] = {}
    for number, cells in lines:
        line = ProductLine(number, "")
        for place, heading, reader in readers:
            text = cells[place] if place < len(cells) else ""
            if text:
                _read_cell(line, heading, reader, text)
        line.code = line.values.pop("code", "")
        if not line.code:
            line.errors.append(RowError(number, "code", "import_code_needed"))
        elif line.code in seen:
            again = {"code": line.code, "first": seen[line.code]}
            line.errors.append(RowError(number, "code", "import_code_twice", again))
        seen.setdefault(line.code, number)
        if any(not name or not factor for name, factor in line.units):
            line.errors.append(RowError(number, "unit", "import_unit_pair"))
        if line.values.get("valid_from", "") > line.values.get("valid_until", FOREVER):
            line.errors.append(RowError(number, "valid_until", "import_dates_turned"))
        yield line


def _read_cell(line: ProductLine, heading: str, reader: Reader, text: str) -> None:
    if "\0" in text or len(text) > LONGEST_TEXT:
        longest = {"longest": LONGEST_TEXT}
        line.errors.append(RowError(line.line, heading, "import_bad_text", longest))
        return
    try:
        reader(line, text)
    except Refused as refused:
        line.errors.append(RowError(line.line, heading, refused.code, refused.values))


def _reader(meaning: tuple[str, str, int]) -> Reader:
    kind, name, number = meaning
    match kind:
        case "price":
            return lambda line, text: line.prices.append((name, number, _satang(text)))
        case "stock":
            return lambda line, text: line.stock.append((name, _milli(text, negative=True)))
        case "unit":
            return lambda line, text: line.units.append((text, 0))
        case "factor":
            return _read_factor
    read = _FIELD_READERS.get(name, read_text)
    return lambda line, text: line.values.__setitem__(name, read(text))


def _read_factor(line: ProductLine, text: str) -> None:
    """The factor belongs to the unit named before it."""
    name = line.units.pop()[0] if line.units and not line.units[-1][1] else ""
    line.units.append((name, _milli(text)))


def _satang(text: str) -> int:
    found = _PLAIN.fullmatch(text)
    if found and len(found[2] or "") <= 2:
        return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return parse_money(text).satang


def _milli(text: str, *, negative: bool = False) -> int:
    found = _PLAIN.fullmatch(text)
    if found and len(found[1]) <= 6:
        return int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0"))
    return int(parse_quantity(text, zero=True, negative=negative) * 1000)


def _days(text: str) -> int:
    digits = arabic_digits(text)
    if not digits.isdecimal() or int(digits) > LONGEST_LEAD_DAYS:
        raise Refused("import_bad_days", text=text, highest=LONGEST_LEAD_DAYS)
    return int(digits)


_FIELD_READERS: dict[str, Callable[[str], Any]] = {
    "cost_satang": _satang,
    "lead_days": _days,
    "vat_class": one_of({name: vat.value for name, vat in VAT_OF.items()}),
    "active": yes_no,
    "valid_from": lambda text: read_day(text).isoformat(),
    "valid_until": lambda text: read_day(text).isoformat(),
}
