"""The rows of a crowd, made without a database: the same seed gives the same rows anywhere, so that
a process of its own can make them while another writes."""

import marshal
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from operator import attrgetter
from random import Random
from typing import Any, TypeVar

from crm_desktop.demo import clients
from crm_desktop.domain.rounds import Rounds, due_day
from crm_desktop.domain.thai import sort_key
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.store import bulk, search

T = TypeVar("T")
AT_ONCE = 4_000
WORTH_A_PROCESS = 20_000
"""Customers; fewer are made sooner than a process is begun."""
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
COLUMNS = {
    "customer": CUSTOMER,
    "customer_phone": PHONE,
    "customer_contact": CONTACT,
    "customer_address": ADDRESS,
}
_contact = attrgetter(*CONTACT[2:])
_address = attrgetter(*ADDRESS[2:])
Made = tuple[int, str, SaveCustomer]
Rows = list[tuple[Any, ...]]
Chunk = tuple[dict[str, Rows], Rows]
"""Rows by table in the order of `COLUMNS`, and of each its id, names and keys to be found by."""


class Quick(Random):
    """Draws in a third of the time, evenly enough for people that nobody ever met."""

    def choice(self, seq: Sequence[T]) -> T:  # type: ignore[override]
        return seq[int(self.random() * len(seq))]

    def randint(self, a: int, b: int) -> int:
        return a + int(self.random() * (b - a + 1))


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that the rows depend on: the seed of the luck, who owns customers, ids of branches by
    code, the moment they came, their first id and how many."""

    seed: str
    people: Mapping[str, int]
    branches: Mapping[str, int]
    moment: str
    first: int
    count: int


def chunks(recipe: Recipe) -> Iterator[Chunk]:
    """The rows of some thousand customers at a time, in the order of their ids."""
    wanted = clients.invented(Quick(recipe.seed), recipe.people, clients.THROUGH_THE_DOOR + 1)
    numbered = enumerate(islice(wanted, recipe.count), start=recipe.first)
    for chunk in bulk.chunks(numbered, AT_ONCE):
        yield _chunk(recipe, [(each, *made) for each, made in chunk])


def chunks_beside(recipe: Recipe) -> Iterator[Chunk]:
    """The same, of many made by a second process, which is one chunk ahead and ends with this."""
    if recipe.count < WORTH_A_PROCESS:
        yield from chunks(recipe)
        return
    fresh = get_context("spawn")
    mine, theirs = fresh.Pipe(duplex=False)
    maker = fresh.Process(target=send_chunks, args=(recipe, theirs), daemon=True)
    maker.start()
    theirs.close()
    with closing(mine):
        for _ in range(0, recipe.count, AT_ONCE):
            yield marshal.loads(mine.recv_bytes())
    maker.join()


def send_chunks(recipe: Recipe, to: Connection) -> None:
    """What the second process does; it is its parent who hears of Ctrl+C, and whose end ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for chunk in chunks(recipe):
            to.send_bytes(marshal.dumps(chunk))
    except (BrokenPipeError, ConnectionResetError):
        return


def _chunk(recipe: Recipe, made: list[Made]) -> Chunk:
    rows = {
        "customer": [_customer(recipe, *each) for each in made],
        "customer_phone": list(_phones(made)),
        "customer_contact": list(_contacts(made)),
        "customer_address": list(_addresses(made)),
    }
    return rows, [_found_by(each, customer) for each, _, customer in made]


def _code(customer_id: int) -> str:
    return f"C-{customer_id:06d}"


def _customer(recipe: Recipe, customer_id: int, branch: str, made: SaveCustomer) -> tuple[Any, ...]:
    company = made.kind == "company"
    return (
        customer_id,
        _code(customer_id),
        made.kind,
        made.full_name,
        search.bare_form(made.full_name),
        sort_key(made.full_name),
        made.tax_number or None,
        made.tax_branch if company else None,
        made.phones[0],
        made.email,
        made.line_id,
        made.segment,
        made.zone,
        made.price_level,
        made.owner_id,
        recipe.branches[branch],
        recipe.moment,
        made.rhythm or "",
        _due_on(made.rhythm or "", recipe.moment[:10]),
    )


@lru_cache
def _due_on(rhythm: str, since: str) -> str | None:
    """Nobody has met a crowd yet, so the days of the class count from the first."""
    due = due_day(Rounds(), rhythm, date.fromisoformat(since))
    return due.isoformat() if due else None


def _phones(chunk: list[Made]) -> Iterator[tuple[Any, ...]]:
    for customer_id, _, made in chunk:
        for position, typed in enumerate(made.phones):
            digits = typed.replace("-", "")
            yield customer_id, position, typed, digits, digits[::-1]


def _contacts(chunk: list[Made]) -> Iterator[tuple[Any, ...]]:
    for customer_id, _, made in chunk:
        for position, each in enumerate(made.contacts):
            yield customer_id, position, *_contact(each)


def _addresses(chunk: list[Made]) -> Iterator[tuple[Any, ...]]:
    for customer_id, _, made in chunk:
        for position, each in enumerate(made.addresses):
            yield customer_id, position, *_address(each)


def _found_by(customer_id: int, made: SaveCustomer) -> tuple[Any, ...]:
    names = (made.full_name, *(contact.name for contact in made.contacts))
    numbers = [*made.phones, *(contact.phone for contact in made.contacts)]
    digits = [number.replace("-", "") for number in numbers if number]
    return customer_id, names, (_code(customer_id), made.tax_number, *digits)
