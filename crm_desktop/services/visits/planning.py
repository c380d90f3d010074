"""Several visits planned at once: spread over open days with a look before, then all or none."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.visit import OPEN_STATES
from crm_desktop.domain.rounds import MOST_DAYS, Stop, open_days, spread
from crm_desktop.domain.visiting import Channel
from crm_desktop.services.authority.deadlines import load_calendar
from crm_desktop.services.customers.rhythms import rounds_of
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.taking_back import offer
from crm_desktop.services.visits.due import districts, next_visits
from crm_desktop.services.visits.visits import SAVE, PlanVisit, plan_visit
from crm_desktop.store import bulk
from crm_desktop.store.orm import fn

MOST = 200


@dataclass(frozen=True)
class PlannedStop:
    """Whom to meet on which day."""

    customer_id: int
    day: date


@dataclass(frozen=True)
class PlanVisits(Command[tuple[int, ...]]):
    """Plans a visit to each, all or none; answers their ids in the same order."""

    name: ClassVar[str] = "visit.plan_many"
    permission: ClassVar[str] = SAVE
    stops: tuple[PlannedStop, ...]
    purpose: str
    channel: Channel = Channel.VISIT
    officer_id: int | None = None


@dataclass(frozen=True, slots=True)
class DayLoad:
    """A day of the span: its visits so far and those that would be added; closed days have none."""

    day: date
    open: bool
    taken: int
    added: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """A customer with the day that is proposed; without one `why` says what stands against it."""

    customer_id: int
    name: str
    zone: str
    district: str
    day: date | None
    why: str = ""
    planned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What would be planned, and how full the days would be."""

    rows: tuple[Proposed, ...]
    days: tuple[DayLoad, ...]
    per_day: int


@query("visit.read")
def proposed_round(
    context: Context, ids: tuple[int, ...], first: date, last: date, officer_id: int | None = None
) -> Round:
    """The customers spread over the open days of a span; whoever has a visit ahead is left out.

    Refused `round_days` for a span that lies in the past, runs backwards or is too long,
    `too_many_at_once`.
    """
    if not context.today <= first <= last <= first + timedelta(days=MOST_DAYS):
        raise Refused("round_days", "last", days=MOST_DAYS)
    if len(ids) > MOST:
        raise Refused("too_many_at_once", "ids", most=MOST)
    known, ahead, places = (
        _customers(context, ids),
        next_visits(context, ids),
        districts(context, ids),
    )
    free = [each for each in ids if each in known and each not in ahead]
    calendar, most = load_calendar(context), rounds_of(context).per_day
    days = open_days(first, last, calendar.open_on)
    taken = loads(context, officer_id or context.actor.person_id, first, last)
    stops = (Stop(each, (known[each]["zone"], places.get(each, ""))) for each in free)
    placed = dict(spread(stops, days, taken, most))
    rows = [
        Proposed(
            each,
            known[each]["name"],
            known[each]["zone"],
            places.get(each, ""),
            placed.get(each),
            "planned_already" if each in ahead else "" if placed.get(each) else "days_full",
            ahead.get(each),
        )
        for each in dict.fromkeys(ids)
        if each in known
    ]
    rows.sort(key=lambda row: (row.day is None, row.day or first, row.zone, row.district))
    added = [day for day in placed.values() if day]
    span = (first + timedelta(days=number) for number in range((last - first).days + 1))
    shown = (DayLoad(d, d in days, taken.get(d, 0), added.count(d)) for d in span)
    return Round(tuple(rows), tuple(shown), most)


@query("visit.read")
def closed_days(context: Context, first: date, last: date) -> frozenset[date]:
    """The days of a span on which the desk is closed."""
    calendar = load_calendar(context)
    return frozenset(open_days(first, last, lambda day: not calendar.open_on(day)))


@handles(PlanVisits)
def plan_visits(context: Context, command: PlanVisits) -> tuple[int, ...]:
    """Never on a closed day, never more on one than the setting allows, nobody twice."""
    if not command.stops:
        raise Refused("round_empty", "stops")
    if len(command.stops) > MOST:
        raise Refused("too_many_at_once", "stops", most=MOST)
    officer_id = command.officer_id or context.actor.person_id
    context.hold("person", officer_id)
    for customer_id in sorted({stop.customer_id for stop in command.stops}):
        context.hold("customer", customer_id)
    _check_days(context, command, officer_id)
    _check_nobody_twice(context, command)
    channel = command.channel
    made = tuple(
        plan_visit(
            context,
            PlanVisit(
                stop.customer_id,
                stop.day,
                command.purpose,
                channel=channel,
                officer_id=officer_id,
            ),
        )
        for stop in command.stops
    )
    offer(context, command)
    return made


def _check_days(context: Context, command: PlanVisits, officer_id: int) -> None:
    calendar, most = load_calendar(context), rounds_of(context).per_day
    days = [stop.day for stop in command.stops]
    taken = loads(context, officer_id, min(days), max(days))
    for place, day in enumerate(days):
        if not calendar.open_on(day):
            raise Refused("round_day_closed", f"stops.{place}", day=day)
        taken[day] = taken.get(day, 0) + 1
        if taken[day] > most:
            raise Refused("round_day_full", f"stops.{place}", day=day, most=most)


def _check_nobody_twice(context: Context, command: PlanVisits) -> None:
    """Two heads may plan the same zone at once."""
    ids = [stop.customer_id for stop in command.stops]
    for place, (customer_id, day) in enumerate(next_visits(context, ids).items()):
        name = context.row("customer", customer_id)["name"]
        raise Refused("round_planned_already", f"stops.{place}", name=name, day=day)
    for place, customer_id in enumerate(ids):
        if customer_id in ids[:place]:
            name = context.row("customer", customer_id)["name"]
            raise Refused("round_twice", f"stops.{place}", name=name)


def loads(context: Context, officer_id: int, first: date, last: date) -> dict[date, int]:
    """How many open visits the officer has on each day that has any."""
    visit = context.t.visit
    rows = visit.select(visit.c.planned_on, fn.COUNT(visit.c.id)).where(
        visit.c.officer_id == officer_id,
        visit.c.planned_on.between(first.isoformat(), last.isoformat()),
        visit.c.state.in_(OPEN_STATES),
    )
    return {
        date.fromisoformat(day): int(n) for day, n in rows.group_by(visit.c.planned_on).tuples()
    }


def _customers(context: Context, ids: tuple[int, ...]) -> dict[int, dict[str, Any]]:
    customer, found = context.t.customer, dict[int, dict[str, Any]]()
    for chunk in bulk.chunks(list(ids), MOST):
        rows = customer.select(customer.c.id, customer.c.name, customer.c.zone)
        rows = rows.where(customer.c.id.in_(chunk), customer.c.active == 1)
        found |= {row["id"]: row for row in rows.dicts()}
    return found
