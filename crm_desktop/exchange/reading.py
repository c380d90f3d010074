"""Rows of CSV and XLSX files as text, however the other program wrote them.

A file is looked at before it is read: what is too large, locked or of another kind gets a sentence;
one that changed while it was read is not taken for a whole one.
"""

import codecs
import csv
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.workbook import Line, read_book

ENCODINGS = ("utf-8-sig", "cp874")
DELIMITERS = ",;\t|"
TITLES = 20
"""So many lines of a report may stand before its headings."""
LARGEST_BYTES = 512 * 1024**2
WIDEST = 500
LONGEST_CELL = 1_000_000
SURELY_UTF8 = 4
"""So many letters that are whole in UTF-8 are no accident: what breaks after them is damaged."""
BLOCK = 1 << 20
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known to be the one that was looked at."""

    size: int
    modified: int

    def __str__(self) -> str:
        return f"{self.size}-{self.modified}"


def stamp_of(path: Path, field: str = "path") -> Stamp:
    """Size and moment of a file; refuses `sheet_missing`, and `sheet_too_large` unread."""
    try:
        found = path.stat()
    except OSError:
        raise Refused("sheet_missing", field, path=str(path)) from None
    if not path.is_file():
        raise Refused("sheet_missing", field, path=str(path))
    if found.st_size > LARGEST_BYTES:
        size, most = found.st_size // 1024**2, LARGEST_BYTES // 1024**2
        raise Refused("sheet_too_large", field, path=path.name, size=size, most=most)
    return Stamp(found.st_size, found.st_mtime_ns)


def read_lines(path: Path, field: str = "path") -> Iterator[Line]:
    """Line number and cells of every line that is not empty, the heading first.

    CSV in UTF-8 (with or without BOM), UTF-16 or cp874, separated by comma, semicolon, tab or bar;
    the first sheet of an XLSX. Refuses what `stamp_of` does, `sheet_kind`, `sheet_unreadable`,
    `sheet_old_kind`, `sheet_locked_by_password`, `sheet_bomb`, `sheet_locked`, `sheet_too_wide`,
    `sheet_broken_text`, `sheet_quote_open`, and at its end `sheet_changing`.
    """
    before, width = stamp_of(path, field), 0
    with _held(path, field):
        for number, cells in _lines(path, field):
            while cells and not cells[-1] and type(cells[-1]) is str:  # no formula
                cells.pop()
            if len(cells) > WIDEST:
                raise Refused("sheet_too_wide", field, path=path.name, most=WIDEST)
            if cells:
                width = width or len(cells)
                yield number, cells + [""] * (width - len(cells))
    if stamp_of(path, field) != before:
        raise Refused("sheet_changing", field, path=path.name)


def widest(path: Path, heading: list[str]) -> int:
    """How many cells a line may have: in a CSV no more than headings, for one more has moved all
    behind it; in a workbook, where each says its place, what stands beside the list is a remark."""
    with path.open("rb") as file:
        return WIDEST if file.read(len(ZIP)) == ZIP else len(heading)


def _lines(path: Path, field: str) -> Iterator[Line]:
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls"):
        raise Refused("sheet_kind", field, path=path.name)
    with path.open("rb") as file:
        begin = file.read(8)
    if begin == OLE:
        locked = any(ENCRYPTED in block for block in _blocks(path))
        code = "sheet_locked_by_password" if locked else "sheet_old_kind"
        raise Refused(code, field, path=path.name)
    if begin[:4] == ZIP:
        return read_book(path, field, WIDEST)
    if suffix in (".xlsx", ".xlsm"):
        raise Refused("sheet_unreadable", field, path=path.name)
    return _csv_lines(path, field)


@contextmanager
def _held(path: Path, field: str) -> Iterator[None]:
    """Keeps a share of the file's lock while it is read; the ERP that writes it has all of it."""
    try:
        with path.open("rb") as file:
            if sys.platform != "win32":  # there, opening it is refused already
                import fcntl

                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            yield
    except (PermissionError, BlockingIOError):
        raise Refused("sheet_locked", field, path=path.name) from None
    except OSError as problem:
        words = os.strerror(problem.errno) if problem.errno else str(problem)
        raise Refused("file_unreadable", field, path=path.name, problem=words) from None


def _blocks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, each block with the end of the one before it."""
    with path.open("rb") as file:
        end = b""
        while block := file.read(BLOCK):
            yield end + block
            end = block[-len(ENCRYPTED) :]


# ---------------------------------------------------------------- CSV


def _csv_lines(path: Path, field: str) -> Iterator[Line]:
    encoding = _encoding(path, field)
    before, at = csv.field_size_limit(LONGEST_CELL), 0
    try:
        with path.open(encoding=encoding, newline="") as file:
            heading = file.readline()
            skipped = int(heading.lower().startswith("sep=") and len(heading.strip()) == 5)
            if skipped:  # what Excel writes for itself: the line that says what stands between
                delimiter = heading[4]
            else:
                delimiter = _delimiter(chain([heading], file))
                file.seek(0)
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            for cells in reader:
                at = reader.line_num + skipped
                yield at, [cell.strip() for cell in cells]
    except csv.Error:  # a quote left open would take the lines below it for one cell
        raise Refused("sheet_quote_open", field, path=path.name, line=at + 1) from None
    except UnicodeError:
        raise Refused("sheet_unreadable", field, path=path.name) from None
    finally:
        csv.field_size_limit(before)


def _delimiter(lines: Iterable[str]) -> str:
    """What stands between cells, by the first line that has any and shares it with the next: a
    title above them has none, or a comma of its own."""
    told = [line for line in islice(lines, TITLES) if any(each in line for each in DELIMITERS)]
    found = [max(DELIMITERS, key=line.count) for line in told or [""]]
    below = zip(found, told[1:], strict=False)
    return next((each for each, line in below if each in line), found[0])


def _encoding(path: Path, field: str) -> str:
    """The encoding that the whole file is in, found a block at a time."""
    with path.open("rb") as file:
        begin = file.read(4)
    if begin.startswith(WIDE_BOMS):
        return "utf-16"
    for encoding in ENCODINGS:
        wrong = _first_wrong(path, encoding, field)
        if wrong is None:
            return encoding
        line, letters = wrong
        if encoding == "utf-8-sig" and letters >= SURELY_UTF8:
            raise Refused("sheet_broken_text", field, path=path.name, line=line)
    raise Refused("sheet_unreadable", field, path=path.name)


def _first_wrong(path: Path, encoding: str, field: str) -> tuple[int, int] | None:
    """The line that is not in this encoding, and how many letters beyond ASCII were before it."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, letters = 1, 0
    with path.open("rb") as file:
        while True:
            block = file.read(BLOCK)
            if b"\0" in block:
                raise Refused("sheet_unreadable", field, path=path.name)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as problem:
                good = problem.object[: problem.start].decode(encoding, "ignore")
                return line + good.count("\n"), letters + _beyond_ascii(good)
            if not block:
                return None
            line += text.count("\n")
            if letters < SURELY_UTF8:
                letters += _beyond_ascii(text)


def _beyond_ascii(text: str) -> int:
    return 0 if text.isascii() else len(text) - len(text.encode("ascii", "ignore"))
