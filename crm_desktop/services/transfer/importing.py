"""Imports as commands: a product list by its old name, and the last import taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from crm_desktop.exchange.reading import read_lines, widest
from crm_desktop.exchange.sheets import RowError, Sheet, Stream, write_sheet
from crm_desktop.messages import sentence
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.transfer import kept
from crm_desktop.services.transfer.engine import import_file, one_at_a_time
from crm_desktop.services.transfer.intake import ImportFile
from crm_desktop.services.transfer.kinds import kind_of, load
from crm_desktop.services.transfer.mapping import headed

REASON_WIDTH, CELL_WIDTH = 60, 18


@dataclass(frozen=True)
class Imported:
    """What an import did."""

    added: int
    updated: int
    skipped: int


@dataclass(frozen=True)
class ImportProducts(Command[Imported]):
    """Takes a product list in, see `ImportFile`; `as_of` (None: now) is the moment that the stock
    figures are of."""

    name: ClassVar[str] = "product.import"
    path: str
    skip_bad_rows: bool = False
    as_of: datetime | None = None


@dataclass(frozen=True)
class UndoImport(Command[int]):
    """Puts everything back as it was before the last import of a kind; answers how many records.

    Possible until the next import of that kind, and while nothing of it is used or changed since.
    """

    name: ClassVar[str] = "import.undo"
    permission: ClassVar[str] = "import.use"
    kind: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, and every error by line."""

    rows: int
    added: int
    updated: int
    errors: tuple[RowError, ...]
    ignored: tuple[str, ...]


@handles(ImportProducts)
def import_products(context: Context, command: ImportProducts) -> Imported:
    """As any other kind is taken in."""
    asked = ImportFile("products", command.path, command.skip_bad_rows, as_of=command.as_of)
    done = import_file(context, asked)
    return Imported(done.added, done.updated, done.skipped)


@handles(UndoImport)
def undo_import(context: Context, command: UndoImport) -> int:
    """All of it or nothing."""
    kind = kind_of(context, command.kind)
    one_at_a_time(context)
    run = kept.run_of(context, kind.name)
    count = kept.put_back(context, kind, run)
    undone: dict[str, Any] = {
        "undone_at": context.moment,
        "undone_by_id": context.actor.person_id or None,
    }
    context.update("import_run", run["id"], run["version"], "undone", **undone)
    context.audit(kind.table, 0, "import_undone", {}, {"run": run["id"], "count": count})
    return count


def write_errors(path: Path, errors: Iterable[RowError], language: str = "th") -> None:
    """The errors as a sheet to mend the list by; refuses what `write_sheet` does."""
    codes = ("import_line", "import_column", "import_error")
    rows = tuple(
        (error.line, error.column, sentence(error.code, language, **error.values))
        for error in errors
    )
    heading = tuple(sentence(code, language) for code in codes)
    write_sheet(path, Sheet(sentence("import_error", language), heading, rows))


def column_word(column: str, language: str) -> str:
    """What a column is called where the file does not head it: the field's own word."""
    code = f"import_field_{column}"
    word = sentence(code, language)
    return column if word == code else word


def write_wrong_rows(
    source: Path, path: Path, errors: Iterable[RowError], language: str = "th", kind: str = ""
) -> int:
    """The wrong lines of a file as they stand in it, and one column more that says why: mended
    there, the file is taken in again as it is. Answers how many; refuses what `read_lines` and
    `write_sheet` do. Of a `kind` the headings may stand below a title."""
    lines = headed(load(kind), source) if kind else read_lines(source)
    heading = next(lines)[1]
    reasons: dict[int, list[str]] = {}
    for error in errors:
        words = sentence(error.code, language, **error.values)
        column = error.column if error.column in heading else column_word(error.column, language)
        reasons.setdefault(error.line, []).append(f"{column}: {words}" if column else words)
    why, width = sentence("import_reason", language), widest(source, heading)
    rows = (
        (*cells[: len(heading)], " · ".join(reasons[number]), *cells[width:])
        for number, cells in lines
        if number in reasons
    )
    widths = (*(max(len(text) + 3, CELL_WIDTH) for text in heading), REASON_WIDTH)
    write_sheet(path, Stream(sentence("import_error", language), (*heading, why), rows, widths))
    return len(reasons)
