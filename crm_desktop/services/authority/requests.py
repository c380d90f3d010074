"""A request beside a paper: how it is asked, kept, and voided; approvals.py answers it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from crm_desktop.domain.authority import (
    Asked,
    Credit,
    Decider,
    Decision,
    Facts,
    Grade,
    Level,
    Step,
    decide,
    stricter,
)
from crm_desktop.domain.authority.limits import either
from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services import letters, people
from crm_desktop.services.authority import answerers, appraisal, deadlines, delegations, matrices
from crm_desktop.services.papers import documents
from crm_desktop.services.products import stock
from crm_desktop.services.registry import Context, Loaded


@dataclass(frozen=True, slots=True)
class Consulted:
    """Advice taken by phone: from whom, when, and what was said."""

    superior_id: int
    spoken_at: datetime
    words: str


class Effect(Protocol):
    """What an answer does to the paper; one per matter."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        """The request was approved."""

    def sent_back(
        self, context: Context, row: dict[str, Any], request: dict[str, Any], event: str, note: str
    ) -> None:
        """The request was returned, rejected, recalled or voided (`event`)."""


@runtime_checkable
class Measured(Protocol):
    """An effect whose paper is about money that changes while nobody touches the paper."""

    def amount_now(self, context: Context, row: Mapping[str, Any]) -> Money:
        """What the paper is about in baht now."""


TOP_ROLE = "director"
"""Whose queue it is where the line names nobody."""

EFFECTS: Loaded[Effect] = Loaded()

HOLDS: Loaded[Callable[[Context, int], None]] = Loaded()
"""How everything is held that answering a matter reaches, by matter, in the one order of all: the
paper itself comes last."""


@dataclass(frozen=True, slots=True)
class Plea:
    """What the officer says for the paper; `competitor_price` is what a competitor asks for all of
    it with VAT, as the customer says."""

    reason: str = ""
    competitor: str = ""
    customer_waiting: bool = False
    competitor_price: Money | None = None


def hold(context: Context, request: Mapping[str, Any]) -> None:
    """Holds the paper that a request is about, as whoever changes the paper itself does."""
    HOLDS[request["matter"]](context, request["document_id"])


def ask(
    context: Context,
    row: Mapping[str, Any],
    decision: Decision,
    plea: Plea,
    consulted: Consulted | None = None,
    detail: str = "",
) -> int:
    """Puts a request on record: approved at once where it is the actor's own, else waiting.

    `detail` is whatever the effect must know besides the paper.
    """
    level, price = decision.level, plea.competitor_price
    if level is Level.SUPERIOR and not plea.reason.strip():
        raise Refused("reason_needed", "reason")
    if price is not None and price <= Money.ZERO:
        raise Refused("competitor_price_none", "competitor_price")
    stead = None if consulted is None else _consulted(context, row, decision, consulted)
    values = {
        "matter": decision.matter,
        "document_id": row["id"],
        "customer_id": row["customer_id"],
        "branch_id": row["branch_id"],
        "requester_id": context.actor.person_id,
        "level": level.name,
        "state": "approved" if level is Level.OWN else "waiting",
        "reason": plea.reason.strip(),
        "competitor": plea.competitor.strip(),
        "competitor_satang": None if price is None else price.satang,
        "customer_waiting": int(plea.customer_waiting),
        "matrix_version": decision.version,
        "amount_satang": decision.facts.amount.satang,
        "facts": json.dumps(decision.facts.to_json(), ensure_ascii=False),
        "decision": json.dumps(decision.to_json(), ensure_ascii=False),
        "frozen_sha256": row["frozen_sha256"] or "",
        "detail": detail,
        "asked_at": context.moment,
    }
    if level is Level.OWN:
        values |= {"closed_at": context.moment, "seen": 1}
    steps = _steps(context, decision, row)
    if steps:
        values |= {"answerer_id": steps[0]["answerer_id"], "answerer_role": steps[0]["role"]}
        values |= due(context, decision.matter, plea.customer_waiting)
    if consulted is not None:
        values |= {"state": "advised", "spoken": 1, "answerer_id": consulted.superior_id}
        values |= {"closed_at": context.moment, "seen": 1}
    request_id = context.insert("request", "asked", **values)
    context.t.request_step.add_all([{"request_id": request_id, **step} for step in steps])
    if level is Level.OWN:
        write_answer(context, request_id, 1, "own", "")
    if consulted is not None:
        write_answer(
            context, request_id, 1, "spoken", consulted.words, consulted.spoken_at, for_id=stead
        )
    letters.tell(context, request_id)
    return request_id


def due(context: Context, matter: str, customer_waiting: bool) -> dict[str, str]:
    """The column that says until when whoever is asked now has time."""
    return {"due_at": deadlines.due_at(context, matter, customer_waiting)}


def _steps(context: Context, decision: Decision, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Who is asked, in order; the director in place of credit-finance where nobody is there."""
    why = json.dumps([each["code"] for each in decision.to_json()["reasons"]])
    steps = []
    for position, step in enumerate(decision.steps, start=1):
        person, role, reasons = None, str(step.value), why
        if step is Step.SUPERIOR:
            person = decision.answerer.person if decision.answerer else None
            role = "" if person is not None else TOP_ROLE
        elif not answerers.has_somebody(
            context,
            decision.matter,
            role,
            row["branch_id"],
            answerers.barred(context.actor.person_id, row),
        ):
            role, reasons = TOP_ROLE, json.dumps([f"{role}_nobody", ""])
        steps.append({"position": position, "answerer_id": person, "role": role, "why": reasons})
    return steps


