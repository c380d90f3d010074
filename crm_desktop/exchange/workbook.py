"""The first sheet of an XLSX, row by row: as it was typed, and never more than fits in memory.

Read by our own hand: it is five times faster than openpyxl, and only so can be told what a formula
is and what was typed. Parts and cells as in ECMA-376 part 1, chapter 18.
"""

import re
import zlib
from collections import deque
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import IO, Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from crm_desktop.domain.errors import Refused

Line = tuple[int, list[str]]
EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
MOST_UNPACKED = 4 * 1024**3
MOST_TEXTS = 400 * 1024**2
MOST_PACKED_TO_ONE = 300
SMALL = 50 * 1024**2
BLOCK = 1 << 16
DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in number formats that show days or times (18.8.30), the Asian ones among them."""
UNREADABLE = (
    *(BadZipFile, ExpatError, zlib.error, EOFError, LookupError, ValueError, OverflowError),
    NotImplementedError,
)
"""What a damaged file makes of those who read it."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PLACE = re.compile(r"([A-Z]{1,3})\d*")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Formula(str):
    """What a formula last came to; the empty one is of a formula that nobody has reckoned."""

    __slots__ = ()


class Number(str):
    """A number that stood in a cell as such, not as text."""

    __slots__ = ()


class Fault(str):
    """What a spreadsheet shows for a formula that went wrong, such as #REF!."""

    __slots__ = ()


def read_book(path: Path, field: str, widest: int) -> Iterator[Line]:
    """Line number and cells; refuses `sheet_unreadable` and `sheet_bomb` at `field`."""
    try:
        with ZipFile(path) as book:
            _check_size(book, path, field)
            texts = _texts(book)
            days, base = _day_styles(book), _first_day(book)
            with book.open(_first_sheet(book)) as sheet:
                yield from _Rows(texts, days, base, widest).read(sheet)
    except UNREADABLE:
        raise Refused("sheet_unreadable", field, path=path.name) from None
    except RuntimeError:  # what a locked entry of an archive makes of zipfile
        raise Refused("sheet_locked_by_password", field, path=path.name) from None


def _check_size(book: ZipFile, path: Path, field: str) -> None:
    """An archive of a few bytes can unpack to more than any disk holds."""
    packed = max(1, path.stat().st_size)
    unpacked = sum(entry.file_size for entry in book.infolist())
    texts = sum(e.file_size for e in book.infolist() if e.filename.endswith("sharedStrings.xml"))
    tight = unpacked > SMALL and unpacked > packed * MOST_PACKED_TO_ONE
    if tight or unpacked > MOST_UNPACKED or texts > MOST_TEXTS:
        raise Refused("sheet_bomb", field, path=path.name)


def _elements(file: IO[bytes], start: Any, end: Any = None, text: Any = None) -> None:
    parser = _parser(start, end, text)
    while block := file.read(BLOCK):
        parser.Parse(block, False)
    parser.Parse(b"", True)


def _parser(start: Any, end: Any, text: Any) -> Any:
    """Names without their namespace; what declares entities of its own is no workbook."""

    def refuse(*_: Any) -> None:
        raise ValueError("a workbook declares no entities")

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    return parser


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _first_sheet(book: ZipFile) -> str:
    """The part of the sheet that stands first among the tabs and is not hidden."""
    sheets: list[str] = []
    targets: dict[str, str] = {}

    def sheet(name: str, given: dict[str, str]) -> None:
        if _local(name) == "sheet" and given.get("state", "visible") == "visible":
            sheets.append(next(v for k, v in given.items() if k.endswith(":id")))

    def relation(name: str, given: dict[str, str]) -> None:
        if _local(name) == "Relationship" and given["Type"].endswith("/worksheet"):
            targets[given["Id"]] = given["Target"]

    with book.open("xl/workbook.xml") as file:
        _elements(file, sheet)
    with book.open("xl/_rels/workbook.xml.rels") as file:
        _elements(file, relation)
    first = next((each for each in sheets if each in targets), "")
    target = targets[first]
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _first_day(book: ZipFile) -> date:
    """Days are counted from 1900 or, in books that began on an old Mac, from 1904."""
    found: list[bool] = []

    def properties(name: str, given: dict[str, str]) -> None:
        if _local(name) == "workbookPr":
            found.append(given.get("date1904", "0") in ("1", "true"))

    with book.open("xl/workbook.xml") as file:
        _elements(file, properties)
    return date(1904, 1, 1) if any(found) else date(1899, 12, 30)


def _texts(book: ZipFile) -> list[str]:
    """The shared texts by number, without how they are to be read aloud."""
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    texts: list[str] = []
    parts: list[str] = []
    state = {"inside": False, "aloud": False}

    def start(name: str, _: dict[str, str]) -> None:
        local = _local(name)
        if local == "si":
            parts.clear()
        elif local == "rPh":
            state["aloud"] = True
        elif local == "t":
            state["inside"] = not state["aloud"]

    def end(name: str) -> None:
        local = _local(name)
        if local == "si":
            texts.append(_plain("".join(parts)))
        elif local == "rPh":
            state["aloud"] = False
        elif local == "t":
            state["inside"] = False

    def text(data: str) -> None:
        if state["inside"]:
            parts.append(data)

    with book.open("xl/sharedStrings.xml") as file:
        _elements(file, start, end, text)
    return texts


