"""What each officer has open, what of it waits and is late, and the papers behind each figure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services.orders.goods_lists import AWAITED, LIVE, stands
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.team.belongings import is_open
from crm_desktop.services.team.members import READ, Member, Scope, ids, member, within
from crm_desktop.store.orm import Case, fn

OLD_DRAFT_DAYS = 7
NO_PRICES = "PR"
"""The kind whose sums are for the matrix only: what is asked of Sales is nobody's turnover."""


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """One person's open work. `papers` begun and not ended, `waiting` of them that wait for an
    answer, `to_answer` requests put to this person, `late` what is overdue, `old_drafts` begun
    days ago and still drafts, `baht` what the open papers with prices come to."""

    id: int
    name: str
    grade: str
    branch: str
    active: bool
    papers: int
    waiting: int
    to_answer: int
    late: int
    old_drafts: int
    baht: Money


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A paper behind a figure; `request_id` where an answer to it is what is owed. `late_on` is
    the day that was missed, None where nothing is late."""

    id: int
    kind: str
    reference: str
    customer: str
    state: str
    total: Money
    created_on: date
    follow_up_on: date | None
    promised_on: date | None
    late_on: date | None
    request_id: int | None


# ---------------------------------------------------------------- what is counted


def _waits(context: Context) -> Any:
    document, request = context.t.document, context.t.request
    asked = request.select(request.c.id).where(
        request.c.document_id == document.c.id, request.c.state == "waiting"
    )
    return fn.EXISTS(asked)


def _follow_up_late(context: Context) -> Any:
    document = context.t.document
    open_offer = (document.c.kind == "QT") & (document.c.state << OPEN_STATES)
    return open_offer & (document.c.follow_up_on < context.today.isoformat())


def _promise_late(context: Context) -> Any:
    document = context.t.document
    awaited = (document.c.kind << ("BO", "SP")) & (document.c.state << LIVE)
    late = document.c.promised_on < context.today.isoformat()
    return awaited & late & stands(context, AWAITED)


def _late(context: Context) -> Any:
    return _follow_up_late(context) | _promise_late(context)


def _old_draft(context: Context) -> Any:
    document, last = context.t.document, context.today - timedelta(days=OLD_DRAFT_DAYS)
    return (document.c.state == "draft") & (document.c.created_at < last.isoformat())


def _any(context: Context) -> Any:
    return context.t.document.c.id.is_null(False)


OF_PAPERS: Mapping[str, Callable[[Context], Any]] = {
    "papers": _any,
    "waiting": _waits,
    "late": _late,
    "old_drafts": _old_draft,
}
"""The figures of a person's own papers; the rest are requests put to that person."""
FIGURES = ("papers", "waiting", "to_answer", "late", "old_drafts")


@query(READ)
def officers(context: Context, scope: Scope) -> tuple[OfficerRow, ...]:
    """One row per person within reach; who has left only as long as something is theirs."""
    found = within(context, scope)
    own, asked = _own(context, found), _asked(context, found)
    rows = (_row(each, own.get(each.id, {}), asked.get(each.id, (0, 0))) for each in found)
    return tuple(row for row in rows if row.active or row.papers or row.to_answer)


def _row(person: Member, own: Mapping[str, Any], asked: tuple[int, int]) -> OfficerRow:
    to_answer, answers_late = asked
    return OfficerRow(
        person.id,
        person.name,
        person.grade,
        person.branch,
        person.active,
        papers=int(own.get("papers", 0)),
        waiting=int(own.get("waiting", 0)),
        to_answer=to_answer,
        late=int(own.get("late", 0)) + answers_late,
        old_drafts=int(own.get("old_drafts", 0)),
        baht=Money(int(own.get("satang", 0))),
    )


