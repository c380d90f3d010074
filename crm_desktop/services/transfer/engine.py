"""Takes any kind of list in: read once, a few thousand lines at a time, in one transaction."""

import gc
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.reading import stamp_of, widest
from crm_desktop.exchange.sheets import RowError
from crm_desktop.services.registry import Context, handles
from crm_desktop.services.transfer import kept, mapping
from crm_desktop.services.transfer.intake import (
    CHANGED,
    NEW,
    OUT,
    POLICIES,
    UNCHANGED,
    WRONG,
    Change,
    FileImported,
    ImportFile,
    Kind,
    Planner,
    Row,
    write,
)
from crm_desktop.services.transfer.kinds import kind_of
from crm_desktop.services.transfer.lines import read_rows
from crm_desktop.store import bulk

AT_ONCE = 4_000
MOST_ERRORS = 20_000
IMPORT_LOCK = 0x6372_6D37
WAIT_SECONDS = 120

Report = Callable[[int], None]
_report: ContextVar[Report] = ContextVar("import_report", default=lambda _lines: None)


@contextmanager
def reporting(report: Report) -> Iterator[None]:
    """Tells how many lines are done while an import is under way here; what `report` raises ends
    it with nothing stored."""
    token = _report.set(report)
    try:
        yield
    finally:
        _report.reset(token)


@contextmanager
def uncollected() -> Iterator[None]:
    """Python would look again and again through millions of values that all are in use; nothing
    here refers to itself, so that what is done with goes without being looked for."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass(slots=True)
class Found:
    """What is found in a file, counted; errors up to a number that a person can still mend."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[RowError] = field(default_factory=list)
    wrong_cells: int = 0
    doubles: int = 0
    formulas: int = 0
    lines: int = 0

    def add(self, row: Row) -> None:
        """Counts one judged line."""
        self.lines += 1
        self.counts[row.state] += 1
        self.doubles += bool(row.resembles)
        self.formulas += "formula" in row.notes
        self.wrong_cells += len(row.errors)
        if row.errors and len(self.errors) < MOST_ERRORS:
            self.errors += row.errors


def judged(
    context: Context, kind: Kind, planner: Planner, path: Path, keys: Sequence[str]
) -> Iterator[list[Row]]:
    """The lines of a file in lots, judged; refuses what `headed` does, and `import_no_rows`:
    a list that lost its lines must not pass for one on which everything is paid."""
    lines = mapping.headed(kind, path)
    _, heading = next(lines)
    planner.check_headings(keys)
    done, width = 0, widest(path, heading)
    with uncollected():
        for rows in bulk.chunks(read_rows(kind, lines, heading, keys, width), AT_ONCE):
            planner.plan(rows)
            done += len(rows)
            _report.get()(done)
            yield rows
    if not done:
        raise Refused("import_no_rows", "path", path=path.name)


@handles(ImportFile)
def import_file(context: Context, command: ImportFile) -> FileImported:
    """Stores each lot as it is read; a wrong line later takes all of it back."""
    kind = kind_of(context, command.kind)
    path = Path(command.path)
    _check(command, path)
    one_at_a_time(context)
    keys = mapping.settled(context, kind, path, command.mapping)
    kept.forget(context, kind)
    planner, run = kind.planner(context, command, write=True), kept.Run(context, kind)
    found = Found()
    with bulk.roomy(context.store.database):
        for rows in judged(context, kind, planner, path, keys):
            for row in rows:
                found.add(row)
            if found.wrong_cells and not command.skip_bad_rows:
                continue  # nothing of it will be stored; the rest is only counted
            taken = [row for row in rows if row.changes and row.state in (NEW, CHANGED, UNCHANGED)]
            _store(context, kind, run, (change for row in taken for change in row.changes))
            planner.written(taken)
    if found.wrong_cells and not command.skip_bad_rows:
        first = found.errors[0].line
        raise Refused("import_rows_wrong", "path", count=found.wrong_cells, line=first)
    _store(context, kind, run, planner.last())
    more = planner.finish()
    if command.mapping:
        mapping.remember(context, kind, path, keys)
    return _recorded(context, command, kind, run, found, more)


def _check(command: ImportFile, path: Path) -> None:
    if command.doubles not in POLICIES:
        raise Refused("bad_choice", "doubles", value=command.doubles)
    stamp = str(stamp_of(path))
    if command.stamp and command.stamp != stamp:
        raise Refused("sheet_another", "path", path=path.name)


def one_at_a_time(context: Context) -> None:
    """Of two imports the second waits for the first; a SQLite file has one writer anyway."""
    if context.store.engine == "postgresql":
        database = context.store.database
        database.execute_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
        database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (IMPORT_LOCK,))


def _store(context: Context, kind: Kind, run: kept.Run, changes: Iterable[Change]) -> None:
    """Keeps what stood there, then writes: what others point to first."""
    by_shelf: dict[str, list[Change]] = {}
    for change in changes:
        by_shelf.setdefault(change.shelf.name, []).append(change)
    for shelf in kind.planner.shelves:
        listed = by_shelf.get(shelf.name)
        if not listed:
            continue
        run.keep(shelf, listed)
        write(context, shelf, listed)


def _recorded(
    context: Context,
    command: ImportFile,
    kind: Kind,
    run: kept.Run,
    found: Found,
    more: dict[str, int],
) -> FileImported:
    """Leaves one audit line with digests of the file and of all rows written."""
    path, counts = Path(command.path), found.counts
    values = {
        "kind": kind.name,
        "file": path.name,
        "file_sha256": file_digest(path),
        "source": command.source.strip(),
        "lines": found.lines,
        "added": counts[NEW],
        "changed": counts[CHANGED],
        "unchanged": counts[UNCHANGED],
        "wrong": counts[WRONG],
        "doubles": found.doubles,
        "left_out": counts[OUT],
    }
    run.record(values | {"more": json.dumps(more)})
    after = {**values, "rows_sha256": run.digest, **more}
    context.audit(kind.table, 0, "imported", {}, {"run": run.id, **after})
    told = {name: values[name] for name in FileImported.__dataclass_fields__ if name in values}
    return FileImported(run_id=run.id, more=more, **told)  # type: ignore[arg-type]


def file_digest(path: Path) -> str:
    """SHA-256 of a file as it was taken in."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
