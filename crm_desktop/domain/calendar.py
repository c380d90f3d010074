"""Working time: when the desk is open in a week, the days it is not, and counting within it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Span: TypeAlias = tuple[time, time]
"""From opening to closing of one day, closing not included."""

FARTHEST_DAYS = 400
"""A calendar that is closed for longer is none; time then counts as it passes."""

OFFICE: tuple[Span, ...] = ((time(8), time(12)), (time(13), time(17)))


@dataclass(frozen=True)
class WorkCalendar:
    """Open spans by weekday, Monday first, less the days in `closed`; moments carry their zone."""

    week: tuple[tuple[Span, ...], ...] = (*((OFFICE,) * 6), ())
    closed: frozenset[date] = frozenset()

    def open_on(self, day: date) -> tuple[Span, ...]:
        """The spans of a day, in order; empty on a day off."""
        return () if day in self.closed else self.week[day.weekday()]

    def after(self, moment: datetime, minutes: int) -> datetime:
        """The moment at which so many working minutes have passed since `moment`."""
        left = timedelta(minutes=minutes)
        for start, end in self._spans(moment, FARTHEST_DAYS):
            if end - start >= left:
                return start + left
            left -= end - start
        return moment + timedelta(minutes=minutes)

    def minutes_between(self, start: datetime, end: datetime) -> int:
        """Whole working minutes from one moment to another; 0 where the clock was set back."""
        open_for = timedelta()
        for opened, closed in self._spans(start, max((end - start).days + 1, 0)):
            open_for += max(min(closed, end) - opened, timedelta())
        return int(open_for / timedelta(minutes=1))

    def _spans(self, moment: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
        """What is open from `moment` on, over that many days more."""
        for number in range(days + 1):
            day = moment.date() + timedelta(days=number)
            for start, end in self.open_on(day):
                opened, closed = (
                    datetime.combine(day, at, tzinfo=moment.tzinfo) for at in (start, end)
                )
                if closed > moment:
                    yield max(opened, moment), closed
