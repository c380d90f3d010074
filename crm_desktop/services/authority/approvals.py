"""Requests: asked once, answered by those who may, each answer kept for good."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.authority import (
    Decision,
    Facts,
    Grade,
    Level,
    Step,
    milder,
)
from crm_desktop.domain.authority.limits import (
    Limits,
    at_limits,
    limits_to_json,
    read_limits,
    strictest,
)
from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.services import letters
from crm_desktop.services.authority import answerers, delegations, requests
from crm_desktop.services.authority.capacities import (
    Capacity,
    beyond,
    capacity_of,
    require_still_asked,
)
from crm_desktop.services.papers import rooms
from crm_desktop.services.registry import Command, Context, handles

VERDICTS = {
    Level.SUPERIOR: ("approve", "return", "reject"),
    Level.CONSULT: ("advise_for", "advise_against", "return"),
}
NOTE_NEEDED = ("return", "reject", "advise_against", "deny_spoken")
CLOSED_BY = {"approve": "approved", "return": "returned", "reject": "rejected"}


@dataclass(frozen=True)
class AnswerLimit:
    """How far the officer may go on one scale (see `domain.authority.limits`), as typed."""

    kind: str
    to: str


@dataclass(frozen=True)
class AnswerRequest(Command[str]):
    """One superior's answer to the open step; answers the state the request is in then, or
    `climbed` where nothing was answered, because it is beyond them by now.

    A yes to issuing a paper can carry limits: the officer changes within them without asking again.
    """

    name: ClassVar[str] = "request.answer"
    beside: ClassVar[bool] = True
    id: int
    version: int
    verdict: str
    note: str = ""
    limits: tuple[AnswerLimit, ...] = ()


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
    passing: ClassVar[bool] = True
    id: int


@handles(AnswerRequest)
def answer_request(context: Context, command: AnswerRequest) -> str:
    """Takes the answer if it is this person's to give, and moves the paper or the request on."""
    request = _open(context, command.id, command.version, ("waiting",))
    row = context.row("document", request["document_id"])
    decision, level = requests.decided_now(context, request, row)
    given, limits = _limits(request, command)
    facts = at_limits(decision.facts, limits)
    capacity = capacity_of(context, request, row, facts)
    if command.verdict not in VERDICTS[level]:
        raise WrongState("verdict_not_asked", "verdict", verdict=command.verdict)
    note = command.note.strip()
    if command.verdict in NOTE_NEEDED and not note:
        raise Refused("note_needed", "note")
    if given:
        _require_own_limits(context, request, capacity, decision.facts, given, facts)
    elif beyond(context, request, capacity, facts):
        require_still_asked(context, request, capacity)
        above = answerers.next_answerer(context, request, row, decision.facts)
        hand_up(context, request, above, level, "climbed", note)
        return "climbed"
    said: dict[str, Any] = {"for_id": capacity.for_id, "limits": _stored(given)}
    requests.write_answer(context, request["id"], request["step"], command.verdict, note, **said)
    if command.verdict in ("return", "reject"):
        return _close(context, request, row, CLOSED_BY[command.verdict], command.verdict, note)
    if command.verdict == "advise_against":
        return _advised_against(context, request, row, decision, capacity, note)
    return _step_on(context, request, row, command.verdict, note, capacity, limits)


def _limits(request: Mapping[str, Any], command: AnswerRequest) -> tuple[Limits, Limits]:
    """The limits of this answer, and those together with what earlier steps said."""
    given = read_limits((limit.kind, limit.to) for limit in command.limits)
    if command.verdict not in rooms.GIVEN or not _officer_goes_on(request):
        if given:
            raise WrongState("limits_not_here", "limits")
        return (), ()
    return given, strictest(rooms.limits_of(request), given)


def _require_own_limits(
    context: Context,
    request: Mapping[str, Any],
    capacity: Capacity,
    asked: Facts,
    given: Limits,
    facts: Facts,
) -> None:
    """Nobody lets through more than they may decide; credit-finance no more than was asked."""
    credit = request["answerer_role"] == Step.CREDIT.value
    looser = credit and not milder(at_limits(asked, given), asked)
    if looser or beyond(context, request, capacity, facts):
        raise Refused("limits_beyond_authority", f"limits.{given[0].kind}")


def _stored(limits: Limits) -> str:
    return json.dumps(limits_to_json(limits)) if limits else ""


def _advised_against(
    context: Context,
    request: Mapping[str, Any],
    paper: Mapping[str, Any],
    decision: Decision,
    capacity: Capacity,
    note: str,
) -> str:
    """Advice against climbs, unless the row lets the officer go on with a written reason."""
    may_go_on = decision.row is not None and decision.row.may_go_on_against_advice
    last = request["step"] == requests.last_step(context, request["id"])
    if may_go_on and last and _officer_goes_on(request):
        context.update("request", request["id"], request["version"], "advised", state="advised")
        letters.tell(context, request["id"])
        return "advised"
    by_credit = request["answerer_role"] == Step.CREDIT.value
    below = request["requester_id"] if by_credit else capacity.person_id
    above = answerers.above(context, request, paper, below, decision.facts)
    return hand_up(context, request, above, Level.SUPERIOR, "advised_against", note)


