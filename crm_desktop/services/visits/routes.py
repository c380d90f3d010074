"""The route of a day: an officer's stops in their order, with what to know before each door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, cast

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import OPEN_STATES as OPEN_OFFERS
from crm_desktop.domain.kinds.visit import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.domain.visiting import Channel, Obstacle, Outcome
from crm_desktop.messages import sentence, show
from crm_desktop.printing.paper import Language
from crm_desktop.printing.rounds import OpenOffer, RouteSheet, RouteStop
from crm_desktop.services.customers.customers import parts_of
from crm_desktop.services.look import dressed
from crm_desktop.services.papers import finders, paper_parts
from crm_desktop.services.places import Address, address_lines
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.visits.visits import SAVE

SHOWN = (*OPEN_STATES, "done")
COLUMNS = (
    *("id", "version", "customer_id", "branch_id", "state", "planned_time", "channel"),
    *("purpose", "position"),
)
LAST = 10**6
MOST_OFFERS = 5


@dataclass(frozen=True)
class OrderRoute(Command[None]):
    """The order in which the officer goes: visits of one day by id, the first first. Where `was`
    is given, another order by now is told (`route_changed`) and stays."""

    name: ClassVar[str] = "visit.order"
    permission: ClassVar[str] = SAVE
    officer_id: int
    day: date
    ids: tuple[int, ...]
    was: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """One door: who, where, when, what came of the last visit, which quotations are open."""

    id: int
    version: int
    customer_id: int
    customer: str
    state: str
    time: str
    channel: Channel
    purpose: str
    zone: str
    phone: str
    contact: str
    address: Address | None
    last_on: date | None
    outcome: Outcome | None
    obstacle: Obstacle | None
    promised: str
    offers: tuple[OpenOffer, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A day of an officer."""

    officer_id: int
    officer: str
    day: date
    stops: tuple[Stop, ...]


@handles(OrderRoute)
def order_route(context: Context, command: OrderRoute) -> None:
    """Keeps the order; a visit that was added or taken away meanwhile is told (`route_changed`)."""
    context.hold("person", command.officer_id)
    rows = _rows(context, command.officer_id, command.day, None)
    for row in rows:
        context.require_branch(SAVE, row["branch_id"])
    if {row["id"] for row in rows} != set(command.ids) or len(rows) != len(command.ids):
        raise Refused("route_changed", "ids")
    before = {row["id"]: row["position"] for row in rows}
    if command.was and tuple(sorted(before, key=lambda each: before[each] or 0)) != command.was:
        raise Refused("route_changed", "ids")
    visit = context.t.visit
    for place, visit_id in enumerate(command.ids, 1):
        if before[visit_id] != place:
            visit.update(position=place).where(visit.c.id == visit_id).execute()
            was = {"position": before[visit_id]}
            context.audit("visit", visit_id, "ordered", was, {"position": place})
    if all(before.values()):
        old = tuple(sorted(before, key=before.__getitem__))
        context.reversible(command, replace(command, ids=old, was=command.ids))


@query("visit.read")
def route(context: Context, officer_id: int, day: date) -> Route:
    """The stops of a day: by the order that was set, else by hour, zone and subdistrict."""
    person = context.row("person", officer_id)
    rows = _rows(context, officer_id, day, context.branches("visit.read"))
    stops = [_stop(context, row, day) for row in rows]
    return Route(officer_id, person[context.naming], day, tuple(stops))


def _rows(
    context: Context, officer_id: int, day: date, branch_id: int | None
) -> list[dict[str, Any]]:
    """The day's visits in their order; those of one branch where one is named."""
    visit, customer = context.t.visit, context.t.customer
    rows = visit.select(
        *(getattr(visit.c, name) for name in COLUMNS),
        *(customer.c.name.alias("customer"), customer.c.phone, customer.c.zone),
    ).join(customer, on=(customer.c.id == visit.c.customer_id))
    rows = rows.where(
        visit.c.officer_id == officer_id,
        visit.c.planned_on == day.isoformat(),
        visit.c.state.in_(SHOWN),
        visit.c.unplanned == 0,
    )
    if branch_id is not None:
        rows = rows.where(visit.c.branch_id == branch_id)
    found = list(rows.dicts())
    for row in found:
        row["parts"] = parts_of(context, row["customer_id"])
    return sorted(found, key=_place)


def _place(row: Mapping[str, Any]) -> tuple[Any, ...]:
    address = where(row["parts"]["addresses"])
    subdistrict = (address.district, address.subdistrict) if address else ("", "")
    return row["position"] or LAST, row["planned_time"] or "99", row["zone"], subdistrict, row["id"]


