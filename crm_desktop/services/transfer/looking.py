"""A file looked at before it is taken in, and the imports that were."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.exchange.reading import stamp_of
from crm_desktop.exchange.sheets import RowError
from crm_desktop.services.registry import Context, query
from crm_desktop.services.transfer import mapping
from crm_desktop.services.transfer.engine import Found, judged
from crm_desktop.services.transfer.intake import (
    CHANGED,
    NEW,
    OUT,
    UNCHANGED,
    WRONG,
    Change,
    ImportFile,
    Resembled,
    Row,
)
from crm_desktop.services.transfer.kinds import KINDS, PERMISSIONS, kind_of

FIRST_ROWS = 8
SAMPLE = 200
MOST_DOUBLES = 2_000
HIDDEN = frozenset({"id", "version", "sort_key", "bare_name", "imported_at", "source"})


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it lies there: its headings, its first rows, and the field that each column is
    taken for ("" none); `offered` are all fields to choose from, `remembered` says whether a
    person chose them before. `above` lines stand over the headings and are left out."""

    kind: str
    path: str
    headings: tuple[str, ...]
    keys: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    needed: tuple[str, ...]
    offered: tuple[str, ...]
    remembered: bool
    above: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that the file changes; `column` is named as in the database."""

    line: int
    label: str
    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Double:
    """A line that looks like a known customer or an earlier line."""

    line: int
    label: str
    cells: tuple[str, ...]
    resembles: tuple[Resembled, ...]


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What an import would do: counted, with a sample of what changes, and what is wrong.

    `errors` may be fewer than `wrong_cells`; `stamp` says which file was looked at; `above` lines
    stand over the headings and are left out.
    """

    kind: str
    path: str
    stamp: str
    rows: int
    added: int
    changed: int
    unchanged: int
    wrong: int
    left_out: int
    doubles: int
    wrong_cells: int
    formulas: int
    errors: tuple[RowError, ...]
    ignored: tuple[str, ...]
    differences: tuple[Difference, ...]
    resembling: tuple[Double, ...]
    above: int

    @property
    def updated(self) -> int:
        """Known records that the list names."""
        return self.changed + self.unchanged


@dataclass(frozen=True, slots=True)
class RunRow:
    """One import that was: who, when, what of; `undoable` while it is the last of its kind."""

    id: int
    kind: str
    file: str
    source: str
    at: datetime
    by: str
    lines: int
    added: int
    changed: int
    unchanged: int
    wrong: int
    doubles: int
    left_out: int
    more: Mapping[str, int]
    undone_at: datetime | None
    undone_by: str
    undoable: bool


@query("import.use")
def importable(context: Context) -> tuple[str, ...]:
    """The kinds that the person may take in."""
    return tuple(name for name in KINDS if context.actor.may(PERMISSIONS[name]))


@query("import.use")
def open_file(context: Context, kind: str, path: str) -> Opened:
    """Headings and first rows; refuses what `headed` does."""
    found = kind_of(context, kind)
    (number, headings), *lines = islice(mapping.headed(found, Path(path)), FIRST_ROWS + 1)
    known = mapping.known(context, found, headings)
    keys = known or mapping.guessed(found, headings)
    once = [key if key not in keys[:place] else "" for place, key in enumerate(keys)]
    first = tuple(tuple(map(str, cells[: len(headings)])) for _, cells in lines)
    offered = (*(column.name for column in found.columns), *found.offered(context))
    extra = tuple(key for key in once if key and key not in offered)
    return Opened(
        kind,
        path,
        tuple(headings),
        tuple(once),
        first,
        found.needed,
        (*offered, *extra),
        known is not None,
        number - 1,
    )


