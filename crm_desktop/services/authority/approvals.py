"""Requests: asked once, answered by those who may, each answer kept for good."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.authority import TOP, Decider, Decision, Grade, Level, Step, rule
from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.services import people
from crm_desktop.services.authority import matrices, requests
from crm_desktop.services.registry import Command, Context, handles

VERDICTS = {
    Level.SUPERIOR: ("approve", "return", "reject"),
    Level.CONSULT: ("advise_for", "advise_against", "return"),
}
NOTE_NEEDED = ("return", "reject", "advise_against", "deny_spoken")
CLOSED_BY = {"approve": "approved", "return": "returned", "reject": "rejected"}


@dataclass(frozen=True)
class AnswerRequest(Command[str]):
    """One superior's answer to the open step; answers the state the request is in then."""

    name: ClassVar[str] = "request.answer"
    id: int
    version: int
    verdict: str
    note: str = ""


@dataclass(frozen=True)
class RecallRequest(Command[None]):
    """The requester takes the paper back before it is answered."""

    name: ClassVar[str] = "request.recall"
    id: int
    version: int


@dataclass(frozen=True)
class ConfirmSpoken(Command[None]):
    """The superior says that the advice noted by phone was given so, or that it was not."""

    name: ClassVar[str] = "request.confirm_spoken"
    permission: ClassVar[str] = "request.answer"
    id: int
    version: int
    agrees: bool
    note: str = ""


@dataclass(frozen=True)
class MarkSeen(Command[None]):
    """The requester has read the answer."""

    name: ClassVar[str] = "request.seen"
    permission: ClassVar[str] = "request.recall"
    id: int


@handles(AnswerRequest)
def answer_request(context: Context, command: AnswerRequest) -> str:
    """Takes the answer if it is this person's to give, and moves the paper or the request on."""
    request = _open(context, command.id, command.version, ("waiting",))
    row = context.row("document", request["document_id"])
    decision, level = requests.decided_now(context, request, row)
    _require_answerer(context, request, row)
    if command.verdict not in VERDICTS[level]:
        raise WrongState("verdict_not_asked", "verdict", verdict=command.verdict)
    note = command.note.strip()
    if command.verdict in NOTE_NEEDED and not note:
        raise Refused("note_needed", "note")
    if _beyond(context, request, decision):
        return _hand_up(context, request, decision.answerer, level, "climbed", note)
    requests.write_answer(context, request["id"], request["step"], command.verdict, note)
    if command.verdict in ("return", "reject"):
        return _close(context, request, row, CLOSED_BY[command.verdict], command.verdict, note)
    if command.verdict == "advise_against":
        return _advised_against(context, request, row, decision, note)
    return _step_on(context, request, row, command.verdict, note)


