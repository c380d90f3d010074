"""What the page of absences asks before somebody stands in: who may, and what speaks against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain.permissions import may
from crm_desktop.services import people
from crm_desktop.services.authority import waiting
from crm_desktop.services.authority.delegations import AUTHORITY, HANDS, LENDS
from crm_desktop.services.registry import Context, query

PLAN = "delegation.plan"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be away or stand in; `lends` authority, `hands` work to others."""

    id: int
    name: str
    grade: str
    lends: bool
    hands: bool


@dataclass(frozen=True, slots=True)
class Planning:
    """The database's day, for whom the actor may arrange it (the actor first), and all who may
    stand in (the desk and credit-finance first)."""

    today: date
    principals: tuple[Candidate, ...]
    deputies: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is to be known before it is stored, and forbids nothing."""

    code: str
    values: dict[str, Any]


@query(PLAN)
def planning(context: Context) -> Planning:
    """Whom the form offers."""
    me = context.actor.person_id
    below = {me, *waiting.everybody_below(context, me)}
    everybody = [_candidate(context, person) for person in people.people(context)]
    business = {
        person.id for person in people.people(context) if may(person.roles, "delegation.read")
    }
    principals = [each for each in everybody if each.id in below and (each.lends or each.hands)]
    principals.sort(key=lambda each: each.id != me)
    deputies = [each for each in everybody if each.id in business]
    deputies.sort(key=lambda each: not (each.hands or each.lends))
    return Planning(context.today, tuple(principals), tuple(deputies))


def _candidate(context: Context, person: people.Person) -> Candidate:
    lends, hands = may(person.roles, LENDS), may(person.roles, HANDS)
    return Candidate(person.id, getattr(person, context.naming), person.grade, lends, hands)


@query(PLAN)
def doubts(
    context: Context, kind: str, principal_id: int, deputy_id: int, first_on: date, last_on: date
) -> tuple[Doubt, ...]:
    """What speaks against a deputy, while it is typed."""
    principal, deputy = context.row("person", principal_id), context.row("person", deputy_id)
    names = {"name": deputy[context.naming], "principal": principal[context.naming]}
    found = list(_away(context, names["name"], deputy_id, first_on, last_on))
    if kind == AUTHORITY:
        above = {each["id"] for each in people.line_above(context, deputy_id)}
        if principal_id in above:
            found.append(Doubt("deputy_asks", names))
        held, lent = deputy["roles"].split(), principal["roles"].split()
        if may(lent, "cost.see") and not may(held, "cost.see"):
            found.append(Doubt("deputy_sees_less", names))
    return tuple(found)


def _away(
    context: Context, name: str, person_id: int, first_on: date, last_on: date
) -> Iterator[Doubt]:
    """The days on which whoever is to stand in is away too."""
    table = context.t.delegation
    rows = table.select(table.c.first_on, table.c.last_on).where(
        table.c.principal_id == person_id,
        table.c.ended_at.is_null(),
        table.c.first_on <= last_on.isoformat(),
        table.c.last_on >= first_on.isoformat(),
    )
    for days in sorted(set(rows.tuples())):
        first, last = map(date.fromisoformat, days)
        yield Doubt("deputy_away", {"name": name, "first": first, "last": last})
