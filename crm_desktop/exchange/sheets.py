"""Rows of CSV and XLSX files as text, however the other program wrote them, and back."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import search_text

Line = tuple[int, list[str]]
Step = Callable[[int], None]
ENCODINGS = ("utf-8-sig", "cp874")
DELIMITERS = ",;\t|"
EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
LONGEST_TITLE, WIDEST = 31, 60
# A real day, shown in the Buddhist era by Excel and LibreOffice alike.
BUDDHIST_DAY = "[$-107041E]dd/mm/yyyy"
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]")
_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class RowError:
    """One wrong cell: its line in the file, its column as headed there, and what is wrong."""

    line: int
    column: str
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


Cell = str | int | Decimal | Money | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list on its way out: what its columns are headed by, and its rows."""

    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def heading_key(text: str) -> str:
    """A heading as it is looked up: spaces, dots, brackets and capitals do not tell them apart."""
    return re.sub(r"[\s_.()]+", "", search_text(text))


def read_lines(path: Path, field: str = "path") -> Iterator[Line]:
    """Line number and cells of every line that is not empty, the heading first.

    CSV in UTF-8 (with or without BOM) or cp874, separated by comma, semicolon, tab or bar; the
    first sheet of an XLSX. Refuses `sheet_missing`, `sheet_kind` and `sheet_unreadable` at `field`.
    """
    if not path.is_file():
        raise Refused("sheet_missing", field, path=str(path))
    match path.suffix.lower():
        case ".csv" | ".txt" | ".tsv":
            lines = _csv_lines(path, field)
        case ".xlsx" | ".xlsm":
            lines = _xlsx_lines(path, field)
        case _:
            raise Refused("sheet_kind", field, path=path.name)
    return ((number, cells) for number, cells in lines if any(cells))


def write_csv(path: Path, heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A CSV that spreadsheets open as Thai without being asked (UTF-8 with BOM)."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        writer.writerows(rows)


def write_sheet(path: Path, sheet: Sheet, step: Step = lambda _: None) -> None:
    """The sheet as CSV or XLSX by the file's name; refuses `sheet_kind` and `file_unwritable`.
    `step` hears of every row, and ends the work by what it raises.

    No text becomes a formula, whatever a customer is called. A CSV has days as ISO and plain
    numbers, so that any program reads them; an XLSX has real days and real numbers.
    """
    writers = {".csv": _write_table, ".xlsx": _write_book}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise Refused("sheet_kind", "path", path=path.name)
    try:
        writer(path, sheet, step)
    except OSError as problem:
        words = problem.strerror or str(problem)
        raise Refused("file_unwritable", "path", path=str(path), problem=words) from None


def _write_table(path: Path, sheet: Sheet, step: Step) -> None:
    rows = _stepping(sheet.rows, step)
    write_csv(path, sheet.heading, ([_plain(cell) for cell in row] for row in rows))


def _stepping(rows: Iterable[tuple[Cell, ...]], step: Step) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows):
        step(number)
        yield row


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Money():
            return str(cell.baht)
        case Decimal():
            return f"{cell.normalize():f}"
        case datetime():
            return cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case _:
            text = str(cell)
            return f"'{text}" if isinstance(cell, str) and _FORMULA.match(text) else text


def _write_book(path: Path, sheet: Sheet, step: Step) -> None:
    """Row by row into the file: the cells of a long list are never in memory together."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.utils.exceptions import WorkbookAlreadySaved

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.title[:LONGEST_TITLE])
    page.freeze_panes = "A2"
    for column, text in enumerate(sheet.heading, start=1):
        longest = max([len(text), *(len(_plain(row[column - 1])) for row in sheet.rows)])
        page.column_dimensions[get_column_letter(column)].width = min(longest + 3, WIDEST)
    head = [WriteOnlyCell(page) for _ in sheet.heading]
    for target, text in zip(head, sheet.heading, strict=True):
        _fill(target, text)
        target.font = Font(bold=True)
    page.append(head)
    try:
        for row in _stepping(sheet.rows, step):
            cells = [WriteOnlyCell(page) for _ in row]
            for target, cell in zip(cells, row, strict=True):
                _fill(target, cell)
            page.append(cells)
        book.save(path)
    finally:
        with suppress(WorkbookAlreadySaved):
            page.close()


def _fill(target: Any, cell: Cell) -> None:
    match cell:
        case None:
            return
        case Money():
            target.value, target.number_format = cell.baht, "#,##0.00"
        case Decimal():
            whole = cell == cell.to_integral_value()
            target.value, target.number_format = cell, "#,##0" if whole else "#,##0.###"
        case datetime():
            target.value = cell.replace(tzinfo=None)
            target.number_format = f"{BUDDHIST_DAY} hh:mm"
        case date():
            target.value, target.number_format = cell, BUDDHIST_DAY
        case str():
            target.value, target.data_type = _UNPRINTABLE.sub(" ", cell), "s"
        case _:
            target.value = cell


def encoding_of(data: bytes) -> str | None:
    """The encoding that the bytes are whole in; None where they are no text of ours."""
    if b"\0" in data:
        return None
    for encoding in ENCODINGS:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return None


def _csv_lines(path: Path, field: str) -> Iterator[Line]:
    data = path.read_bytes()
    encoding = encoding_of(data)
    if encoding is None:
        raise Refused("sheet_unreadable", field, path=path.name)
    text = data.decode(encoding)
    heading = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=heading.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error:
        raise Refused("sheet_unreadable", field, path=path.name) from None


def _xlsx_lines(path: Path, field: str) -> Iterator[Line]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        with closing(book):
            rows = book.worksheets[0].iter_rows(values_only=True)
            for number, cells in enumerate(rows, start=1):
                yield number, [_text(cell) for cell in cells]
    except Exception:  # noqa: BLE001 - what a damaged file makes of openpyxl can be anything
        raise Refused("sheet_unreadable", field, path=path.name) from None


def _text(cell: Any) -> str:
    """A cell as it was typed; a binary fraction becomes the decimal that the sheet showed."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case datetime():
            at_midnight = (cell.hour, cell.minute) == (0, 0)
            return cell.date().isoformat() if at_midnight else cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case float() | Decimal():
            return f"{Decimal(f'{cell:.{EXACT_DIGITS}g}'):f}"
        case _:
            return str(cell).strip()
