"""Open requests whose answerer can no longer answer go on, by themselves, to who can.

People leave, are given another grade or another superior, appoint a deputy who must not answer;
a new version of the matrix takes over. What was asked stays asked: a request only ever goes up.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from crm_desktop.domain.authority import Decider, Grade, Step, decide
from crm_desktop.domain.permissions import may
from crm_desktop.services import letters, people, settings
from crm_desktop.services.authority import answerers, delegations, matrices, requests
from crm_desktop.services.registry import FOLLOWERS, Context
from crm_desktop.store.orm import SQL

BATCH = 20
"""So many requests are moved in one transaction at the most."""
LOOKED = 500
"""So many are looked at in one transaction at the most."""
LOOKED_UNDER = "requests_looked_under"
"""The setting that keeps on which day and under which version of the matrix every open request was
looked at, or how far that has come."""
REASSIGNED = "reassigned"
"""Why of a step whose person was chosen by a head, and need not stand in the requester's line."""
MOVED = (
    *("answerer_left", "line_changed", "answerer_barred", "deputy_barred", "authority_changed"),
    *("matrix_changed", REASSIGNED),
)
"""Why of every step that was put to another person than was asked, but not for want of time."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A step that is still to be answered: of whom, and why it was put to them."""

    person_id: int | None
    role: str
    why: str

    @property
    def code(self) -> str:
        """The reason that leads."""
        return str(next(iter(json.loads(self.why)), ""))


Place = tuple[int, int]
"""A paper and a request of it: how far a look at all that waits has come."""
START: Place = (0, 0)


def reroute(
    context: Context, *, deep: bool, after: Place = START
) -> tuple[tuple[int, ...], Place | None]:
    """Moves some of what waits for somebody who cannot answer it, from a place in the order of
    the papers on; which requests, and from where to go on, None at the end. With `deep`
    everybody's authority over the facts is asked about too, not only who they are and what they
    have to do with the paper."""
    context.take_turn()
    rows = _open(context, after)
    ahead = _ahead_of(context, [row["id"] for row in rows])
    moved: list[int] = []
    for row in rows[:LOOKED]:
        if len(moved) == BATCH:
            return tuple(moved), after
        stuck = _is_stuck(context, row, ahead.get(row["id"], []), deep=deep)
        if stuck and context.apart(partial(_move, context, row["id"], deep=deep)):
            moved.append(row["id"])
        after = row["document_id"], row["id"]
    return tuple(moved), after if len(rows) > LOOKED else None


def follow(context: Context, *, deep: bool) -> tuple[int, ...]:
    """Moves the first at once and leaves the rest, of a shop where thousands wait, to
    housekeeping; meanwhile whoever stands above can answer it, and whoever left cannot."""
    moved, after = reroute(context, deep=deep)
    if after is not None:
        _leave(context, after, deep=deep)
    return moved


def keep_moving(context: Context) -> tuple[tuple[int, ...], bool]:
    """What a new day brings: deputies come and go, a confirmed version of the matrix takes over.
    What people do in between moves what waits at once, or leaves the rest of it here."""
    left = _left(context)
    if left is None:
        return (), False
    place, deep = left
    moved, after = reroute(context, deep=deep, after=place)
    now = _looked_under(context)
    _keep(context, now if after is None else {**now, "after": after, "deep": deep})
    return moved, after is not None


def _left(context: Context) -> tuple[Place, bool] | None:
    """From where on every open request is still to be looked at, and whether deeply."""
    kept, now = settings.load(context, LOOKED_UNDER)[0], _looked_under(context)
    if kept.get("version") != now["version"]:
        return START, True
    if kept.get("day") != now["day"]:
        return START, kept.get("deep", False)
    if "after" not in kept:
        return None
    document, request = kept["after"]
    return (document, request), kept["deep"]


def _leave(context: Context, after: Place, *, deep: bool) -> None:
    """Keeps that what comes after is to be looked at, besides what was left before."""
    place, before = _left(context) or (after, deep)
    left = {"after": min(place, after), "deep": deep or before}
    _keep(context, _looked_under(context) | left)


def _keep(context: Context, value: dict[str, Any]) -> None:
    _, read = settings.load(context, LOOKED_UNDER)
    settings.store(context, LOOKED_UNDER, read, value)


def _looked_under(context: Context) -> dict[str, Any]:
    return {"version": matrices.in_force(context).version, "day": context.today.isoformat()}


def is_due(context: Context) -> bool:
    """Whether not every open request was looked at yet since a day, a version or others came."""
    return _left(context) is not None


FOLLOWERS |= {
    "people": lambda context: follow(context, deep=True),
    "absence": lambda context: follow(context, deep=False),
    "matrix": lambda context: follow(context, deep=True),
}


# ------------------------------------------------------------ who is asked now


