"""Quotations as they are read: the list, the whole paper for its form, the live preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain.authority import Decision
from crm_desktop.domain.authority.limits import Limits
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.quotation import KIND
from crm_desktop.domain.money import Money
from crm_desktop.domain.pricing import Totals
from crm_desktop.services.authority import appraisal, delegations
from crm_desktop.services.authority.appraisal import Subject
from crm_desktop.services.paging import ListQuery, along, keyset
from crm_desktop.services.papers import documents, passing, rooms, stamps
from crm_desktop.services.papers.contents import Content, check_content, price
from crm_desktop.services.papers.stamps import Receipt, Sent
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import search

SORTS = {
    "id": "id",
    "total": "total_satang",
    "follow_up": "follow_up_on",
    "valid_until": "valid_until",
}


# What a person does by hand; the rest follows from answers, the clock and other papers.
OFFERED = frozenset(
    {
        *("submit", "recall", "proceed", "issue", "cancel", "revise"),
        *("confirm_receipt", "negotiate", "accept", "lose", "extend"),
    }
)


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A line of the list; `reference` is the number, or the draft's before it has one."""

    id: int
    version: int
    reference: str
    number: str | None
    revision: int
    state: str
    customer_id: int
    customer: str
    owner: str
    total: Money
    created_on: date
    valid_until: date | None
    follow_up_on: date | None
    project: str
    expected_on: date | None
    sent: Sent | None
    received: Receipt | None


@dataclass(frozen=True, slots=True)
class RequestNote:
    """The latest answer on a paper, to stand beside it: verdict, by whom, what they wrote.

    `mine` says that the actor asked, `seen` that the asker has read the answer, `limits` how far
    it may be changed without asking again.
    """

    request_id: int
    version: int
    state: str
    level: str
    verdict: str
    name: str
    note: str
    answerer: str
    matter: str = "quotation.issue"
    role: str = ""
    mine: bool = False
    seen: bool = True
    limits: Limits = ()
    customer_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A whole paper for its form: `events` are what this actor may do with it now."""

    id: int
    version: int
    reference: str
    number: str | None
    revision: int
    replaces: str
    state: str
    content: Content
    customer: str
    owner: str
    total: Money
    issued_on: date | None
    valid_until: date | None
    print_count: int
    events: tuple[str, ...]
    request: RequestNote | None
    family: tuple[tuple[int, str, str], ...]
    vat_rate: Decimal = Decimal(7)
    expected_on: date | None = None
    sent: Sent | None = None
    received: Receipt | None = None
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What the form shows while somebody types: money per line, totals, and whose decision.

    `room` are the limits of an approval that the paper has; `within` says that it keeps them, so
    that nobody is asked.
    """

    totals: Totals
    nets: tuple[Money, ...]
    list_prices: tuple[Money | None, ...]
    vat_rate: Decimal
    decision: Decision
    room: Limits = ()
    within: bool = False


@query("quotation.read")
def quotation_page(context: Context, wanted: ListQuery) -> Page[QuotationRow]:
    """A page of the branch's quotations; filters: state (one or several), customer_id, mine,
    unconfirmed (sent, but nobody knows yet that the customer has it)."""
    document = context.t.document
    customer, person = context.t.customer, context.t.person
    rows = (
        document.select(
            *(getattr(document.c, name) for name in ("id", "version", "number", "revision")),
            *(getattr(document.c, name) for name in ("draft_reference", "state", "customer_id")),
            *(getattr(document.c, name) for name in ("total_satang", "created_at", "project")),
            *(getattr(document.c, name) for name in ("valid_until", "follow_up_on", "expected_on")),
            *(getattr(document.c, f"received_{name}") for name in ("at", "name", "how")),
            customer.c.name.alias("customer"),
            getattr(person.c, context.naming).alias("owner"),
        )
        .join(customer, on=(customer.c.id == document.c.customer_id))
        .join(person, on=(person.c.id == document.c.owner_id))
        .where(along(context.store, wanted, document.c.kind) == KIND.code)
    )
    rows = _narrowed(context, rows, wanted)
    name = SORTS[wanted.sort or "id"]
    key = getattr(document.c, name)
    if name in ("follow_up_on", "valid_until"):
        rows = rows.where(key.is_null(False))
    key = document.c.id if name == "id" else key
    found = keyset(rows, key, document.c.id, wanted)
    shown = found[: wanted.limit]
    following = None
    if len(found) > wanted.limit:
        following = (shown[-1][name], shown[-1]["id"])
    left = stamps.sent(context, [each["id"] for each in shown if each["number"]])
    return Page(tuple(_row(each, left.get(each["id"])) for each in shown), following)