def _own(context: Context, found: Iterable[Member]) -> dict[int, dict[str, Any]]:
    """All figures of the open papers in one read."""
    document = context.t.document
    sums = [
        fn.SUM(Case(None, [(condition(context), 1)], 0)).alias(figure)
        for figure, condition in OF_PAPERS.items()
    ]
    priced = Case(None, [(document.c.kind != NO_PRICES, document.c.total_satang)], 0)
    rows = (
        document.select(document.c.owner_id, *sums, fn.SUM(priced).alias("satang"))
        .where(document.c.owner_id << ids(found), is_open(context))
        .group_by(document.c.owner_id)
    )
    return {row["owner_id"]: row for row in rows.dicts()}


def _asked(context: Context, found: Iterable[Member]) -> dict[int, tuple[int, int]]:
    """How many requests wait for each by name, and how many of them for too long."""
    request = context.t.request
    over = Case(None, [(request.c.due_at < context.moment, 1)], 0)
    rows = (
        request.select(request.c.answerer_id, fn.COUNT(request.c.id), fn.SUM(over))
        .where(request.c.state == "waiting", request.c.answerer_id << ids(found))
        .group_by(request.c.answerer_id)
    )
    return {person: (int(count), int(late)) for person, count, late in rows.tuples()}


# ---------------------------------------------------------------- what stands behind it


@query(READ)
def figure_page(context: Context, person_id: int, figure: str, wanted: ListQuery) -> Page[WorkRow]:
    """The papers that a figure of `officers` counts, the newest first."""
    member(context, person_id)
    document, request = context.t.document, context.t.request
    owes = (request.c.state == "waiting") & (request.c.answerer_id == person_id)
    rows = _papers(context).left_outer_join(
        request, on=(request.c.document_id == document.c.id) & owes
    )
    own = (document.c.owner_id == person_id) & is_open(context)
    if figure == "to_answer":
        rows = rows.where(request.c.id.is_null(False))
    elif figure == "late":
        own &= _late(context)
        rows = rows.where(own | (request.c.due_at < context.moment))
    else:
        rows = rows.where(own, OF_PAPERS[figure](context))
    rows = rows.select_extend(request.c.id.alias("request_id"), request.c.due_at)
    return _page(context, rows, wanted, figure)


def _papers(context: Context) -> Any:
    document, customer = context.t.document, context.t.customer
    return document.select(
        *(document.c.id, document.c.kind, document.c.number, document.c.draft_reference),
        *(document.c.state, document.c.total_satang, document.c.created_at),
        *(document.c.follow_up_on, document.c.promised_on),
        customer.c.name.alias("customer"),
    ).join(customer, on=customer.c.id == document.c.customer_id)


def _page(context: Context, rows: Any, wanted: ListQuery, figure: str) -> Page[WorkRow]:
    key = context.t.document.c.id
    found = keyset(rows, key, key, ListQuery(None, True, after=wanted.after, limit=wanted.limit))
    shown = found[: wanted.limit]
    following = (shown[-1]["id"], shown[-1]["id"]) if len(found) > wanted.limit else None
    return Page(tuple(_work(context, row, figure) for row in shown), following)


def _work(context: Context, row: Mapping[str, Any], figure: str) -> WorkRow:
    owes = figure == "to_answer" or (figure == "late" and row["request_id"] is not None)
    days = [row["follow_up_on"], row["promised_on"]] if figure == "late" else []
    due = row["due_at"] if owes and (row["due_at"] or "") < context.moment else None
    late = [day[:10] for day in (*days, due) if day and day[:10] <= context.today.isoformat()]
    return WorkRow(
        id=row["id"],
        kind=row["kind"],
        reference=row["number"] or row["draft_reference"],
        customer=row["customer"],
        state=row["state"],
        total=Money(row["total_satang"]),
        created_on=date.fromisoformat(row["created_at"][:10]),
        follow_up_on=_day(row["follow_up_on"]),
        promised_on=_day(row["promised_on"]),
        late_on=_day(min(late, default=None)),
        request_id=row["request_id"] if owes else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