def _open(context: Context, after: Place) -> list[dict[str, Any]]:
    """What waits for somebody, with who has a hand in its paper, in the order of the papers."""
    request, document = context.t.request, context.t.document
    names = (
        *("id", "state", "spoken", "answerer_id", "requester_id", "branch_id", "matter"),
        *("matrix_version", "facts", "document_id"),
    )
    columns = (*(getattr(request.c, name) for name in names),)
    rows = request.select(*columns, document.c.edited_by_id, document.c.owner_id)
    rows = rows.join(document, on=document.c.id == request.c.document_id)
    paper = request.c.document_id
    further = (paper > after[0]) | ((paper == after[0]) & (request.c.id > after[1]))
    rows = rows.where(_waits(context), further).order_by(paper, request.c.id)
    return list(rows.limit(LOOKED + 1).dicts())


def _waits(context: Context) -> Any:
    request = context.t.request
    is_open = request.c.state.in_(SQL("('waiting', 'advised')"))
    return is_open & ((request.c.state == "waiting") | (request.c.spoken == 1))


def _ahead_of(context: Context, ids: list[int]) -> dict[int, list[Ahead]]:
    """By request, the step that is open and those after it."""
    request, step = context.t.request, context.t.request_step
    rows = (
        step.select(step.c.request_id, step.c.answerer_id, step.c.role, step.c.why)
        .join(request, on=request.c.id == step.c.request_id)
        .where(step.c.request_id << ids, step.c.position >= request.c.step)
        .order_by(step.c.request_id, step.c.position)
    )
    found: dict[int, list[Ahead]] = {}
    for request_id, *rest in rows.tuples():
        found.setdefault(request_id, []).append(Ahead(*rest))
    return found


def _is_stuck(context: Context, row: Mapping[str, Any], ahead: list[Ahead], *, deep: bool) -> bool:
    """Whether somebody who is still to answer cannot, by the facts as they were asked."""
    if row["state"] == "advised":
        return not _confirms(context, row)
    if deep and _lacks_credit(context, row):
        return True
    return any(_why_not(context, row, each, deep=deep) for each in ahead)


def _why_not(context: Context, row: Mapping[str, Any], ahead: Ahead, *, deep: bool) -> str:
    """Why whoever a step names cannot answer; empty where they can."""
    if ahead.person_id is None:
        gone = ahead.role == Step.CREDIT.value and not _has_credit(context, row)
        return f"{ahead.role}_nobody" if gone else ""
    person = context.known("person", ahead.person_id)
    requester, barred = row["requester_id"], answerers.barred(row["requester_id"], row)
    line = {each["id"] for each in people.line_above(context, requester)}
    deputy = delegations.deputy_of(context, person["id"], row["matter"])
    if not _is_there(context, person["id"]):
        return "answerer_left"
    if person["id"] not in line and ahead.code != REASSIGNED:
        return "line_changed"
    if _has_a_hand(context, row, person["id"]):
        return "answerer_barred"
    if deputy is not None and deputy.person in barred:
        return "deputy_barred"
    grade, facts = Grade[person["grade"]], requests.asked_facts(row)
    if deep and not answerers.carries(context, row, grade, facts):
        return "authority_changed"
    return ""


def _is_there(context: Context, person_id: int) -> bool:
    person = context.known("person", person_id)
    return bool(person["active"]) and may(person["roles"].split(), "request.answer")


def _confirms(context: Context, row: Mapping[str, Any]) -> bool:
    """Whether who advised by phone can still say so, a deputy while they stand in; nobody who has
    come to have a hand in the paper."""
    lent = delegations.lent_to(context, row["answerer_id"], row["matter"])
    there = bool(lent) or _is_there(context, row["answerer_id"])
    return there and not _has_a_hand(context, row, row["answerer_id"])


def _has_a_hand(context: Context, row: Mapping[str, Any], person_id: int) -> bool:
    grade = Grade[context.known("person", person_id)["grade"]]
    return person_id in answerers.barred_for(grade, row["requester_id"], row)


def _has_credit(context: Context, row: Mapping[str, Any]) -> bool:
    """Whether credit-finance answers anything of a branch; asked once in a command."""
    barred = answerers.barred(row["requester_id"], row)
    asks = row["matter"], Step.CREDIT.value, row["branch_id"], barred
    if ("has_credit", asks) not in context.memo:
        context.memo["has_credit", asks] = answerers.has_somebody(context, *asks)
    return bool(context.memo["has_credit", asks])


def _lacks_credit(context: Context, row: Mapping[str, Any]) -> bool:
    """Whether the version in force wants credit-finance asked first and the older one did not."""
    if matrices.in_force(context).version in (0, row["matrix_version"]):
        return False
    facts, grade = requests.asked_facts(row), context.known("person", row["requester_id"])["grade"]
    asker = Decider.of_grade(Grade[grade], facts.branch)
    decision = decide(row["matter"], asker, facts, matrices.in_force(context))
    return Step.CREDIT in decision.steps and not _asked_credit(context, row)


def _asked_credit(context: Context, row: Mapping[str, Any]) -> bool:
    """Whether credit-finance, or the director in their place, is or was asked."""
    step = context.t.request_step
    rows = step.select(step.c.role, step.c.why).where(step.c.request_id == row["id"])
    credit, nobody = Step.CREDIT.value, f"{Step.CREDIT.value}_nobody"
    return any(role == credit or nobody in json.loads(why) for role, why in rows.tuples())


