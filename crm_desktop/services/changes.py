"""What others changed in a record since somebody read it, field by field, from the audit lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from crm_desktop.services.customers.customer_values import masked
from crm_desktop.services.papers.families import read_permission
from crm_desktop.services.registry import Context, query

READ_WITH = {
    "customer": "customer.read",
    "visit": "visit.read",
    "person": "person.read",
    "branch": "settings.read",
}
NEVER_SHOWN = frozenset({"version", "password_hash"})


@dataclass(frozen=True, slots=True)
class Change:
    """One field as others left it; `before` and `theirs` as the audit keeps them, lists as JSON."""

    field: str
    before: str | None
    theirs: str | None
    by: str
    at: datetime


@query("person.self")
def changes_since(
    context: Context, record: str, record_id: int, version: int
) -> tuple[Change, ...]:
    """The fields that differ from how `version` of the record was, with who wrote them last."""
    row = context.row(record, record_id)
    asked = read_permission(row["kind"]) if record == "document" else READ_WITH[record]
    context.actor.require(asked)
    if record in ("document", "visit"):
        context.require_branch(asked, row["branch_id"])
    found: dict[str, Change] = {}
    for change in _later(_audited(context, record, record_id), version):
        first = found.get(change.field, change).before
        found[change.field] = Change(change.field, first, change.theirs, change.by, change.at)
    secret = record == "customer" and (row["kind"] == "person" or "kind" in found)
    return tuple(
        _masked(change) if secret and change.field == "tax_number" else change
        for change in found.values()
        if change.field not in NEVER_SHOWN and change.before != change.theirs
    )


def _later(rows: Iterable[tuple[Any, ...]], version: int) -> Iterable[Change]:
    """The changes from the line on that took the record past `version`."""
    later = False
    for _, line in groupby(rows, key=lambda row: row[0]):
        changes = list(line)
        later = later or any(row[1:3] == ("version", str(version)) for row in changes)
        for _, field, before, theirs, by, at in changes if later else ():
            yield Change(field, before, theirs, by or "", datetime.fromisoformat(at))


def _audited(context: Context, record: str, record_id: int) -> Iterable[tuple[Any, ...]]:
    line, value, person = context.t.audit_line, context.t.audit_value, context.t.person
    rows: Iterable[tuple[Any, ...]] = (
        line.select(
            *(line.c.id, value.c.field, value.c.before, value.c.after),
            *(getattr(person.c, context.naming), line.c.at),
        )
        .join(value, on=value.c.line_id == line.c.id)
        .join(person, "LEFT JOIN", on=person.c.id == line.c.actor_id)
        .where(line.c.record == record, line.c.record_id == record_id)
        .order_by(line.c.id)
        .tuples()
    )
    return rows


def _masked(change: Change) -> Change:
    before, theirs = (text and masked(text) for text in (change.before, change.theirs))
    return Change(change.field, before, theirs, change.by, change.at)