def is_for_credit(context: Context, request: Mapping[str, Any]) -> bool:
    """Whether the director is asked in place of credit-finance, before any superior."""
    if request["answerer_role"] != TOP_ROLE:
        return False
    step = context.t.request_step
    rows = step.select(step.c.why).where(
        step.c.request_id == request["id"], step.c.position == request["step"]
    )
    return any(json.loads(why)[:1] == [f"{Step.CREDIT.value}_nobody"] for (why,) in rows.tuples())


def _consulted(
    context: Context, row: Mapping[str, Any], decision: Decision, consulted: Consulted
) -> int | None:
    """Checks what was said by phone; answers for whom, where a deputy said it."""
    if decision.level is not Level.CONSULT:
        raise WrongState("consult_not_asked", "consulted")
    if decision.row is not None and not decision.row.phone_allowed:
        raise Refused("phone_not_allowed", "consulted")
    if Step.CREDIT in decision.steps:
        raise Refused("credit_before_phone", "consulted")
    if not consulted.words.strip():
        raise Refused("words_needed", "words")
    spoken = consulted.spoken_at.astimezone(context.now.tzinfo)
    if spoken > context.now or spoken.date() != context.today:
        raise Refused("spoken_not_today", "spoken_at", today=context.today)
    _require_confirmed(context)
    return _require_in_line(context, row, consulted.superior_id, decision)


def _require_confirmed(context: Context) -> None:
    """Advice by phone is confirmed on its day: who has one left over from before asks in the
    queue."""
    request, document = context.t.request, context.t.document
    rows = (
        request.select(document.c.number, document.c.draft_reference)
        .join(document, on=document.c.id == request.c.document_id)
        .where(
            request.c.requester_id == context.actor.person_id,
            request.c.state == "advised",
            request.c.spoken == 1,
            request.c.asked_at < context.today.isoformat(),
        )
    )
    for number, reference in rows.limit(1).tuples():
        raise Refused("spoken_unconfirmed", "consulted", reference=number or reference)


def _require_in_line(
    context: Context, row: Mapping[str, Any], superior: int, decision: Decision
) -> int | None:
    """Whether the adviser may carry it, themselves or (the answer) for somebody they stand in
    for today."""
    requester, matter = context.actor.person_id, decision.matter
    line = {person["id"] for person in people.line_above(context, requester)}
    away = {each.principal_id for each in delegations.lent_to(context, superior, matter)} & line
    if superior not in line and not away:
        raise NotAllowed("not_your_superior", "superior_id")
    able = answerers.able_superiors(
        context,
        matter,
        requester,
        decision.facts,
        answerers.barred(requester, row),
    )
    carrying = {person["id"] for person in able}
    if superior in carrying:
        return None
    if away & carrying:
        return min(away & carrying)
    name = context.row("person", superior)[context.naming]
    raise NotAllowed("answer_beyond_authority", "superior_id", name=name)


def asked_facts(request: Mapping[str, Any]) -> Facts:
    """The facts as they were asked about."""
    return Facts.from_json(json.loads(request["facts"]))


def put_to(
    context: Context,
    request: Mapping[str, Any],
    event: str,
    position: int,
    whom: tuple[int | None, str],
    **columns: Any,
) -> None:
    """The request waits at that step, for a person or (None) a role, who is told and has the full
    time; `columns` are what else changes."""
    values = {
        "step": position,
        "answerer_id": whom[0],
        "answerer_role": whom[1],
        **due(context, request["matter"], request["customer_waiting"]),
        **columns,
    }
    context.update("request", request["id"], request["version"], event, **values)
    letters.tell(context, request["id"])


def void(context: Context, row: Mapping[str, Any], why: str) -> None:
    """Ends whatever was asked about a paper, because the paper is no longer what was asked."""
    request = context.t.request
    _void(context, row, why, request.c.closed_at.is_null() | request.c.matter.endswith(".issue"))


def void_open(context: Context, row: Mapping[str, Any], why: str) -> None:
    """Ends what still waits about a paper that is out; what it was issued on stays."""
    _void(context, row, why, context.t.request.c.closed_at.is_null())


