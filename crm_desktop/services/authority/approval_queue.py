"""The supervisor's queue: what waits for whom, and everything needed to decide it right.

What a request is about beside its paper (goods, money held) is read in request_subjects.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from crm_desktop.domain.authority import Decider, Decision, Facts, Grade, decide
from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.permissions import may, roams
from crm_desktop.messages import sentence
from crm_desktop.services.authority import (
    answerers,
    appraisal,
    delegations,
    escalating,
    matrices,
    requests,
)
from crm_desktop.services.authority import request_history as history
from crm_desktop.services.authority import request_subjects as subjects
from crm_desktop.services.authority import waiting as waiting_for
from crm_desktop.services.authority.approvals import VERDICTS
from crm_desktop.services.authority.capacities import can_answer
from crm_desktop.services.authority.request_history import Answer, Passed
from crm_desktop.services.authority.request_subjects import (
    AskedPart,
    HeldMoney,
    LastPrice,
    LineStanding,
    OtherPaper,
)
from crm_desktop.services.authority.revisions import Difference, differences
from crm_desktop.services.credit.credit import credit_of
from crm_desktop.services.customers.customer_values import Credit
from crm_desktop.services.customers.merge_lists import MergeCard
from crm_desktop.services.deposits.deposit_lists import PaperDeposits
from crm_desktop.services.orders.goods_values import SupplierQuoteRow
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Content, margin, price
from crm_desktop.services.registry import Context, Page, query

TOTAL = {"CM": "amount_satang"}
"""Where a kind has no total of its own: the money that its request is about."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One request of the queue; `mine` says that it waits for this very person, `stead` for whom
    they stand in there. At `due_at` it climbs by itself, as it did `escalations` times.

    `total` is the sum it is about: what is asked of a deposit, else the paper's grand total;
    `discount` is that of the whole paper, as a percentage, when it was asked.
    """

    id: int
    version: int
    document_id: int
    matter: str
    reference: str
    customer: str
    requester: str
    level: str
    state: str
    spoken: bool
    amount: Money
    total: Money
    customer_waiting: bool
    asked_at: datetime
    mine: bool
    kind: str = "QT"
    stead: str = ""
    due_at: datetime | None = None
    escalations: int = 0
    discount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody whose advice by phone carries a paper; `stead` is for whom they stand in."""

    id: int
    name: str
    stead: str = ""

    def called(self, language: str) -> str:
        """The name, with that of the absent superior where it is a deputy."""
        if not self.stead:
            return self.name
        return sentence("answered_for", language, name=self.name, principal=self.stead)


@dataclass(frozen=True, slots=True)
class RequestCard:
    """Everything the queue shows beside one request; `part` is empty where it is about all.

    `money` is what the paper requires and has of deposits, `held` the deposit that a claim is
    made on; both None where it is not about such a thing. `username` is that of the person who is
    asked, or of their deputy of today; empty where a role is asked. `above` is to whom it goes up
    by itself, empty for the director’s queue; None where it goes no further.
    """

    row: QueueRow
    customer_id: int
    decision: Decision
    reason: str
    competitor: str
    content: Content
    total: Money
    before_vat: Money
    margin: Money | None
    last_prices: tuple[LastPrice, ...]
    others: tuple[OtherPaper, ...]
    credit: Credit | None
    history: tuple[Answer, ...]
    verdicts: tuple[str, ...]
    replaced: int | None
    differences: tuple[Difference, ...]
    part: tuple[AskedPart, ...] = ()
    goods: tuple[LineStanding, ...] = ()
    money: PaperDeposits | None = None
    held: HeldMoney | None = None
    offer: SupplierQuoteRow | None = None
    route: tuple[Passed, ...] = ()
    competitor_price: Money | None = None
    username: str = ""
    above: str | None = None
    merge: MergeCard | None = None


