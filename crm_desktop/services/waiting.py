"""Which open requests wait for whom: said once for the queue, for Today and for the counts."""

from typing import Any

from crm_desktop.services import people
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import SQL


def is_open(context: Context) -> Any:
    """Waiting or advised, spelled out: the partial index of open requests serves literals only."""
    return context.t.request.c.state.in_(SQL("('waiting', 'advised')"))


def for_actor(context: Context) -> Any:
    """What this person is asked: by name, by a role's queue, or to confirm words by phone.

    Never their own request, nor one on a paper they last edited.
    """
    request, document, me = context.t.request, context.t.document, context.actor.person_id
    role = request.c.answerer_id.is_null() & (
        request.c.answerer_role << sorted(context.actor.roles)
    )
    branch_id = context.branches("request.answer")
    if branch_id is not None:
        role &= request.c.branch_id == branch_id
    asked = (request.c.state == "waiting") & ((request.c.answerer_id == me) | role)
    spoken = (request.c.state == "advised") & (request.c.spoken == 1)
    mine = asked | (spoken & (request.c.answerer_id == me))
    return mine & (request.c.requester_id != me) & (document.c.edited_by_id != me)


def below_actor(context: Context) -> Any:
    """What waits for somebody this person stands above and could answer in their stead."""
    request, document, me = context.t.request, context.t.document, context.actor.person_id
    return (
        (request.c.state == "waiting")
        & (request.c.answerer_id << everybody_below(context, me))
        & (request.c.requester_id != me)
        & (document.c.edited_by_id != me)
    )


def everybody_below(context: Context, person_id: int) -> list[int]:
    """The ids of all whose reporting line runs through a person."""
    superior = {person.id: person.superior_id for person in people.people(context)}
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