def _plain(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.strip()


def _day_styles(book: ZipFile) -> frozenset[str]:
    """The numbers of the cell styles that show days."""
    if "xl/styles.xml" not in book.namelist():
        return frozenset()
    own: dict[str, bool] = {}
    styles: list[bool] = []
    inside = [False]

    def start(name: str, given: dict[str, str]) -> None:
        match _local(name):
            case "numFmt":
                own[given["numFmtId"]] = _shows_days(given.get("formatCode", ""))
            case "cellXfs":
                inside[0] = True
            case "xf" if inside[0]:
                number = given.get("numFmtId", "0")
                styles.append(own.get(number, int(number) in DAY_FORMATS))

    def end(name: str) -> None:
        if _local(name) == "cellXfs":
            inside[0] = False

    with book.open("xl/styles.xml") as file:
        _elements(file, start, end)
    return frozenset(str(place) for place, is_day in enumerate(styles) if is_day)


def _shows_days(code: str) -> bool:
    first = _QUOTED.sub("", code).split(";", 1)[0].lower()
    return any(letter in first for letter in "dyhs") or "mmm" in first


class _Rows:
    """Turns the events of a sheet into rows as they come."""

    def __init__(self, texts: list[str], days: frozenset[str], base: date, widest: int) -> None:
        self._texts, self._days, self._base, self._widest = texts, days, base, widest
        self._ready: deque[Line] = deque()
        self._columns: dict[str, int] = {}
        self._number = 0
        self._row: list[str] = []
        self._next = 0
        self._cell: tuple[int, str, str] = (0, "", "")
        self._formula = False
        self._inside = False
        self._parts: list[str] = []

    def read(self, sheet: IO[bytes]) -> Iterator[Line]:
        """All rows, each as soon as it is whole."""
        parser = _parser(self._start, self._end, self._text)
        while block := sheet.read(BLOCK):
            parser.Parse(block, False)
            while self._ready:
                yield self._ready.popleft()
        parser.Parse(b"", True)
        yield from self._ready

    def _start(self, name: str, given: dict[str, str]) -> None:
        if name == "c" or name.endswith(":c"):
            place = given.get("r", "")
            at = self._column(place) if place else self._next  # an empty cell has its place too
            self._next = at + 1
            self._cell = (at, given.get("t", "n"), given.get("s", ""))
            self._formula = False
            self._parts = []
        elif name in ("v", "t") or name.endswith((":v", ":t")):
            self._inside = True
        elif name == "f" or name.endswith(":f"):
            self._formula = True
        elif name == "row" or name.endswith(":row"):
            self._number = int(given.get("r", self._number + 1))
            self._row, self._next = [], 0

    def _end(self, name: str) -> None:
        if name in ("v", "t") or name.endswith((":v", ":t")):
            self._inside = False
        elif name == "c" or name.endswith(":c"):
            self._put()
        elif name == "row" or name.endswith(":row"):
            self._ready.append((self._number, self._row))

    def _text(self, data: str) -> None:
        if self._inside:
            self._parts.append(data)

    def _column(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        if letters not in self._columns:
            if not _PLACE.fullmatch(place):
                raise ValueError(place)
            at = 0
            for letter in letters:
                at = at * 26 + ord(letter) - 64
            self._columns[letters] = at - 1
        return self._columns[letters]

    def _put(self) -> None:
        at, kind, style = self._cell
        if not self._parts and not self._formula:
            return
        at = min(at, self._widest)  # beyond it the row is told as too wide
        row = self._row
        row.extend([""] * (at + 1 - len(row)))
        text = self._value("".join(self._parts), kind, style)
        row[at] = Formula(text) if self._formula and not isinstance(text, Fault) else text

    def _value(self, text: str, kind: str, style: str) -> str:
        match kind:
            case "s":
                return self._texts[int(text)] if text else ""
            case "n":
                if not text:
                    return ""
                return self._day(text) if style in self._days else Number(_digits(text))
            case "b":
                return "true" if text == "1" else "false"
            case "e":
                return Fault(text)
            case "d":
                return text
            case _:
                return _plain(text)

    def _day(self, text: str) -> str:
        """A day as ISO, with its time where it has one."""
        moment = datetime.combine(self._base, time.min) + timedelta(days=float(text))
        moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
        if moment.date() == self._base:
            return moment.time().isoformat()
        if (moment.hour, moment.minute) == (0, 0):
            return moment.date().isoformat()
        return moment.isoformat(" ", "minutes")


def _digits(text: str) -> str:
    """The decimal that the sheet showed, not the binary fraction nearest to it."""
    if text.isdigit():
        return text
    return f"{Decimal(f'{float(text):.{EXACT_DIGITS}g}'):f}"
