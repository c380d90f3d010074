"""Who may answer a question: whose row carries it, and who has no hand in the paper."""

from collections.abc import Mapping
from typing import Any

from crm_desktop.domain.authority import TOP, Facts, Grade, Level, rule
from crm_desktop.domain.permissions import may, roams
from crm_desktop.services import people
from crm_desktop.services.authority import delegations, matrices
from crm_desktop.services.registry import Context

HANDS = ("requester_id", "edited_by_id", "owner_id")


def barring(grade: Grade) -> tuple[str, ...]:
    """The columns of request and paper that name who must not answer: who asks, who last edited
    the paper, whose paper it is. The top grade decides what it wrote itself too, for nobody
    stands above it."""
    return HANDS[:1] if grade is TOP else HANDS


def barred_for(grade: Grade, requester_id: int, row: Mapping[str, Any]) -> frozenset[int]:
    """Who of that grade must not answer about a paper."""
    hands = {**row, "requester_id": requester_id}
    return frozenset(hands[each] for each in barring(grade))


def barred(requester_id: int, row: Mapping[str, Any]) -> frozenset[int]:
    """The same for everybody below the top grade."""
    return barred_for(Grade.G3, requester_id, row)


def able_superiors(
    context: Context,
    matter: str,
    person_id: int,
    facts: Facts,
    barred: frozenset[int],
) -> list[dict[str, Any]]:
    """Those above a person who may answer and whose own row gives OWN for the facts, nearest
    first; who is away with a deputy that must not answer is passed by, as `decide` does."""
    matrix = matrices.in_force(context)
    return [
        row
        for row in people.line_above(context, person_id)
        if row["id"] not in barred
        and may(row["roles"].split(), "request.answer")
        and not _deputy_barred(context, row["id"], matter, barred)
        and rule(matter, Grade[row["grade"]], facts.branch, facts, matrix).level is Level.OWN
    ]


def _deputy_barred(context: Context, person_id: int, matter: str, barred: frozenset[int]) -> bool:
    deputy = delegations.deputy_of(context, person_id, matter)
    return deputy is not None and deputy.person in barred


def carries(context: Context, request: Mapping[str, Any], grade: Grade, facts: Facts) -> bool:
    """Whether a grade decides this, by the version in force and by the one it was asked under:
    a change of the matrix meanwhile only ever asks for more."""
    then = matrices.under(context, request["matrix_version"])
    return all(
        rule(request["matter"], grade, facts.branch, facts, each).level is Level.OWN
        for each in (matrices.in_force(context), then)
    )


def able_above(
    context: Context,
    request: Mapping[str, Any],
    row: Mapping[str, Any],
    person_id: int,
    facts: Facts,
) -> list[int]:
    """Who above a person can answer what was asked, by both versions, nearest first."""
    hands = barred(request["requester_id"], row)
    return [
        each["id"]
        for each in able_superiors(context, request["matter"], person_id, facts, hands)
        if carries(context, request, Grade[each["grade"]], facts)
    ]


def next_answerer(
    context: Context, request: Mapping[str, Any], row: Mapping[str, Any], facts: Facts
) -> int | None:
    """The nearest above the requester who can answer what was asked, and above everybody whom it
    has passed by already; None: the director's queue."""
    requester = request["requester_id"]
    line = [each["id"] for each in people.line_above(context, requester)]
    step = context.t.request_step
    before = step.select(step.c.answerer_id).where(
        step.c.request_id == request["id"], step.c.position < request["step"]
    )
    passed = [line.index(each) for (each,) in before.tuples() if each in line]
    left = set(line[max(passed, default=-1) + 1 :])
    able = able_above(context, request, row, requester, facts)
    return next((each for each in able if each in left), None)


def above(
    context: Context,
    request: Mapping[str, Any],
    row: Mapping[str, Any],
    person_id: int,
    facts: Facts,
) -> int | None:
    """The nearest above whoever answers now who can; where they were chosen from elsewhere, or for
    a role, the requester's line goes on. None: the director's queue."""
    line = people.line_above(context, request["requester_id"])
    if all(each["id"] != person_id for each in line):
        return next_answerer(context, request, row, facts)
    return next(iter(able_above(context, request, row, person_id, facts)), None)


def has_somebody(
    context: Context, matter: str, role: str, branch_id: int, barred: frozenset[int]
) -> bool:
    """Whether anybody answers for a role in a branch today: there, or with a deputy who may."""
    return any(
        role in person.roles
        and person.id not in barred
        and not _deputy_barred(context, person.id, matter, barred)
        and (person.branch_id == branch_id or roams(person.roles, "request.answer"))
        for person in people.people(context)
    )
