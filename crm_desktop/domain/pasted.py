"""Rows copied out of a spreadsheet or a web page, read by what their columns hold."""

import csv
import re
from collections.abc import Sequence
from decimal import Decimal
from html.parser import HTMLParser

from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import parse_money, parse_quantity, plain_decimal
from crm_desktop.domain.thai import arabic_digits, search_text
from crm_desktop.domain.trade_words import EITHER_UNITS, SELLING_UNITS
from crm_desktop.domain.wanted import Wanted

MOST_ROWS = 2_000
LOOKED_AT = 50
HEADINGS: dict[str, tuple[str, ...]] = {
    "ordinal": ("ลำดับ", "ลำดับที่", "ที่", "no", "no.", "#", "item no", "item no."),
    "code": (
        *("รหัส", "รหัสสินค้า", "บาร์โค้ด", "code", "sku", "item code", "product code"),
        *("barcode", "ean"),
    ),
    "name": (
        *("รายการ", "สินค้า", "รายการสินค้า", "ชื่อ", "ชื่อสินค้า", "รายละเอียด", "description"),
        *("name", "item", "items", "product", "goods", "material"),
    ),
    "quantity": ("จำนวน", "ปริมาณ", "qty", "qty.", "quantity", "จน.", "จ.น."),
    "unit": ("หน่วย", "หน่วยนับ", "unit", "units", "uom"),
    "price": (
        *("ราคา", "ราคา/หน่วย", "ราคาต่อหน่วย", "หน่วยละ", "ราคาหน่วย", "price", "unit price"),
        "price/unit",
    ),
    "discount": ("ส่วนลด", "ลด", "discount", "disc", "disc."),
    "amount": (
        *("จำนวนเงิน", "รวม", "รวมเงิน", "ราคารวม", "เป็นเงิน", "หมายเหตุ", "amount", "total"),
        *("sum", "remark", "remarks", "note"),
    ),
}
"""How people head their columns; `amount` and what nobody heads is read by nobody."""

_OF_HEADING = {word: column for column, words in HEADINGS.items() for word in words}
_UNIT_OF = {
    said: unit
    for units in (SELLING_UNITS, EITHER_UNITS)
    for unit, all_said in units.items()
    for said in all_said
}
_COUNTED = re.compile(r"([\d,.]+)\s*([^\d\s,.].*)?")
_CODE = re.compile(r"(?=.*\d|[A-Z])[\w./-]{2,32}", re.ASCII)
Row = list[str]


def read_table(text: str) -> tuple[Wanted, ...]:
    """The rows of a copied table as pieces; empty for what is no table. Rows that name nothing,
    headings and sums among them, come back as pieces that name no goods."""
    rows = _cells(text)
    if not rows:
        return ()
    columns, first = _columns(rows)
    pieces = []
    for number, row in enumerate(rows):
        source = " · ".join(filter(None, row))
        if number < first:
            pieces.append(Wanted(source))
        elif source:
            pieces.append(_piece(row, columns, source))
    return tuple(pieces)


def read_html(html: str) -> str:
    """The first table of a web page as rows with tabs; "" where there is none."""
    reader = _Tables()
    reader.feed(html)
    reader.close()
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in reader.rows)