# ------------------------------------------------------------ moving one request


def follow_paper(context: Context, document_id: int) -> None:
    """Whoever changed a paper with an approval confirms no words by phone about it any more."""
    request = context.t.request
    spoken = (request.c.state == "advised") & (request.c.spoken == 1)
    rows = request.select(request.c.id).where(request.c.document_id == document_id, spoken)
    for (request_id,) in list(rows.tuples()):
        _move(context, request_id, deep=False)


def _move(context: Context, request_id: int, *, deep: bool) -> bool:
    """Whether the request went on, once its paper was held and it was read again."""
    context.hold("document", context.row("request", request_id)["document_id"])
    request = context.row("request", request_id)
    row = context.row("document", request["document_id"])
    whole = {**request, "edited_by_id": row["edited_by_id"], "owner_id": row["owner_id"]}
    if request["state"] == "advised":
        return bool(request["spoken"]) and _ask_to_confirm(context, whole, row)
    if request["state"] != "waiting":
        return False
    before = _ahead_of(context, [request_id])[request_id]
    after = _planned(context, whole, row, before, deep=deep)
    if after == before:
        return False
    _write(context, whole, row, before, after)
    return True


def _planned(
    context: Context,
    request: Mapping[str, Any],
    row: Mapping[str, Any],
    before: list[Ahead],
    *,
    deep: bool,
) -> list[Ahead]:
    """The steps still to come, each put to somebody who can answer it."""
    first: list[Ahead] = []
    if deep and _lacks_credit(context, request):
        why = json.dumps(["matrix_changed", ""])
        first.append(Ahead(None, Step.CREDIT.value, why))
    return [_able(context, request, row, each, deep=deep) for each in (*first, *before)]


def _able(
    context: Context,
    request: Mapping[str, Any],
    row: Mapping[str, Any],
    ahead: Ahead,
    *,
    deep: bool,
) -> Ahead:
    """The step itself, or one in its place that names who can answer."""
    code = _why_not(context, request, ahead, deep=deep)
    if not code:
        return ahead
    name = "" if ahead.person_id is None else context.known("person", ahead.person_id)["name"]
    why = json.dumps([code, name], ensure_ascii=False)
    if ahead.person_id is None:
        return Ahead(None, requests.TOP_ROLE, why)
    facts = requests.facts_now(context, request, row)
    found = answerers.next_answerer(context, request, row, facts)
    if found is None:
        return Ahead(None, requests.TOP_ROLE, why)
    return ahead if found == ahead.person_id else Ahead(found, "", why)


def _write(
    context: Context,
    request: Mapping[str, Any],
    row: Mapping[str, Any],
    before: list[Ahead],
    after: list[Ahead],
) -> None:
    """Further steps for good, and the request as it waits now: never for less than was asked."""
    last = requests.last_step(context, request["id"])
    rows = [
        {
            "request_id": request["id"],
            "position": position,
            "answerer_id": each.person_id,
            "role": each.role,
            "why": each.why,
        }
        for position, each in enumerate(after, start=last + 1)
    ]
    context.t.request_step.add_all(rows)
    level = requests.decided_now(context, request, row)[1]
    values = {"level": level.name}
    if after[0] == before[0]:
        values["due_at"] = request["due_at"]
    whom = after[0].person_id, after[0].role
    requests.put_to(context, request, "rerouted", last + 1, whom, **values)
    context.tell(
        "request",
        request["id"],
        "rerouted",
        request["customer_id"],
        reference=row["number"] or row["draft_reference"],
    )


def _ask_to_confirm(context: Context, request: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Advice by phone of somebody who left, or has a hand in the paper by now, is confirmed, or
    not, by the next who could advise; that of a deputy who stands in no more by whom it was given
    for."""
    if _confirms(context, request):
        return False
    person = requests.spoken_for(context, request["id"])
    if person is None or not _is_there(context, person) or _has_a_hand(context, request, person):
        facts = requests.asked_facts(request)
        person = answerers.next_answerer(context, request, row, facts)
        person = person or _a_director(context, request)
    if person is None:
        return False
    asked = context.known("person", request["answerer_id"])
    code = "answerer_barred" if _has_a_hand(context, request, asked["id"]) else "answerer_left"
    why = json.dumps([code, asked["name"]], ensure_ascii=False)
    position = requests.last_step(context, request["id"]) + 1
    step = {"request_id": request["id"], "position": position, "answerer_id": person}
    context.t.request_step.add_all([{**step, "role": "", "why": why}])
    values = {"step": position, "answerer_id": person}
    context.update("request", request["id"], request["version"], "rerouted", **values)
    letters.tell(context, request["id"])
    return True


def _a_director(context: Context, request: Mapping[str, Any]) -> int | None:
    found = (each.id for each in people.people(context) if requests.TOP_ROLE in each.roles)
    return next((each for each in found if not _has_a_hand(context, request, each)), None)
