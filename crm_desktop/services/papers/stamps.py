"""When a quotation went to its customer and when they had it: from what left the house."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_desktop.services.papers.departures import NOT_PRINTED, came_out
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import SQL, Case, fn

OUT = ("print", "save", "email", "line")
"""Exits by which the customer gets the paper; a list or a look at it sends nothing."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The last time the paper left: `how` is its exit."""

    at: datetime
    how: str
    person: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """That the customer has it: who there (`name`), and how the house knows (`how`, may be "")."""

    at: datetime
    name: str
    how: str


def receipt(row: Mapping[str, Any]) -> Receipt | None:
    """From a paper's row."""
    if not row["received_at"]:
        return None
    at = datetime.fromisoformat(row["received_at"])
    return Receipt(at, row["received_name"], row["received_how"])


def sent(context: Context, document_ids: Iterable[int]) -> dict[int, Sent]:
    """The last departure of each of these papers that did come out, in one read."""
    wanted = list(document_ids)
    if not wanted:
        return {}
    left, person = context.t.document_print, context.t.person
    columns = ("id", "document_id", "by_id", "exit", "copy", "at")
    rows = (
        left.select(
            *(getattr(left.c, name) for name in columns),
            getattr(person.c, context.naming).alias("person"),
        )
        .join(person, on=person.c.id == left.c.by_id)
        .where(left.c.document_id << wanted, left.c.slip == "", left.c.exit << (*OUT, NOT_PRINTED))
        .order_by(left.c.id)
    )
    lines: dict[int, list[dict[str, Any]]] = {}
    for row in rows.dicts():
        lines.setdefault(row["document_id"], []).append(row)
    found = {}
    for document_id, each in lines.items():
        out = came_out(each)
        if out:
            last = out[-1]
            at = datetime.fromisoformat(last["at"])
            found[document_id] = Sent(at, last["exit"], last["person"])
    return found


def was_sent(context: Context) -> Any:
    """Whether more of a document left than came to nothing, as a condition of a select."""
    left, document = context.t.document_print, context.t.document
    came = fn.SUM(Case(left.c.exit, [(NOT_PRINTED, SQL("-1"))], SQL("1")))
    count = left.select(came).where(
        left.c.document_id == document.c.id,
        left.c.slip == "",
        left.c.exit << (*OUT, NOT_PRINTED),
    )
    return count > 0
