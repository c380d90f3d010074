"""The open offer as work: when it is followed up, what stands against it, what it is likely worth.

The rhythm of follow-ups and the formulas of forecast and win rate are those of the house's list of
indicators; what is counted is money in satang and whole days.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from crm_desktop.domain.calendar import FARTHEST_DAYS, WorkCalendar
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money

OBJECTIONS = (
    *("price", "delivery", "specification", "competitor", "payment", "decision_maker"),
    *("timing", "credit", "other"),
)
"""What customers say against an offer; "other" needs words of its own."""
LOST = (*OBJECTIONS[:-1], "no_answer", "other")
"""Why an offer is lost, coded as objections are, and where nobody ever answered."""
HOWS = ("phone", "line", "visit", "counter", "email")
"""How the customer was spoken with, or how it is known that they have the paper."""
NO_ANSWER = "no_answer"
RESULTS = ("interested", "thinking", "change_wanted", "not_now", NO_ANSWER)
"""What a follow-up brought; what the state of the paper says itself follows in `BY_EVENT`."""
BY_EVENT: Mapping[str, str] = {
    "confirm_receipt": "received",
    "negotiate": "negotiating",
    "accept": "accepted",
    "lose": "lost",
    "supersede": "revised",
}
"""Steps of the paper by which the customer was spoken with all the same."""
CLOSED = ("accepted", "lost", "expired")
"""Where an offer ended by the customer's word or by time: what the win rate is made of."""
REACHED: Mapping[str, int] = {state: 1 << place for place, state in enumerate(OPEN_STATES)}
"""The bit that says a paper stood in a stage at some time."""
SHIPPED: Mapping[str, int] = dict(zip(OPEN_STATES, (25, 40, 60), strict=True))
"""Percent of offers in a stage that are won, as long as the shop has too little history."""
ENOUGH = 30
"""So many closed papers make a history; of fewer, one paper would move the figure too far."""
HISTORY_DAYS = 365
USUAL_DAYS_TO_CLOSE = 14


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When an offer is followed up: days after it was issued, days before it runs out, and
    whether on its last day."""

    after: tuple[int, ...] = (1, 3, 7)
    before_expiry: int = 3
    on_expiry: bool = True

    def days(self, issued: date, until: date, calendar: WorkCalendar) -> tuple[date, ...]:
        """The days of the whole life of an offer, in order: a day off moves what follows the issue
        on and what comes before the end back, so that no day lies outside the offer's time."""
        found = {work_day(issued + timedelta(days=each), calendar) for each in self.after}
        if self.before_expiry:
            found.add(work_day(until - timedelta(days=self.before_expiry), calendar, back=True))
        if self.on_expiry:
            found.add(work_day(until, calendar, back=True))
        return tuple(sorted(day for day in found if issued < day <= until))

    def next(self, today: date, issued: date, until: date, calendar: WorkCalendar) -> date:
        """The first of its days after today; past the last of them the next working day."""
        for day in self.days(issued, until, calendar):
            if day > today:
                return day
        return work_day(today + timedelta(days=1), calendar)


def work_day(day: date, calendar: WorkCalendar, *, back: bool = False) -> date:
    """The day itself if the desk is open on it, else the next (or the last) on which it is."""
    step = timedelta(days=-1 if back else 1)
    for number in range(FARTHEST_DAYS):
        if calendar.open_on(day + number * step):
            return day + number * step
    return day


def proposed_close(today: date, until: date, usual_days: int, calendar: WorkCalendar) -> date:
    """When an offer issued today is likely decided: after the usual days, on its last at most."""
    return min(work_day(today + timedelta(days=usual_days), calendar), until)


@dataclass(frozen=True, slots=True)
class Stage:
    """How likely an offer in a stage is won: percent as a manager set it (None: not set), and what
    the shop's own history says."""

    state: str
    by_hand: int | None
    won: int
    closed: int

    @property
    def own(self) -> Fraction | None:
        """The share of the shop's own papers; None while there are too few."""
        return Fraction(self.won, self.closed) if self.closed >= ENOUGH else None

    @property
    def share(self) -> Fraction:
        """What holds: the manager's figure, else the shop's own, else the shipped one."""
        if self.by_hand is not None:
            return Fraction(self.by_hand, 100)
        return Fraction(SHIPPED[self.state], 100) if self.own is None else self.own

    @property
    def source(self) -> str:
        """Where the share comes from: by_hand, own or shipped."""
        if self.by_hand is not None:
            return "by_hand"
        return "shipped" if self.own is None else "own"


def weighted(value: Money, share: Fraction) -> Money:
    """Value times probability, half up to the satang."""
    return Money(
        (value.satang * share.numerator * 2 + share.denominator) // (2 * share.denominator)
    )


def check_objection(code: str, words: str, field: str = "objection") -> None:
    """Refuses an unknown code, and "other" without words."""
    if code not in OBJECTIONS:
        raise Refused("bad_choice", field, value=code)
    if code == "other" and not words.strip():
        raise Refused("objection_words_needed", "words")


def check_lost(code: str, words: str) -> str:
    """The code of a lost paper; words alone are "other". Refused `reason_needed` without either."""
    code = code or "other"
    if code not in LOST:
        raise Refused("bad_choice", "lost_code", value=code)
    if code == "other" and not words.strip():
        raise Refused("reason_needed", "reason")
    return code


def check_rhythm(after: tuple[int, ...], before_expiry: int) -> None:
    """Days after the issue rise and begin with one; the days before the end are not negative."""
    if not after or min(after) < 1 or list(after) != sorted(set(after)) or len(after) > 12:
        raise Refused("bad_rhythm", "follow_up_after")
    if not 0 <= before_expiry <= 60:
        raise Refused("days_below_zero", "follow_up_before_expiry")


def months_from(first: date, count: int) -> Iterator[str]:
    """So many months from the one of a day on, as YYYY-MM."""
    year, month = first.year, first.month
    for _ in range(count):
        yield f"{year:04d}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
