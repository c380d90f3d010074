"""Writes a spreadsheet row by row into the file, so that a million rows need no memory.

Office Open XML, ISO/IEC 29500: one sheet, texts inline, a frozen heading, days as numbers.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from string import ascii_uppercase
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

Cell = str | int | Decimal | Money | date | datetime | None

MOST_ROWS = 1_048_576
"""Of one sheet, the heading among them; no program reads more."""
LONGEST_TEXT = 32_767
LONGEST_TITLE = 31
EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
FIRST_DAY = date(1899, 12, 30)
FIRST_SURE = date(1900, 3, 1)
"""Before it spreadsheets count a day that never was."""
DAY = 24 * 60 * 60
AT_ONCE = 500
FONT = "Tahoma"
"""Has Thai letters and stands on every Windows; elsewhere another takes its place."""
# A real day, shown in the Buddhist era by Excel and LibreOffice alike.
BUDDHIST_DAY = "[$-107041E]dd/mm/yyyy"
FORMATS = ("#,##0.00", "#,##0", "#,##0.###", BUDDHIST_DAY, f"{BUDDHIST_DAY} hh:mm")
HEADING, MONEY, WHOLE, FRACTION, DAYS, MOMENT = range(1, 7)

_UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NO_TITLE = re.compile(r"[\[\]:*?/\\]")

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write_book(
    path: Path,
    title: str,
    heading: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    widths: Sequence[int],
) -> None:
    """One sheet with a heading that stays in view; `widths` are in letters.

    Refused `sheet_too_long` where a spreadsheet ends; what was written by then is no book.
    """
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as book:
        for name, text in _parts(title):
            book.writestr(name, _XML + text)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            letters = _letters(len(heading))
            sheet.write((_XML + _head(widths)).encode())
            sheet.write(_row(1, letters, heading, HEADING).encode())
            left, number = iter(rows), 1
            while some := list(islice(left, AT_ONCE)):
                if number + len(some) > MOST_ROWS:
                    raise Refused("sheet_too_long", "path", most=MOST_ROWS - 1)
                lines = (_row(number + at, letters, row) for at, row in enumerate(some, 1))
                sheet.write("".join(lines).encode())
                number += len(some)
            sheet.write(b"</sheetData></worksheet>")


def _head(widths: Sequence[int]) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{columns}</cols><sheetData>"
    )


def _row(number: int, letters: Sequence[str], cells: Iterable[Cell], style: int = 0) -> str:
    """What is empty is left out, so every cell says where it stands."""
    written = (
        f'<c r="{letter}{number}" {_cell(cell, style)}</c>'
        for letter, cell in zip(letters, cells, strict=True)
        if cell is not None and cell != ""
    )
    return f'<row r="{number}">{"".join(written)}</row>'


def _letters(count: int) -> list[str]:
    """A to Z, AA to ZZ: no list has more columns."""
    alphabet = ascii_uppercase
    return [*alphabet, *(one + other for one in alphabet for other in alphabet)][:count]


def _cell(cell: Cell, style: int) -> str:
    """The rest of the cell's tag, and what is in it."""
    match cell:
        case str():
            return _text(cell, style)
        case Money():
            return _number(cell.baht, MONEY)
        case Decimal():
            return _number(cell, WHOLE if cell == cell.to_integral_value() else FRACTION)
        case datetime():
            return _moment(cell)
        case date():
            return _day(cell)
        case _:
            return _number(Decimal(cell or 0), 0)


def _text(text: str, style: int = 0) -> str:
    """Never a formula, whatever it begins with."""
    clean = escape(_ESCAPED.sub("_x005F_", _UNPRINTABLE.sub(" ", text[:LONGEST_TEXT])))
    return f't="inlineStr" s="{style}"><is><t xml:space="preserve">{clean}</t></is>'


def _number(number: Decimal, style: int) -> str:
    """What a spreadsheet would round stays what it is, as text."""
    if len(number.as_tuple().digits) > EXACT_DIGITS:
        return _text(f"{number:f}")
    return f's="{style}"><v>{number:f}</v>'


def _day(day: date) -> str:
    if day < FIRST_SURE:
        return _text(day.isoformat())
    return f's="{DAYS}"><v>{(day - FIRST_DAY).days}</v>'


def _moment(moment: datetime) -> str:
    if moment.date() < FIRST_SURE:
        return _text(moment.isoformat(" ", "minutes"))
    days = (moment.date() - FIRST_DAY).days
    seconds = (moment.hour * 60 + moment.minute) * 60 + moment.second
    return f's="{MOMENT}"><v>{Decimal(days) + Decimal(seconds) / DAY:.9f}</v>'


def _parts(title: str) -> Iterable[tuple[str, str]]:
    """Everything but the rows."""
    name = _UNPRINTABLE.sub(" ", _NO_TITLE.sub(" ", title)).strip(" '")[:LONGEST_TITLE] or "1"
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    )
    yield "_rels/.rels", _relations(("officeDocument", "xl/workbook.xml"))
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(name, {chr(34): "&quot;"})}" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
    )
    yield "xl/styles.xml", _styles()


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _styles() -> str:
    font = f'<sz val="10"/><name val="{FONT}"/><family val="2"/>'
    numbers = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{escape(code)}"/>'
        for at, code in enumerate(FORMATS)
    )
    plain = '<xf numFmtId="{}" fontId="{}" fillId="0" borderId="0" xfId="0" {}/>'
    cells = plain.format(0, 0, "") + plain.format(0, 1, 'applyFont="1"')
    cells += "".join(
        plain.format(164 + at, 0, 'applyNumberFormat="1"') for at in range(len(FORMATS))
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(FORMATS)}">{numbers}</numFmts>'
        f'<fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{len(FORMATS) + 2}">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
