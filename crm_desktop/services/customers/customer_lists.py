"""What is read of one customer: the whole card, likely doubles, the timeline."""

import json
from datetime import datetime
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import TaxNumber
from crm_desktop.domain.phones import parse_phone
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.services.customers import aliases
from crm_desktop.services.customers.customer_pages import customer_rows, names, stored_day
from crm_desktop.services.customers.customer_values import (
    Consent,
    Customer,
    Double,
    TimelineLine,
    masked,
)
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import search

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
        owner=names(context, [row["owner_id"]]).get(row["owner_id"], ""),
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


def _consents(context: Context, customer_id: int) -> tuple[Consent, ...]:
    from crm_desktop.services.customers import consents

    last = consents.words(context, [customer_id])[customer_id].values()
    people = names(context, [row["by_id"] for row in last])
    return tuple(
        Consent(
            row["purpose"],
            bool(row["given"]),
            row["text_version"],
            row["channel"],
            datetime.fromisoformat(row["at"]),
            people.get(row["by_id"], ""),
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
