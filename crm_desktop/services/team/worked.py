"""Working minutes between many stored moments: each day's hours are reckoned once for all."""

from datetime import date, datetime, time, timedelta

from crm_desktop.domain.calendar import WorkCalendar

MINUTE = 60_000
Hours = tuple[int, tuple[tuple[int, int], ...]]
"""Milliseconds worked from the first day on until a midnight, and the open spans of the day after
it, from that midnight on."""


class Worked:
    """The same as `WorkCalendar.minutes_between` of moments in whole milliseconds, for tens of
    thousands of pairs at once; none is before the day `first`."""

    def __init__(self, calendar: WorkCalendar, first: date) -> None:
        self._calendar, self._next_day, self._worked = calendar, first, 0
        self._days: dict[date, Hours] = {}

    def minutes(self, asked_at: str, answered_at: str) -> int:
        """Whole minutes; 0 where the clock was set back."""
        start, end = datetime.fromisoformat(asked_at), datetime.fromisoformat(answered_at)
        if end <= start:
            return 0
        return (self._until(end) - self._until(start)) // MINUTE

    def _until(self, moment: datetime) -> int:
        """What was worked since the first day until then."""
        day = moment.date()
        hours = self._days.get(day)
        while hours is None:
            self._add()
            hours = self._days.get(day)
        worked, spans = hours
        at = _of_day(moment)
        for opened, closed in spans:
            if at > opened:
                worked += min(at, closed) - opened
        return worked

    def _add(self) -> None:
        """The day that follows on what is reckoned."""
        spans = tuple(
            (_of_day(opened), _of_day(closed))
            for opened, closed in self._calendar.open_on(self._next_day)
        )
        self._days[self._next_day] = self._worked, spans
        self._worked += sum(closed - opened for opened, closed in spans)
        self._next_day += timedelta(days=1)


def _of_day(at: datetime | time) -> int:
    """Milliseconds since midnight."""
    seconds = (at.hour * 60 + at.minute) * 60 + at.second
    return seconds * 1000 + at.microsecond // 1000