def where(addresses: Iterable[Address]) -> Address | None:
    """Where one goes: the site if one is known, else where the bills go."""
    found = sorted(addresses, key=lambda each: each.use != "delivery")
    return found[0] if found else None


def _stop(context: Context, row: Mapping[str, Any], day: date) -> Stop:
    parts, last = row["parts"], _last(context, row["customer_id"], day, row["id"])
    contacts = parts["contacts"]
    contact = " ".join(filter(None, (contacts[0].name, contacts[0].phone))) if contacts else ""
    return Stop(
        id=row["id"],
        version=row["version"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        state=row["state"],
        time=row["planned_time"],
        channel=Channel(row["channel"]),
        purpose=row["purpose"],
        zone=row["zone"],
        phone=row["phone"],
        contact=contact,
        address=where(parts["addresses"]),
        last_on=date.fromisoformat(last["planned_on"]) if last else None,
        outcome=Outcome(last["outcome"]) if last else None,
        obstacle=Obstacle(last["obstacle"]) if last else None,
        promised=last["promised"] if last else "",
        offers=_offers(context, row["customer_id"]),
    )


def _last(context: Context, customer_id: int, day: date, except_id: int) -> dict[str, Any] | None:
    """The visit held last before a day, whoever went."""
    visit = context.t.visit
    rows = visit.select().where(
        visit.c.customer_id == customer_id,
        visit.c.state == "done",
        visit.c.planned_on <= day.isoformat(),
        visit.c.id != except_id,
    )
    ordered = rows.order_by(visit.c.planned_on.desc(), visit.c.id.desc()).limit(1)
    return next(iter(ordered.dicts()), None)


def _offers(context: Context, customer_id: int) -> tuple[OpenOffer, ...]:
    """The open quotations that the actor may see, the next to follow up first."""
    if not context.actor.may("quotation.read"):
        return ()
    document = context.t.document
    rows = document.select().where(
        document.c.customer_id == customer_id,
        document.c.kind == "QT",
        document.c.state.in_(OPEN_OFFERS),
    )
    branch_id = context.branches("quotation.read")
    if branch_id is not None:
        rows = rows.where(document.c.branch_id == branch_id)
    found = sorted(rows.dicts(), key=lambda row: (row["follow_up_on"] or "9999", row["id"]))
    return tuple(
        OpenOffer(
            row["number"],
            Money(row["total_satang"]),
            date.fromisoformat(row["valid_until"]),
            date.fromisoformat(row["follow_up_on"]) if row["follow_up_on"] else None,
        )
        for row in found[:MOST_OFFERS]
    )


# ---------------------------------------------------------------- on paper


@query("visit.read")
def route_sheet(context: Context, officer_id: int, day: date, language: str = "") -> RouteSheet:
    """The route for the printer, in the language asked for or the actor's own."""
    speech = language or context.actor.language
    tongue = "en" if speech == "en" else "th"
    spoken = replace(context, actor=replace(context.actor, language=tongue))
    found = route(spoken, officer_id, day)
    era = context.actor.era
    sheet = RouteSheet(
        seller=paper_parts.seller_now(context),
        dated=day,
        finder=finders.route(day, officer_id),
        language=cast(Language, speech),
        details=(
            ("route_officer", found.officer),
            ("route_stops", str(len(found.stops))),
            ("team_drawn", show(context.now.replace(second=0), tongue, era)),
        ),
        stops=tuple(
            _printed(each, place, tongue, era) for place, each in enumerate(found.stops, 1)
        ),
    )
    return dressed(context, sheet)


def _printed(stop: Stop, place: int, language: str, era: str) -> RouteStop:
    lines = address_lines(stop.address, language) if stop.address else ()
    return RouteStop(
        place=place,
        time=stop.time,
        customer=stop.customer,
        how=sentence(stop.channel.value, language),
        purpose=stop.purpose,
        zone=stop.zone,
        address=" ".join(lines),
        contact=" · ".join(filter(None, (stop.phone, stop.contact))),
        last=last_words(stop, language, era),
        promised=stop.promised,
        offers=stop.offers,
    )


def last_words(stop: Stop, language: str, era: str) -> str:
    """The last visit in one line: its day, what came of it, what stood in the way."""
    if stop.last_on is None or stop.outcome is None:
        return ""
    words = [show(stop.last_on, language, era), sentence(stop.outcome.value, language)]
    if stop.obstacle not in (None, Obstacle.NONE):
        words.append(sentence(stop.obstacle.value, language))
    return " · ".join(words)