@query("request.read")
def queue_page(
    context: Context,
    after: tuple[int, str, int] | None = None,
    limit: int = 50,
    *,
    below: bool = True,
) -> Page[QueueRow]:
    """What the actor may answer, the customer who waits first, then the longest waiting; `below`
    also what waits for somebody below them."""
    request = context.t.request
    waiting = request.c.customer_waiting
    mine = waiting_for.for_actor(context)
    if below:
        mine |= waiting_for.below_actor(context)
    rows = _select(context).where(waiting_for.is_open(context), mine)
    if after is not None:
        flag, asked, last = after
        later = (request.c.asked_at > asked) | (
            (request.c.asked_at == asked) & (request.c.id > last)
        )
        rows = rows.where((waiting < flag) | ((waiting == flag) & later))
    rows = rows.order_by(waiting.desc(), request.c.asked_at, request.c.id).limit(limit + 1)
    found = [_row(context, each) for each in rows.dicts()]
    shown, following = found[:limit], None
    if len(found) > limit:
        end = shown[-1]
        following = (int(end.customer_waiting), _stored(end.asked_at), end.id)
    return Page(tuple(shown), following)


@query("request.read")
def asked_by_me(context: Context, limit: int = 50) -> tuple[QueueRow, ...]:
    """The actor's own open requests, newest first."""
    request = context.t.request
    rows = _select(context).where(
        request.c.requester_id == context.actor.person_id,
        request.c.state << ("waiting", "advised"),
        request.c.closed_at.is_null(),
    )
    rows = rows.order_by(request.c.id.desc()).limit(limit)
    return tuple(_row(context, each) for each in rows.dicts())


