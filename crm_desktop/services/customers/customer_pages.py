"""The list of customers, a page at a time; the first thing that is read in the morning."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.services.paging import MOST_FOUND, ListQuery, found, keyset, unindexed
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import bulk

SORTS = {"name": "sort_key", "code": "code", "newest": "id"}
FILTERS = {
    "owner": "owner_id",
    "zone": "zone",
    "segment": "segment",
    "kind": "kind",
    "price_level": "price_level",
    "rhythm": "rhythm",
}
NARROWEST = ("zone", "owner_id", "segment")
"""Which of several filters is looked up, the others being checked on what it leaves."""
ROW_COLUMNS = (
    *("id", "code", "kind", "name", "name_en", "phone", "tax_branch", "segment", "zone"),
    *("price_level", "owner_id", "active", "rhythm", "contact_on", "due_on"),
)


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as a line of a list."""

    id: int
    code: str
    kind: str
    name: str
    name_en: str
    phone: str
    tax_branch: str
    segment: str
    zone: str
    price_level: str
    owner_id: int | None
    owner: str
    active: bool
    rhythm: str = ""
    contact_on: date | None = None
    due_on: date | None = None


@query("customer.read")
def customer_page(context: Context, wanted: ListQuery) -> Page[CustomerRow]:
    """A page by `name`, `code` or `newest` (the default), or what a text finds, best first.

    Filters: owner (a person's id), mine, zone, segment, kind, price_level, rhythm, and inactive to
    see those that were put aside as well.
    """
    table = context.t.customer
    rows = _filtered(context, wanted)
    if wanted.text.strip():
        return Page(_rows(context, found(context.store, table, rows, wanted)))
    sort = wanted.sort or "newest"
    if sort not in SORTS:
        raise Refused("bad_choice", "sort", value=sort)
    column = SORTS[sort]
    record_id = table.c.id
    key = record_id if sort == "newest" else getattr(table.c, column)
    read = keyset(rows.select_extend(table.c.sort_key), key, record_id, _in_order(wanted, sort))
    page, more = read[: wanted.limit], len(read) > wanted.limit
    end = (page[-1][column], page[-1]["id"]) if more else None
    return Page(_rows(context, page), end)


@query("customer.read")
def customer_rows(context: Context, ids: Iterable[int]) -> tuple[CustomerRow, ...]:
    """Rows of known customers in the order asked for, those that are gone left out."""
    asked = list(ids)
    table = context.t.customer
    columns = [getattr(table.c, name) for name in ROW_COLUMNS]
    found = {
        row["id"]: row
        for chunk in bulk.chunks(asked, MOST_FOUND)
        for row in table.select(*columns).where(table.c.id.in_(chunk)).dicts()
    }
    return _rows(context, [found[each] for each in asked if each in found])


def _in_order(wanted: ListQuery, sort: str) -> ListQuery:
    """Newest first means ids downwards unless the other way was asked for."""
    descending = wanted.descending if sort != "newest" else not wanted.descending
    return ListQuery(sort, descending, after=wanted.after, limit=wanted.limit)


def _filtered(context: Context, wanted: ListQuery) -> Any:
    table = context.t.customer
    rows = table.select(*(getattr(table.c, name) for name in ROW_COLUMNS))
    if wanted.filters.get("inactive"):
        rows = rows.where(table.c.merged_into_id.is_null())
    if not wanted.filters.get("inactive"):
        rows = rows.where(table.c.active == 1)
    asked = {column: wanted.filters.get(name) for name, column in FILTERS.items()}
    if wanted.filters.get("mine"):
        asked["owner_id"] = context.actor.person_id
    first = next((column for column in NARROWEST if asked[column]), None)
    for name, value in asked.items():
        if value:
            column = getattr(table.c, name)
            looked_up = name == first or name not in NARROWEST
            rows = rows.where((column if looked_up else unindexed(context.store, column)) == value)
    if wanted.filters.get("rhythm") and not wanted.filters.get("inactive"):
        rows = rows.where(table.c.due_on.is_null(False))  # those of a class, and their index
    return rows


def _rows(context: Context, rows: Iterable[dict[str, Any]]) -> tuple[CustomerRow, ...]:
    read = list(rows)
    owners = names(context, [row["owner_id"] for row in read])
    return tuple(
        CustomerRow(
            row["id"],
            row["code"],
            row["kind"],
            row["name"],
            row["name_en"],
            row["phone"],
            row["tax_branch"] or "",
            row["segment"],
            row["zone"],
            row["price_level"],
            row["owner_id"],
            owners.get(row["owner_id"], ""),
            bool(row["active"]),
            row["rhythm"],
            stored_day(row["contact_on"]),
            stored_day(row["due_on"]),
        )
        for row in read
    )


def stored_day(text: str | None) -> date | None:
    """A day as it is stored."""
    return date.fromisoformat(text) if text else None


def names(context: Context, ids: Iterable[int | None]) -> dict[int | None, str]:
    """What people are called, in the actor's language."""
    known = {each for each in ids if each}
    if not known:
        return {}
    person = context.t.person
    rows = person.select(person.c.id, getattr(person.c, context.naming)).where(
        person.c.id.in_(known)
    )
    return dict(rows.tuples())
