"""Absence: who stands in for whom, from which day to which, in what; read when somebody acts.

Authority is lent by a superior (ปฏิบัติหน้าที่แทน), work is handed over by an officer (ฝากงาน).
Nothing is passed on a second time: what counts is only what the absent person lent themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.authority import MATTERS, Decider, Deputy, UnknownMatter
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.permissions import may, roams
from crm_desktop.messages import sentence
from crm_desktop.services import people
from crm_desktop.services.registry import FOLLOWERS, Command, Context, handles, query

AUTHORITY, WORK = "authority", "work"
LENDS, HANDS = "request.answer", "work.hand_over"
"""What somebody must be able to do to have authority, or work, that can be left to others."""
LONGEST_DAYS = 366


@dataclass(frozen=True)
class Delegate(Command[int]):
    """Lends the principal's authority (the actor's own where None) for whole days, both included;
    no `matters` means all of them. Answers the id."""

    name: ClassVar[str] = "delegation.save"
    deputy_id: int
    first_on: date
    last_on: date
    reason: str
    matters: tuple[str, ...] = ()
    principal_id: int | None = None


@dataclass(frozen=True)
class HandOver(Command[int]):
    """Puts the principal's open work on a colleague's list too, for whole days, both included."""

    name: ClassVar[str] = "work.hand_over"
    deputy_id: int
    first_on: date
    last_on: date
    reason: str
    principal_id: int | None = None


@dataclass(frozen=True)
class EndDelegation(Command[None]):
    """Ends it at once; what was decided meanwhile stays decided."""

    name: ClassVar[str] = "delegation.end"
    permission: ClassVar[str] = "delegation.read"
    id: int
    version: int


@dataclass(frozen=True, slots=True)
class Delegation:
    """One row; `active` says that it holds today, `over` that it never will again.

    `reason` is for those it concerns and their superiors only; they may also end it (`ends`).
    """

    id: int
    version: int
    kind: str
    principal_id: int
    principal: str
    deputy_id: int
    deputy: str
    first_on: date
    last_on: date
    matters: tuple[str, ...]
    reason: str
    active: bool
    over: bool
    ends: bool = False

    def covers(self, matter: str) -> bool:
        """Whether this matter was lent too; "" asks for nothing in particular."""
        return not self.matters or not matter or matter in self.matters


@handles(Delegate)
def delegate(context: Context, command: Delegate) -> int:
    """One deputy at a time for each matter, so that it is clear who decides."""
    for matter in command.matters:
        if matter not in MATTERS:
            raise UnknownMatter(matter)
    return _add(context, AUTHORITY, command, tuple(dict.fromkeys(command.matters)))


@handles(HandOver)
def hand_over(context: Context, command: HandOver) -> int:
    """The colleague sees the work; whose it is stays as it was."""
    return _add(context, WORK, command, ())


def _add(
    context: Context, kind: str, command: Delegate | HandOver, matters: tuple[str, ...]
) -> int:
    context.take_turn()
    principal = _principal(context, command.principal_id)
    _check_principal(context, kind, principal)
    _check_deputy(context, kind, principal, command.deputy_id)
    _check_days(context, command.first_on, command.last_on)
    if not command.reason.strip():
        raise Refused("reason_needed", "reason")
    values = {
        "kind": kind,
        "principal_id": principal["id"],
        "deputy_id": command.deputy_id,
        "first_on": command.first_on.isoformat(),
        "last_on": command.last_on.isoformat(),
        "matters": " ".join(matters),
        "reason": command.reason.strip(),
        "by_id": context.actor.person_id,
        "at": context.moment,
    }
    _check_overlap(context, values)
    delegation_id = context.insert("delegation", "made", **values)
    _follow(context)
    return delegation_id


def _follow(context: Context) -> None:
    """What waits for somebody whose deputy must not answer it goes on at once."""
    context.memo.pop("delegations", None)
    FOLLOWERS["absence"](context)


def _principal(context: Context, person_id: int | None) -> dict[str, Any]:
    """Whose absence it is: the actor's own, or that of somebody below who could not say so."""
    me = context.actor.person_id
    row = context.row("person", me if person_id is None else person_id)
    context.hold("person", row["id"])
    if row["id"] != me and me not in {each["id"] for each in people.line_above(context, row["id"])}:
        raise NotAllowed("delegation_not_yours", "principal_id", name=row[context.naming])
    return row


