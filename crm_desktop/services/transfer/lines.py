"""The lines of a file with their cells read by the fields that they are mapped to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.list_sheet import GUARDED, LONGEST_TEXT
from crm_desktop.exchange.sheets import RowError
from crm_desktop.exchange.workbook import Fault, Formula
from crm_desktop.services.transfer.intake import Kind, Row

MOST_REMEMBERED = 5_000

Place = tuple[int, str, str, bool, Callable[[str], Any], dict[str, Any]]


def read_rows(
    kind: Kind,
    lines: Iterable[tuple[int, list[str]]],
    heading: Sequence[str],
    keys: Sequence[str],
    width: int,
) -> Iterator[Row]:
    """Every line as a row; a cell that cannot be read is an error of its row, and so is one beyond
    the `width` that is looked at: an unquoted 1,250 would be a price of 1."""
    places = [_place(kind, at, heading, key) for at, key in enumerate(keys) if key]
    headings = {key: title for _, title, key, _, _, _ in places}
    for number, cells in lines:
        row = Row(number, headings, cells=cells)
        for at, title, key, needed, read, known in places:
            text = cells[at]
            if text in known and type(text) is not Formula:
                row.values[key] = known[text]
            elif text or type(text) is not str:
                _read(row, title, key, read, text, known)
            elif needed:
                row.wrong(key, "import_cell_needed")
        if beyond := ", ".join(filter(None, cells[width:])):
            row.wrong("", "import_too_many_cells", text=beyond[:LONGEST_TEXT])
        yield row


def _place(kind: Kind, at: int, heading: Sequence[str], key: str) -> Place:
    column = kind.column(key)
    if column is None:
        raise Refused("import_unknown_field", "mapping", text=key)
    title = heading[at] if at < len(heading) else key
    return at, title or key, key, column.needed, column.read, {}


def _read(
    row: Row, title: str, key: str, read: Callable[[str], Any], text: str, known: dict[str, Any]
) -> None:
    if type(text) is not str:
        text = _typed(row, title, text)
        if not text:
            return
    if "\0" in text or len(text) > LONGEST_TEXT:
        row.errors.append(RowError(row.line, title, "import_bad_text", {"longest": LONGEST_TEXT}))
        return
    try:
        value = read(text[1:] if text[0] == "'" and GUARDED.match(text) else text)
    except Refused as refused:
        row.errors.append(RowError(row.line, title, refused.code, refused.values))
        return
    row.values[key] = value
    if len(known) < MOST_REMEMBERED:
        known[text] = value


def _typed(row: Row, title: str, text: str) -> str:
    """What a formula last came to is taken, and told; one that came to nothing is an error."""
    if isinstance(text, Fault):
        row.errors.append(RowError(row.line, title, "import_cell_fault", {"text": str(text)}))
        return ""
    if isinstance(text, Formula):
        row.notes["formula"] = True
        if not text:
            row.errors.append(RowError(row.line, title, "import_formula_unknown"))
    return str(text)
