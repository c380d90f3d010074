"""Who is due to be met: overdue by zone, due this week, and due near what is planned anyway."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.visit import OPEN_STATES
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import bulk
from crm_desktop.store.orm import SQL, Case, fn

READ = "visit.read"
WEEK = timedelta(days=7)
WITHIN = ("overdue", "week", "near")
MOST_NEAR = 100
"""So many of those near a week's visits are shown; it is a proposal, not a list to work off."""
COLUMNS = ("id", "code", "name", "phone", "zone", "rhythm", "owner_id", "contact_on", "due_on")


@dataclass(frozen=True, slots=True)
class DueRow:
    """A customer who is due: `days` overdue (negative: still to come), the day of the next visit
    that is planned, and for whose visit (`near`) one would be in the neighbourhood anyway."""

    id: int
    code: str
    name: str
    phone: str
    zone: str
    district: str
    rhythm: str
    owner_id: int | None
    owner: str
    contact_on: date | None
    due_on: date
    days: int
    planned_on: date | None
    near: str = ""
    near_on: date | None = None


@dataclass(frozen=True, slots=True)
class ZoneCount:
    """How many of a zone are overdue, and how many more come due within a week."""

    zone: str
    overdue: int
    week: int


@query(READ)
def due_page(context: Context, wanted: ListQuery) -> Page[DueRow]:
    """Those with a class who are due, the longest overdue first.

    Filters: within (`overdue`, `week`: overdue or due within seven days, `near`: the same and near
    a visit that is planned for those days), officer (whose customers), zone (None: every zone),
    rhythm.
    """
    within = wanted.filters.get("within") or "overdue"
    if within not in WITHIN:
        raise Refused("bad_choice", "within", value=within)
    if within == "near":
        return Page(_near(context, wanted))
    customer = context.t.customer
    rows = _due(context, wanted, context.today + (WEEK if within == "week" else -timedelta(1)))
    ordered = ListQuery(after=wanted.after, limit=wanted.limit)
    found = keyset(rows, customer.c.due_on, customer.c.id, ordered)
    page = found[: wanted.limit]
    end = (page[-1]["due_on"], page[-1]["id"]) if len(found) > wanted.limit else None
    return Page(due_rows(context, page), end)


@query(READ)
def due_zones(context: Context, officer_id: int | None = None) -> tuple[ZoneCount, ...]:
    """Every zone in which somebody is due within a week, the most overdue first."""
    customer = context.t.customer
    late = fn.SUM(Case(None, [(customer.c.due_on < context.today.isoformat(), 1)], 0))
    rows = (
        _reached(context, officer_id, customer.select(customer.c.zone, late, fn.COUNT(SQL("*"))))
        .where(customer.c.due_on <= (context.today + WEEK).isoformat())
        .group_by(customer.c.zone)
    )
    found = [
        ZoneCount(zone, int(late), int(all_) - int(late)) for zone, late, all_ in rows.tuples()
    ]
    return tuple(sorted(found, key=lambda each: (-each.overdue, -each.week, each.zone)))


@query(READ)
def overdue_count(context: Context, officer_id: int | None = None, most: int = 1000) -> int:
    """How many are overdue, counted up to `most`."""
    customer = context.t.customer
    rows = _reached(context, officer_id, customer.select(customer.c.id))
    rows = rows.where(customer.c.due_on < context.today.isoformat())
    return len(list(rows.order_by(customer.c.due_on).limit(most).tuples()))


def _due(context: Context, wanted: ListQuery, until: date) -> Any:
    customer = context.t.customer
    rows = customer.select(*(getattr(customer.c, name) for name in COLUMNS))
    rows = _reached(context, wanted.filters.get("officer"), rows)
    rows = rows.where(customer.c.due_on <= until.isoformat())
    if wanted.filters.get("zone") is not None:
        rows = rows.where(customer.c.zone == wanted.filters["zone"])
    if wanted.filters.get("rhythm"):
        rows = rows.where(customer.c.rhythm == wanted.filters["rhythm"])
    return rows


def _reached(context: Context, officer_id: int | None, rows: Any) -> Any:
    """Customers with a day that is due, one officer's or all within reach."""
    customer, branch_id = context.t.customer, context.branches(READ)
    rows = rows.where(customer.c.due_on.is_null(False), customer.c.active == 1)
    if officer_id is not None:
        return rows.where(customer.c.owner_id == officer_id)
    return rows if branch_id is None else rows.where(customer.c.branch_id == branch_id)