def _check_principal(context: Context, kind: str, row: Mapping[str, Any]) -> None:
    name = row[context.naming]
    if not row["active"]:
        raise Refused("principal_inactive", "principal_id", name=name)
    if kind == AUTHORITY and not may(row["roles"].split(), LENDS):
        raise Refused("nothing_to_lend", "principal_id", name=name)
    if kind == WORK and not may(row["roles"].split(), HANDS):
        raise Refused("nothing_to_hand_over", "principal_id", name=name)


def _check_deputy(
    context: Context, kind: str, principal: Mapping[str, Any], deputy_id: int
) -> None:
    row = context.row("person", deputy_id)
    name, roles = row[context.naming], row["roles"].split()
    if row["id"] == principal["id"]:
        raise Refused("deputy_is_self", "deputy_id")
    if not row["active"]:
        raise Refused("deputy_inactive", "deputy_id", name=name)
    if not may(roles, "delegation.read"):
        raise Refused("deputy_without_business", "deputy_id", name=name)
    if kind == WORK and not may(roles, HANDS):
        raise Refused("deputy_not_desk", "deputy_id", name=name)
    if not _reaches(kind, principal, row):
        raise Refused("deputy_other_branch", "deputy_id", name=name)


def _reaches(kind: str, principal: Mapping[str, Any], deputy: Mapping[str, Any]) -> bool:
    """Whether the deputy reaches the principal's papers; lent roles carry their own reach."""
    if principal["branch_id"] == deputy["branch_id"]:
        return True
    if kind == WORK:
        return roams(deputy["roles"].split(), "quotation.save")
    return roams((*deputy["roles"].split(), *principal["roles"].split()), "request.read")


def _check_days(context: Context, first_on: date, last_on: date) -> None:
    if first_on < context.today:
        raise Refused("delegation_past", "first_on", day=first_on, today=context.today)
    if last_on < first_on:
        raise Refused("delegation_backwards", "last_on", first=first_on, last=last_on)
    if (last_on - first_on).days > LONGEST_DAYS:
        raise Refused("delegation_long", "last_on", days=LONGEST_DAYS)


def _check_overlap(context: Context, values: Mapping[str, Any]) -> None:
    """Refuses a second deputy for the same days and matters, naming the first."""
    table = context.t.delegation
    rows = table.select().where(
        table.c.kind == values["kind"],
        table.c.principal_id == values["principal_id"],
        table.c.ended_at.is_null(),
        table.c.first_on <= values["last_on"],
        table.c.last_on >= values["first_on"],
    )
    wanted = set(values["matters"].split())
    for row in rows.dicts():
        there = set(row["matters"].split())
        deputy = context.row("person", row["deputy_id"])
        if deputy["active"] and (not wanted or not there or wanted & there):
            name = deputy[context.naming]
            first, last = (date.fromisoformat(row[key]) for key in ("first_on", "last_on"))
            raise Refused("delegation_overlaps", "first_on", name=name, first=first, last=last)


@handles(EndDelegation)
def end_delegation(context: Context, command: EndDelegation) -> None:
    """By who was absent, who stood in, whoever made it, or a superior of the absent person."""
    context.take_turn()
    row, me = context.row("delegation", command.id), context.actor.person_id
    if me not in _concerned(context, row):
        raise NotAllowed("delegation_not_yours")
    if row["ended_at"] is not None or row["last_on"] < context.today.isoformat():
        raise Refused("delegation_over")
    ended = {"ended_at": context.moment, "ended_by_id": me}
    context.update("delegation", command.id, command.version, "ended", **ended)
    _follow(context)


def _concerned(context: Context, row: Mapping[str, Any]) -> set[int]:
    above = {each["id"] for each in people.line_above(context, row["principal_id"])}
    return above | {row["principal_id"], row["deputy_id"], row["by_id"]}


def today(context: Context) -> tuple[Delegation, ...]:
    """What holds today between people who are both still there, read once in a command."""
    if "delegations" not in context.memo:
        context.memo["delegations"] = _of_day(context, context.today.isoformat())
    found: tuple[Delegation, ...] = context.memo["delegations"]
    return found


def _of_day(context: Context, day: str) -> tuple[Delegation, ...]:
    """Every decision asks; on most days there is none, and that is known soonest by its index."""
    mark = context.store.database.param
    running = f"ended_at IS NULL AND first_on <= {mark} AND last_on >= {mark}"
    sql = f"SELECT 1 FROM delegation WHERE {running} LIMIT 1"
    if not context.store.database.execute_sql(sql, (day, day)).fetchone():
        return ()
    table = context.t.delegation
    rows = _rows(context).where(
        table.c.ended_at.is_null(), table.c.first_on <= day, table.c.last_on >= day
    )
    return tuple(
        _delegation(context, row)
        for row in rows.dicts()
        if row["principal_active"] and row["deputy_active"]
    )


