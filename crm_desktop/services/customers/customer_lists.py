"""What is read of customers: pages, one whole card, likely doubles, the timeline."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import TaxNumber
from crm_desktop.domain.phones import parse_phone
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.services.customers import aliases
from crm_desktop.services.customers.customer_values import (
    Consent,
    Customer,
    CustomerRow,
    Double,
    TimelineLine,
    masked,
)
from crm_desktop.services.paging import MOST_FOUND, ListQuery, found, keyset, unindexed
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import bulk, search

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
LINE = ("id", "at", "subject", "subject_id", "event", "detail")
READ_WITH = {"quotation": "quotation.read", "request": "request.read", "visit": "visit.read"}
MOST_DOUBLES = 5
SIMILAR_FROM = 5
WEIGHTS = ("same_tax_number", "same_phone", "same_name", "similar_name")


@query("customer.read")
def customer(context: Context, customer_id: int) -> Customer:
    """One customer whole; a person's tax number is masked, see `RevealTaxNumber`.

    Of a record that was merged, the customer that stands for it now.
    """
    customer_id = aliases.living(context, customer_id)
    from crm_desktop.services.credit.credit import credit_of  # late: lists need none of it
    from crm_desktop.services.customers.customers import parts_of

    row = context.row("customer", customer_id)
    parts = parts_of(context, customer_id)
    number = row["tax_number"] or ""
    return Customer(
        id=row["id"],
        version=row["version"],
        code=row["code"],
        kind=row["kind"],
        name=row["name"],
        name_en=row["name_en"],
        tax_number=masked(number) if number and row["kind"] == "person" else number,
        tax_branch=row["tax_branch"] or "",
        phones=parts["phones"],
        email=row["email"],
        line_id=row["line_id"],
        contacts=parts["contacts"],
        addresses=parts["addresses"],
        segment=row["segment"],
        zone=row["zone"],
        price_level=row["price_level"],
        paper_language=row["paper_language"],
        owner_id=row["owner_id"],
        owner=_names(context, [row["owner_id"]]).get(row["owner_id"], ""),
        branch_id=row["branch_id"],
        note=row["note"],
        active=bool(row["active"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        consents=_consents(context, customer_id),
        credit=credit_of(context, customer_id),
        rhythm=row["rhythm"],
        contact_on=stored_day(row["contact_on"]),
        due_on=stored_day(row["due_on"]),
    )


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


@query("customer.read")
def customer_by_code(context: Context, code: str) -> int | None:
    """Who bears this code now: of a record that was merged, whoever stands for it."""
    found = context.rows("customer", code=code.strip().upper())
    return next((int(row["merged_into_id"] or row["id"]) for row in found), None)


@query("customer.read")
def doubles(
    context: Context,
    name: str,
    phones: tuple[str, ...] = (),
    tax_number: str = "",
    except_id: int | None = None,
) -> tuple[Double, ...]:
    """Customers that may be the one being typed, the likeliest first; half-typed input is fine."""
    reasons: dict[int, list[str]] = {}
    for reason, ids in (
        ("same_tax_number", _by_tax_number(context, tax_number)),
        ("same_phone", _by_phones(context, phones)),
        ("same_name", _by_name(context, name, whole=True)),
        ("similar_name", _by_name(context, name, whole=False)),
    ):
        merged = aliases.living_ids(context, ids)
        for customer_id in dict.fromkeys(merged.get(each, each) for each in ids):
            if customer_id != except_id:
                reasons.setdefault(customer_id, []).append(reason)
    best = sorted(reasons, key=lambda each: (WEIGHTS.index(reasons[each][0]), -each))
    return tuple(
        Double(row.id, row.code, row.name, row.phone, tuple(reasons[row.id]))
        for row in customer_rows(context, best[:MOST_DOUBLES])
    )


@query("customer.read")
def timeline(
    context: Context,
    customer_id: int,
    before: int | None = None,
    kinds: tuple[str, ...] = (),
    limit: int = 50,
) -> Page[TimelineLine]:
    """What happened around the customer, newest first, only those subjects if any are named.

    What the actor may not read of itself is not told here either.
    """
    line, person = context.t.timeline, context.t.person
    rows = (
        line.select(
            *(getattr(line.c, name) for name in LINE),
            getattr(person.c, context.naming).alias("actor"),
        )
        .join(person, "LEFT JOIN", on=person.c.id == line.c.actor_id)
        .where(
            line.c.customer_id << aliases.ids_of(context, aliases.living(context, customer_id)),
            line.c.subject.not_in(_closed_to(context)),
        )
        .order_by(line.c.id.desc())
    )
    if before is not None:
        rows = rows.where(line.c.id < before)
    if kinds:
        rows = rows.where(line.c.subject.in_(kinds))
    read = [timeline_line(row) for row in rows.limit(limit + 1).dicts()]
    return Page(tuple(read[:limit]), (read[limit - 1].id,) if len(read) > limit else None)


def _closed_to(context: Context) -> list[str]:
    return [subject for subject, name in READ_WITH.items() if not context.actor.may(name)]


def tax_number_warning(kind: str, text: str) -> str | None:
    """The code of a warning that never blocks; None for a number that fits or is not whole yet."""
    try:
        return TaxNumber.parse(text).warning(kind == "company")
    except Refused:
        return None


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
    owners = _names(context, [row["owner_id"] for row in read])
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


def _names(context: Context, ids: Iterable[int | None]) -> dict[int | None, str]:
    known = {each for each in ids if each}
    if not known:
        return {}
    person = context.t.person
    rows = person.select(person.c.id, getattr(person.c, context.naming)).where(
        person.c.id.in_(known)
    )
    return dict(rows.tuples())


def _consents(context: Context, customer_id: int) -> tuple[Consent, ...]:
    from crm_desktop.services.customers import consents

    last = consents.words(context, [customer_id])[customer_id].values()
    names = _names(context, [row["by_id"] for row in last])
    return tuple(
        Consent(
            row["purpose"],
            bool(row["given"]),
            row["text_version"],
            row["channel"],
            datetime.fromisoformat(row["at"]),
            names.get(row["by_id"], ""),
        )
        for row in last
    )


def timeline_line(row: dict[str, Any]) -> TimelineLine:
    """A stored line of the timeline as a value."""
    return TimelineLine(
        row["id"],
        datetime.fromisoformat(row["at"]),
        row["actor"] or "",
        row["subject"],
        row["subject_id"],
        row["event"],
        json.loads(row["detail"]),
    )


def _by_tax_number(context: Context, text: str) -> list[int]:
    digits = "".join(filter(str.isdigit, arabic_digits(text)))
    table = context.t.customer
    return _ids(table, table.c.id, table.c.tax_number == digits) if len(digits) == 13 else []


def _by_phones(context: Context, phones: tuple[str, ...]) -> list[int]:
    table, digits = context.t.customer_phone, []
    for text in phones:
        try:
            digits.append(parse_phone(text).digits)
        except Refused:
            continue
    return _ids(table, table.c.customer_id, table.c.digits.in_(digits)) if digits else []


def _by_name(context: Context, name: str, *, whole: bool) -> list[int]:
    bare = search.bare_form(name)
    table = context.t.customer
    if whole:
        return _ids(table, table.c.id, table.c.bare_name == bare) if bare else []
    if len(bare) < SIMILAR_FROM:
        return []
    beyond = bare + search.HIGHEST
    begins = (table.c.bare_name > bare) & (table.c.bare_name < beyond)
    return _ids(table, table.c.id, begins)


def _ids(table: Any, column: Any, condition: Any) -> list[int]:
    return [row[0] for row in table.select(column).where(condition).limit(20).tuples()]
