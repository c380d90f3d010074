"""Visits: planned, confirmed, held with an outcome and a next date, or honestly not held."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.domain.permissions import may
from crm_desktop.domain.visiting import Channel, Obstacle, Outcome
from crm_desktop.services.customers import rhythms
from crm_desktop.services.customers.aliases import held_living
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.taking_back import offer
from crm_desktop.services.visits.photos import PhotoFile, keep

SAVE = "visit.save"
FARTHEST = timedelta(days=366)
LATEST_LOG = timedelta(days=31)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)


@dataclass(frozen=True)
class PlanVisit(Command[int]):
    """Plans a visit from today on; the officer is the actor unless another is named."""

    name: ClassVar[str] = "visit.plan"
    permission: ClassVar[str] = SAVE
    customer_id: int
    planned_on: date
    purpose: str
    time: str = ""
    channel: Channel = Channel.VISIT
    officer_id: int | None = None


@dataclass(frozen=True)
class ConfirmVisit(Command[None]):
    """The customer has agreed to the day."""

    name: ClassVar[str] = "visit.confirm"
    permission: ClassVar[str] = SAVE
    id: int
    version: int


@dataclass(frozen=True)
class LogVisit(Command[int | None]):
    """A planned visit was held; answers the next visit's id where one is planned with it."""

    name: ClassVar[str] = "visit.log"
    permission: ClassVar[str] = SAVE
    id: int
    version: int
    outcome: Outcome | None
    next_on: date | None
    obstacle: Obstacle = Obstacle.NONE
    promised: str = ""
    plan_next: bool = False
    photos: tuple[PhotoFile, ...] = ()


@dataclass(frozen=True)
class LogUnplannedVisit(Command[int]):
    """A visit that nobody planned, logged on the spot or within a month; answers its id."""

    name: ClassVar[str] = "visit.log_unplanned"
    permission: ClassVar[str] = SAVE
    customer_id: int
    outcome: Outcome | None
    next_on: date | None
    obstacle: Obstacle = Obstacle.NONE
    promised: str = ""
    channel: Channel = Channel.VISIT
    purpose: str = ""
    held_on: date | None = None
    plan_next: bool = False
    photos: tuple[PhotoFile, ...] = ()


@dataclass(frozen=True)
class MissVisit(Command[None]):
    """A planned visit did not take place."""

    name: ClassVar[str] = "visit.miss"
    permission: ClassVar[str] = SAVE
    id: int
    version: int
    reason: str


@dataclass(frozen=True)
class RescheduleVisit(Command[int]):
    """Moves a visit to another day, or to another officer: the old one stays on record, the answer
    is the new one's id."""

    name: ClassVar[str] = "visit.reschedule"
    permission: ClassVar[str] = SAVE
    id: int
    version: int
    planned_on: date
    reason: str
    time: str = ""
    officer_id: int | None = None


@dataclass(frozen=True)
class CancelVisit(Command[None]):
    """A planned visit is not needed any more."""

    name: ClassVar[str] = "visit.cancel"
    permission: ClassVar[str] = SAVE
    id: int
    version: int
    reason: str


@handles(PlanVisit)
def plan_visit(context: Context, command: PlanVisit) -> int:
    """Checks customer, officer, day and time before the visit stands in anybody's week."""
    _check_day(context, command.planned_on, "planned_on")
    officer_id = command.officer_id or context.actor.person_id
    visit_id = _plan(
        context,
        _customer(context, command.customer_id),
        branch_id=_branch_of(context, officer_id),
        officer_id=officer_id,
        planned_on=command.planned_on.isoformat(),
        planned_time=_time(command.time),
        channel=command.channel.value,
        purpose=_needed(command.purpose, "visit_purpose_needed", "purpose"),
    )
    offer(context, command)
    return visit_id


@handles(ConfirmVisit)
def confirm_visit(context: Context, command: ConfirmVisit) -> None:
    """Marks that the customer expects the visit."""
    _step(context, command.id, command.version, "confirm")
    offer(context, command)


@handles(LogVisit)
def log_visit(context: Context, command: LogVisit) -> int | None:
    """Writes what came of a planned visit and, if asked, plans the next one with it."""
    result = _result(context, command)
    before = _step(context, command.id, command.version, "complete", **result)
    _met(context, before["customer_id"], date.fromisoformat(before["planned_on"]), command.outcome)
    keep(context, before["id"], before["customer_id"], command.photos)
    planned = _plan_next(context, before, command)
    offer(context, command)
    return planned


@handles(LogUnplannedVisit)
def log_unplanned_visit(context: Context, command: LogUnplannedVisit) -> int:
    """Writes a visit that is already over; its event tells it from a planned one."""
    customer_id = _customer(context, command.customer_id)
    held_on = _held_on(context, command.held_on)
    values = {
        "customer_id": customer_id,
        "branch_id": _branch_of(context, context.actor.person_id),
        "officer_id": context.actor.person_id,
        "planned_on": held_on.isoformat(),
        "planned_time": "",
        "channel": command.channel.value,
        "purpose": command.purpose.strip(),
    }
    state = STATES.next(STATES.initial, "complete")
    result = _result(context, command)
    visit_id = context.insert("visit", "logged", state=state, unplanned=1, **values, **result)
    context.tell("visit", visit_id, "logged", customer_id, **_told(result))
    _met(context, customer_id, held_on, command.outcome)
    keep(context, visit_id, customer_id, command.photos)
    _plan_next(context, values, command)
    offer(context, command)
    return visit_id


