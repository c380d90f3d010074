"""Working hours, limits and days off as they are typed, one line each, and read back."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from crm_desktop.domain.dates import parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import plain_decimal
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.services.authority.calendars import DayOff, Hours

LIMIT = re.compile(r"(\d+)(?::|\.(?=\d\d))(\d{1,2})")
SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?")


def parse_hours(text: str, key: str, closed: str = "") -> Hours:
    """Spans such as `08:00–12:00, 13:00–17:00` or `8-12`; an empty line is a closed day, and so is
    the word `closed`."""
    if text.strip().casefold() == closed.casefold():
        return ()
    spans = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = SPAN.fullmatch(arabic_digits(part))
        if found is None:
            raise Refused("bad_hours", key, text=part)
        opens, opens_at, closes, closes_at = found.groups()
        first, last = f"{int(opens):02}:{opens_at or '00'}", f"{int(closes):02}:{closes_at or '00'}"
        spans.append((first, last))
    return tuple(spans)


def show_hours(hours: Iterable[tuple[str, str]]) -> str:
    """The spans as they are typed."""
    return ", ".join(f"{opens}–{closes}" for opens, closes in hours)


def parse_limit(text: str, key: str) -> int:
    """Hours and minutes such as `4:30` and `4.30`, or hours such as `4` and `4.5`; the value is
    minutes."""
    found = LIMIT.fullmatch(arabic_digits(text).strip())
    if found and int(found[2]) < 60:
        return int(found[1]) * 60 + int(found[2])
    number = plain_decimal(text, 1)
    if number is None or number < 0:
        raise Refused("bad_limit_hours", key, text=text)
    return int(number * 60)


def show_limit(minutes: int) -> str:
    """Minutes as hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02}"


def parse_minutes(text: str, key: str) -> int:
    """Whole minutes."""
    typed = arabic_digits(text).strip()
    if not typed.isdecimal():
        raise Refused("bad_minutes", key, text=text)
    return int(typed)


class DaysOff:
    """A day and its name per line; a name keeps its other language while the day stays. Days
    before `first` are not shown, and kept."""

    def __init__(
        self, language: str, show_day: Callable[[date], str], first: date = date.min
    ) -> None:
        self._known: dict[date, DayOff] = {}
        self._language, self._show_day, self._first = language, show_day, first

    def know(self, days: Iterable[DayOff]) -> None:
        """What is stored now: where the names in the other language come from."""
        self._known = {each.day: each for each in days}

    def parse(self, text: str, key: str) -> tuple[DayOff, ...]:
        """The lines as days off, after those that are over; Refused names the line that is none."""
        typed = [self._line(line.strip(), key) for line in text.splitlines() if line.strip()]
        days = {each.day for each in typed}
        over = (each for day, each in self._known.items() if day < self._first and day not in days)
        return (*over, *typed)

    def _line(self, line: str, key: str) -> DayOff:
        typed, _, name = line.partition(" ")
        try:
            day = parse_date(typed, key)
        except Refused:
            raise Refused("bad_day_off", key, text=line) from None
        name, before = name.strip(), self._known.get(day)
        if not name:
            raise Refused("day_off_unnamed", key, day=day)
        if before is None:
            return DayOff(day, name, name)
        if before.called(self._language) == name:
            return before
        if self._language == "en":
            return DayOff(day, before.name_th, name)
        return DayOff(day, name, before.name_en)

    def show(self, days: Iterable[DayOff]) -> str:
        """One line per day."""
        return "\n".join(
            f"{self._show_day(each.day)} {each.called(self._language)}"
            for each in days
            if each.day >= self._first
        )
