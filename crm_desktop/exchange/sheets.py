"""Lists as CSV and XLSX files that any other program reads; `reading` brings such files in."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import search_text
from crm_desktop.exchange.xlsx import Cell, write_book

Step = Callable[[int], None]
WIDEST = 60
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


@dataclass(frozen=True, slots=True)
class RowError:
    """One wrong cell: its line in the file, its column as headed there, and what is wrong."""

    line: int
    column: str
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list on its way out: what its columns are headed by, and its rows."""

    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def widths(self) -> tuple[int, ...]:
        """How many letters each column needs."""
        return tuple(
            min(max([len(text), *(len(_plain(row[at])) for row in self.rows)]) + 3, WIDEST)
            for at, text in enumerate(self.heading)
        )


@dataclass(frozen=True, slots=True)
class Stream:
    """The same of a list that is too long to be held: its rows come while they are written."""

    title: str
    heading: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    widths: tuple[int, ...]


def heading_key(text: str) -> str:
    """A heading as it is looked up: spaces, dots, brackets and capitals do not tell them apart."""
    return re.sub(r"[\s_.()]+", "", search_text(text))


def write_csv(path: Path, heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A CSV that spreadsheets open as Thai without being asked (UTF-8 with BOM)."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        writer.writerows(rows)


def write_sheet(path: Path, sheet: Sheet | Stream, step: Step = lambda _: None) -> None:
    """The sheet as CSV or XLSX by the file's name; refuses `sheet_kind`, `file_unwritable` and, of
    an XLSX, `sheet_too_long`. `step` hears of every row, and ends the work by what it raises.

    No text becomes a formula, whatever a customer is called. A CSV has days as ISO and plain
    numbers, so that any program reads them; an XLSX has real days and real numbers.
    """
    kind, rows = path.suffix.lower(), _stepping(sheet.rows, step)
    try:
        match kind:
            case ".csv":
                write_csv(path, sheet.heading, ([_plain(cell) for cell in row] for row in rows))
            case ".xlsx":
                write_book(path, sheet.title, sheet.heading, rows, sheet.widths)
            case _:
                raise Refused("sheet_kind", "path", path=path.name)
    except OSError as problem:
        words = problem.strerror or str(problem)
        raise Refused("file_unwritable", "path", path=str(path), problem=words) from None


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
