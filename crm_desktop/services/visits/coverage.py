"""Coverage of visits: who of those assigned was met, what of the plan was kept, who is overdue.

Assigned is an active customer with a class and an owner, as of now: how it was on an earlier day is
not kept. Visited is one who was met in the days, by whoever and in whatever way. Planned is a visit
planned for one of the days that is over, or that is settled already; cancelled ones are none, for
nobody wanted them any more; one that nobody planned is none either.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.visit import OPEN_STATES
from crm_desktop.domain.visiting import Outcome
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.exchange.xlsx import Cell
from crm_desktop.messages import sentence
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import Scope, ids, within
from crm_desktop.services.team.sheets import percent
from crm_desktop.store.orm import SQL, Case, fn

READ = "visit.read"
BY = ("officer", "zone", "province", "class")
OF_CUSTOMERS = ("assigned", "visited", "unvisited", "overdue")
OF_VISITS = ("planned", "kept", "broken")
FIGURES = (*OF_CUSTOMERS, *OF_VISITS)


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of some days; a share is None where there is nothing to divide by."""

    assigned: int = 0
    visited: int = 0
    overdue: int = 0
    planned: int = 0
    kept: int = 0

    @property
    def unvisited(self) -> int:
        """Assigned and not met."""
        return self.assigned - self.visited

    @property
    def broken(self) -> int:
        """Planned and not held."""
        return self.planned - self.kept

    @property
    def coverage(self) -> Fraction | None:
        """Of those assigned, who was met."""
        return Fraction(self.visited, self.assigned) if self.assigned else None

    @property
    def plan_kept(self) -> Fraction | None:
        """Of what was planned, what was held."""
        return Fraction(self.kept, self.planned) if self.planned else None

    @property
    def late(self) -> Fraction | None:
        """Of those assigned, who is overdue."""
        return Fraction(self.overdue, self.assigned) if self.assigned else None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One officer, zone, province or class (`key`; "" where it is not known) in the days asked for,
    and as it was in the days compared with."""

    key: str
    name: str
    now: Counts
    before: Counts = field(default_factory=Counts)

    @property
    def id(self) -> str:
        """Its key."""
        return self.key


@dataclass(frozen=True, slots=True)
class CoveredRow:
    """A customer, or a visit to one, behind a figure; `visit_id` says which visit."""

    id: int
    customer_id: int
    visit_id: int | None
    code: str
    customer: str
    zone: str
    rhythm: str
    officer: str
    on: date | None
    due_on: date | None
    state: str = ""
    outcome: Outcome | None = None


@query(READ)
def coverage(
    context: Context, span: Span, by: str = "officer", compared: tuple[date, date] | None = None
) -> tuple[CoverageRow, ...]:
    """One row per officer, zone, province or class of which there is anything, and as the last one
    (key `*`) all of them together."""
    span.check()
    if by not in BY:
        raise Refused("bad_choice", "by", value=by)
    people = _people(context, span.scope)
    now = _counts(context, people, span, by)
    before: dict[str, Counts] = {}
    if compared is not None:
        earlier = Span(*compared, span.scope)
        earlier.check()
        before = _counts(context, people, earlier, by)
    names = {str(key): name for key, name in people.items()}
    rows = [
        CoverageRow(
            key, names.get(key, key) if by == "officer" else key, found, before.get(key, _N)
        )
        for key, found in now.items()
    ]
    rows.sort(key=lambda row: (row.key == "", row.name))
    if len(rows) > 1:
        rows.append(CoverageRow("*", "", _sum(now), _sum(before)))
    return tuple(rows)


_N = Counts()


def _sum(counts: Mapping[str, Counts]) -> Counts:
    """All rows as one: every customer and every visit stands in one of them only."""
    values = counts.values()
    names = ("assigned", "visited", "overdue", "planned", "kept")
    return Counts(**{name: sum(getattr(each, name) for each in values) for name in names})


def _people(context: Context, scope: Scope) -> dict[int, str]:
    """Whose customers and visits: heads have the people within their reach, others themselves."""
    if not context.actor.may("team.read"):
        return {
            context.actor.person_id: context.row("person", context.actor.person_id)[context.naming]
        }
    found = within(context, scope)
    return {each.id: each.name for each in found} or dict.fromkeys(ids(found), "")


def _counts(context: Context, people: Mapping[int, str], span: Span, by: str) -> dict[str, Counts]:
    found: dict[str, dict[str, int]] = {}
    for rows in (
        _of_customers(context, people, by),
        _met(context, people, span, by),
        _of_visits(context, people, span, by),
    ):
        for row in rows.dicts():
            into = found.setdefault(str(row.pop("key") or ""), {})
            into |= {name: int(count or 0) for name, count in row.items()}
    return {key: Counts(**counts) for key, counts in found.items()}


def _dimension(context: Context, by: str, officer: Any) -> Any:
    customer, address = context.t.customer, context.t.customer_address
    if by == "officer":
        return officer
    if by == "province":
        first = address.select(address.c.province).where(address.c.customer_id == customer.c.id)
        return first.order_by(address.c.position).limit(1)
    return customer.c.zone if by == "zone" else customer.c.rhythm


def _assigned(context: Context, people: Mapping[int, str]) -> Any:
    customer = context.t.customer
    owned = customer.c.owner_id.in_(list(people))
    return customer.c.due_on.is_null(False) & (customer.c.active == 1) & owned


def _of_customers(context: Context, people: Mapping[int, str], by: str) -> Any:
    customer = context.t.customer
    key = _dimension(context, by, customer.c.owner_id)
    late = fn.SUM(Case(None, [(customer.c.due_on < context.today.isoformat(), 1)], 0))
    rows = customer.select(
        key.alias("key"), fn.COUNT(customer.c.id).alias("assigned"), late.alias("overdue")
    )
    return rows.where(_assigned(context, people)).group_by(SQL("1"))


def _met(context: Context, people: Mapping[int, str], span: Span, by: str) -> Any:
    customer = context.t.customer
    key = _dimension(context, by, customer.c.owner_id)
    rows = customer.select(key.alias("key"), fn.COUNT(customer.c.id).alias("visited"))
    return rows.where(_assigned(context, people), customer.c.id.in_(_held(context, span))).group_by(
        SQL("1")
    )


def _held(context: Context, span: Span) -> Any:
    """The customers who were met in the days; officers are few and their days are indexed."""
    visit, person = context.t.visit, context.t.person
    return visit.select(visit.c.customer_id).where(
        visit.c.officer_id.in_(person.select(person.c.id)),
        visit.c.planned_on.between(span.since.isoformat(), span.until.isoformat()),
        visit.c.state == "done",
        visit.c.outcome != Outcome.NOT_MET.value,
    )


def _of_visits(context: Context, people: Mapping[int, str], span: Span, by: str) -> Any:
    visit, customer = context.t.visit, context.t.customer
    key = _dimension(context, by, visit.c.officer_id)
    kept = fn.SUM(Case(None, [(visit.c.state == "done", 1)], 0))
    rows = visit.select(
        key.alias("key"), fn.COUNT(visit.c.id).alias("planned"), kept.alias("kept")
    ).join(customer, on=(customer.c.id == visit.c.customer_id))
    return rows.where(_planned(context, people, span)).group_by(SQL("1"))


def _planned(context: Context, people: Mapping[int, str], span: Span) -> Any:
    """Visits that were planned for the days and whose day is over, or that are settled."""
    visit, last = context.t.visit, context.today - timedelta(days=1)
    over = (visit.c.planned_on <= last.isoformat()) | visit.c.state.not_in(OPEN_STATES)
    return (
        visit.c.officer_id.in_(list(people))
        & visit.c.planned_on.between(span.since.isoformat(), span.until.isoformat())
        & (visit.c.unplanned == 0)
        & (visit.c.state != "cancelled")
        & over
    )


# ---------------------------------------------------------------- what stands behind a figure


@query(READ)
def covered_page(
    context: Context, span: Span, by: str, key: str, figure: str, wanted: ListQuery
) -> Page[CoveredRow]:
    """The customers or visits that a figure counts, those due first or planned first in front;
    `key` as the row has it, `*` for all."""
    span.check()
    if figure not in FIGURES or by not in BY:
        raise Refused("bad_choice", "figure", value=figure)
    people = _people(context, span.scope)
    visit, customer = context.t.visit, context.t.customer
    of_visits = figure in OF_VISITS
    rows = (_visit_rows if of_visits else _customer_rows)(context, people, span, figure)
    order = visit if of_visits else customer
    first, officer = (
        (visit.c.planned_on, visit.c.officer_id)
        if of_visits
        else (customer.c.due_on, customer.c.owner_id)
    )
    if key != "*":
        column = _dimension(context, by, officer)
        value: Any = int(key or 0) if by == "officer" else key
        rows = rows.where(fn.COALESCE(column, "") == value if by == "province" else column == value)
    wanted = ListQuery(None, after=wanted.after, limit=wanted.limit)
    found = keyset(rows, first, order.c.id, wanted)
    page = found[: wanted.limit]
    end = None
    if len(found) > wanted.limit:
        end = (page[-1]["day" if of_visits else "due_on"], page[-1]["id"])
    return Page(tuple(_covered(row, people) for row in page), end)


def _customer_rows(context: Context, people: Mapping[int, str], span: Span, figure: str) -> Any:
    customer = context.t.customer
    rows = customer.select(
        *(customer.c.id, customer.c.id.alias("customer_id"), customer.c.code, customer.c.name),
        *(customer.c.zone, customer.c.rhythm, customer.c.owner_id.alias("officer_id")),
        *(customer.c.contact_on.alias("day"), customer.c.due_on),
    ).where(_assigned(context, people))
    conditions: Mapping[str, Callable[[], Any]] = {
        "visited": lambda: customer.c.id.in_(_held(context, span)),
        "unvisited": lambda: customer.c.id.not_in(_held(context, span)),
        "overdue": lambda: customer.c.due_on < context.today.isoformat(),
    }
    return rows.where(conditions[figure]()) if figure in conditions else rows


def _visit_rows(context: Context, people: Mapping[int, str], span: Span, figure: str) -> Any:
    visit, customer = context.t.visit, context.t.customer
    rows = visit.select(
        *(visit.c.id, visit.c.id.alias("visit_id"), visit.c.customer_id, customer.c.code),
        *(customer.c.name, customer.c.zone, customer.c.rhythm, visit.c.officer_id),
        *(visit.c.planned_on.alias("day"), customer.c.due_on, visit.c.state, visit.c.outcome),
    ).join(customer, on=(customer.c.id == visit.c.customer_id))
    rows = rows.where(_planned(context, people, span))
    if figure != "planned":
        held = visit.c.state == "done"
        rows = rows.where(held if figure == "kept" else visit.c.state != "done")
    return rows


def _covered(row: Mapping[str, Any], people: Mapping[int, str]) -> CoveredRow:
    return CoveredRow(
        id=row["id"],
        customer_id=row["customer_id"],
        visit_id=row.get("visit_id"),
        code=row["code"],
        customer=row["name"],
        zone=row["zone"],
        rhythm=row["rhythm"],
        officer=people.get(row["officer_id"], ""),
        on=date.fromisoformat(row["day"]) if row["day"] else None,
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        state=row.get("state", ""),
        outcome=Outcome(row["outcome"]) if row.get("outcome") else None,
    )


# ---------------------------------------------------------------- as a sheet

COLUMNS: Mapping[str, Callable[[CoverageRow], Any]] = {
    "assigned": lambda row: row.now.assigned,
    "visited": lambda row: row.now.visited,
    "coverage": lambda row: percent(row.now.coverage),
    "coverage_before": lambda row: percent(row.before.coverage),
    "planned": lambda row: row.now.planned,
    "kept": lambda row: row.now.kept,
    "plan_kept": lambda row: percent(row.now.plan_kept),
    "plan_kept_before": lambda row: percent(row.before.plan_kept),
    "overdue": lambda row: row.now.overdue,
}


@query(READ)
def coverage_sheet(
    context: Context, span: Span, by: str = "officer", compared: tuple[date, date] | None = None
) -> Sheet:
    """The table as it goes into a file; nothing to divide by leaves its cell empty."""
    language = context.actor.language
    names = [f"coverage_by_{by}", *(f"coverage_column_{name}" for name in COLUMNS)]
    rows: list[tuple[Cell, ...]] = []
    for row in coverage(context, span, by, compared):
        name = sentence("coverage_all", language) if row.key == "*" else row.name
        rows.append(
            (name or sentence("coverage_unknown", language), *(c(row) for c in COLUMNS.values()))
        )
    heading = tuple(sentence(name, language) for name in names)
    return Sheet(sentence("coverage_title", language), heading, tuple(rows))
