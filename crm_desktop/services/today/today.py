"""Today: what waits for this person now, a short page of each kind, and the counts of the rail."""

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.permissions import HEADS
from crm_desktop.services.registry import Context, query
from crm_desktop.services.today import (
    today_absence,
    today_authority,
    today_deposits,
    today_orders,
    today_papers,
    today_team,
    today_times,
    today_watched,
)
from crm_desktop.services.today.today_lines import SHOWN, Line, Part, Section
from crm_desktop.store.orm import Select

MOST = 99

PARTS: tuple[Part, ...] = (
    today_papers.WAITING,
    today_papers.ANSWERS,
    today_absence.STAND_INS,
    today_absence.STOOD_IN,
    today_times.PASSED_UP,
    today_times.MOVED,
    today_times.OVERDUE_ABOVE,
    today_authority.TO_CONFIRM,
    today_authority.TO_SIGN,
    today_deposits.EXPECTED,
    today_deposits.REFUNDS,
    today_deposits.BOUNCED,
    today_deposits.BOUNCED_BUYING,
    today_papers.FOLLOW_UPS,
    today_papers.VISITS,
    today_orders.NEW_REQUESTS,
    today_orders.UNDATED,
    today_orders.TO_INSPECT,
    today_orders.TO_ALLOCATE,
    today_orders.TO_TELL,
    today_orders.RISKS,
    today_orders.HANDED_OFF,
    today_orders.TO_QUOTE,
    today_deposits.CLEARING,
    today_orders.UNBILLED,
    today_deposits.LEFT_OVER,
    today_team.LEFT_BEHIND,
    today_watched.FAILED,
    today_papers.READY,
    today_papers.RETURNED,
    today_papers.EXPIRING,
    today_papers.PRICE_RISES,
    today_orders.UNCOLLECTED,
)
"""All sections in the order in which they stand under one another."""


@dataclass(frozen=True, slots=True)
class Today:
    """The sections that the person's roles have; `whole` where it is everybody's work.

    `heads` says that the person may choose between the two, `day` is the database's.
    """

    sections: tuple[Section, ...]
    whole: bool
    heads: bool
    day: date


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the rail, each counted to 99 at most (100 means more).

    `today` are all lines of the actor's own Today, whatever the role: with heads not everybody's.
    """

    today: int = 0
    approvals: int = 0
    visits: int = 0
    orders: int = 0
    deposits: int = 0


@query("today.read")
def today(context: Context, *, whole: bool | None = None) -> Today:
    """What waits for the actor; with `whole` (heads by default) for everybody within reach."""
    heads = not context.actor.roles.isdisjoint(HEADS.split())
    everybody = heads and whole is not False
    read = ((part, part.read(context, everybody)) for part in _parts(context))
    sections = tuple(section for part, section in read if section.lines or not part.quiet)
    return Today(sections, everybody, heads, context.today)


@query("today.read")
def counts(context: Context) -> Counts:
    """What the rail shows beside its places: the actor's own, all in one read."""
    parts = _parts(context)
    columns = [part.count(context, MOST + 1) for part in parts]
    found = next(iter(Select([], columns).bind(context.store.database).tuples()))
    sums: dict[str, int] = {}
    for part, count in zip(parts, found, strict=True):
        for place in ("today", *part.counted):
            sums[place] = min(sums.get(place, 0) + int(count), MOST + 1)
    return Counts(**sums)


@query("today.read")
def news(context: Context) -> tuple[Line, ...]:
    """What is told at once: answers not read yet, customers who wait, money that is to come or
    did not, goods that came, requests that nobody took up."""
    return tuple(
        line
        for part in _parts(context)
        if part.told
        for line in part.read(context, False).lines
        if part.told(line)
    )


def _parts(context: Context) -> list[Part]:
    return [part for part in PARTS if context.actor.may(part.permission)]


__all__ = [
    "PARTS",
    "SHOWN",
    "Counts",
    "Line",
    "Part",
    "Section",
    "Today",
    "counts",
    "news",
    "today",
]
