"""The authority matrix as a spreadsheet, one line per band; XLSX or CSV by the file's name."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from crm_desktop.domain.authority import (
    MATTERS,
    SCALES,
    Band,
    Condition,
    Grade,
    Level,
    Limit,
    Matrix,
    Row,
    Scale,
    Step,
    UnknownMatter,
    faults,
)
from crm_desktop.domain.authority.scales import Value, plain
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

T = TypeVar("T")

# The first word of a heading names the column; what follows it is for the reader.
HEADINGS = {
    "matter": "matter เรื่อง",
    "grade": "grade ระดับ",
    "branch": "branch สาขา",
    "condition": "condition เงื่อนไข",
    "group": "group กลุ่มสินค้า",
    "past": "past เกิน",
    "to": "to ถึง",
    "level": "level อำนาจ",
    "steps": "steps ผู้ตอบ",
    "unless": "unless ไม่นับหาก",
    "phone": "phone ปรึกษาทางโทรศัพท์ได้",
    "go_on": "go_on ทำต่อได้แม้ไม่เห็นควร",
}
EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
YES, NO = "yes", "no"
FORMULA = "="


class LineError(NamedTuple):
    """What is wrong with one line of the sheet; 1 is the heading."""

    line: int
    code: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet, or, if anything at all is wrong with it, every error and no row."""

    rows: tuple[Row, ...]
    errors: tuple[LineError, ...]


class _Line(NamedTuple):
    """One line, read: which row and condition its band belongs to."""

    number: int
    matter: str
    grade: Grade
    branch: str | None
    kind: str
    group: str | None
    band: Band
    unless: tuple[Limit, ...]
    phone: bool
    go_on: bool


def write_matrix(matrix: Matrix, path: Path) -> None:
    """Write the rows of a version; the file's suffix says which of the two forms."""
    table: list[list[Value | None]] = [list(HEADINGS.values()), *_cells(matrix.rows)]
    if path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([_text(cell) for cell in line] for line in table)
        return
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for line in table:
        sheet.append([_number_or_text(cell) for cell in line])
    sheet.freeze_panes = "A2"
    book.save(path)


def read_matrix(path: Path) -> Sheet:
    """Read what `write_matrix` wrote, or a person mended; Refused if it is no sheet at all."""
    table = [line for line in _table(path) if any(cell for cell in line[1])]
    if len(table) < 2:
        raise Refused("authority_sheet_empty")
    columns = [cell.split(" ")[0].lower() for cell in table[0][1]]
    for column in HEADINGS:
        if column not in columns:
            raise Refused("authority_sheet_column_missing", column=column)
    lines: list[_Line] = []
    errors: list[LineError] = []
    for number, cells in table[1:]:
        try:
            lines.append(_line(number, dict(zip(columns, cells, strict=False))))
        except Refused as refusal:
            errors.append(LineError(number, refusal.code, refusal.values))
    if not errors:
        errors = [*_disagreements(lines)]
    rows = _rows(lines)
    if not errors:
        first: dict[tuple[str, Grade, str | None], int] = {}
        for line in lines:
            first.setdefault((line.matter, line.grade, line.branch), line.number)
        for row, code, values in faults(rows):
            where = first[row.matter, row.grade, row.branch] if row else 1
            errors.append(LineError(where, code, values))
    return Sheet(() if errors else rows, tuple(errors))


def _cells(rows: Iterable[Row]) -> Iterator[list[Value | None]]:
    for row in rows:
        for condition in row.conditions:
            unless = "; ".join(f"{limit.kind}={plain(limit.to)}" for limit in condition.unless)
            for band in condition.bands:
                yield [
                    row.matter,
                    row.grade.name,
                    row.branch,
                    condition.kind,
                    condition.group,
                    band.past,
                    band.to,
                    band.level.name,
                    ", ".join(band.steps),
                    unless,
                    YES if row.phone_allowed else NO,
                    YES if row.may_go_on_against_advice else NO,
                ]


def _text(cell: Value | None) -> str:
    return "" if cell is None else plain(cell)


def _number_or_text(cell: Value | None) -> Decimal | str:
    """A number as one while a spreadsheet keeps it exactly, everything else as text."""
    if isinstance(cell, Money | Decimal | int):
        number = cell.baht if isinstance(cell, Money) else Decimal(cell)
        if len(number.as_tuple().digits) <= EXACT_DIGITS:
            return number
    return _text(cell)


def _table(path: Path) -> list[tuple[int, list[str]]]:
    """The numbered lines of the file as texts; Refused if it is neither XLSX nor CSV."""
    reader = _csv_table if path.suffix.lower() == ".csv" else _xlsx_table
    try:
        return list(enumerate(reader(path), 1))
    except OSError as problem:
        words = problem.strerror or ""
        raise Refused("file_unreadable", path=str(path), problem=words) from None