@query("import.use")
def preview_file(
    context: Context,
    kind: str,
    path: str,
    keys: tuple[str, ...] = (),
    as_of: datetime | None = None,
    doubles: str = "out",
) -> FilePreview:
    """Reads the whole file and changes nothing; refuses what `ImportFile` does but for wrong
    lines, which are told."""
    found = kind_of(context, kind)
    stamp = str(stamp_of(Path(path)))
    chosen = mapping.settled(context, found, Path(path), keys)
    number, headings = mapping.heading_of(found, Path(path))
    asked = ImportFile(kind, path, True, doubles, as_of, tuple(chosen))
    planner, seen = found.planner(context, asked, write=False), Found()
    differences: list[Difference] = []
    resembling: list[Double] = []
    for rows in judged(context, found, planner, Path(path), chosen):
        for row in rows:
            seen.add(row)
            if row.state == CHANGED and len(differences) < SAMPLE:
                differences += _differences(row)
            if row.resembles and len(resembling) < MOST_DOUBLES:
                resembling.append(_double(row, headings))
    ignored = tuple(t for t, key in zip(headings, chosen, strict=False) if t and not key)
    counts = seen.counts
    return FilePreview(
        kind=kind,
        path=path,
        stamp=stamp,
        rows=seen.lines,
        added=counts[NEW],
        changed=counts[CHANGED],
        unchanged=counts[UNCHANGED],
        wrong=counts[WRONG],
        left_out=counts[OUT],
        doubles=seen.doubles,
        wrong_cells=seen.wrong_cells,
        formulas=seen.formulas,
        errors=tuple(seen.errors),
        ignored=tuple(t for t in ignored if not mapping.is_reason(t)),
        differences=tuple(differences),
        resembling=tuple(resembling),
        above=number - 1,
    )


def _double(row: Row, headings: list[str]) -> Double:
    return Double(row.line, row.label, tuple(map(str, row.cells[: len(headings)])), row.resembles)


def _differences(row: Row) -> list[Difference]:
    """Value by value what a line changes; what hangs on a record is told row by row."""
    found = []
    for change in row.changes:
        if change.shelf.single and change.before:
            found += _values(row, change)
        else:
            old = [each for each in change.before if each not in change.after]
            new = [each for each in change.after if each not in change.before]
            before, after = _said(change, old), _said(change, new)
            found.append(Difference(row.line, row.label, change.shelf.name, before, after))
    return found


def _values(row: Row, change: Change) -> list[Difference]:
    pairs = zip(change.shelf.columns, change.before[0], change.after[0], strict=True)
    return [
        Difference(row.line, row.label, name, before, after)
        for name, before, after in pairs
        if before != after and name not in HIDDEN
    ]


def _said(change: Change, rows: list[tuple[object, ...]]) -> str:
    """Rows of a shelf as one text, without what only the database needs."""
    shown = [
        place
        for place, name in enumerate(change.shelf.columns)
        if name not in change.shelf.key and name not in ("position", "digits", "reversed")
    ]
    return "; ".join(" ".join(str(row[place]) for place in shown if row[place]) for row in rows)


@query("import.use")
def imports_done(context: Context, limit: int = 30) -> tuple[RunRow, ...]:
    """The last imports of the kinds that the person may take in, the newest first."""
    kinds = [name for name in KINDS if context.actor.may(PERMISSIONS[name])]
    if not kinds:
        raise NotAllowed("not_allowed", permission="import.use")
    run, person = context.t.import_run, context.t.person
    other = context.t.person.alias("other")
    rows = (
        run.select(
            run.__star__,
            getattr(person.c, context.naming).alias("by"),
            getattr(other.c, context.naming).alias("undone_by"),
        )
        .join(person, "LEFT JOIN", on=(person.c.id == run.c.by_id))
        .join(other, "LEFT JOIN", on=(other.c.id == run.c.undone_by_id))
        .where(run.c.kind << kinds)
        .order_by(run.c.id.desc())
        .limit(limit)
    )
    seen: set[str] = set()
    found = []
    for row in rows.dicts():
        found.append(_run(row, last=row["kind"] not in seen))
        seen.add(row["kind"])
    return tuple(found)


def _run(row: dict[str, object], *, last: bool) -> RunRow:
    at, undone = datetime.fromisoformat(str(row["at"])), row["undone_at"]
    counts = ("lines", "added", "changed", "unchanged", "wrong", "doubles", "left_out")
    return RunRow(
        id=int(str(row["id"])),
        kind=str(row["kind"]),
        file=str(row["file"]),
        source=str(row["source"]),
        at=at,
        by=str(row["by"] or ""),
        **{name: int(str(row[name])) for name in counts},
        more=json.loads(str(row["more"])),
        undone_at=datetime.fromisoformat(str(undone)) if undone else None,
        undone_by=str(row["undone_by"] or ""),
        undoable=last and not undone,
    )
