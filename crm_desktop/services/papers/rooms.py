"""The room that limits in an answer leave: what of a paper may change without asking again.

It is kept beside the request when it is answered, without a word of what the paper says: a hash of
all that must stay, how much of each line was asked, and the amount of the same goods at list.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from crm_desktop.domain.authority import Facts, Grade, Level, rule
from crm_desktop.domain.authority.limits import (
    Limits,
    keeps,
    limits_from_json,
    reached,
    within,
)
from crm_desktop.domain.authority.scales import plain
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import appraisal, matrices, requests
from crm_desktop.services.authority.appraisal import Subject
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Priced, price
from crm_desktop.services.registry import Context

FIXED = (
    *("customer_id", "contact", "project", "delivery_address", "language", "delivery_terms"),
    *("payment_terms", "remarks", "prices_include_vat", "vat_rate"),
)
FIXED_LINE = ("position", "kind", "product_id", "code", "description", "unit", "vat_class")
PRICE_OF_LINE = ("unit_price_satang", "discount")
GIVEN = ("approve", "advise_for")
"""The verdicts that can carry limits."""


@dataclass(frozen=True, slots=True)
class Room:
    """An answered request with limits, as far as changes of its paper are judged by it."""

    request: Mapping[str, Any]
    limits: Limits
    asked: Facts
    grade: Grade
    version: int
    highest: Money
    same: str
    quantities: tuple[int, ...]

    @property
    def level(self) -> Level:
        """What the answered question was."""
        return Level[self.request["level"]]


@dataclass(frozen=True, slots=True)
class Use:
    """What a changed paper makes of a room."""

    room: Room
    facts: Facts


def limits_of(request: Mapping[str, Any]) -> Limits:
    """The limits that a request was answered with so far."""
    return limits_from_json(json.loads(request["limits"] or "[]"))


def opened(context: Context, row: Mapping[str, Any], grade: Grade) -> dict[str, str]:
    """The column that says what changes of the paper are judged by; `grade` is whose answer it
    is."""
    priced = price(context, documents.content_of(context, row))
    kept = {
        "grade": grade.name,
        "version": matrices.in_force(context).version,
        "highest": plain(_at_list(context, priced)),
        "same": _same(context, row, priced),
        "quantities": _quantities(priced),
    }
    return {"room": json.dumps(kept)}


def _at_list(context: Context, priced: Priced) -> Money:
    """What the same goods come to when every discount is taken back."""
    lines = tuple(
        replace(line, discount="", unit_price=max(line.unit_price, listed or line.unit_price))
        for line, listed in zip(priced.content.lines, priced.list_prices, strict=True)
    )
    content = replace(priced.content, document_discount="", lines=lines)
    return price(context, content).totals.grand_total


def _same(context: Context, row: Mapping[str, Any], priced: Priced) -> str:
    """A hash of what stays: everything that prints besides figures and what follows from them.

    What has no list price has no measure either: its price stays, and the paper's discount on it.
    """
    header = documents.header_columns(priced)
    bare = [place for place, listed in enumerate(priced.list_prices) if listed is None]
    lines = documents.line_columns(priced)
    printed = {
        "bare": [[lines[place][name] for name in PRICE_OF_LINE] for place in bare],
        "discount": header["document_discount"] if bare else "",
        "header": {name: header[name] for name in FIXED},
        "facts": documents.printed_facts({**row, **header}),
        "lines": [{name: each[name] for name in FIXED_LINE} for each in lines],
    }
    if KINDS[row["kind"]].signed:
        printed["files"] = documents.printed_files(context, row["id"])
    text = json.dumps(printed, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _quantities(priced: Priced) -> tuple[int, ...]:
    return tuple(each["quantity_milli"] for each in documents.line_columns(priced))


def of_paper(context: Context, row: Mapping[str, Any]) -> Room | None:
    """The room that a paper without a number has: that of what was asked last, if it was answered
    with limits and still stands."""
    if row["number"]:
        return None
    request = context.t.request
    rows = request.select().where(
        request.c.document_id == row["id"], request.c.matter == KINDS[row["kind"]].matter
    )
    for each in rows.order_by(request.c.id.desc()).limit(1).dicts():
        if each["room"] and each["closed_at"] and each["state"] in ("approved", "advised"):
            return _room(each)
    return None


def limits_for(context: Context, row: Mapping[str, Any]) -> Limits:
    """The limits that a paper may be changed within; none where it has no room."""
    room = of_paper(context, row)
    return room.limits if room is not None else ()


def _room(request: Mapping[str, Any]) -> Room:
    kept = json.loads(request["room"])
    return Room(
        request=request,
        limits=limits_of(request),
        asked=Facts.from_json(json.loads(request["facts"])),
        grade=Grade[kept["grade"]],
        version=kept["version"],
        highest=Money.of(kept["highest"]),
        same=kept["same"],
        quantities=tuple(kept["quantities"]),
    )


def use_of(context: Context, row: Mapping[str, Any], priced: Priced) -> Use | None:
    """What a paper as it is now makes of its room; None where it has none or goes beyond.

    Nobody uses what they answered themselves, and what is beyond the grade that answered, by the
    matrix of then or of now, is beyond the room.
    """
    room = of_paper(context, row)
    if room is None or not _is_the_same(context, room, row, priced):
        return None
    if {context.actor.person_id, row["edited_by_id"], row["owner_id"]} & _answerers(context, room):
        return None
    facts = appraisal.facts_of(context, priced, Subject.of(row, room.request["requester_id"]))
    inside = within(facts, room.asked, room.limits, room.highest) and _is_own(context, room, facts)
    return Use(room, facts) if inside else None


def _is_the_same(context: Context, room: Room, row: Mapping[str, Any], priced: Priced) -> bool:
    """Whether nothing but figures is different, and of no line there is more."""
    now = _quantities(priced)
    return (
        room.same == _same(context, row, priced)
        and len(now) == len(room.quantities)
        and all(there <= asked for there, asked in zip(now, room.quantities, strict=True))
    )


def _is_own(context: Context, room: Room, facts: Facts) -> bool:
    then, matter = matrices.under(context, room.version), room.request["matter"]
    return all(
        rule(matter, room.grade, facts.branch, facts, matrix).level is Level.OWN
        for matrix in (matrices.in_force(context), then)
    )


def _answerers(context: Context, room: Room) -> set[int]:
    """Who gave the answer, and for whom."""
    answer = context.t.request_answer
    rows = answer.select(answer.c.person_id, answer.c.for_id).where(
        answer.c.request_id == room.request["id"], answer.c.verdict << GIVEN
    )
    return {person for row in rows.tuples() for person in row if person is not None}


def as_asked_fits(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the paper as it was asked lies within its answer, so that it needs no change."""
    room, facts = _room(request), requests.facts_now(context, request, row)
    return keeps(facts, room.limits) and _is_own(context, room, facts)


def record(context: Context, use: Use, frozen: str) -> None:
    """Puts on record, for good, what was made of the limits: who, when, and the figures; `frozen`
    is the hash of what prints now."""
    room, facts, request = use.room, use.facts, use.room.request
    kinds = dict.fromkeys([*(limit.kind for limit in room.limits), "amount"])
    used = [(kind, reached(facts, kind)) for kind in kinds]
    figures = [*([kind, plain(value)] for kind, value in used if value is not None)]
    figures.append(["frozen", frozen])
    requests.write_answer(
        context, request["id"], request["step"], "within", "", limits=json.dumps(figures)
    )
    kept = json.dumps(facts.to_json(), ensure_ascii=False)
    context.update("request", request["id"], request["version"], "within", used_facts=kept)
