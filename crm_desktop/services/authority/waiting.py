"""Which open requests wait for whom: said once for the queue, for Today and for the counts."""

from typing import Any

from crm_desktop.domain.authority import TOP, Grade
from crm_desktop.services import people
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import SQL


def is_open(context: Context) -> Any:
    """Waiting or advised, spelled out: the partial index of open requests serves literals only."""
    return context.t.request.c.state.in_(SQL("('waiting', 'advised')"))


def for_actor(context: Context) -> Any:
    """What this person is asked: by name, by a role's queue, or to confirm words by phone."""
    request, me = context.t.request, context.actor.person_id
    role = request.c.answerer_id.is_null() & (
        request.c.answerer_role << sorted(context.actor.roles)
    )
    branch_id = context.branches("request.answer")
    if branch_id is not None:
        role &= request.c.branch_id == branch_id
    asked = (request.c.state == "waiting") & ((request.c.answerer_id == me) | role)
    spoken = (request.c.state == "advised") & (request.c.spoken == 1)
    mine = asked | (spoken & (request.c.answerer_id == me))
    return mine & _not_barred(context)


def below_actor(context: Context) -> Any:
    """What waits for somebody this person stands above and could answer in their stead."""
    request, me = context.t.request, context.actor.person_id
    return (
        (request.c.state == "waiting")
        & (request.c.answerer_id << everybody_below(context, me))
        & _not_barred(context)
    )


def _not_barred(context: Context) -> Any:
    """Whom an answer would not be refused as their own, said of all papers at once."""
    request, document, me = context.t.request, context.t.document, context.actor.person_id
    if Grade[context.actor.grade] is TOP:
        return request.c.requester_id != me
    own = (document.c.edited_by_id == me) | (document.c.owner_id == me)
    return (request.c.requester_id != me) & ~own


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
