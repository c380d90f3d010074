"""What lists of one layout share: each is looked at first, then one transaction.

A plan is a file read against what is known; its rows are sound, its bad lines name every error.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.list_sheet import Column, ListLine, read_list
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.engine import file_digest
from crm_desktop.services.transfer.importing import Imported, Preview
from crm_desktop.store import bulk

END_OF_DAY = time(23, 59, 59)
CUSTOMERS = "SELECT code, COALESCE(merged_into_id, id) FROM customer WHERE code IN ({ids})"


@dataclass(slots=True)
class Plan:
    """A file being planned: `known` is what stands now, by the key of its rows."""

    path: Path
    lines: list[ListLine]
    ignored: tuple[str, ...]
    known: dict[Any, dict[str, Any]] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    bad: list[ListLine] = field(default_factory=list)
    added: int = 0

    def take(self, line: ListLine, row: dict[str, Any], *, is_new: bool) -> None:
        """Keeps the row, or the line's errors where it has any."""
        if line.errors:
            self.bad.append(line)
        else:
            self.rows.append(row)
            self.added += is_new

    def column(self, name: str) -> list[Any]:
        """What all lines say in one column, each once."""
        return list(dict.fromkeys(v for line in self.lines if (v := line.values.get(name))))

    def preview(self) -> Preview:
        """What an import would do."""
        errors = tuple(error for line in self.bad for error in line.errors)
        count = len(self.rows)
        return Preview(len(self.lines), self.added, count - self.added, errors, self.ignored)

    def require_sound(self, skip_bad_rows: bool) -> None:
        """Refuses `import_rows_wrong` unless wrong lines are to be left out."""
        if self.bad and not skip_bad_rows:
            count, first = sum(len(line.errors) for line in self.bad), self.bad[0].errors[0]
            raise Refused("import_rows_wrong", "path", count=count, line=first.line)

    def record(self, context: Context, table: str, **beside: int) -> Imported:
        """Leaves one audit line with digests of the file and of all rows written, and what else
        was done."""
        done = Imported(self.added, len(self.rows) - self.added, len(self.bad))
        after = {
            "file": self.path.name,
            "file_sha256": file_digest(self.path),
            "rows_sha256": _digest(self.rows),
            "added": done.added,
            "updated": done.updated,
            "skipped": done.skipped,
            **beside,
        }
        context.audit(table, 0, "imported", {}, after)
        return done


def open_list(path: str, columns: tuple[Column, ...]) -> Plan:
    """Reads the whole file; refuses what `read_list` does, and `import_no_rows`: a list that lost
    its lines must not pass for one on which everything is paid."""
    sheet = read_list(Path(path), columns)
    lines = list(sheet.lines)
    if not lines:
        raise Refused("import_no_rows", "path", path=Path(path).name)
    return Plan(Path(path), lines, sheet.ignored)


def alone(context: Context, table: str) -> None:
    """Keeps a second list, and a figure stated by hand, waiting until this one is in."""
    if context.store.engine == "postgresql":
        context.store.database.execute_sql(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")


def known_rows(
    context: Context, table: str, key: str, values: Iterable[Any]
) -> dict[Any, dict[str, Any]]:
    """The stored rows of a table by one of its columns."""
    column = getattr(getattr(context.t, table).c, key)
    found = {}
    for chunk in bulk.chunks(values, bulk.MOST_PARAMETERS):
        for row in getattr(context.t, table).select().where(column << chunk).dicts():
            found[row[key]] = dict(row)
    return found


def is_first(line: ListLine, seen: dict[Any, int], key: Any, column: str, code: str) -> None:
    """Adds an error where an earlier line has the same key."""
    if key in seen:
        line.wrong(column, code, text=key, first=seen[key])
    elif key:
        seen[key] = line.line


def moment_of(context: Context, given: date | datetime) -> datetime:
    """A day alone means its end, today alone means now."""
    if isinstance(given, datetime):
        return given
    if given == context.today:
        return context.now
    return datetime.combine(given, END_OF_DAY, BANGKOK)


def check_moment(context: Context, line: ListLine, moment: datetime, held: str | None) -> None:
    """Figures of tomorrow would keep true ones out, and older ones never replace newer ones."""
    if moment > context.now:
        line.wrong("as_of", "credit_of_tomorrow", as_of=moment)
    elif held and moment < datetime.fromisoformat(held):
        line.wrong("as_of", "credit_older", as_of=moment, held=datetime.fromisoformat(held))


def stamp(moment: datetime) -> str:
    """A moment as it is stored."""
    return moment.isoformat(timespec="milliseconds")


def _digest(rows: Iterable[dict[str, Any]]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(sorted(row.items())).encode())
    return digest.hexdigest()
