"""Rows of CSV and XLSX files as text, however the other program wrote them, and back."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused

Line = tuple[int, list[str]]
ENCODINGS = ("utf-8-sig", "cp874")
DELIMITERS = ",;\t|"
EXACT_DIGITS = 15  # what a spreadsheet keeps of a number


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
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError):
        raise Refused("sheet_unreadable", field, path=path.name) from None
    try:
        for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            yield number, [_text(cell) for cell in cells]
    finally:
        book.close()


def _text(cell: Any) -> str:
    """A cell as it was typed; a binary fraction becomes the decimal that the sheet showed."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case int() | str():
            return str(cell).strip()
        case _:
            return f"{Decimal(f'{cell:.{EXACT_DIGITS}g}'):f}"