@handles(MissVisit)
def miss_visit(context: Context, command: MissVisit) -> None:
    """Says honestly that a visit was not held, and why."""
    reason = _needed(command.reason, "visit_reason_needed", "reason")
    _step(context, command.id, command.version, "miss", told={"reason": reason})
    offer(context, command)


@handles(RescheduleVisit)
def reschedule_visit(context: Context, command: RescheduleVisit) -> int:
    """Closes the old visit with its reason and plans one like it on the new day."""
    _check_day(context, command.planned_on, "planned_on")
    reason = _needed(command.reason, "visit_reason_needed", "reason")
    time = _time(command.time)
    day = command.planned_on.isoformat()
    told = {"reason": reason, "planned_on": day}
    before = _step(context, command.id, command.version, "reschedule", told=told, next_on=day)
    like = _like(before, day, time, before["purpose"])
    if command.officer_id is not None and command.officer_id != before["officer_id"]:
        branch_id = _branch_of(context, command.officer_id)
        like |= {"officer_id": command.officer_id, "branch_id": branch_id}
    # One appointment in other people's calendars: it keeps its name there and counts on.
    like["root_id"] = before["root_id"] or before["id"]
    like["sequence"] = before["sequence"] + before["version"] + 1
    visit_id = _plan(context, **like)
    offer(context, command)
    return visit_id


@handles(CancelVisit)
def cancel_visit(context: Context, command: CancelVisit) -> None:
    """Takes a visit off the plan; it stays on record with its reason."""
    reason = _needed(command.reason, "visit_reason_needed", "reason")
    _step(context, command.id, command.version, "cancel", told={"reason": reason})
    offer(context, command)


def _step(
    context: Context,
    visit_id: int,
    version: int,
    event: str,
    told: dict[str, Any] | None = None,
    **values: Any,
) -> dict[str, Any]:
    """One row of the state table, carried out; returns the visit as it was."""
    row = context.row("visit", visit_id)
    context.require_branch(SAVE, row["branch_id"])
    state = STATES.next(row["state"], event)
    before = context.update("visit", visit_id, version, event, state=state, **values)
    context.tell("visit", visit_id, event, row["customer_id"], **(told or _told(values)))
    return before


def _plan(context: Context, customer_id: int, **values: Any) -> int:
    visit_id = context.insert(
        "visit", "planned", customer_id=customer_id, state=STATES.initial, **values
    )
    told = {name: values[name] for name in ("planned_on", "planned_time", "channel", "purpose")}
    context.tell("visit", visit_id, "planned", customer_id, **told)
    return visit_id


def _plan_next(
    context: Context, row: dict[str, Any], command: LogVisit | LogUnplannedVisit
) -> int | None:
    if not command.plan_next or command.next_on is None:
        return None
    purpose = command.promised.strip() or row["purpose"]
    return _plan(context, **_like(row, command.next_on.isoformat(), "", purpose))


def _like(row: dict[str, Any], day: str, time: str, purpose: str) -> dict[str, Any]:
    """The values of a visit like `row` on another day."""
    kept = {name: row[name] for name in ("customer_id", "branch_id", "officer_id", "channel")}
    return {**kept, "planned_on": day, "planned_time": time, "purpose": purpose}


def _result(context: Context, command: LogVisit | LogUnplannedVisit) -> dict[str, Any]:
    """The columns of a held visit; an outcome and a next date are compulsory."""
    if command.outcome is None:
        raise Refused("visit_outcome_needed", "outcome")
    if command.next_on is None:
        raise Refused("visit_next_needed", "next_on")
    if command.next_on <= context.today:
        raise Refused("visit_next_not_future", "next_on", day=command.next_on)
    _check_day(context, command.next_on, "next_on")
    return {
        "outcome": command.outcome.value,
        "obstacle": command.obstacle.value,
        "promised": command.promised.strip(),
        "next_on": command.next_on.isoformat(),
        "done_at": context.moment,
    }


def _met(context: Context, customer_id: int, day: date, outcome: Outcome | None) -> None:
    """A visit held is a contact of its day, which lies not ahead, unless nobody was there."""
    if outcome is not Outcome.NOT_MET:
        rhythms.met(context, customer_id, min(day, context.today))


def _told(result: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in result.items() if name != "done_at"}


def _check_day(context: Context, day: date, field: str) -> None:
    """A plan is for today or later, and a year of the wrong era is caught before it is lost."""
    if day < context.today:
        raise Refused("visit_day_past", field, day=day)
    if day > context.today + FARTHEST:
        raise Refused("visit_day_far", field, day=day)


def _held_on(context: Context, day: date | None) -> date:
    if day is None:
        return context.today
    if not context.today - LATEST_LOG <= day <= context.today:
        raise Refused("visit_held_day", "held_on", day=day, days=LATEST_LOG.days)
    return day


def _time(text: str) -> str:
    time = text.strip().replace(".", ":")
    if time and not _TIME.fullmatch(time.zfill(5)):
        raise Refused("visit_time_bad", "time", text=text)
    return time.zfill(5) if time else ""


def _needed(text: str, code: str, field: str) -> str:
    if not text.strip():
        raise Refused(code, field)
    return text.strip()


def _customer(context: Context, customer_id: int) -> int:
    living = held_living(context, customer_id)
    if not context.row("customer", living)["active"]:
        raise Refused("visit_customer_inactive", "customer")
    return living


def _branch_of(context: Context, officer_id: int) -> int:
    """The branch whose week the visit stands in: the officer's, within the actor's reach."""
    officer = context.row("person", officer_id)
    if not officer["active"] or not may(officer["roles"].split(), SAVE):
        raise Refused("visit_officer_cannot", "officer", name=officer[context.naming])
    context.require_branch(SAVE, officer["branch_id"])
    return int(officer["branch_id"])