def _narrowed(context: Context, rows: Any, wanted: ListQuery) -> Any:
    document = context.t.document
    branch_id = context.branches("quotation.read")
    if branch_id is not None:
        rows = rows.where(along(context.store, wanted, document.c.branch_id) == branch_id)
    states = wanted.filters.get("state")
    if states:
        rows = rows.where(document.c.state << ([states] if isinstance(states, str) else states))
    if wanted.filters.get("customer_id"):
        rows = rows.where(document.c.customer_id == wanted.filters["customer_id"])
    if wanted.filters.get("unconfirmed"):
        rows = rows.where(document.c.state == "issued", stamps.was_sent(context))
    if wanted.filters.get("mine"):
        rows = rows.where(document.c.owner_id == context.actor.person_id)
    if wanted.text.strip():
        ids = search.find(context.store, "document", wanted.text, 200)
        buyers = search.find(context.store, "customer", wanted.text, 200)
        rows = rows.where((document.c.id << ids) | (document.c.customer_id << buyers))
    return rows


def _row(row: Mapping[str, Any], left: Sent | None) -> QuotationRow:
    return QuotationRow(
        id=row["id"],
        version=row["version"],
        reference=row["number"] or row["draft_reference"],
        number=row["number"],
        revision=row["revision"],
        state=row["state"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        owner=row["owner"],
        total=Money(row["total_satang"]),
        created_on=date.fromisoformat(row["created_at"][:10]),
        valid_until=_day(row["valid_until"]),
        follow_up_on=_day(row["follow_up_on"]),
        project=row["project"],
        expected_on=_day(row["expected_on"]),
        sent=left,
        received=stamps.receipt(row),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@query("quotation.read")
def quotation(context: Context, document_id: int) -> Quotation:
    """The whole paper; Refused `not_found`, NotAllowed for another branch's."""
    row = documents.row_of(context, document_id, "quotation.read")
    family = _family(context, row)
    return Quotation(
        id=row["id"],
        version=row["version"],
        reference=row["number"] or row["draft_reference"],
        number=row["number"],
        revision=row["revision"],
        replaces=next((each[1] for each in family if each[0] == row["replaces_id"]), ""),
        state=row["state"],
        content=documents.content_of(context, row),
        customer=context.row("customer", row["customer_id"])["name"],
        owner=context.row("person", row["owner_id"])[context.naming],
        total=Money(row["total_satang"]),
        issued_on=_day((row["issued_at"] or "")[:10]),
        valid_until=_day(row["valid_until"]),
        print_count=row["print_count"],
        events=_events(context, row),
        request=latest_request(context, row),
        family=family,
        vat_rate=Decimal(row["vat_rate"]),
        expected_on=_day(row["expected_on"]),
        sent=stamps.sent(context, [row["id"]] if row["number"] else []).get(row["id"]),
        received=stamps.receipt(row),
        lost=row["lost_code"],
    )


@query("quotation.read")
def quotation_by_reference(context: Context, reference: str) -> Quotation:
    """A paper by its number or draft reference, case and spaces forgiven."""
    return quotation(context, documents.id_of(context, reference))


def _events(context: Context, row: Mapping[str, Any]) -> tuple[str, ...]:
    """What the state table and the actor's roles allow; nothing while a question is open."""
    return tuple(event for event in offered_events(context, row) if event in OFFERED)


def offered_events(context: Context, row: Mapping[str, Any]) -> tuple[str, ...]:
    """The rows of the paper's table that lie open to this actor; only a recall while it waits."""
    states = KINDS[row["kind"]].states
    held = {name for each in states.rows for name in each.who if context.actor.may(name)}
    offered = [each.event for each in states.offers(row["state"], held)]
    if "approve_own" not in offered and "submit" in offered:
        offered.remove("submit")  # an approved paper is put forward again by issuing it
    request = documents.open_request(context, row["id"])
    if request is not None and request["state"] == "waiting":
        return ("recall",) if request["requester_id"] == context.actor.person_id else ()
    if request is not None and request["requester_id"] != context.actor.person_id:
        offered = [event for event in offered if event not in ("proceed", "recall")]
    return tuple(offered)


def latest_request(context: Context, row: Mapping[str, Any]) -> RequestNote | None:
    request, answer, person = context.t.request, context.t.request_answer, context.t.person
    away = person.alias("away")
    rows = request.select().where(request.c.document_id == row["id"]).order_by(request.c.id.desc())
    for each in rows.limit(1).dicts():
        said = (
            answer.select(
                answer.c.verdict,
                answer.c.note,
                getattr(person.c, context.naming),
                getattr(away.c, context.naming),
            )
            .join(person, on=(person.c.id == answer.c.person_id))
            .left_outer_join(away, on=(away.c.id == answer.c.for_id))
            .where(answer.c.request_id == each["id"])
            .order_by(answer.c.id.desc())
            .limit(1)
        )
        verdict, note, name, stead = next(iter(said.tuples()), ("", "", "", None))
        if stead:
            name = delegations.answered(context, name, stead)
        answerer = ""
        if each["answerer_id"]:
            answerer = delegations.addressee(context, each["answerer_id"], each["matter"])
        return RequestNote(
            request_id=each["id"],
            version=each["version"],
            state=each["state"],
            level=each["level"],
            verdict=verdict,
            name=name,
            note=note,
            answerer=answerer,
            matter=each["matter"],
            role=each["answerer_role"],
            mine=each["requester_id"] == context.actor.person_id,
            seen=bool(each["seen"]),
            limits=rooms.limits_of(each),
            customer_waiting=bool(each["customer_waiting"]),
        )
    return None


def _family(context: Context, row: Mapping[str, Any]) -> tuple[tuple[int, str, str], ...]:
    document = context.t.document
    rows = document.select(
        document.c.id, document.c.number, document.c.draft_reference, document.c.state
    ).where(document.c.family_id == row["family_id"], document.c.kind == KIND.code)
    return tuple(
        (each["id"], each["number"] or each["draft_reference"], each["state"])
        for each in rows.order_by(document.c.id).limit(50).dicts()
    )


@query("quotation.save")
def preview(context: Context, content: Content, document_id: int | None = None) -> Preview:
    """What this content comes to and whose decision it would be; nothing is stored."""
    return preview_of(context, KIND.code, content, document_id, "quotation.save")


def preview_of(
    context: Context, kind: str, content: Content, document_id: int | None, permission: str
) -> Preview:
    """The preview of a paper of any kind."""
    content = passing.as_offered(context, kind, content)
    check_content(content)
    priced = price(context, content)
    actor = context.actor
    subject = Subject(kind, actor.person_id, actor.branch_id)
    room: Limits = ()
    within = False
    if document_id is not None:
        row = documents.row_of(context, document_id, permission)
        subject = Subject.of(row, actor.person_id)
        room = rooms.limits_for(context, row)
        within = bool(room) and rooms.use_of(context, row, priced) is not None
    decision = appraisal.judge_paper(context, priced, subject)
    said = (priced.totals, priced.nets, priced.list_prices, priced.vat_rate)
    return Preview(*said, decision, room, within)


__all__ = ["Preview", "Quotation", "QuotationRow", "RequestNote"]