def _require_answerer(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    actor, requester = context.actor, request["requester_id"]
    top = Grade[actor.grade] is TOP  # decides what it wrote itself too: nobody stands above it
    if actor.person_id in ({requester} if top else requests.barred(requester, row)):
        raise NotAllowed("not_own_request")
    if request["answerer_role"] == Step.CREDIT.value:
        if Step.CREDIT.value not in actor.roles:
            raise NotAllowed("credit_answers_first")
        return
    above = [person["id"] for person in people.line_above(context, requester)]
    by_role = request["answerer_role"] and request["answerer_role"] in actor.roles
    if actor.person_id != request["answerer_id"] and actor.person_id not in above and not by_role:
        raise NotAllowed("not_your_request")


def _beyond(context: Context, request: Mapping[str, Any], decision: Decision) -> bool:
    """Whether the facts of this moment are beyond the person who answers."""
    if request["answerer_role"] == Step.CREDIT.value:
        return False
    facts, matrix = decision.facts, matrices.in_force(context)
    grade = Grade[context.actor.grade]
    return rule(request["matter"], grade, facts.branch, facts, matrix).level is not Level.OWN


def _advised_against(
    context: Context,
    request: Mapping[str, Any],
    paper: Mapping[str, Any],
    decision: Decision,
    note: str,
) -> str:
    """Advice against climbs, unless the row lets the officer go on with a written reason."""
    may_go_on = decision.row is not None and decision.row.may_go_on_against_advice
    if may_go_on and _officer_goes_on(request):
        context.update("request", request["id"], request["version"], "advised", state="advised")
        return "advised"
    matrix, person = matrices.in_force(context), context.actor.person_id
    barred = requests.barred(request["requester_id"], paper)
    able = requests.able_superiors(
        context, request["matter"], person, decision.facts, matrix, barred
    )
    answerer = (
        Decider(able[0]["id"], able[0][context.naming], Grade[able[0]["grade"]]) if able else None
    )
    return _hand_up(context, request, answerer, Level.SUPERIOR, "advised_against", note)


def _hand_up(
    context: Context,
    request: Mapping[str, Any],
    answerer: Decider | None,
    level: Level,
    why: str,
    note: str,
) -> str:
    """Gives the request a further step; the director's where the line names nobody."""
    person = answerer.person if answerer else None
    step = {"answerer_id": person, "role": "" if person is not None else "director"}
    position = requests.last_step(context, request["id"]) + 1
    reasons = json.dumps([why, note], ensure_ascii=False)
    context.t.request_step.insert(
        request_id=request["id"], position=position, why=reasons, **step
    ).execute()
    context.update(
        "request",
        request["id"],
        request["version"],
        why,
        level=level.name,
        step=position,
        answerer_id=step["answerer_id"],
        answerer_role=step["role"],
    )
    return "waiting"


def _step_on(
    context: Context, request: dict[str, Any], row: dict[str, Any], verdict: str, note: str
) -> str:
    """On to the next step, or to the end of them."""
    step = context.t.request_step
    following = step.select().where(
        step.c.request_id == request["id"], step.c.position == request["step"] + 1
    )
    for each in following.dicts():
        context.update(
            "request",
            request["id"],
            request["version"],
            "stepped",
            step=each["position"],
            answerer_id=each["answerer_id"],
            answerer_role=each["role"],
        )
        return "waiting"
    if verdict == "advise_for" and _officer_goes_on(request):
        context.update("request", request["id"], request["version"], "advised", state="advised")
        _tell(context, request, row, "advised", note)
        return "advised"
    return _close(context, request, row, "approved", "approve", note)


def _officer_goes_on(request: Mapping[str, Any]) -> bool:
    """Whether the officer still presses a key after advice, as for issuing.

    An act beside it, such as an extension, was all said when it was asked: advice in favour
    carries it out.
    """
    return str(request["matter"]).endswith(".issue")


def _close(
    context: Context,
    request: dict[str, Any],
    row: dict[str, Any],
    state: str,
    event: str,
    note: str,
) -> str:
    context.update(
        "request",
        request["id"],
        request["version"],
        event,
        state=state,
        closed_at=context.moment,
        seen=int(event == "recall"),
    )
    matter_effect = requests.EFFECTS[request["matter"]]
    if state == "approved":
        matter_effect.approved(context, row, request)
    else:
        matter_effect.sent_back(context, row, request, event, note)
    return state


def _tell(
    context: Context, request: Mapping[str, Any], row: Mapping[str, Any], event: str, note: str
) -> None:
    context.tell(
        "request",
        request["id"],
        event,
        request["customer_id"],
        reference=row["number"] or row["draft_reference"],
        reason=note,
    )


@handles(RecallRequest)
def recall_request(context: Context, command: RecallRequest) -> None:
    """Only the requester recalls, and only what nobody has decided yet."""
    request = _open(context, command.id, command.version, ("waiting", "advised"))
    if request["requester_id"] != context.actor.person_id:
        raise NotAllowed("recall_not_yours")
    row = context.row("document", request["document_id"])
    requests.write_answer(context, request["id"], request["step"], "recall", "")
    _close(context, request, row, "recalled", "recall", "")


@handles(ConfirmSpoken)
def confirm_spoken(context: Context, command: ConfirmSpoken) -> None:
    """Settles a phone consultation; a denial takes an unissued paper back."""
    request = _open(context, command.id, command.version, ("advised",))
    if not request["spoken"] or request["answerer_id"] != context.actor.person_id:
        raise NotAllowed("not_your_request")
    verdict, note = ("confirm_spoken" if command.agrees else "deny_spoken"), command.note.strip()
    if verdict in NOTE_NEEDED and not note:
        raise Refused("note_needed", "note")
    requests.write_answer(context, request["id"], request["step"], verdict, note)
    row = context.row("document", request["document_id"])
    if not command.agrees and row["state"] == "ready":
        _close(context, request, row, "voided", "void", note)
        return
    values = {"spoken": 0, "seen": int(command.agrees)}
    context.update("request", request["id"], request["version"], verdict, **values)
    _tell(context, request, row, verdict, note)


@handles(MarkSeen)
def mark_seen(context: Context, command: MarkSeen) -> None:
    """Takes the answer off the requester's Today; where there is none yet, nothing changes."""
    request = context.row("request", command.id)
    if request["requester_id"] != context.actor.person_id:
        raise NotAllowed("not_your_request")
    if request["state"] != "waiting":
        context.update("request", request["id"], request["version"], "seen", seen=1)


def _open(
    context: Context, request_id: int, version: int, states: tuple[str, ...]
) -> dict[str, Any]:
    """The request if it is still as the caller saw it; the second of two superiors is told who
    was first. Its paper is held first, as by whoever changes the paper itself."""
    requests.hold(context, context.row("request", request_id))
    request = context.row("request", request_id)
    if request["state"] not in states or request["version"] != version:
        raise Stale("already_answered", **_who_answered(context, request))
    return request


def _who_answered(context: Context, request: Mapping[str, Any]) -> dict[str, Any]:
    answer, person = context.t.request_answer, context.t.person
    rows = (
        answer.select(getattr(person.c, context.naming), answer.c.at)
        .join(person, on=(person.c.id == answer.c.person_id))
        .where(answer.c.request_id == request["id"])
        .order_by(answer.c.id.desc())
        .limit(1)
    )
    for name, at in rows.tuples():
        return {"name": name, "at": datetime.fromisoformat(at)}
    return {"name": "–", "at": datetime.fromisoformat(request["asked_at"])}
