"""What is whose: the customers, papers, visits and requests that somebody has in hand."""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from crm_desktop.domain.kinds import KINDS, Kind, quotation, visit
from crm_desktop.services.authority import waiting
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import SQL, fn

WHAT = ("customers", "papers", "visits", "asked", "answers")
"""What a person holds; `asked` are requests that wait about own papers, with which they go."""
GIVEN = ("customers", "papers", "visits", "answers")
"""What is handed over by itself."""


def open_states(kind: Kind) -> tuple[str, ...]:
    """The states in which a paper is still somebody's work; an offer that was accepted lives on in
    its order."""
    if kind.code == "QT":
        return ("draft", "waiting", "ready", *quotation.OPEN_STATES)
    return tuple(state for state in kind.states.states if state not in kind.ends)


OPEN: Mapping[str, tuple[str, ...]] = {
    kind.code: open_states(kind) for kind in KINDS.values() if kind.lined and kind.matter
}


def is_open(context: Context) -> Any:
    """The condition of open papers, kind by kind."""
    document = context.t.document
    found = None
    for code, states in OPEN.items():
        each = (document.c.kind == code) & (document.c.state << states)
        found = each if found is None else found | each
    return found


def customers_of(context: Context, owner: Any) -> Any:
    """The customers in use that are somebody's."""
    customer = context.t.customer
    return customer.select(customer.c.id).where(
        customer.c.owner_id == owner, customer.c.active == 1
    )


def papers_of(context: Context, owner: Any) -> Any:
    """The papers that somebody begun or took over and that have not ended."""
    document = context.t.document
    return document.select(document.c.id).where(document.c.owner_id == owner, is_open(context))


def visits_of(context: Context, officer: Any) -> Any:
    """The visits still to be made; literals, for the partial index of open ones."""
    table, states = context.t.visit, ", ".join(f"'{state}'" for state in visit.OPEN_STATES)
    wanted = table.c.state.in_(SQL(f"({states})"))
    return table.select(table.c.id).where(table.c.officer_id == officer, wanted)


def asked_by(context: Context, person: Any) -> Any:
    """Requests that wait or were only advised so far, of whoever has their papers now."""
    request, document = context.t.request, context.t.document
    open_now = waiting.is_open(context) & request.c.closed_at.is_null()
    rows = request.select(request.c.id).join(document, on=document.c.id == request.c.document_id)
    return rows.where(document.c.owner_id == person, open_now)


def answers_of(context: Context, person: Any) -> Any:
    """Requests that wait for somebody by name; a literal, for the partial index of the queue."""
    request = context.t.request
    waits = request.c.state == SQL("'waiting'")
    return request.select(request.c.id).where(request.c.answerer_id == person, waits)


ROWS: Mapping[str, Callable[[Context, Any], Any]] = {
    "customers": customers_of,
    "papers": papers_of,
    "visits": visits_of,
    "asked": asked_by,
    "answers": answers_of,
}


def any_of(context: Context, person: Any) -> Any:
    """Whether anything that could be handed over is a person's."""
    return reduce(or_, (fn.EXISTS(ROWS[kind](context, person)) for kind in GIVEN))


def counting(rows: Any) -> Any:
    """The same select, asked only how many there are."""
    return rows.columns(fn.COUNT(SQL("1")))
