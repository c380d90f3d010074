"""The promise ladder: the first promise stays, later days stand beside it, and who said so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.dates import check_planned
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.orders import goods, steps
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.submitting import Saved, at_version
from crm_desktop.services.registry import Command, Context, handles

CHANNELS = ("phone", "line", "email", "counter")
ABOUT = ("arrival", "promise")
PROMISED = ("BO", "SP")
AWAITED = {
    "BO": ("short", "requested", "ordered", "received"),
    "SP": ("open",),
    "PR": ("asked", "ordered"),
}
"""Stages of what is still to come, by kind."""


@dataclass(frozen=True)
class PromiseAgain(Command[Saved]):
    """Another day for open lines of a back order or special order (none named: all of them)."""

    name: ClassVar[str] = "order.promise"
    id: int
    version: int
    on: date
    reason: str
    line_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class TellCustomer(Command[Saved]):
    """The customer was told that goods are here (`arrival`) or of the promised day (`promise`)."""

    name: ClassVar[str] = "order.tell"
    id: int
    version: int
    about: str
    channel: str
    words: str


@handles(PromiseAgain)
def promise_again(context: Context, command: PromiseAgain) -> Saved:
    """Writes a further day beside the first one; what is here already needs no promise."""
    row = at_version(context, command.id, command.version, command.name, PROMISED)
    documents.require_unlocked(context, row)
    check_day(context, command.on)
    reason = command.reason.strip()
    if not reason:
        raise Refused("reason_needed", "reason")
    awaited = awaited_lines(context, row)
    for index, line_id in enumerate(command.line_ids):
        if line_id not in awaited:
            raise Refused("nothing_awaited", f"line_ids.{index}")
    if not awaited:
        raise Refused("nothing_awaited", "line_ids")
    lines, days = command.line_ids or awaited, latest(context, row["id"])
    if all(days.get(line_id) == command.on.isoformat() for line_id in lines):
        raise Refused("promise_same_day", "on", date=command.on)
    row = record(context, row, lines, command.on, reason, "desk")
    context.tell(
        KINDS[row["kind"]].name,
        row["id"],
        "promise",
        row["customer_id"],
        reference=row["number"],
        on=command.on.isoformat(),
        reason=reason,
    )
    return Saved(row["id"], row["version"], row["state"])


def check_day(context: Context, on: date | None) -> date:
    """The promised day; Refused when there is none, it is over or too far away."""
    if on is None:
        raise Refused("promise_missing", "on")
    if on < context.today:
        raise Refused("promise_past", "on", date=on, today=context.today)
    check_planned(on, context.today, "on")
    return on


def awaited_lines(context: Context, row: Mapping[str, Any]) -> tuple[int, ...]:
    """The lines of which something is still to come, in their order."""
    stages, awaited = goods.stages(context, row["id"]), AWAITED[row["kind"]]
    return tuple(
        line_id
        for line_id in steps.lines_of(context, row["id"])
        if any(stages.get(line_id, {}).get(stage) for stage in awaited)
    )


def record(
    context: Context,
    row: dict[str, Any],
    line_ids: tuple[int, ...],
    on: date,
    reason: str,
    source: str,
) -> dict[str, Any]:
    """Writes one rung for each line and returns the paper with its days.

    The first day of each line stays. The paper's first and current promise are measured alike, so
    that none looks late on the day it was confirmed. `source` is paper (it prints there), supplier
    or desk.
    """
    for line_id in line_ids:
        context.insert(
            "promise",
            source,
            document_id=row["id"],
            line_id=line_id,
            promised_on=on.isoformat(),
            reason=reason,
            source=source,
            by_id=context.actor.person_id or None,
            at=context.moment,
        )
    days = _open_days(context, row)
    context.update("document", row["id"], row["version"], "promised", **days)
    return {**row, **days, "version": row["version"] + 1}


def again(context: Context, row: dict[str, Any]) -> dict[str, Any]:
    """The paper's days once a line is no longer waited for."""
    days = _open_days(context, row) if row["kind"] in PROMISED else {}
    if days.items() <= row.items():
        return row
    context.update("document", row["id"], row["version"], "promised", **days)
    return {**row, **days, "version": row["version"] + 1}


def _open_days(context: Context, row: Mapping[str, Any]) -> dict[str, str]:
    """The first and the current promise of a paper, each the latest of the lines still awaited:
    when the customer can have all of it. Empty where none of them was promised."""
    awaited = awaited_lines(context, row)
    found = {"first_promise_on": {}, "promised_on": latest(context, row["id"])}
    for line_id, day in _rungs(context, row["id"]):
        found["first_promise_on"].setdefault(line_id, day)
    return {
        name: max(days[line] for line in awaited if line in days)
        for name, days in found.items()
        if not days.keys().isdisjoint(awaited)
    }


def _rungs(context: Context, document_id: int) -> list[tuple[int, str]]:
    promise = context.t.promise
    rows = promise.select(promise.c.line_id, promise.c.promised_on)
    rows = rows.where(promise.c.document_id == document_id).order_by(promise.c.id)
    return list(rows.tuples())


def latest(context: Context, document_id: int) -> dict[int, str]:
    """The day that holds now, by line, as it is stored."""
    return dict(_rungs(context, document_id))


@handles(TellCustomer)
def tell_customer(context: Context, command: TellCustomer) -> Saved:
    """Keeps who told what when; goods that are kept for the customer are then told about."""
    row = at_version(context, command.id, command.version, command.name, PROMISED)
    documents.require_unlocked(context, row)
    if command.about not in ABOUT:
        raise Refused("bad_choice", "about", value=command.about)
    if command.channel not in CHANNELS:
        raise Refused("bad_choice", "channel", value=command.channel)
    words = command.words.strip()
    if not words:
        raise Refused("words_needed", "words")
    if command.about == "arrival":
        _tell_arrival(context, row)
    elif row["promised_on"] is None:
        raise Refused("nothing_promised", "about")
    elif row["promised_on"] < context.today.isoformat():
        over = date.fromisoformat(row["promised_on"])
        raise Refused("promise_over", "about", date=over, today=context.today)
    context.insert(
        "telling",
        command.about,
        document_id=row["id"],
        about=command.about,
        channel=command.channel,
        words=words,
        promised_on=row["promised_on"],
        by_id=context.actor.person_id,
        at=context.moment,
    )
    context.tell(
        KINDS[row["kind"]].name,
        row["id"],
        f"told_{command.about}",
        row["customer_id"],
        reference=row["number"],
        channel=command.channel,
        reason=words,
        on=row["promised_on"],
    )
    row = steps.follow(context, row, "told")
    return Saved(row["id"], row["version"], row["state"])


def _tell_arrival(context: Context, row: Mapping[str, Any]) -> None:
    """Only of what is here: allocated for a back order, inspected for a special order."""
    if row["kind"] == "SP":
        if row["state"] != "inspected":
            raise Refused("nothing_to_tell", "about")
        return
    here = {
        line_id: line["allocated"]
        for line_id, line in goods.stages(context, row["id"]).items()
        if line.get("allocated")
    }
    if not here:
        raise Refused("nothing_to_tell", "about")
    for line_id, milli in here.items():
        goods.shift(context, row, line_id, "tell", milli, stage="allocated")