def hand_up(
    context: Context,
    request: Mapping[str, Any],
    person: int | None,
    level: Level,
    why: str,
    note: str,
    **columns: Any,
) -> str:
    """Gives the request a further step; the director's where the line names nobody."""
    role = "" if person is not None else requests.TOP_ROLE
    position = requests.last_step(context, request["id"]) + 1
    context.t.request_step.insert(
        request_id=request["id"],
        position=position,
        answerer_id=person,
        role=role,
        why=json.dumps([why, note], ensure_ascii=False),
    ).execute()
    columns |= {"level": level.name}
    requests.put_to(context, request, why, position, (person, role), **columns)
    return "waiting"


def _step_on(
    context: Context,
    request: dict[str, Any],
    row: dict[str, Any],
    verdict: str,
    note: str,
    capacity: Capacity,
    limits: Limits,
) -> str:
    """On to the next step, or to the end of them, where limits begin to hold: advice with limits
    lets the paper out of the queue, so that the officer can change it within them."""
    step, kept = context.t.request_step, {"limits": _stored(limits)}
    following = step.select().where(
        step.c.request_id == request["id"], step.c.position == request["step"] + 1
    )
    for each in following.dicts():
        whom = each["answerer_id"], each["role"]
        requests.put_to(context, request, "stepped", each["position"], whom, **kept)
        return "waiting"
    if limits:
        kept |= rooms.opened(context, row, capacity.grade)
    if verdict == "advise_for" and _officer_goes_on(request) and not limits:
        context.update("request", request["id"], request["version"], "advised", state="advised")
        letters.tell(context, request["id"])
        _tell(context, request, row, "advised", note)
        return "advised"
    return _close(context, {**request, **kept}, row, "approved", "approve", note, **kept)


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
    **kept: str,
) -> str:
    context.update(
        "request",
        request["id"],
        request["version"],
        event,
        state=state,
        closed_at=context.moment,
        seen=int(event == "recall"),
        **kept,
    )
    letters.tell(context, request["id"])
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
    """Only what nobody has decided yet is taken back."""
    request = _open(context, command.id, command.version, ("waiting", "advised"))
    row = context.row("document", request["document_id"])
    requests.take_back(context, request, row)
    _close(context, request, row, "recalled", "recall", "")


@handles(ConfirmSpoken)
def confirm_spoken(context: Context, command: ConfirmSpoken) -> None:
    """Settles a phone consultation; a denial takes an unissued paper back."""
    request = _open(context, command.id, command.version, ("advised",))
    actor, row = context.actor, context.row("document", request["document_id"])
    if not request["spoken"] or request["answerer_id"] != actor.person_id:
        raise NotAllowed("not_your_request")
    hands = answerers.barred_for(Grade[actor.grade], request["requester_id"], row)
    if actor.person_id in hands:
        raise NotAllowed("not_own_request")
    verdict, note = ("confirm_spoken" if command.agrees else "deny_spoken"), command.note.strip()
    if verdict in NOTE_NEEDED and not note:
        raise Refused("note_needed", "note")
    away = {each.principal_id for each in delegations.held(context, request["matter"])}
    stead = next(iter(away & {requests.spoken_for(context, request["id"])}), None)
    requests.write_answer(context, request["id"], request["step"], verdict, note, for_id=stead)
    if not command.agrees and row["state"] == "ready":
        _close(context, request, row, "voided", "void", note)
        return
    values = {"spoken": 0, "seen": int(command.agrees)}
    context.update("request", request["id"], request["version"], verdict, **values)
    letters.tell(context, request["id"])
    _tell(context, request, row, verdict, note)


@handles(MarkSeen)
def mark_seen(context: Context, command: MarkSeen) -> None:
    """Takes the answer off Today of who asked and who has the paper now; where there is none yet,
    nothing changes."""
    request = context.row("request", command.id)
    owner = context.row("document", request["document_id"])["owner_id"]
    if context.actor.person_id not in (request["requester_id"], owner):
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
    if request["state"] in states and request["version"] == version:
        return request
    if request["state"] in states and not _answered_before(context, request):
        raise Stale("request_moved")
    raise Stale("already_answered", **_who_answered(context, request))


def _answered_before(context: Context, request: Mapping[str, Any]) -> bool:
    """Whether the step before the present one was answered, and not passed on otherwise."""
    answer = context.t.request_answer
    rows = answer.select(answer.c.id).where(
        answer.c.request_id == request["id"], answer.c.position == request["step"] - 1
    )
    return bool(list(rows.tuples()))


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