def _csv_table(path: Path) -> list[list[str]]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = raw.decode("cp874")
        except UnicodeDecodeError:
            raise Refused("authority_sheet_unreadable") from None
    try:
        lines = list(csv.reader(text.splitlines(), strict=True))
    except csv.Error:
        raise Refused("authority_sheet_unreadable") from None
    return [[cell.strip() for cell in line] for line in lines]


def _xlsx_table(path: Path) -> list[list[str]]:
    from xml.etree.ElementTree import ParseError
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True)
        lines = [[_cell(cell) for cell in line] for line in book.active.iter_rows()]
        book.close()
    except (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError):
        raise Refused("authority_sheet_unreadable") from None
    return lines


def _cell(cell: Any) -> str:
    """What was typed: a spreadsheet keeps 10.01 as a binary fraction, and 10% as 0.1 of a kind."""
    value = cell.value
    if cell.data_type == "f":
        return FORMULA
    if isinstance(value, int | float) and "%" in cell.number_format:
        return f"{Decimal(repr(value)) * 100:f}"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    return "" if value is None else str(value).strip()


def _line(number: int, cells: Mapping[str, str]) -> _Line:
    """One line of the sheet; Refused names the first cell that cannot be read. A formula is none:
    what it comes to may be rounded, or not be kept in the file at all."""
    for column in HEADINGS:
        if cells.get(column, "").startswith(FORMULA):
            raise Refused("authority_sheet_formula", column=column)
    matter = cells.get("matter", "")
    if matter not in MATTERS:
        raise UnknownMatter(matter)
    kind = _word(cells, "condition", {name: name for name in SCALES})
    scale = SCALES[kind]
    band = Band(
        level=_word(cells, "level", Level.__members__),
        to=_bound(cells, "to", scale),
        past=_bound(cells, "past", scale),
        steps=tuple(_words(cells, "steps", ",", _step)),
    )
    return _Line(
        number=number,
        matter=matter,
        grade=_word(cells, "grade", Grade.__members__),
        branch=cells.get("branch") or None,
        kind=kind,
        group=cells.get("group") or None,
        band=band,
        unless=tuple(_words(cells, "unless", ";", _limit)),
        phone=_word(cells, "phone", {YES: True, NO: False}),
        go_on=_word(cells, "go_on", {YES: True, NO: False}),
    )


def _word(cells: Mapping[str, str], column: str, words: Mapping[str, T]) -> T:
    """The value of one of a column's words, in whatever case it is typed."""
    text = cells.get(column, "")
    for word, value in words.items():
        if word.lower() == text.lower():
            return value
    raise _unknown(text, column, words)


def _unknown(text: str, column: str, words: Iterable[str]) -> Refused:
    return Refused(
        "authority_sheet_word_unknown", text=text, column=column, allowed=", ".join(words)
    )


def _words(
    cells: Mapping[str, str], column: str, comma: str, read: Callable[[str], T]
) -> Iterator[T]:
    return (read(part.strip()) for part in cells.get(column, "").split(comma) if part.strip())


def _step(text: str) -> Step:
    return _word({"steps": text}, "steps", {step.value: step for step in Step})


def _limit(text: str) -> Limit:
    kind, _, bound = text.partition("=")
    scale = _word({"unless": kind.strip()}, "unless", SCALES)
    return Limit(scale.name, scale.parse(bound))


def _bound(cells: Mapping[str, str], column: str, scale: Scale) -> Value | None:
    text = cells.get(column, "")
    return scale.parse(text) if text else None


def _disagreements(lines: Iterable[_Line]) -> Iterator[LineError]:
    """Lines of one row, or of one condition, that differ in what must be the same for all."""
    said: dict[tuple[Any, ...], object] = {}
    for line in lines:
        row = (line.matter, line.grade, line.branch)
        for column, where, value in (
            ("phone", row, line.phone),
            ("go_on", row, line.go_on),
            ("unless", (*row, line.kind, line.group), line.unless),
        ):
            if said.setdefault((column, *where), value) != value:
                yield LineError(line.number, "authority_sheet_row_disagrees", {"column": column})


def _rows(lines: Iterable[_Line]) -> tuple[Row, ...]:
    """Lines gathered into rows and conditions, each in the order of its first line."""
    table: dict[Any, dict[Any, list[_Line]]] = {}
    for line in lines:
        row = table.setdefault((line.matter, line.grade, line.branch), {})
        row.setdefault((line.kind, line.group), []).append(line)
    return tuple(_row(list(conditions.values())) for conditions in table.values())


def _row(conditions: list[list[_Line]]) -> Row:
    first = conditions[0][0]
    return Row(
        matter=first.matter,
        grade=first.grade,
        conditions=tuple(
            Condition(of[0].kind, tuple(line.band for line in of), of[0].group, of[0].unless)
            for of in conditions
        ),
        branch=first.branch,
        phone_allowed=first.phone,
        may_go_on_against_advice=first.go_on,
    )
