"""When a request climbs by itself: so many working minutes after it was put to somebody."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from crm_desktop.domain.calendar import WorkCalendar
from crm_desktop.services import settings
from crm_desktop.services.registry import Context

CALENDAR = "calendar"
LIMITS = "time_limits"


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """Working minutes until a request climbs, by matter where one has its own; `waiting` are
    minutes of the clock while the customer stands there."""

    usual: int = 240
    waiting: int = 10
    matters: tuple[tuple[str, int], ...] = ()

    def of(self, matter: str) -> int:
        """Working minutes for one matter."""
        return dict(self.matters).get(matter, self.usual)


def due_at(context: Context, matter: str, customer_waiting: bool) -> str:
    """When a request that is put to somebody now has waited too long, as it is stored."""
    limits = load_limits(context)
    if customer_waiting:
        due = context.now + timedelta(minutes=limits.waiting)
    else:
        due = load_calendar(context).after(context.now, limits.of(matter))
    return due.isoformat(timespec="milliseconds")


def load_limits(context: Context) -> TimeLimits:
    """The shop's limits; four working hours and ten minutes where it set none."""
    value, _ = kept(context, LIMITS)
    if not value:
        return TimeLimits()
    matters = tuple((matter, int(minutes)) for matter, minutes in value["matters"])
    return TimeLimits(int(value["usual"]), int(value["waiting"]), matters)


def load_calendar(context: Context) -> WorkCalendar:
    """The shop's working time; Monday to Saturday, eight hours, where it set none."""
    value, _ = kept(context, CALENDAR)
    if not value:
        return WorkCalendar()
    week = tuple(
        tuple((time.fromisoformat(start), time.fromisoformat(end)) for start, end in day)
        for day in value["week"]
    )
    return WorkCalendar(week, frozenset(map(date.fromisoformat, value["days_off"])))


def kept(context: Context, key: str) -> tuple[dict[str, Any], int]:
    """A setting with its version, read once in a command."""
    if ("setting", key) not in context.memo:
        context.memo["setting", key] = settings.load(context, key)
    found: tuple[dict[str, Any], int] = context.memo["setting", key]
    return found
