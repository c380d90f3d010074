"""The chain of everything that changed: each line's hash covers the line before it.

A line holds only a salted hash of every value; the values and salts stand in a table of their
own, which anonymisation may empty without breaking the chain.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64
CHAIN_LOCK = 0x6372_6D31
VERIFY_PAGE = 2_000
LOWEST = -(2**63)
COVERED = (
    *("actor_id", "at", "command", "digests", "event", "id", "previous", "record", "record_id"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed record, before it has a place in the chain."""

    record: str
    record_id: int
    event: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something `verify` found: a code of the catalogue and the line it concerns."""

    code: str
    line: int
    detail: str = ""


def plain(value: Any) -> str | None:
    """The text that is stored and hashed for a value; None stays None."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def append(store: Any, at: str, actor_id: int | None, command: str, entries: list[Entry]) -> range:
    """Adds the lines of one command and returns their numbers; the caller holds the write lock."""
    if not entries:
        return range(0)
    if store.engine == "postgresql":
        store.database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (CHAIN_LOCK,))
    line_id, previous = head(store)
    lines, values = [], []
    for entry in entries:
        line_id += 1
        rows = [_value_row(line_id, *change) for change in _changes(entry)]
        digests = json.dumps({row["field"]: _digest(row) for row in rows}, sort_keys=True)
        line = {
            "id": line_id,
            "at": at,
            "actor_id": actor_id,
            "command": command,
            "record": entry.record,
            "record_id": entry.record_id,
            "event": entry.event,
            "digests": digests,
            "previous": previous,
        }
        previous = line["hash"] = _hash(line)
        lines.append(line)
        values += rows
    store.t.audit_line.add_all(lines)
    store.t.audit_value.add_all(values)
    return range(line_id - len(entries) + 1, line_id + 1)


def head(store: Any) -> tuple[int, str]:
    """Number and hash of the last line: what a printed daily line or a backup remembers.

    Written out rather than built, because every command asks for it.
    """
    text = "SELECT id, hash FROM audit_line ORDER BY id DESC LIMIT 1"
    row = store.database.execute_sql(text).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, GENESIS)


def last_moment(database: Any) -> str:
    """The latest moment of the last hundred lines, as it is stored; "" for an empty chain."""
    text = "SELECT max(at) FROM (SELECT at FROM audit_line ORDER BY id DESC LIMIT 100) AS latest"
    return str(database.execute_sql(text).fetchone()[0] or "")


def verify(store: Any) -> Iterator[Fault]:
    """Walks the whole chain and names every line that was changed, taken out or put in."""
    expected, previous = 1, GENESIS
    for lines in _pages(store):
        salted = _values_between(store, lines[0]["id"], lines[-1]["id"])
        for line in lines:
            if line["id"] > expected:
                yield Fault("audit_line_missing", expected, str(line["id"] - expected))
            elif line["id"] < expected or line["previous"] != previous:
                yield Fault("audit_line_inserted", line["id"])
            if line["hash"] == _hash(line):
                yield from _value_faults(line, salted.get(line["id"], {}))
            else:
                yield Fault("audit_line_changed", line["id"])
            expected, previous = max(expected, line["id"] + 1), line["hash"]


def _changes(entry: Entry) -> Iterator[tuple[str, str | None, str | None]]:
    for field in sorted({*entry.before, *entry.after}):
        before, after = plain(entry.before.get(field)), plain(entry.after.get(field))
        if before != after:
            yield field, before, after


def _value_row(line: int, field: str, before: str | None, after: str | None) -> dict[str, Any]:
    return {
        "line_id": line,
        "field": field,
        "salt": secrets.token_hex(16),
        "before": before,
        "after": after,
    }


def _digest(row: Mapping[str, Any]) -> str:
    text = json.dumps([row["salt"], row["before"], row["after"]], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _hash(line: Mapping[str, Any]) -> str:
    covered = [line[name] for name in COVERED]
    return hashlib.sha256(json.dumps(covered, ensure_ascii=False).encode()).hexdigest()


def _pages(store: Any) -> Iterator[list[dict[str, Any]]]:
    line, last = store.t.audit_line, LOWEST
    while page := list(
        line.select().where(line.c.id > last).order_by(line.c.id).limit(VERIFY_PAGE).dicts()
    ):
        yield page
        last = page[-1]["id"]


def _values_between(store: Any, first: int, last: int) -> dict[int, dict[str, Mapping[str, Any]]]:
    value, found = store.t.audit_value, {}  # type: tuple[Any, dict[int, dict[str, Any]]]
    for row in value.select().where(value.c.line_id.between(first, last)).dicts():
        found.setdefault(row["line_id"], {})[row["field"]] = row
    return found


def _value_faults(
    line: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]
) -> Iterator[Fault]:
    digests = json.loads(line["digests"])
    for field in sorted({*digests, *rows}):
        row = rows.get(field)
        if row is None:
            yield Fault("audit_value_missing", line["id"], field)
        elif field not in digests:
            yield Fault("audit_value_inserted", line["id"], field)
        elif not _erased(row) and _digest(row) != digests[field]:
            yield Fault("audit_value_changed", line["id"], field)


def _erased(row: Mapping[str, Any]) -> bool:
    """Whether anonymisation emptied the value: then nothing at all may stand there."""
    return row["salt"] is None and row["before"] is None and row["after"] is None
