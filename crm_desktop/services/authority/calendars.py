"""The shop's working time: hours of the week, days off, and how long a request may wait.

The public holidays of a year are put in once, from the `holidays` library, by housekeeping; from
then on the days are the shop's own to change.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from crm_desktop.domain.authority import MATTERS, UnknownMatter
from crm_desktop.domain.calendar import WorkCalendar
from crm_desktop.domain.errors import Refused
from crm_desktop.services import settings
from crm_desktop.services.authority.deadlines import (
    CALENDAR,
    LIMITS,
    TimeLimits,
    kept,
    load_limits,
)
from crm_desktop.services.registry import Command, Context, handles, query

LONGEST_MINUTES = 60 * 24 * 30
CLOCK = re.compile(r"\d{2}:\d{2}")
WORKED = frozenset({"National Children's Day"})
"""Days of the library's list on which nobody is off."""
Hours = tuple[tuple[str, str], ...]
"""The spans of one weekday as HH:MM texts, from opening to closing."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the desk is closed, with its name in both languages."""

    day: date
    name_th: str
    name_en: str = ""

    def called(self, language: str) -> str:
        """The name as readers of that language have it."""
        return self.name_en or self.name_th if language == "en" else self.name_th


@dataclass(frozen=True, slots=True)
class Calendar:
    """Seven weekdays, Monday first, and the days off by date; `version` 0 before the first save."""

    version: int
    week: tuple[Hours, ...]
    days_off: tuple[DayOff, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """What the page of times shows."""

    calendar: Calendar
    limits: TimeLimits
    limits_version: int


@dataclass(frozen=True)
class SaveCalendar(Command[None]):
    """Replaces hours and days off; `version` is what the caller read."""

    name: ClassVar[str] = "calendar.save"
    version: int
    week: tuple[Hours, ...]
    days_off: tuple[DayOff, ...]


@dataclass(frozen=True)
class SaveTimeLimits(Command[None]):
    """Replaces the limits, in minutes; what waits already keeps the moment it was given."""

    name: ClassVar[str] = "calendar.limits"
    permission: ClassVar[str] = "calendar.save"
    version: int
    usual: int
    waiting: int
    matters: tuple[tuple[str, int], ...] = ()


@handles(SaveCalendar)
def save_calendar(context: Context, command: SaveCalendar) -> None:
    """Refuses hours that overlap or end before they begin, and a week without any."""
    if len(command.week) != 7:
        raise Refused("week_of_seven", "week")
    week = [
        _checked(spans, f"week.{weekday}", weekday) for weekday, spans in enumerate(command.week)
    ]
    if not any(week):
        raise Refused("never_open", "week")
    days = [each.day for each in command.days_off]
    for place, each in enumerate(command.days_off):
        if not each.name_th.strip():
            raise Refused("name_needed", f"days_off.{place}")
        if each.day in days[:place]:
            raise Refused("day_off_twice", f"days_off.{place}", day=each.day)
    (before, _), old = kept(context, CALENDAR), _calendar(context)
    _store(context, command.version, week, command.days_off, before.get("years", []))
    context.reversible(command, SaveCalendar(old.version + 1, old.week, old.days_off))


def _checked(spans: Hours, field: str, weekday: int) -> list[list[str]]:
    """The spans of one day as they are stored."""
    read = []
    for start, end in spans:
        try:
            if not CLOCK.fullmatch(start) or not CLOCK.fullmatch(end):
                raise ValueError
            read.append((time.fromisoformat(start), time.fromisoformat(end)))
        except ValueError:
            raise Refused("bad_hours", field, text=f"{start}–{end}") from None
    for place, (opens, closes) in enumerate(read):
        if closes <= opens:
            raise Refused(
                "hours_backwards", field, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}"
            )
        if place and opens < read[place - 1][1]:
            raise Refused("hours_overlap", field, opens=f"{opens:%H:%M}")
    return [[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in read]


def _store(
    context: Context, version: int, week: object, days_off: Iterable[DayOff], years: list[int]
) -> None:
    named = {each.day.isoformat(): [each.name_th, each.name_en] for each in days_off}
    value = {"week": week, "days_off": dict(sorted(named.items())), "years": years}
    settings.store(context, CALENDAR, version, value)
    context.memo.pop(("setting", CALENDAR), None)


@handles(SaveTimeLimits)
def save_time_limits(context: Context, command: SaveTimeLimits) -> None:
    """A limit is a minute at least: nothing climbs before anybody could look at it."""
    for matter, _ in command.matters:
        if matter not in MATTERS:
            raise UnknownMatter(matter)
    limits = {"usual": command.usual, "waiting": command.waiting, **dict(command.matters)}
    for field, minutes in limits.items():
        if not 1 <= minutes <= LONGEST_MINUTES:
            most = f"{LONGEST_MINUTES:,}"
            raise Refused("limit_out_of_range", field, hours=LONGEST_MINUTES // 60, most=most)
    value = {
        "usual": command.usual,
        "waiting": command.waiting,
        "matters": [list(each) for each in command.matters],
    }
    (_, known), old = kept(context, LIMITS), load_limits(context)
    settings.store(context, LIMITS, command.version, value)
    back = SaveTimeLimits(known + 1, old.usual, old.waiting, old.matters)
    context.reversible(command, back)


@query("authority.read")
def times(context: Context) -> Times:
    """Hours, days off and limits as they are now."""
    _, limits_version = kept(context, LIMITS)
    return Times(_calendar(context), load_limits(context), limits_version)


def _calendar(context: Context) -> Calendar:
    value, version = kept(context, CALENDAR)
    if not value:
        return Calendar(0, tuple(map(_hours, WorkCalendar().week)), ())
    return Calendar(
        version,
        tuple(tuple((start, end) for start, end in day) for day in value["week"]),
        tuple(
            DayOff(date.fromisoformat(day), name_th, name_en)
            for day, (name_th, name_en) in value["days_off"].items()
        ),
    )


def _hours(spans: Iterable[tuple[time, time]]) -> Hours:
    return tuple((f"{opens:%H:%M}", f"{closes:%H:%M}") for opens, closes in spans)


def add_public_holidays(context: Context) -> None:
    """Puts in this year's and the next year's public holidays, each year once."""
    before, version = kept(context, CALENDAR)
    years = list(before.get("years", []))
    wanted = [year for year in (context.today.year, context.today.year + 1) if year not in years]
    if not wanted:
        return
    calendar = _calendar(context)
    there = {each.day for each in calendar.days_off}
    new = [each for year in wanted for each in public_holidays(year) if each.day not in there]
    week = [[list(span) for span in day] for day in calendar.week]
    _store(context, version, week, [*calendar.days_off, *new], sorted([*years, *wanted]))


def public_holidays(year: int) -> tuple[DayOff, ...]:
    """The public holidays of a Gregorian year as the library has them."""
    from holidays import country_holidays  # late: 0.1 s, once a year

    thai: Mapping[date, str] = country_holidays("TH", years=year, language="th")
    english: Mapping[date, str] = country_holidays("TH", years=year, language="en_US")
    return tuple(
        DayOff(day, thai[day], english[day]) for day in sorted(thai) if english[day] not in WORKED
    )
