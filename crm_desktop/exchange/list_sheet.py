"""Lists of one record per line: columns declared, cells read one by one, every error kept."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from crm_desktop.domain.dates import BANGKOK, parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money, plain_decimal
from crm_desktop.domain.thai import search_text
from crm_desktop.exchange.cells import settled_year
from crm_desktop.exchange.reading import read_lines, widest
from crm_desktop.exchange.sheets import RowError, heading_key

LONGEST_TEXT = 500
LARGEST_SUM = Money.of(1_000_000_000)
YES_NO = {
    **dict.fromkeys(("1", "true", "yes", "y", "ใช่"), 1),
    **dict.fromkeys(("0", "false", "no", "n", "ไม่"), 0),
}
# Spreadsheets count days from here; a bare number this large is a day whose format was lost.
FIRST_DAY = date(1899, 12, 30)
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?", re.ASCII)
_WITH_TIME = re.compile(
    r"(.*\d)(?:T| +)(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?(?: *(?:น\.|\+07:?00))?", re.ASCII
)
# A cell that began like a formula was written with an apostrophe before it, see `write_sheet`.
GUARDED = re.compile(r"'+\s*[=+\-@＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the words it may be headed by, how a cell is read, whether a line needs it."""

    name: str
    headings: str
    read: Callable[[str], Any]
    needed: bool = False


@dataclass(slots=True)
class ListLine:
    """What one line says, only what stands in it, and what is wrong with it.

    `headings` are those of the file, by the names of their columns.
    """

    line: int
    headings: Mapping[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)

    def wrong(self, column: str, code: str, /, **values: Any) -> None:
        """Adds what is found wrong with a whole line."""
        heading = self.headings.get(column, column)
        self.errors.append(RowError(self.line, heading, code, values))


@dataclass(slots=True)
class ListSheet:
    """A file being read; `ignored` are headings that mean nothing here."""

    ignored: tuple[str, ...]
    lines: Iterator[ListLine]


def read_list(path: Path, columns: tuple[Column, ...]) -> ListSheet:
    """Understands the headings, Thai or English; the lines are read when asked for.

    Refuses what `read_lines` does, `import_empty`, `import_no_column` and `import_heading_twice`.
    """
    lines = read_lines(path)
    heading = next(lines, None)
    if heading is None:
        raise Refused("import_empty", "path", path=path.name)
    by_word = {word: column for column in columns for word in column.headings.split()}
    found: dict[int, Column] = {}
    for place, text in enumerate(heading[1]):
        column = by_word.get(heading_key(text))
        if column in found.values():
            raise Refused("import_heading_twice", "path", heading=text)
        if column is not None:
            found[place] = column
    for column in columns:
        if column.needed and column not in found.values():
            words = column.headings.split()
            thai = next((word for word in words if not word.isascii()), words[0])
            named = " / ".join(dict.fromkeys((words[0], thai)))
            raise Refused("import_no_column", "path", path=path.name, column=named)
    ignored = [text for place, text in enumerate(heading[1]) if text and place not in found]
    headed = [(place, heading[1][place], column) for place, column in found.items()]
    return ListSheet(tuple(ignored), _list_lines(lines, headed, widest(path, heading[1])))


def _list_lines(
    lines: Iterable[tuple[int, list[str]]], headed: list[tuple[int, str, Column]], width: int
) -> Iterator[ListLine]:
    headings = {column.name: heading for _, heading, column in headed}
    for number, cells in lines:
        line = ListLine(number, headings)
        for place, heading, column in headed:
            text = cells[place] if place < len(cells) else ""
            if text:
                _read_cell(line, heading, column, text[1:] if GUARDED.match(text) else text)
            elif column.needed:
                line.wrong(heading, "import_cell_needed")
        if beyond := ", ".join(filter(None, cells[width:])):
            line.wrong("", "import_too_many_cells", text=beyond[:LONGEST_TEXT])
        yield line


def _read_cell(line: ListLine, heading: str, column: Column, text: str) -> None:
    if "\0" in text or len(text) > LONGEST_TEXT:
        line.wrong(heading, "import_bad_text", longest=LONGEST_TEXT)
        return
    try:
        line.values[column.name] = column.read(text)
    except Refused as refused:
        line.errors.append(RowError(line.line, heading, refused.code, refused.values))


# ---------------------------------------------------------------- cells


def read_text(text: str) -> str:
    """Words with single spaces between them."""
    return " ".join(text.split())


def read_code(text: str) -> str:
    """A code or number of a paper: without spaces, in capitals."""
    return "".join(text.split()).upper()


def read_sum(text: str) -> Money:
    """Baht from zero up to a thousand million; refuses `bad_credit_amount`."""
    number = plain_decimal(text, 2)
    amount = Money(-1 if number is None else int(number.scaleb(2)))
    if not Money.ZERO <= amount <= LARGEST_SUM:
        raise Refused("bad_credit_amount", highest=LARGEST_SUM)
    return amount


def read_day(text: str) -> date:
    """A day in the Buddhist or the Gregorian era, or as a spreadsheet counts days; refuses
    `bad_date`."""
    moment = read_moment(text)
    return moment.date() if isinstance(moment, datetime) else moment


def read_moment(text: str) -> date | datetime:
    """A day, with its time in Bangkok where one is given; refuses `bad_date` and
    `import_year_unclear`."""
    if found := _SERIAL.fullmatch(text):
        return FIRST_DAY + timedelta(days=int(found[1]))
    text = settled_year(text)
    found = _WITH_TIME.fullmatch(text)
    if not found:
        return parse_date(text)
    day, hour, minute = parse_date(found[1]), int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        raise Refused("bad_date", text=text)
    return datetime.combine(day, time(hour, minute), BANGKOK)


def one_of(choices: Mapping[str, Any]) -> Callable[[str], Any]:
    """Reads one of some words, however they are capitalised; refuses `import_bad_choice`."""

    def read(text: str) -> Any:
        if search_text(text) not in choices:
            raise Refused("import_bad_choice", text=text, choices=", ".join(choices))
        return choices[search_text(text)]

    return read


yes_no = one_of(YES_NO)