class _Tables(HTMLParser):
    """Collects the cells of rows; what stands outside of cells is not looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._cell = True
        elif tag == "br" and self._cell:
            self.rows[-1][-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._cell = False

    def handle_data(self, data: str) -> None:
        if self._cell:
            self.rows[-1][-1] += data


def _cells(text: str) -> list[Row]:
    """Rows of cells: tabs first, then a list with one separator in every row."""
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()][:MOST_ROWS]
    if any("\t" in line for line in lines):
        return [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter="\t")]
    for mark in (";", "|", ","):
        rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=mark)]
        widths = {len(row) for row in rows}
        if len(rows) > 1 and len(widths) == 1 and widths.pop() > 2:
            return rows
    return []


def _columns(rows: Sequence[Row]) -> tuple[dict[str, int], int]:
    """Which cell of a row is what, and where the goods begin."""
    for number, row in enumerate(rows[:5]):
        named = dict[str, int]()
        for place, cell in enumerate(row):
            column = _OF_HEADING.get(search_text(cell).rstrip(":. ()฿"))
            if column:
                named.setdefault(column, place)
        if len(named) >= 2 and named.keys() & {"name", "code"}:
            return named, number + 1
    return _by_content(rows[:LOOKED_AT]), 0


def _by_content(rows: Sequence[Row]) -> dict[str, int]:
    """Columns without headings: names are words, codes have no spaces, numbers come in the order
    quantity, price, discount."""
    width = max(len(row) for row in rows)
    held = [[row[n] for row in rows if n < len(row) and row[n]] for n in range(width)]
    found: dict[str, int] = {}
    numbers = ["quantity", "price", "discount"]
    for place, cells in enumerate(held):
        if not cells and "quantity" not in found:
            continue
        if place + 1 < width and _counts_up(cells, len(rows)) and not found:
            continue
        if cells and all(search_text(cell) in _UNIT_OF for cell in cells):
            found.setdefault("unit", place)
        elif all(_is_figure(cell) for cell in cells) and found.keys() & {"name", "code"}:
            if numbers:
                found[numbers.pop(0)] = place
        elif all(_CODE.fullmatch(cell) for cell in cells) and "code" not in found:
            found["code"] = place
        else:
            found.setdefault("name", place)
    return found


def _counts_up(cells: Sequence[str], rows: int) -> bool:
    return len(cells) == rows and [arabic_digits(c).rstrip(".") for c in cells] == [
        str(n) for n in range(1, rows + 1)
    ]


def _is_figure(cell: str) -> bool:
    """Whether a cell holds a number, one with its unit, or a discount."""
    plain = arabic_digits(cell).replace("฿", "").replace("บาท", "").strip()
    if plain_decimal(plain, 4) is not None:
        return True
    hit = _COUNTED.fullmatch(plain)
    if hit and hit[2] and search_text(hit[2]) in _UNIT_OF:
        return True
    try:
        return bool(plain) and bool(Discount.parse(plain)) and plain[0].isdigit()
    except Refused:
        return False


def _piece(row: Row, columns: dict[str, int], source: str) -> Wanted:
    cell = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
    code, name = cell.get("code", ""), cell.get("name", "")
    quantity, unit = _quantity(cell.get("quantity", ""))
    said = search_text(cell.get("unit", ""))
    unit = _UNIT_OF.get(said, cell.get("unit", "").strip()) or unit
    if not (code or name) or _is_sum(name or code, quantity):
        return Wanted(source)
    return Wanted(
        source,
        name or code,
        quantity,
        unit,
        code,
        _price(cell.get("price", "")),
        cell.get("discount", "").strip(),
    )


def _is_sum(name: str, quantity: Decimal | None) -> bool:
    words = search_text(name).rstrip(": ")
    return quantity is None and (
        words in HEADINGS["amount"] or words.startswith(("ยอดรวม", "รวมทั้ง", "vat", "ภาษี"))
    )


def _quantity(cell: str) -> tuple[Decimal | None, str]:
    """A quantity with the unit beside it: `20 ถุง`; None for what is no quantity."""
    hit = _COUNTED.fullmatch(arabic_digits(cell).strip())
    if hit is None:
        return None, ""
    try:
        number = parse_quantity(hit[1])
    except Refused:
        return None, ""
    said = search_text(hit[2] or "")
    return number, _UNIT_OF.get(said, (hit[2] or "").strip())


def _price(cell: str) -> str:
    """A price as the grid takes it; "" for what is none, such as a dash."""
    try:
        return str(parse_money(cell)) if cell.strip() else ""
    except Refused:
        return ""
