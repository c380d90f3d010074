"""The work list of likely doubles: page by page, the strongest first; what is no double is said
once and remembered for good."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.services.customers.customer_pages import CustomerRow, customer_rows
from crm_desktop.services.customers.customer_values import masked
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Command, Context, Page, handles, query
from crm_desktop.store.orm import SQL

LONGEST_NOTE = 500
MOST = 200


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two customers that may be one; `reasons` are codes, what says most first.

    `tax_numbers` are theirs, a person's masked; `decided_by` and `decided_at` say who took them
    for two, and when.
    """

    id: int
    version: int
    score: int
    reasons: tuple[str, ...]
    one: CustomerRow
    other: CustomerRow
    tax_numbers: tuple[str, str]
    state: str
    found_at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class KeepApart(Command[int]):
    """Says of likely doubles that they are two customers; answers of how many. `apart` False takes
    it back."""

    name: ClassVar[str] = "customer.apart"
    permission: ClassVar[str] = "customer.merge"
    ids: tuple[int, ...]
    note: str = ""
    apart: bool = True


@handles(KeepApart)
def keep_apart(context: Context, command: KeepApart) -> int:
    """Who presses twice, or comes second, changes nothing more."""
    if len(command.ids) > MOST:
        raise Refused("too_many_at_once", "ids", most=MOST)
    note = command.note.strip()
    if len(note) > LONGEST_NOTE:
        raise Refused("text_too_long", "note", most=LONGEST_NOTE)
    before, after = ("open", "apart") if command.apart else ("apart", "open")
    by, at = (context.actor.person_id, context.moment) if command.apart else (None, None)
    values = {"state": after, "note": note if command.apart else ""}
    changed: list[int] = []
    for pair_id in sorted(set(command.ids)):
        context.hold("customer_pair", pair_id)
        row = context.row("customer_pair", pair_id)
        if row["state"] != before:
            continue
        decided = {"decided_by_id": by, "decided_at": at}
        context.update("customer_pair", pair_id, row["version"], after, **values, **decided)
        changed.append(pair_id)
        codes = {each.id: each.code for each in customer_rows(context, _both(row))}
        for one, other in (_both(row), _both(row)[::-1]):
            event = "kept_apart" if command.apart else "no_longer_apart"
            context.tell("customer", one, event, one, code=codes.get(other, ""), reason=note)
    if changed:
        context.reversible(command, KeepApart(tuple(changed), apart=not command.apart))
    return len(changed)


@query("customer.read")
def pair_page(context: Context, wanted: ListQuery) -> Page[PairRow]:
    """Open pairs, the likeliest first. Filters: owner (a person's id), mine and zone, of either of
    the two; customer_id; apart to see what was said to be two."""
    pair = context.t.customer_pair
    one, other = context.t.customer.alias("one"), context.t.customer.alias("other")
    state = "apart" if wanted.filters.get("apart") else "open"
    rows = (
        pair.select()
        .join(one, on=(one.c.id == pair.c.one_id))
        .join(other, on=(other.c.id == pair.c.other_id))
        .where(pair.c.state == SQL(f"'{state}'"), one.c.active == 1, other.c.active == 1)
    )
    for condition in _filtered(context, wanted.filters, pair, one, other):
        rows = rows.where(condition)
    column = "decided_at" if state == "apart" else "score"
    asked = replace(wanted, sort=None, descending=True)
    read = keyset(rows, getattr(pair.c, column), pair.c.id, asked)
    page = read[: wanted.limit]
    end = (page[-1][column], page[-1]["id"]) if len(read) > wanted.limit else None
    return Page(_rows(context, page), end)


@query("customer.read")
def pair_between(context: Context, one_id: int, other_id: int) -> PairRow | None:
    """What the finder says of these two, if it named them."""
    both = {"one_id": min(one_id, other_id), "other_id": max(one_id, other_id)}
    return next(iter(_rows(context, context.rows("customer_pair", **both))), None)


def _both(row: Mapping[str, Any]) -> tuple[int, int]:
    return row["one_id"], row["other_id"]


def _filtered(context: Context, filters: Mapping[str, Any], pair: Any, one: Any, other: Any) -> Any:
    owner = context.actor.person_id if filters.get("mine") else filters.get("owner")
    if owner:
        yield (one.c.owner_id == owner) | (other.c.owner_id == owner)
    if zone := filters.get("zone"):
        yield (one.c.zone == zone) | (other.c.zone == zone)
    if customer_id := filters.get("customer_id"):
        yield (pair.c.one_id == customer_id) | (pair.c.other_id == customer_id)


def _rows(context: Context, rows: list[dict[str, Any]]) -> tuple[PairRow, ...]:
    if not rows:
        return ()
    ids = {each for row in rows for each in _both(row)}
    known = {each.id: each for each in customer_rows(context, ids)}
    numbers = _tax_numbers(context, ids)
    names = {row["decided_by_id"] for row in rows if row["decided_by_id"]}
    people = {each: context.known("person", each)[context.naming] for each in names}
    return tuple(
        PairRow(
            row["id"],
            row["version"],
            row["score"],
            tuple(row["reasons"].split()),
            known[row["one_id"]],
            known[row["other_id"]],
            (numbers[row["one_id"]], numbers[row["other_id"]]),
            row["state"],
            datetime.fromisoformat(row["found_at"]),
            people.get(row["decided_by_id"], ""),
            datetime.fromisoformat(row["decided_at"]) if row["decided_at"] else None,
            row["note"],
        )
        for row in rows
    )


def _tax_numbers(context: Context, ids: set[int]) -> dict[int, str]:
    customer = context.t.customer
    rows = customer.select(customer.c.id, customer.c.tax_number, customer.c.kind)
    return {
        each: masked(number) if number and kind == "person" else number or ""
        for each, number, kind in rows.where(customer.c.id << sorted(ids)).tuples()
    }
