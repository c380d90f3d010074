"""Which open requests wait for whom: said once for the queue, for Today and for the counts."""

from collections.abc import Mapping
from functools import reduce
from operator import and_
from typing import Any

from crm_desktop.domain.authority import Grade
from crm_desktop.domain.permissions import may, roams
from crm_desktop.services import people
from crm_desktop.services.authority import answerers, delegations
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import SQL, fn


def is_open(context: Context) -> Any:
    """Waiting or advised, spelled out: the partial index of open requests serves literals only."""
    return context.t.request.c.state.in_(SQL("('waiting', 'advised')"))


def for_actor(context: Context) -> Any:
    """What this person is asked: by name, by a role's queue, as somebody's deputy, or to confirm
    words by phone."""
    request, actor = context.t.request, context.actor
    asked = _asked_of(context, actor.person_id, actor.roles, actor.branch_id)
    asked &= SQL("1 = 1" if may(actor.roles, "request.answer") else "1 = 0")
    for each in delegations.held(context):
        away = context.known("person", each.principal_id)
        lent = _asked_of(context, away["id"], frozenset(away["roles"].split()), away["branch_id"])
        if each.matters:
            lent &= request.c.matter << each.matters
        asked |= lent & _not_barred(context, away["id"], away["grade"])
    spoken = (request.c.state == "advised") & (request.c.spoken == 1)
    spoken &= request.c.answerer_id == actor.person_id
    mine = ((request.c.state == "waiting") & asked) | spoken
    return mine & _not_barred(context, actor.person_id, actor.grade)


def _asked_of(context: Context, person_id: int, roles: frozenset[str], branch_id: int) -> Any:
    """What is put to a person by name or by a role, as far as the role reaches."""
    request = context.t.request
    role = request.c.answerer_id.is_null() & (request.c.answerer_role << sorted(roles))
    if not roams(roles, "request.answer"):
        role &= request.c.branch_id == branch_id
    return (request.c.answerer_id == person_id) | role


def stead(context: Context, row: Mapping[str, Any]) -> str:
    """The absent person who was asked, by name or by role, and for whom the actor may answer; ""
    where the actor was. `row` is a request's answerer_id, answerer_role and matter."""
    answerer, role, actor = row["answerer_id"], row["answerer_role"], context.actor
    if answerer == actor.person_id or (answerer is None and role in actor.roles):
        return ""
    for each in delegations.held(context, row["matter"]):
        away = context.known("person", each.principal_id)
        if answerer == away["id"] or (answerer is None and role in away["roles"].split()):
            return each.principal
    return ""


def below_actor(context: Context) -> Any:
    """What waits for somebody whom this person, or who they stand in for, stands above and could
    answer in their stead."""
    actor, request = context.actor, context.t.request
    asked = _below(context, actor.person_id)
    asked &= SQL("1 = 1" if may(actor.roles, "request.answer") else "1 = 0")
    for each in delegations.held(context):
        away = context.known("person", each.principal_id)
        lent = _below(context, away["id"]) & _not_barred(context, away["id"], away["grade"])
        asked |= lent & (request.c.matter << each.matters) if each.matters else lent
    waits = request.c.state == "waiting"
    return waits & asked & _not_barred(context, actor.person_id, actor.grade)


def reaches(context: Context, which: Any) -> bool:
    """Whether the actor is asked about one of these requests, stands above who is, or answered
    one before it went on."""
    request, document = context.t.request, context.t.document
    answer = context.t.request_answer
    answered = answer.select(answer.c.id).where(
        answer.c.request_id == request.c.id, answer.c.person_id == context.actor.person_id
    )
    asked = for_actor(context) | below_actor(context)
    rows = (
        request.select(request.c.id)
        .join(document, on=document.c.id == request.c.document_id)
        .where(which, asked | fn.EXISTS(answered))
    )
    return bool(list(rows.limit(1).tuples()))


def _below(context: Context, person_id: int) -> Any:
    return context.t.request.c.answerer_id << everybody_below(context, person_id)


def _not_barred(context: Context, person_id: int, grade: str) -> Any:
    """Whom an answer would not be refused as their own, said of all papers at once."""
    tables = {"requester_id": context.t.request}
    hands = answerers.barring(Grade[grade])
    columns = (getattr(tables.get(each, context.t.document).c, each) for each in hands)
    return reduce(and_, (column != person_id for column in columns))


def everybody_below(context: Context, person_id: int) -> list[int]:
    """The ids of all whose reporting line runs through a person, those who have left too: what
    waits for them waits for who stands above."""
    everybody = people.people(context, active_only=False)
    superior = {person.id: person.superior_id for person in everybody}
    found: list[int] = []
    for each, direct in superior.items():
        above, seen = direct, set[int]()
        while above is not None and above not in seen:
            seen.add(above)
            if above == person_id:
                found.append(each)
                break
            above = superior.get(above)
    return found