def _near(context: Context, wanted: ListQuery) -> tuple[DueRow, ...]:
    """Who is due in the zones of the week's visits; those of the same district come first."""
    visits = _planned_ahead(context, wanted.filters.get("officer"))
    by_zone: dict[str, list[dict[str, Any]]] = {}
    for each in visits:
        by_zone.setdefault(each["zone"], []).append(each)
    found: list[tuple[bool, date, DueRow]] = []
    places = districts(context, [each["customer_id"] for each in visits])
    for zone, there in by_zone.items():
        if not zone or wanted.filters.get("zone") not in (None, zone):
            continue
        inside = ListQuery(filters={**wanted.filters, "zone": zone})
        rows = _due(context, inside, context.today + WEEK).order_by(context.t.customer.c.due_on)
        for row in due_rows(context, list(rows.limit(MOST_NEAR).dicts())):
            if row.planned_on is None:
                found.append(_beside(row, there, places))
    found.sort(key=lambda each: each[:2])
    return tuple(row for _, _, row in found[:MOST_NEAR])


def _beside(
    row: DueRow, there: Iterable[Mapping[str, Any]], places: Mapping[int, str]
) -> tuple[bool, date, DueRow]:
    """The row with the visit of its zone that lies nearest: in its district if there is one."""
    best = min(
        there,
        key=lambda each: (places.get(each["customer_id"]) != row.district, each["planned_on"]),
    )
    elsewhere = not row.district or places.get(best["customer_id"]) != row.district
    there_on = date.fromisoformat(best["planned_on"])
    return elsewhere, row.due_on, replace(row, near=best["name"], near_on=there_on)


def _planned_ahead(context: Context, officer_id: int | None) -> list[dict[str, Any]]:
    """The open visits of the next seven days, with whom they are to."""
    visit, customer, person = context.t.visit, context.t.customer, context.t.person
    span = (context.today.isoformat(), (context.today + WEEK).isoformat())
    rows = (
        visit.select(visit.c.customer_id, visit.c.planned_on, customer.c.name, customer.c.zone)
        .join(customer, on=(customer.c.id == visit.c.customer_id))
        .where(visit.c.planned_on.between(*span), visit.c.state.in_(_open()))
        .order_by(visit.c.planned_on, visit.c.id)
    )
    branch_id = context.branches(READ)
    if branch_id is not None:
        rows = rows.where(visit.c.branch_id == branch_id)
    officers = person.select(person.c.id) if officer_id is None else (officer_id,)
    return list(rows.where(visit.c.officer_id.in_(officers)).limit(500).dicts())


def _open() -> Any:
    """The open states spelled out, since a partial index serves literals only."""
    return SQL(f"({', '.join(repr(state) for state in OPEN_STATES)})")


def due_rows(context: Context, rows: list[dict[str, Any]]) -> tuple[DueRow, ...]:
    """Customers with who looks after them, where they are, and when somebody goes there anyway."""
    ids = [row["id"] for row in rows]
    owners = names(context, {row["owner_id"] for row in rows if row["owner_id"]})
    places, planned = districts(context, ids), next_visits(context, ids)
    return tuple(
        DueRow(
            **{name: row[name] for name in COLUMNS[:7]},
            owner=owners.get(row["owner_id"], ""),
            district=places.get(row["id"], ""),
            contact_on=date.fromisoformat(row["contact_on"]) if row["contact_on"] else None,
            due_on=date.fromisoformat(row["due_on"]),
            days=(context.today - date.fromisoformat(row["due_on"])).days,
            planned_on=planned.get(row["id"]),
        )
        for row in rows
    )


def names(context: Context, ids: Iterable[int]) -> dict[int, str]:
    """People by id in the actor's language."""
    person = context.t.person
    rows = person.select(person.c.id, getattr(person.c, context.naming))
    return dict(rows.where(person.c.id.in_([*ids, 0])).tuples())


def districts(context: Context, ids: Iterable[int]) -> dict[int, str]:
    """The district of each customer's first address."""
    address, found = context.t.customer_address, dict[int, str]()
    for chunk in bulk.chunks(list(ids), 500):
        rows = address.select(address.c.customer_id, address.c.district)
        rows = rows.where(address.c.customer_id.in_(chunk)).order_by(address.c.position.desc())
        found |= dict(rows.tuples())
    return found


def next_visits(context: Context, ids: Iterable[int]) -> dict[int, date]:
    """The day of the first open visit that each customer has ahead, from today on."""
    visit, found = context.t.visit, dict[int, date]()
    for chunk in bulk.chunks(list(ids), 500):
        rows = visit.select(visit.c.customer_id, fn.MIN(visit.c.planned_on))
        rows = rows.where(visit.c.customer_id.in_(chunk), visit.c.state.in_(OPEN_STATES))
        rows = rows.where(visit.c.planned_on >= context.today.isoformat())
        for customer_id, day in rows.group_by(visit.c.customer_id).tuples():
            found[customer_id] = date.fromisoformat(day)
    return found
