"""Customers by the hundred thousand, to try the desk at its full size: rows in bulk.

They are made as the door would have made them, only without asking it a million times.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from random import Random
from typing import Any, TypeVar

from crm_desktop.demo.stage import Stage
from crm_desktop.domain.rounds import Rounds, due_day
from crm_desktop.domain.thai import sort_key
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.registry import Context
from crm_desktop.store import bulk, search

T = TypeVar("T")
AT_ONCE = 4_000
TABLES = ("customer", "customer_phone", "customer_contact", "customer_address")
SEARCHED = "customer_search"
CUSTOMER = (
    *("id", "code", "kind", "name", "bare_name", "sort_key", "tax_number", "tax_branch", "phone"),
    *("email", "line_id", "segment", "zone", "price_level", "owner_id", "branch_id", "created_at"),
    *("rhythm", "due_on"),
)
PHONE = ("customer_id", "position", "typed", "digits", "reversed")
CONTACT = ("customer_id", "position", "name", "duty", "phone", "email", "line_id")
ADDRESS = (
    *("customer_id", "position", "use", "label", "house", "moo", "building", "soi", "road"),
    *("subdistrict", "district", "province", "postcode"),
)


class Quick(Random):
    """Draws in a third of the time, evenly enough for people that nobody ever met."""

    def choice(self, seq: Sequence[T]) -> T:  # type: ignore[override]
        return seq[int(self.random() * len(seq))]

    def randint(self, a: int, b: int) -> int:
        return a + int(self.random() * (b - a + 1))


def take_in(stage: Stage, wanted: Iterator[tuple[str, SaveCustomer]], count: int) -> None:
    """Writes so many customers and everything that finds them."""
    with stage.work("demo.customers") as context:
        branch = context.t.branch
        branches = dict(branch.select(branch.c.code, branch.c.id).tuples())
        series, customer = context.t.number_series, context.t.customer
        first = max(row[0] for row in customer.select(customer.c.id).tuples()) + 1
        numbered = enumerate(islice(wanted, count), start=first)
        with bulk.loading(context.store.database, (*TABLES, SEARCHED)):
            for chunk in bulk.chunks(numbered, AT_ONCE):
                _write(context, branches, [(each, *made) for each, made in chunk])
        search.make_trigrams(context.store, "customer")
        series.update(last=first + count - 1).where(series.c.kind == "C").execute()
        context.audit("customer", 0, "imported", {}, {"count": count})
        if context.store.engine == "postgresql":
            context.store.database.execute_sql(
                "SELECT setval(pg_get_serial_sequence('customer', 'id'), %s)", (first + count - 1,)
            )


def _write(
    context: Context, branches: dict[str, int], chunk: list[tuple[int, str, SaveCustomer]]
) -> None:
    database = context.store.database
    rows = (_customer(each, branches[branch], made, context.moment) for each, branch, made in chunk)
    bulk.insert(database, "customer", CUSTOMER, rows)
    bulk.insert(database, "customer_phone", PHONE, _phones(chunk))
    bulk.insert(database, "customer_contact", CONTACT, _contacts(chunk))
    bulk.insert(database, "customer_address", ADDRESS, _addresses(chunk))
    search.fill(context.store, "customer", (_record(each, made) for each, _, made in chunk))


def _code(customer_id: int) -> str:
    return f"C-{customer_id:06d}"


def _customer(customer_id: int, branch_id: int, made: SaveCustomer, moment: str) -> tuple[Any, ...]:
    company = made.kind == "company"
    return (
        customer_id,
        _code(customer_id),
        made.kind,
        made.full_name,
        *_sorted_by(made.full_name),
        made.tax_number or None,
        made.tax_branch if company else None,
        made.phones[0],
        made.email,
        made.line_id,
        made.segment,
        made.zone,
        made.price_level,
        made.owner_id,
        branch_id,
        moment,
        made.rhythm or "",
        _due_on(made.rhythm or "", moment[:10]),
    )


@lru_cache
def _due_on(rhythm: str, since: str) -> str | None:
    """Nobody has met a crowd yet, so the days of the class count from the first."""
    due = due_day(Rounds(), rhythm, date.fromisoformat(since))
    return due.isoformat() if due else None


@lru_cache(maxsize=200_000)
def _sorted_by(name: str) -> tuple[str, str]:
    """Names come again and again in a crowd, and their keys take longest to make."""
    return search.bare_form(name), sort_key(name)


def _phones(chunk: list[tuple[int, str, SaveCustomer]]) -> Iterator[tuple[Any, ...]]:
    for customer_id, _, made in chunk:
        for position, typed in enumerate(made.phones):
            digits = typed.replace("-", "")
            yield customer_id, position, typed, digits, digits[::-1]


def _contacts(chunk: list[tuple[int, str, SaveCustomer]]) -> Iterator[tuple[Any, ...]]:
    for customer_id, _, made in chunk:
        for position, each in enumerate(made.contacts):
            yield customer_id, position, each.name, each.duty, each.phone, each.email, each.line_id


def _addresses(chunk: list[tuple[int, str, SaveCustomer]]) -> Iterator[tuple[Any, ...]]:
    for customer_id, _, made in chunk:
        for position, each in enumerate(made.addresses):
            yield customer_id, position, *(getattr(each, name) for name in ADDRESS[2:])


def _record(customer_id: int, made: SaveCustomer) -> search.Record:
    names = (made.full_name, *(contact.name for contact in made.contacts))
    numbers = [*made.phones, *(contact.phone for contact in made.contacts)]
    digits = [number.replace("-", "") for number in numbers if number]
    return search.Record(customer_id, names, (_code(customer_id), made.tax_number, *digits))
