"""The rhythm of visits: classes of customers, when the next is due, rounds spread over days."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

CLASSES = ("A", "B", "C")
LONGEST_CYCLE = 731
MOST_A_DAY = 50
MOST_DAYS = 92
"""How far ahead a selection may be spread."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """Days between two contacts by class, and how many visits an officer makes a day at most;
    as indicators.md has it: A weekly, B monthly, C half-yearly."""

    a_days: int = 7
    b_days: int = 30
    c_days: int = 182
    per_day: int = 8

    def days(self, rhythm: str) -> int | None:
        """The cycle of a class; None for a customer without one."""
        return {"A": self.a_days, "B": self.b_days, "C": self.c_days}.get(rhythm)


def due_day(rounds: Rounds, rhythm: str, since: date) -> date | None:
    """The last day that keeps the rhythm, counted from the last contact; None without a class."""
    days = rounds.days(rhythm)
    return None if days is None else since + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody to be met and where: what lies together is kept together."""

    id: int
    place: tuple[str, ...] = ()


def open_days(first: date, last: date, is_open: Callable[[date], object]) -> list[date]:
    """The days of a span on which the desk is open."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if is_open(day)]


def spread(
    stops: Iterable[Stop], days: Sequence[date], taken: Mapping[date, int], most: int
) -> tuple[tuple[int, date | None], ...]:
    """Each stop with its day: the loads of the days level out, no day has more than `most`, and
    neighbours share a day as far as that goes. None where every day is full."""
    ordered = sorted(stops, key=lambda stop: stop.place)
    load = {day: taken.get(day, 0) for day in days}
    share = dict.fromkeys(days, 0)
    for _ in ordered:
        free = [day for day in days if load[day] < most]
        if not free:
            break
        day = min(free, key=lambda day: (load[day], day))
        load[day] += 1
        share[day] += 1
    places = [day for day in days for _ in range(share[day])]
    full = [None] * (len(ordered) - len(places))
    return tuple(zip((stop.id for stop in ordered), [*places, *full], strict=True))
