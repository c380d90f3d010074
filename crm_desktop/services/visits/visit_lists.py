"""What is read of visits: a week, what is overdue, one customer's, one visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.visit import OPEN_STATES
from crm_desktop.domain.permissions import HEADS, may
from crm_desktop.domain.visiting import Channel, Obstacle, Outcome
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store.orm import SQL, fn

READ = "visit.read"
COLUMNS = (
    *("id", "version", "customer_id", "branch_id", "officer_id", "state", "planned_on"),
    *(
        "planned_time",
        "channel",
        "purpose",
        "outcome",
        "obstacle",
        "promised",
        "next_on",
        "done_at",
    ),
)


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as lists and forms show it; `time` is HH:MM or empty, an empty code is not yet known.

    `held_at` is the moment it was logged, the day it stands for is `planned_on`.
    """

    id: int
    version: int
    customer_id: int
    customer: str
    phone: str
    zone: str
    branch_id: int
    officer_id: int
    officer: str
    state: str
    planned_on: date
    time: str
    channel: Channel
    purpose: str
    outcome: Outcome | None
    obstacle: Obstacle | None
    promised: str
    next_on: date | None
    held_at: str | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many visits a day has: all, still open, held."""

    day: date
    total: int
    open: int
    done: int


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who may be sent to a customer."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a plan needs to know: the database's day, who may be sent, and by whose reach."""

    today: date
    officers: tuple[Officer, ...]
    heads: bool


@query(READ)
def calendar(context: Context) -> Calendar:
    """The day and the officers within the actor's reach, the actor first."""
    person, branch_id = context.t.person, context.branches("visit.save")
    rows = person.select(
        person.c.id, getattr(person.c, context.naming).alias("name"), person.c.roles
    )
    rows = rows.where(person.c.active == 1).order_by(person.c.grade, person.c.name)
    if branch_id is not None:
        rows = rows.where(person.c.branch_id == branch_id)
    officers = [
        Officer(row["id"], row["name"])
        for row in rows.dicts()
        if may(row["roles"].split(), "visit.save")
    ]
    officers.sort(key=lambda officer: officer.id != context.actor.person_id)
    heads = not context.actor.roles.isdisjoint(HEADS.split())
    return Calendar(context.today, tuple(officers), heads)


@query(READ)
def visits_between(
    context: Context,
    first: date,
    last: date,
    *,
    officer_id: int | None = None,
    after: tuple[Any, ...] | None = None,
    limit: int = 100,
) -> Page[Visit]:
    """The visits of `first` to `last` by day and hour: one officer's, or all within reach."""
    visit = context.t.visit
    rows = _rows(context, officer_id).where(
        visit.c.planned_on.between(first.isoformat(), last.isoformat())
    )
    return _page(context, rows, after, limit)


@query(READ)
def overdue_visits(
    context: Context,
    *,
    officer_id: int | None = None,
    after: tuple[Any, ...] | None = None,
    limit: int = 100,
) -> Page[Visit]:
    """Visits whose day has passed and that nobody has logged, missed or moved; oldest first."""
    visit = context.t.visit
    officers = None if officer_id is None else (officer_id,)
    rows = open_visits(context, officers).where(visit.c.planned_on < context.today.isoformat())
    return _page(context, rows, after, limit)


@query(READ)
def visits_of_customer(
    context: Context, customer_id: int, *, before: int | None = None, limit: int = 50
) -> Page[Visit]:
    """All visits of one customer that the actor may see, newest first."""
    visit = context.t.visit
    rows = _rows(context, None, by_officer=False).where(visit.c.customer_id == customer_id)
    if before is not None:
        rows = rows.where(visit.c.id < before)
    found = [_visit(context, row) for row in rows.order_by(visit.c.id.desc()).limit(limit).dicts()]
    return Page(tuple(found), (found[-1].id,) if len(found) == limit else None)


@query(READ)
def visit(context: Context, visit_id: int) -> Visit:
    """One visit; Refused `not_found`, NotAllowed `other_branch`."""
    visits = context.t.visit
    for row in _rows(context, None, by_officer=False).where(visits.c.id == visit_id).dicts():
        return _visit(context, row)
    context.require_branch(READ, context.row("visit", visit_id)["branch_id"])
    raise Refused("not_found", record="visit", record_id=visit_id)


