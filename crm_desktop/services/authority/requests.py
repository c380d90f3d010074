"""A request beside a paper: how it is asked, kept, and voided; approvals.py answers it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from crm_desktop.domain.authority import (
    Asked,
    Credit,
    Decider,
    Decision,
    Facts,
    Grade,
    Level,
    Matrix,
    Step,
    decide,
    rule,
    stricter,
)
from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.services import people
from crm_desktop.services.authority import appraisal, deadlines, matrices
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


EFFECTS: Loaded[Effect] = Loaded()

HOLDS: Loaded[Callable[[Context, int], None]] = Loaded()
"""How everything is held that answering a matter reaches, by matter, in the one order of all."""


@dataclass(frozen=True, slots=True)
class Plea:
    """What the officer says for the paper."""

    reason: str = ""
    competitor: str = ""
    customer_waiting: bool = False


def hold(context: Context, request: Mapping[str, Any]) -> None:
    """Holds the paper that a request is about, as whoever changes the paper itself does."""
    HOLDS[request["matter"]](context, request["document_id"])
    context.hold("document", request["document_id"])


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
    level = decision.level
    if level is Level.SUPERIOR and not plea.reason.strip():
        raise Refused("reason_needed", "reason")
    if consulted is not None:
        _check_consulted(context, row, decision, consulted)
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
    steps = _steps(decision)
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
        write_answer(context, request_id, 1, "spoken", consulted.words, consulted.spoken_at)
    return request_id


def due(context: Context, matter: str, customer_waiting: bool) -> dict[str, str]:
    """The column that says until when whoever is asked now has time."""
    return {"due_at": deadlines.due_at(context, matter, customer_waiting)}


def _steps(decision: Decision) -> list[dict[str, Any]]:
    answerer = decision.answerer
    return [
        {
            "position": position,
            "answerer_id": answerer.person if answerer and step is Step.SUPERIOR else None,
            "role": _role(decision, step),
            "why": json.dumps([each["code"] for each in decision.to_json()["reasons"]]),
        }
        for position, step in enumerate(decision.steps, start=1)
    ]


def _role(decision: Decision, step: Step) -> str:
    """The role a step waits for: credit-finance, or the top grade where the line names nobody."""
    if step is not Step.SUPERIOR:
        return str(step.value)
    answerer = decision.answerer
    return "" if answerer is not None and answerer.person is not None else "director"


def _check_consulted(
    context: Context, row: Mapping[str, Any], decision: Decision, consulted: Consulted
) -> None:
    if decision.level is not Level.CONSULT:
        raise WrongState("consult_not_asked", "consulted")
    if decision.row is not None and not decision.row.phone_allowed:
        raise Refused("phone_not_allowed", "consulted")
    if not consulted.words.strip():
        raise Refused("words_needed", "words")
    spoken = consulted.spoken_at.astimezone(context.now.tzinfo)
    if spoken > context.now or spoken.date() != context.today:
        raise Refused("spoken_not_today", "spoken_at", today=context.today)
    _require_in_line(context, row, consulted.superior_id, decision)


def _require_in_line(
    context: Context, row: Mapping[str, Any], superior: int, decision: Decision
) -> None:
    requester = context.actor.person_id
    if superior not in {person["id"] for person in people.line_above(context, requester)}:
        raise NotAllowed("not_your_superior", "superior_id")
    able = able_superiors(
        context,
        decision.matter,
        requester,
        decision.facts,
        matrices.in_force(context),
        barred(requester, row),
    )
    if superior not in {person["id"] for person in able}:
        name = context.row("person", superior)[context.naming]
        raise NotAllowed("answer_beyond_authority", "superior_id", name=name)


def barred(requester_id: int, row: Mapping[str, Any]) -> frozenset[int]:
    """Who must not answer: who asks, who last edited the paper, and whose paper it is."""
    return frozenset({requester_id, row["edited_by_id"], row["owner_id"]})


def able_superiors(
    context: Context,
    matter: str,
    person_id: int,
    facts: Facts,
    matrix: Matrix,
    barred: frozenset[int],
) -> list[dict[str, Any]]:
    """Those above a person who may answer and whose own row gives OWN for the facts, nearest
    first."""
    return [
        row
        for row in people.line_above(context, person_id)
        if row["id"] not in barred
        and rule(matter, Grade[row["grade"]], facts.branch, facts, matrix).level is Level.OWN
    ]


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
        context, request["matter"], facts, requester, barred(requester, row) - {requester}
    )
    return decision, max(Level[request["level"]], decision.level)


def facts_now(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> Facts:
    """The facts that were asked about, with what became worse of credit and stock since."""
    facts = Facts.from_json(json.loads(request["facts"]))
    own = facts.amount - facts.split_amount
    credit = appraisal.credit_with(context, row["customer_id"], own) | facts.credit
    if credit != {Credit.OK}:
        credit -= {Credit.OK}
    on_shelf = stock.of_document(context, row["id"], row["branch_id"])
    return replace(facts, credit=frozenset(credit), stock=stock.worse(facts.stock, on_shelf))


def matrix_of(context: Context, request: Mapping[str, Any]) -> Matrix:
    """The version that the request was decided under."""
    version = request["matrix_version"]
    return matrices.confirmed(context, version) if version else matrices.UNDECIDED


def asks_more(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the facts of this moment ask for more than what was answered.

    Grades are compared, not persons: who was promoted or has left since changes nothing.
    """
    answered, facts = json.loads(request["decision"]), facts_now(context, request, row)
    asker = Decider.of_grade(Grade[answered["grade"]], facts.branch)
    again = decide(request["matter"], asker, facts, matrix_of(context, request))
    return stricter(again.asked, Asked.from_json(answered))


def last_verdict(context: Context, request_id: int) -> str:
    """What was said last about a request; empty before the first answer."""
    answer = context.t.request_answer
    rows = answer.select(answer.c.verdict).where(answer.c.request_id == request_id)
    return next((row[0] for row in rows.order_by(answer.c.id.desc()).limit(1).tuples()), "")


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