def _stored(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _select(context: Context) -> Any:
    request, document = context.t.request, context.t.document
    customer, person, claim = context.t.customer, context.t.person, context.t.deposit_claim
    columns = (
        "id",
        "version",
        "document_id",
        "matter",
        "level",
        "state",
        "spoken",
        "amount_satang",
    )
    return (
        request.select(
            *(getattr(request.c, name) for name in columns),
            *(getattr(request.c, name) for name in ("customer_waiting", "asked_at", "answerer_id")),
            *(request.c.answerer_role, request.c.due_at, request.c.escalations, request.c.facts),
            *(getattr(document.c, name) for name in ("kind", "number", "draft_reference")),
            document.c.total_satang,
            claim.c.satang.alias("asked_satang"),
            customer.c.name.alias("customer"),
            getattr(person.c, context.naming).alias("requester"),
        )
        .join(document, on=(document.c.id == request.c.document_id))
        .join(customer, on=(customer.c.id == request.c.customer_id))
        .join(person, on=(person.c.id == request.c.requester_id))
        .left_outer_join(
            claim,
            on=(claim.c.deposit_id == request.c.document_id) & (claim.c.request_id == request.c.id),
        )
    )


def _row(context: Context, row: Mapping[str, Any]) -> QueueRow:
    stead = waiting_for.stead(context, row)
    return QueueRow(
        id=row["id"],
        version=row["version"],
        document_id=row["document_id"],
        matter=row["matter"],
        reference=row["number"] or row["draft_reference"],
        customer=row["customer"],
        requester=row["requester"],
        level=row["level"],
        state=row["state"],
        spoken=bool(row["spoken"]),
        amount=Money(row["amount_satang"]),
        total=Money(row["asked_satang"] or row[TOTAL.get(row["kind"], "total_satang")]),
        customer_waiting=bool(row["customer_waiting"]),
        asked_at=datetime.fromisoformat(row["asked_at"]),
        mine=bool(stead) or row["answerer_id"] in (None, context.actor.person_id),
        kind=row["kind"],
        stead=stead,
        due_at=datetime.fromisoformat(row["due_at"]) if row["due_at"] else None,
        escalations=row["escalations"],
        discount=Decimal(json.loads(row["facts"])["discount"]),
    )


@query("request.read")
def request_card(context: Context, request_id: int, *, beside: bool = False) -> RequestCard:
    """One request with all that authority.md asks the queue to show; `beside` offers the verdicts
    of a superior who answers at the actor's PC, whatever the actor may answer."""
    request, stored = context.t.request, context.row("request", request_id)
    document = context.row("document", stored["document_id"])
    _require_reach(context, stored)
    row = next(_row(context, r) for r in _select(context).where(request.c.id == request_id).dicts())
    content = documents.content_of(context, document)
    return RequestCard(
        row=row,
        customer_id=document["customer_id"],
        decision=_decision(context, stored),
        reason=stored["reason"],
        competitor=stored["competitor"],
        content=content,
        total=Money(document["total_satang"]),
        before_vat=Money(document["total_satang"] - document["vat_satang"]),
        margin=_margin(context, document, content) if context.actor.may("cost.see") else None,
        last_prices=subjects.last_prices(context, document, content),
        others=subjects.others(context, document),
        credit=credit_of(context, document["customer_id"]),
        history=history.answers(context, request_id),
        verdicts=_verdicts(context, stored, document, beside=beside),
        replaced=document["replaces_id"],
        differences=differences(context, document, content),
        route=history.passed(context, request_id),
        competitor_price=_price(stored["competitor_satang"]),
        username=_username(context, stored),
        above=_above(context, stored, document),
        **subjects.of_request(context, stored, document),
    )


def _require_reach(context: Context, stored: Mapping[str, Any]) -> None:
    """By one's own role within its branches; else only what one is asked, or answered, for as
    long as it waits."""
    actor = context.actor
    own = may(actor.roles, "request.read")
    if own and (roams(actor.roles, "request.read") or actor.branch_id == stored["branch_id"]):
        return
    asked = (context.t.request.c.id == stored["id"]) & waiting_for.is_open(context)
    if not waiting_for.reaches(context, asked):
        there = own or delegations.held(context)
        raise NotAllowed("other_branch" if there else "lent_no_longer", permission="request.read")


def _price(satang: int | None) -> Money | None:
    return None if satang is None else Money(satang)


def _username(context: Context, stored: Mapping[str, Any]) -> str:
    answerer = stored["answerer_id"]
    if answerer is None:
        return ""
    deputy = delegations.deputy_of(context, answerer, stored["matter"])
    person = context.known("person", deputy.person if deputy else answerer)
    return str(person["username"])


def _above(context: Context, stored: Mapping[str, Any], document: Mapping[str, Any]) -> str | None:
    if stored["state"] != "waiting" or escalating.is_last(context, stored):
        return None
    facts = _decision(context, stored).facts
    above = answerers.above(context, stored, document, stored["answerer_id"], facts)
    return "" if above is None else str(context.known("person", above)[context.naming])


def _verdicts(
    context: Context, stored: Mapping[str, Any], document: Mapping[str, Any], *, beside: bool
) -> tuple[str, ...]:
    """What can be said now: a matrix that became stricter meanwhile asks for a decision, or for
    more authority than whom it went past has."""
    if stored["state"] == "advised":
        mine = stored["spoken"] and stored["answerer_id"] == context.actor.person_id
        return ("confirm_spoken", "deny_spoken") if mine else ()
    if stored["state"] != "waiting":
        return ()
    decision, level = requests.decided_now(context, stored, document)
    taken = beside or can_answer(context, stored, document, decision.facts)
    return VERDICTS[level] if taken else ()


def _decision(context: Context, stored: Mapping[str, Any]) -> Decision:
    """The decision as it was made: the facts of then, under the version of then."""
    facts = Facts.from_json(json.loads(stored["facts"]))
    grade = Grade[json.loads(stored["decision"])["grade"]]
    actor = Decider.of_grade(grade, facts.branch)
    return decide(stored["matter"], actor, facts, matrices.under(context, stored["matrix_version"]))


def _margin(context: Context, document: Mapping[str, Any], content: Content) -> Money | None:
    """Baht before VAT above cost; None where a cost is not known."""
    quoted = appraisal.quoted_cost(context, document["kind"], document["id"])
    return margin(price(context, content), quoted)


@query("request.recall")
def may_consult(context: Context, document_id: int) -> tuple[Adviser, ...]:
    """The superiors whose advice by phone would carry this paper, nearest first; before one who is
    away their deputy."""
    row = documents.row_of(context, document_id, "quotation.read")
    priced = price(context, documents.content_of(context, row))
    subject = appraisal.Subject.of(row, context.actor.person_id)
    facts, matter = appraisal.facts_of(context, priced, subject), KINDS[row["kind"]].matter or ""
    able = answerers.able_superiors(
        context,
        matter,
        subject.officer_id,
        facts,
        answerers.barred(subject.officer_id, row),
    )
    found: list[Adviser] = []
    for each in able:
        deputy = delegations.deputy_of(context, each["id"], matter)
        if deputy is not None:
            found.append(Adviser(deputy.person, deputy.name, each[context.naming]))
        found.append(Adviser(each["id"], each[context.naming]))
    return tuple({each.id: each for each in reversed(found)}.values())[::-1]
