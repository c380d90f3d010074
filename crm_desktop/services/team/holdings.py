"""What somebody holds that could pass to a colleague: customers, papers, visits, requests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.team.belongings import GIVEN, ROWS, WHAT, any_of, counting
from crm_desktop.services.team.members import READ, Member, member, members
from crm_desktop.store.orm import fn


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much of each kind is somebody's."""

    person: Member
    customers: int
    papers: int
    visits: int
    asked: int
    answers: int

    @property
    def any(self) -> bool:
        """Whether there is anything to hand over."""
        return any(getattr(self, kind) for kind in GIVEN)


@dataclass(frozen=True, slots=True)
class Held:
    """One record of somebody's; `opens` is what it opens as, `kind` that of a paper."""

    id: int
    what: str
    opens: str
    reference: str
    customer: str
    state: str
    kind: str
    on: date | None
    total: Money | None


@query(READ)
def holdings(context: Context, person_id: int) -> Holdings:
    """What is somebody's, by kind; also of a person who has left."""
    return _counted(context, member(context, person_id))


@query("person.save")
def still_held(context: Context, person_id: int) -> Mapping[str, int]:
    """How much is still somebody's, for whoever lets a person go; counts only, no names."""
    return {kind: _count(context, kind, person_id) for kind in WHAT}


def _counted(context: Context, person: Member) -> Holdings:
    return Holdings(person, **{kind: _count(context, kind, person.id) for kind in WHAT})


def _count(context: Context, kind: str, person_id: int) -> int:
    return int(next(iter(counting(ROWS[kind](context, person_id)).tuples()))[0])


# ---------------------------------------------------------------- one by one


@query(READ)
def held_page(context: Context, person_id: int, kind: str, wanted: ListQuery) -> Page[Held]:
    """The records of one kind that are somebody's, the newest first."""
    member(context, person_id)
    table = {"customers": "customer", "papers": "document", "visits": "visit"}.get(kind, "request")
    key = getattr(context.t, table).c.id
    rows = _READ[table](context).where(key << ROWS[kind](context, person_id))
    found = keyset(rows, key, key, ListQuery(None, True, after=wanted.after, limit=wanted.limit))
    shown = found[: wanted.limit]
    following = (shown[-1]["id"], shown[-1]["id"]) if len(found) > wanted.limit else None
    return Page(tuple(_held(kind, row) for row in shown), following)


def _customers(context: Context) -> Any:
    customer = context.t.customer
    return customer.select(
        customer.c.id,
        customer.c.code.alias("reference"),
        customer.c.name.alias("customer"),
        customer.c.created_at.alias("on"),
    )


def _documents(context: Context) -> Any:
    document, customer = context.t.document, context.t.customer
    return document.select(
        *(document.c.id, document.c.kind, document.c.state, document.c.total_satang),
        fn.COALESCE(document.c.number, document.c.draft_reference).alias("reference"),
        customer.c.name.alias("customer"),
        document.c.created_at.alias("on"),
    ).join(customer, on=customer.c.id == document.c.customer_id)


def _visits(context: Context) -> Any:
    visit, customer = context.t.visit, context.t.customer
    return visit.select(
        *(visit.c.id, visit.c.state, visit.c.planned_on.alias("on")),
        visit.c.purpose.alias("reference"),
        customer.c.name.alias("customer"),
    ).join(customer, on=customer.c.id == visit.c.customer_id)


def _requests(context: Context) -> Any:
    request, document, customer = context.t.request, context.t.document, context.t.customer
    return (
        request.select(
            *(request.c.id, request.c.state, request.c.asked_at.alias("on"), document.c.kind),
            fn.COALESCE(document.c.number, document.c.draft_reference).alias("reference"),
            customer.c.name.alias("customer"),
            request.c.amount_satang.alias("total_satang"),
        )
        .join(document, on=document.c.id == request.c.document_id)
        .join(customer, on=customer.c.id == request.c.customer_id)
    )


_READ: Mapping[str, Callable[[Context], Any]] = {
    "customer": _customers,
    "document": _documents,
    "visit": _visits,
    "request": _requests,
}


def _held(what: str, row: Mapping[str, Any]) -> Held:
    opens = {"customers": "customer", "visits": "visit"}.get(what, "request")
    if what == "papers":
        opens = KINDS[row["kind"]].name
    satang = row.get("total_satang")
    return Held(
        id=row["id"],
        what=what,
        opens=opens,
        reference=row["reference"],
        customer=row["customer"],
        state=row.get("state", ""),
        kind=row.get("kind", ""),
        on=date.fromisoformat(row["on"][:10]) if row["on"] else None,
        total=None if satang is None else Money(satang),
    )


# ---------------------------------------------------------------- who has left


def left_behind(context: Context) -> Any:
    """Those who have left within the actor's reach while something is still theirs, with how much
    of each kind."""
    person = context.t.person
    reach = [each.id for each in members(context) if each.gone]
    theirs = {kind: ROWS[kind](context, person.c.id) for kind in GIVEN}
    return (
        person.select(
            person.c.id,
            getattr(person.c, context.naming).alias("name"),
            *(counting(rows).alias(kind) for kind, rows in theirs.items()),
        )
        .where(person.c.id << (reach or [0]), any_of(context, person.c.id))
        .order_by(person.c.id)
    )
