"""In what capacity somebody answers: by their own post, or for an absent superior."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crm_desktop.domain.authority import Facts, Grade, Step
from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.permissions import may
from crm_desktop.services import people
from crm_desktop.services.authority import answerers, delegations, requests
from crm_desktop.services.registry import Context


@dataclass(frozen=True, slots=True)
class Capacity:
    """Whose authority an answer uses: the actor's own, or that of an absent superior (`for_id`)."""

    person_id: int
    grade: Grade
    roles: frozenset[str]
    for_id: int | None = None


def capacity_of(
    context: Context, request: Mapping[str, Any], row: Mapping[str, Any], facts: Facts
) -> Capacity:
    """In what capacity the actor may answer, their own first where it suffices; NotAllowed where
    in none."""
    own, *lent = _capacities(context, request["matter"])
    if _is_barred(own, request, row):
        raise NotAllowed("not_own_request")
    able = [
        each
        for each in (own, *lent)
        if not _is_barred(each, request, row) and _is_asked(context, request, each)
    ]
    if not able:
        credit = request["answerer_role"] == Step.CREDIT.value
        raise NotAllowed("credit_answers_first" if credit else "not_your_request")
    within = (each for each in able if not beyond(context, request, each, facts))
    return next(within, able[0])


def _capacities(context: Context, matter: str) -> list[Capacity]:
    """What the actor is, then for whom they stand in today on that matter. Whose own roles answer
    no requests has no say of their own, whatever the grade."""
    actor = context.actor
    roles = actor.roles if may(actor.roles, "request.answer") else frozenset[str]()
    own = Capacity(actor.person_id, Grade[actor.grade], roles)
    away = [context.known("person", e.principal_id) for e in delegations.held(context, matter)]
    return [
        own,
        *(
            Capacity(each["id"], Grade[each["grade"]], frozenset(each["roles"].split()), each["id"])
            for each in away
        ),
    ]


def _is_barred(capacity: Capacity, request: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether it is that person's own."""
    return capacity.person_id in answerers.barred_for(capacity.grade, request["requester_id"], row)


def _is_asked(context: Context, request: Mapping[str, Any], capacity: Capacity) -> bool:
    """Whether it is put to that person, by name or role, or to somebody below them."""
    if not capacity.roles:
        return False
    if request["answerer_role"] == Step.CREDIT.value:
        return Step.CREDIT.value in capacity.roles
    if requests.is_for_credit(context, request):
        return requests.TOP_ROLE in capacity.roles
    by_role = request["answerer_role"] and request["answerer_role"] in capacity.roles
    above = [person["id"] for person in people.line_above(context, request["requester_id"])]
    return bool(
        by_role or capacity.person_id == request["answerer_id"] or capacity.person_id in above
    )


def beyond(context: Context, request: Mapping[str, Any], capacity: Capacity, facts: Facts) -> bool:
    """Whether the facts that the answer lets through are beyond the authority that gives it."""
    if request["answerer_role"] == Step.CREDIT.value:
        return False
    return not answerers.carries(context, request, capacity.grade, facts)


def can_answer(
    context: Context, request: Mapping[str, Any], row: Mapping[str, Any], facts: Facts
) -> bool:
    """Whether an answer of the actor's would be taken, for these facts."""
    try:
        capacity = capacity_of(context, request, row, facts)
        if beyond(context, request, capacity, facts):
            require_still_asked(context, request, capacity)
    except NotAllowed:
        return False
    return True


def require_still_asked(context: Context, request: Mapping[str, Any], capacity: Capacity) -> None:
    """Whoever it went past cannot push it past the next one too."""
    asked = request["answerer_id"]
    if request["answerer_role"] == requests.TOP_ROLE:
        own = context.known("person", capacity.person_id)
        raise NotAllowed("answer_beyond_authority", name=own[context.naming])
    if asked is not None and asked != capacity.person_id:
        name = context.known("person", asked)[context.naming]
        raise NotAllowed("beyond_and_passed_on", name=name)
