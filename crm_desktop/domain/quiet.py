"""Hours and days on which a person wants to be left alone."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

WEEK = (1, 2, 3, 4, 5, 6, 7)
"""The days as ISO counts them, Monday first."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `since` to `until` every night (both None: at no hour), and all of some weekdays.

    `since` counts as quiet, `until` no more; hours that end before they begin reach past midnight
    and belong to the morning as well. `days` are ISO weekdays; all seven are never quiet at once.
    """

    since: time | None = None
    until: time | None = None
    days: frozenset[int] = frozenset()

    def holds(self, moment: datetime) -> bool:
        """Whether the person is to be left alone then."""
        return moment.isoweekday() in self.days or self._in_hours(moment.time())

    def ends(self, moment: datetime) -> datetime:
        """The first moment from `moment` on at which the person may be told."""
        while self.holds(moment):
            moment = self._next_change(moment)
        return moment

    def _in_hours(self, hour: time) -> bool:
        if self.since is None or self.until is None:
            return False
        if self.since < self.until:
            return self.since <= hour < self.until
        return hour >= self.since or hour < self.until

    def _next_change(self, moment: datetime) -> datetime:
        """Midnight, or the end of the hours where that comes first."""
        midnight = datetime.combine(moment.date() + timedelta(days=1), time(), moment.tzinfo)
        if self.until is None or moment.isoweekday() in self.days:
            return midnight
        end = datetime.combine(moment.date(), self.until, moment.tzinfo)
        return end if end > moment else midnight
