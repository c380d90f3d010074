"""What left the house of a paper, when and through whom; and what did not come out after all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.papers import documents, exits
from crm_desktop.services.papers.families import read_permission, readable
from crm_desktop.services.registry import Command, Context, handles, query

SOON = timedelta(minutes=15)
"""A printer that takes nothing is noticed while one stands before it; later nobody takes back."""
NOT_PRINTED = "not_printed"
"""Stands among the exits where the printer took nothing."""
LONGEST = 200
"""Departures that are read at once, the newest of them."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One line: `copy` 0 was the original, `slip` is what was drawn up beside the document ("DL/2",
    "" for the paper itself)."""

    id: int
    at: datetime
    exit: str
    copy: int
    language: str
    slip: str
    person: str


@query("order.read")
def departures(context: Context, document_id: int) -> tuple[Departure, ...]:
    """Every exit of a paper that the actor may read, and of the slips beside it, newest first."""
    return _departures(context, readable(context, document_id)["id"])


@query("person.self")
def slip_departures(context: Context, kind: str, record_id: int) -> tuple[Departure, ...]:
    """The exits of one slip, for who may take it out; what stands at no document has none."""
    slip = exits.slip_leaving(context, kind, record_id, "print")
    if slip.document_id is None:
        return ()
    return tuple(each for each in _departures(context, slip.document_id) if each.slip == slip.name)


def _departures(context: Context, document_id: int) -> tuple[Departure, ...]:
    left, person = context.t.document_print, context.t.person
    names = ("id", "at", "exit", "copy", "language", "slip")
    rows = (
        left.select(
            *(getattr(left.c, name) for name in names),
            getattr(person.c, context.naming).alias("person"),
        )
        .join(person, on=(person.c.id == left.c.by_id))
        .where(left.c.document_id == document_id)
        .order_by(left.c.id.desc())
        .limit(LONGEST)
    )
    return tuple(
        Departure(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in rows.dicts()
    )


@dataclass(frozen=True)
class NotPrinted(Command[None]):
    """Says that the actor's last print of a paper did not come out: that stands on record too, and
    the next print is what this one should have been, unless a later copy left meanwhile.

    `kind` is "" for a document, else that of a slip as `TakeOutSlip` has it.
    """

    name: ClassVar[str] = "paper.not_printed"
    permission: ClassVar[str] = "person.self"
    kind: str
    id: int


@handles(NotPrinted)
def not_printed(context: Context, command: NotPrinted) -> None:
    """A draft, and what stands at no document, was never counted, so nothing is taken back; nor is
    a print of earlier than `SOON`."""
    document_id, slip = _what(context, command)
    if document_id is None:
        return
    documents.hold(context, document_id)
    out = came_out(context.rows("document_print", "id", document_id=document_id, slip=slip))
    me = context.actor.person_id
    last = next((it for it in reversed(out) if (it["by_id"], it["exit"]) == (me, "print")), None)
    if last is None or datetime.fromisoformat(last["at"]) < context.now - SOON:
        return
    copy = int(last["copy"])
    exits.record(context, document_id, NOT_PRINTED, last["language"], copy, slip)
    row = context.row("document", document_id)
    later = any(each["id"] > last["id"] and exits.EXITS[each["exit"]].counts for each in out)
    if not slip and not later and row["print_count"] == copy + 1:
        context.update("document", document_id, row["version"], NOT_PRINTED, print_count=copy)
    _tell(context, row, slip)


def came_out(lines: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The lines of what left, oldest first, without the prints that came to nothing."""
    out: list[Mapping[str, Any]] = []
    for each in lines:
        if each["exit"] != NOT_PRINTED:
            out.append(each)
            continue
        same = (each["by_id"], each["copy"], "print")
        failed = [it for it in out if (it["by_id"], it["copy"], it["exit"]) == same]
        if failed:
            out.remove(failed[-1])
    return out


def _what(context: Context, command: NotPrinted) -> tuple[int | None, str]:
    """The document and the slip that were to be printed; asks what printing asks."""
    if command.kind:
        slip = exits.slip_leaving(context, command.kind, command.id, "print")
        return slip.document_id, slip.name
    kind = context.row("document", command.id)["kind"]
    context.actor.require(exits.PRINT.get(kind, "order.print"))
    return documents.row_of(context, command.id, read_permission(kind))["id"], ""


def _tell(context: Context, row: Mapping[str, Any], slip: str) -> None:
    if slip:
        if slip.partition("/")[0] not in exits.INSIDE:
            exits.tell_slip(context, exits.Slip(slip, row["id"]), NOT_PRINTED)
        return
    reference = row["number"] or row["draft_reference"]
    told = {"reference": reference, "exit": NOT_PRINTED}
    context.tell(KINDS[row["kind"]].name, row["id"], "left", row["customer_id"], **told)