def _void(context: Context, row: Mapping[str, Any], why: str, which: Any) -> None:
    request = context.t.request
    alive = request.select().where(
        request.c.document_id == row["id"], request.c.state << ("waiting", "advised", "approved")
    )
    for each in list(alive.where(which).dicts()):
        write_answer(context, each["id"], each["step"], "void", why)
        closed = {"state": "voided", "closed_at": context.moment, "seen": 1}
        context.update("request", each["id"], each["version"], "void", **closed)


def take_back(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    """Puts on record that who asked takes it back, or whose paper it is by now, or who has their
    work today; NotAllowed for anybody else."""
    if {request["requester_id"], row["owner_id"]}.isdisjoint(delegations.work_of(context)):
        raise NotAllowed("recall_not_yours")
    write_answer(context, request["id"], request["step"], "recall", "")


def closed_advice(context: Context, row: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The advice that lets the requester go on; against it, only with a written reason."""
    request = documents.open_request(context, row["id"])
    if request is None or request["state"] != "advised":
        raise WrongState("advice_missing")
    if last_verdict(context, request["id"]) == "advise_against":
        if not reason.strip():
            raise Refused("reason_against_advice", "reason")
        write_answer(context, request["id"], request["step"], "went_on", reason.strip())
    return request


def decided_now(
    context: Context, request: Mapping[str, Any], row: Mapping[str, Any]
) -> tuple[Decision, Level]:
    """The question as facts, people and matrix are now, and the level of the two that is
    stricter: what was asked stays asked."""
    requester, facts = request["requester_id"], facts_now(context, request, row)
    decision = appraisal.judge(
        context, request["matter"], facts, requester, answerers.barred(requester, row) - {requester}
    )
    return decision, max(Level[request["level"]], decision.level)


def facts_now(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> Facts:
    """The facts that were asked about, or were made of them within the limits of the answer, with
    what became worse of credit and stock since."""
    facts = Facts.from_json(json.loads(request["used_facts"] or request["facts"]))
    effect = EFFECTS[request["matter"]]
    if isinstance(effect, Measured):
        facts = replace(facts, amount=max(facts.amount, effect.amount_now(context, row)))
    own = facts.amount - facts.split_amount
    credit = appraisal.credit_with(context, row["customer_id"], own) | facts.credit
    if credit != {Credit.OK}:
        credit -= {Credit.OK}
    on_shelf = stock.of_document(context, row["id"], row["branch_id"])
    return replace(facts, credit=frozenset(credit), stock=stock.worse(facts.stock, on_shelf))


def asks_more(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the facts of this moment ask for more than what was answered.

    Grades are compared, not persons: who was promoted or has left since changes nothing.
    """
    stored, facts = json.loads(request["decision"]), facts_now(context, request, row)
    asker = Decider.of_grade(Grade[stored["grade"]], facts.branch)
    matrix, answered = matrices.under(context, request["matrix_version"]), Asked.from_json(stored)
    if request["used_facts"]:
        used = Facts.from_json(json.loads(request["used_facts"]))
        answered = either(answered, decide(request["matter"], asker, used, matrix).asked)
    return stricter(decide(request["matter"], asker, facts, matrix).asked, answered)


def last_verdict(context: Context, request_id: int) -> str:
    """What was said last about a request; empty before the first answer."""
    answer = context.t.request_answer
    rows = answer.select(answer.c.verdict).where(answer.c.request_id == request_id)
    return next((row[0] for row in rows.order_by(answer.c.id.desc()).limit(1).tuples()), "")


def spoken_for(context: Context, request_id: int) -> int | None:
    """For whom a deputy advised by phone; None where nobody stood in."""
    answer = context.t.request_answer
    rows = answer.select(answer.c.for_id).where(
        answer.c.request_id == request_id, answer.c.verdict == "spoken"
    )
    return next((row[0] for row in rows.tuples()), None)


def last_step(context: Context, request_id: int) -> int:
    """The highest step that the request was given so far."""
    step = context.t.request_step
    rows = step.select(step.c.position).where(step.c.request_id == request_id)
    return int(next(iter(rows.order_by(step.c.position.desc()).limit(1).tuples()))[0])


def write_answer(
    context: Context,
    request_id: int,
    position: int,
    verdict: str,
    note: str,
    spoken_at: datetime | None = None,
    **more: Any,
) -> None:
    """Adds one answer for good; what was said by phone carries the moment it was said, what was
    said for an absent superior or within limits says so in `more` columns."""
    values = {
        "request_id": request_id,
        "position": position,
        "person_id": context.actor.person_id,
        "verdict": verdict,
        "note": note,
        "spoken_at": spoken_at and spoken_at.isoformat(timespec="milliseconds"),
        "at": context.moment,
        "beside_id": context.beside,
        **more,
    }
    context.insert("request_answer", verdict, **values)