def held(context: Context, matter: str = "") -> list[Delegation]:
    """The authority that others lent the actor for today; with a matter, only for that."""
    return lent_to(context, context.actor.person_id, matter)


def lent_to(context: Context, person_id: int, matter: str = "") -> list[Delegation]:
    """The authority that others lent a person for today; with a matter, only for that. Whoever
    answers no requests any more lends nothing."""
    return [
        each
        for each in today(context)
        if each.kind == AUTHORITY
        and each.deputy_id == person_id
        and each.covers(matter)
        and may(context.known("person", each.principal_id)["roles"].split(), "request.answer")
    ]


def deputy_of(context: Context, person_id: int, matter: str) -> Deputy | None:
    """Who stands in for a superior today on one matter."""
    for each in today(context):
        if each.kind == AUTHORITY and each.principal_id == person_id and each.covers(matter):
            return Deputy(each.deputy_id, each.deputy)
    return None


def named(context: Context, decider: Decider | None, matter: str) -> str:
    """Who answers, as it is said to whoever asked: an absent superior with their deputy."""
    if decider is None or decider.person is None:
        return "" if decider is None else decider.name
    return addressee(context, decider.person, matter)


def addressee(context: Context, person_id: int, matter: str) -> str:
    """The person that a request is put to, with the deputy who answers for them today."""
    name = str(context.known("person", person_id)[context.naming])
    deputy = deputy_of(context, person_id, matter)
    if deputy is None:
        return name
    return sentence("stood_in_for", context.actor.language, name=name, deputy=deputy.name)


def answered(context: Context, name: str, principal: str) -> str:
    """Who answered, with whose authority, as it is said to whoever asked."""
    language = context.actor.language
    return sentence("answered_for", language, name=name, principal=principal)


def work_of(context: Context) -> tuple[int, ...]:
    """Whose work is on the actor's list today: the actor's own, and what others handed over."""
    return (context.actor.person_id, *colleagues_away(context))


def colleagues_away(context: Context) -> dict[int, str]:
    """Who left their open work with the actor for today, by id with their names."""
    me = context.actor.person_id
    lent = [each for each in today(context) if each.kind == WORK and each.deputy_id == me]
    return {each.principal_id: each.principal for each in lent}


@query("delegation.read")
def delegations(context: Context, *, over: bool = False) -> tuple[Delegation, ...]:
    """All that hold or will; with `over` those of the past too, the latest first."""
    table = context.t.delegation
    rows = _rows(context).order_by(table.c.first_on.desc(), table.c.id.desc())
    if not over:
        rows = rows.where(table.c.ended_at.is_null(), table.c.last_on >= context.today.isoformat())
    found = (_told(context, row) for row in rows.limit(500).dicts())
    return tuple(each for each in found if over or not each.over)


def _told(context: Context, row: Mapping[str, Any]) -> Delegation:
    """Everybody may know who stands in for whom; why somebody is away is not everybody's."""
    found = _delegation(context, row)
    if context.actor.person_id not in _concerned(context, row):
        return replace(found, reason="")
    return replace(found, ends=not found.over)


def _rows(context: Context) -> Any:
    table, person = context.t.delegation, context.t.person
    principal, deputy = person.alias("principal"), person.alias("deputy")
    return (
        table.select(
            *(table.c.id, table.c.version, table.c.kind, table.c.principal_id, table.c.deputy_id),
            *(table.c.first_on, table.c.last_on, table.c.matters, table.c.reason),
            *(table.c.ended_at, table.c.by_id),
            getattr(principal.c, context.naming).alias("principal"),
            principal.c.active.alias("principal_active"),
            getattr(deputy.c, context.naming).alias("deputy"),
            deputy.c.active.alias("deputy_active"),
        )
        .join(principal, on=principal.c.id == table.c.principal_id)
        .join(deputy, on=deputy.c.id == table.c.deputy_id)
    )


def _delegation(context: Context, row: Mapping[str, Any]) -> Delegation:
    first, last = (date.fromisoformat(row[key]) for key in ("first_on", "last_on"))
    gone = not (row["principal_active"] and row["deputy_active"])
    over = row["ended_at"] is not None or last < context.today or gone
    return Delegation(
        id=row["id"],
        version=row["version"],
        kind=row["kind"],
        principal_id=row["principal_id"],
        principal=row["principal"],
        deputy_id=row["deputy_id"],
        deputy=row["deputy"],
        first_on=first,
        last_on=last,
        matters=tuple(row["matters"].split()),
        reason=row["reason"],
        active=not over and first <= context.today,
        over=over,
    )
