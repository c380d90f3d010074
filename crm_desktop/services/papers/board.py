"""The board of quotations: a column per stage with count and sum, its cards a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store.orm import SQL, fn

READ = "quotation.read"
STAGES: Mapping[str, tuple[str, ...]] = {
    "preparing": ("draft", "waiting", "ready"),
    **{state: (state,) for state in OPEN_STATES},
    "accepted": ("accepted",),
    "lost": ("lost",),
}
"""The columns by key, with the states of their cards."""
ENDED = ("accepted", "lost")
ENDED_DAYS = 30
"""What ended longer ago stands in the list only."""
MOVES: Mapping[str, str] = {
    "issued": "issue",
    "received": "confirm_receipt",
    "negotiating": "negotiate",
    "accepted": "accept",
    "lost": "lose",
}
"""The step of the state table that brings a card into a column; nothing leads back to preparing."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one column: how many cards, and what they come to."""

    key: str
    count: int
    total: Money


@dataclass(frozen=True, slots=True)
class Card:
    """One paper on the board; `days` are those it has stood in its stage, `late` says that its
    follow-up is overdue."""

    id: int
    version: int
    reference: str
    state: str
    customer_id: int
    customer: str
    phone: str
    owner: str
    total: Money
    follow_up_on: date | None
    valid_until: date | None
    expected_on: date | None
    days: int
    late: bool


@query(READ)
def board(context: Context, filters: Mapping[str, Any]) -> tuple[Head, ...]:
    """The heads of all columns; filters: mine, zone, month (YYYY-MM of the expected close, of what
    ended that in which it did)."""
    document = context.t.document
    count, total = fn.COUNT(SQL("1")), fn.COALESCE(fn.SUM(document.c.total_satang), 0)
    found: dict[str, tuple[int, int]] = {}
    for states, ended in ((_open_states(), False), (ENDED, True)):
        rows = document.select(document.c.state, count, total)
        rows = _narrowed(context, rows, filters, ended).where(document.c.state << states)
        found |= {
            state: (n, satang) for state, n, satang in rows.group_by(document.c.state).tuples()
        }
    heads = []
    for key, states in STAGES.items():
        there = [found[state] for state in states if state in found]
        satang = sum(int(each[1]) for each in there)
        heads.append(Head(key, sum(each[0] for each in there), Money(satang)))
    return tuple(heads)


def _open_states() -> tuple[str, ...]:
    return tuple(state for key, states in STAGES.items() if key not in ENDED for state in states)


@query(READ)
def board_page(context: Context, key: str, wanted: ListQuery) -> Page[Card]:
    """A page of one column: what has stood there longest first, of what ended the latest first."""
    if key not in STAGES:
        raise Refused("bad_choice", "stage", value=key)
    document, customer, person = context.t.document, context.t.customer, context.t.person
    ended = key in ENDED
    names = ("id", "version", "number", "draft_reference", "state", "customer_id", "total_satang")
    days = ("stage_at", "closed_on", "follow_up_on", "valid_until", "expected_on")
    rows = document.select(
        *(getattr(document.c, name) for name in (*names, *days)),
        customer.c.name.alias("customer"),
        customer.c.phone,
        getattr(person.c, context.naming).alias("owner"),
    ).join(person, on=person.c.id == document.c.owner_id)
    rows = rows.join(customer, on=customer.c.id == document.c.customer_id)
    rows = _narrowed(context, rows, wanted.filters, ended, joined=True)
    sort = "closed_on" if ended else "stage_at"
    asked = ListQuery(sort, ended, after=wanted.after, limit=wanted.limit)
    found = []
    for state in STAGES[key]:  # each in the order of the index, however many papers there are
        of_state = rows.where(document.c.state == state)
        found += keyset(of_state, getattr(document.c, sort), document.c.id, asked)
    found.sort(key=lambda row: (row[sort], row["id"]), reverse=ended)
    shown = found[: wanted.limit]
    more = len(found) > wanted.limit
    following = (shown[-1][sort], shown[-1]["id"]) if more else None
    return Page(tuple(_card(context, each) for each in shown), following)


def _narrowed(
    context: Context, rows: Any, filters: Mapping[str, Any], ended: bool, *, joined: bool = False
) -> Any:
    """Where it has ended, the day says that it is a quotation: only those have one."""
    document, customer = context.t.document, context.t.customer
    if not ended:
        rows = rows.where(document.c.kind == SQL("'QT'"))
    branch_id = context.branches(READ)
    if branch_id is not None:
        rows = rows.where(document.c.branch_id == branch_id)
    if filters.get("mine"):
        rows = rows.where(document.c.owner_id == context.actor.person_id)
    if filters.get("zone"):
        if not joined:
            rows = rows.join(customer, on=customer.c.id == document.c.customer_id)
        rows = rows.where(customer.c.zone == filters["zone"])
    if ended:
        since = (context.today - timedelta(days=ENDED_DAYS)).isoformat()
        rows = rows.where(document.c.closed_on.is_null(False), document.c.closed_on >= since)
    month = filters.get("month")
    if month:
        on = document.c.closed_on if ended else document.c.expected_on
        rows = rows.where(on.between(f"{month}-01", f"{month}-31"))
    return rows


def _card(context: Context, row: Mapping[str, Any]) -> Card:
    def day(name: str) -> date | None:
        return date.fromisoformat(row[name]) if row[name] else None

    since = date.fromisoformat(row["stage_at"][:10]) if row["stage_at"] else context.today
    follow = day("follow_up_on")
    return Card(
        id=row["id"],
        version=row["version"],
        reference=row["number"] or row["draft_reference"],
        state=row["state"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        phone=row["phone"],
        owner=row["owner"],
        total=Money(row["total_satang"]),
        follow_up_on=follow,
        valid_until=day("valid_until"),
        expected_on=day("expected_on"),
        days=(context.today - since).days,
        late=follow is not None and follow < context.today,
    )


def move_to(state: str, key: str) -> str:
    """The event that brings a card of a state into a column; Refused `board_no_way`."""
    event = MOVES.get(key, "")
    if event not in KIND.states.events(state):
        raise Refused("board_no_way", "stage", state=KIND.states.state_code(state))
    return event