@query(READ)
def visit_days(
    context: Context, first: date, last: date, *, officer_id: int | None = None
) -> tuple[DayCount, ...]:
    """The counts of every day from `first` to `last`, empty days too."""
    visit = context.t.visit
    rows = (
        visit.select(visit.c.planned_on, visit.c.state, fn.COUNT(visit.c.id))
        .where(
            *_reach(context, officer_id),
            visit.c.planned_on.between(first.isoformat(), last.isoformat()),
        )
        .group_by(visit.c.planned_on, visit.c.state)
    )
    found = {(row[0], row[1]): int(row[2]) for row in rows.tuples()}
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(_day_count(day, found) for day in days)


def open_visits(context: Context, officers: Sequence[int] | None) -> Any:
    """Rows of visits that still wait: those of some officers, or all within reach.

    The states are spelled out, since a partial index serves literals only.
    """
    states = ", ".join(f"'{state}'" for state in OPEN_STATES)
    rows = _rows(context, None, by_officer=officers is None)
    rows = rows.where(context.t.visit.c.state.in_(SQL(f"({states})")))
    return rows if officers is None else rows.where(context.t.visit.c.officer_id << officers)


def _rows(context: Context, officer_id: int | None, *, by_officer: bool = True) -> Any:
    """Visits within the actor's reach with what is shown of customer and officer."""
    visit, customer, person = context.t.visit, context.t.customer, context.t.person
    rows = (
        visit.select(
            *(getattr(visit.c, name) for name in COLUMNS),
            customer.c.name.alias("customer"),
            customer.c.phone,
            customer.c.zone,
            getattr(person.c, context.naming).alias("officer"),
        )
        .join(customer, on=customer.c.id == visit.c.customer_id)
        .join(person, on=person.c.id == visit.c.officer_id)
    )
    conditions = _reach(context, officer_id, by_officer=by_officer)
    return rows.where(*conditions) if conditions else rows


def _reach(context: Context, officer_id: int | None, *, by_officer: bool = True) -> list[Any]:
    """Conditions of what the actor may see; officers are few and their days are indexed."""
    visit, person = context.t.visit, context.t.person
    branch_id = context.branches(READ)
    conditions = [] if branch_id is None else [visit.c.branch_id == branch_id]
    if officer_id is not None:
        conditions.append(visit.c.officer_id == officer_id)
    elif by_officer:
        conditions.append(visit.c.officer_id.in_(person.select(person.c.id)))
    return conditions


def _page(context: Context, rows: Any, after: tuple[Any, ...] | None, limit: int) -> Page[Visit]:
    visit = context.t.visit
    if after is not None:
        rows = rows.where(
            (visit.c.planned_on > after[0])
            | ((visit.c.planned_on == after[0]) & (visit.c.planned_time > after[1]))
            | (
                (visit.c.planned_on == after[0])
                & (visit.c.planned_time == after[1])
                & (visit.c.id > after[2])
            )
        )
    ordered = rows.order_by(visit.c.planned_on, visit.c.planned_time, visit.c.id).limit(limit)
    found = [_visit(context, row) for row in ordered.dicts()]
    if len(found) < limit:
        return Page(tuple(found))
    last = found[-1]
    return Page(tuple(found), (last.planned_on.isoformat(), last.time, last.id))


def _visit(context: Context, row: dict[str, Any]) -> Visit:
    day = date.fromisoformat(row["planned_on"])
    return Visit(
        id=row["id"],
        version=row["version"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        phone=row["phone"],
        zone=row["zone"],
        branch_id=row["branch_id"],
        officer_id=row["officer_id"],
        officer=row["officer"],
        state=row["state"],
        planned_on=day,
        time=row["planned_time"],
        channel=Channel(row["channel"]),
        purpose=row["purpose"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        obstacle=Obstacle(row["obstacle"]) if row["obstacle"] else None,
        promised=row["promised"],
        next_on=date.fromisoformat(row["next_on"]) if row["next_on"] else None,
        held_at=row["done_at"],
        overdue=row["state"] in OPEN_STATES and day < context.today,
    )


def _day_count(day: date, found: dict[tuple[str, str], int]) -> DayCount:
    counts = {state: count for (on, state), count in found.items() if on == day.isoformat()}
    waiting = sum(counts.get(state, 0) for state in OPEN_STATES)
    return DayCount(day, sum(counts.values()), waiting, counts.get("done", 0))
