"""Whom a head sees on the team pages: those below in the reporting line, or the whole house."""

from collections.abc import Iterable
from dataclasses import dataclass

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.permissions import DESK
from crm_desktop.services import people
from crm_desktop.services.authority import waiting
from crm_desktop.services.registry import Context, query
from crm_desktop.services.team import belongings

READ = "team.read"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the desk; `branch` is its two digits, not `active` has left."""

    id: int
    name: str
    grade: str
    roles: tuple[str, ...]
    branch_id: int
    branch: str
    active: bool
    below: bool

    @property
    def gone(self) -> bool:
        """Whether they have left, or a post by now that has none of the desk's work."""
        return not self.active or set(self.roles).isdisjoint(DESK.split())


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures: one person's, those of the reporting line (`team`), of one branch, or of
    everybody within reach."""

    person_id: int | None = None
    branch_id: int | None = None
    team: bool = False


EVERYBODY = Scope()


@query(READ)
def members(context: Context) -> tuple[Member, ...]:
    """Everybody of the desk within reach, and whoever has another post by now while something of
    the desk is still theirs; those who are gone last. `below` says whose superior the actor is,
    near or far. Managers and directors reach all, a supervisor their own line."""
    below = set(waiting.everybody_below(context, context.actor.person_id))
    reach = below | {context.actor.person_id}
    everybody = context.branches(READ) is None
    codes = {row["id"]: row["code"] for row in context.t.branch.select().dicts()}
    found = [
        Member(
            person.id,
            getattr(person, context.naming),
            person.grade,
            person.roles,
            person.branch_id,
            codes[person.branch_id],
            person.active,
            person.id in below,
        )
        for person in people.people(context, active_only=False)
        if everybody or person.id in reach
    ]
    desk, still = DESK.split(), _holders(context)
    there = (each for each in found if each.id in still or not set(each.roles).isdisjoint(desk))
    return tuple(sorted(there, key=lambda each: each.gone))


def _holders(context: Context) -> set[int]:
    """Whose anything is that could be handed over."""
    person = context.t.person
    rows = person.select(person.c.id).where(belongings.any_of(context, person.c.id))
    return {row[0] for row in rows.tuples()}


def within(context: Context, scope: Scope) -> tuple[Member, ...]:
    """The members that a scope asks for; NotAllowed `not_your_team` for somebody out of reach."""
    found = members(context)
    if scope.person_id is not None:
        found = tuple(each for each in found if each.id == scope.person_id)
        if not found:
            raise NotAllowed("not_your_team")
    if scope.branch_id is not None:
        found = tuple(each for each in found if each.branch_id == scope.branch_id)
    if scope.team:
        found = tuple(each for each in found if each.below or each.id == context.actor.person_id)
    return found


def ids(found: Iterable[Member]) -> list[int]:
    """Their ids; a list of one impossible id where there is nobody, since SQL has no empty one."""
    return [each.id for each in found] or [0]


def member(context: Context, person_id: int) -> Member:
    """One member within reach."""
    return within(context, Scope(person_id))[0]
