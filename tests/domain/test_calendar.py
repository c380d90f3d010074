"""Working time: limits that neither run over a closed desk nor stand still over an open one."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.calendar import OFFICE, Span, WorkCalendar

BANGKOK = timezone(timedelta(hours=7))
MONDAY = date(2026, 11, 23)
USUAL = WorkCalendar(closed=frozenset({MONDAY + timedelta(days=7)}))


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=BANGKOK)


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    hours = sorted(draw(st.sets(st.integers(0, 23), max_size=4)))
    pairs = zip(hours[::2], hours[1::2], strict=False)
    return tuple((time(start), time(end)) for start, end in pairs)


CALENDARS = st.builds(
    WorkCalendar,
    st.tuples(*[spans()] * 7),
    st.frozensets(st.dates(MONDAY, MONDAY + timedelta(days=20)), max_size=4),
)
MOMENTS = st.integers(0, 14 * 24 * 60).map(
    lambda minutes: at(MONDAY, "00:00") + timedelta(minutes=minutes)
)


def open_minutes(calendar: WorkCalendar, start: datetime, end: datetime) -> int:
    """Counted one by one, as a person with a clock would."""
    count, moment = 0, start
    while moment < end:
        count += any(
            opens <= moment.time() < closes for opens, closes in calendar.open_on(moment.date())
        )
        moment += timedelta(minutes=1)
    return count


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-11-23T09:00", "2026-11-23T14:00"),  # lunch does not count
        ("2026-11-23T08:00", "2026-11-23T12:00"),
        ("2026-11-23T16:00", "2026-11-24T11:00"),
        ("2026-11-23T20:00", "2026-11-24T12:00"),
        ("2026-11-28T16:00", "2026-12-01T11:00"),  # Sunday, then a day off
    ],
)
def test_four_hours_are_four_hours_in_which_somebody_was_there(asked: str, due: str) -> None:
    moment, end = (datetime.fromisoformat(each).replace(tzinfo=BANGKOK) for each in (asked, due))
    assert USUAL.after(moment, 240) == end
    assert USUAL.minutes_between(moment, end) == 240


def test_a_calendar_without_open_hours_lets_time_pass_instead_of_hanging() -> None:
    never = WorkCalendar(((),) * 7)
    assert never.after(at(MONDAY, "09:00"), 60) == at(MONDAY, "10:00")


def test_a_clock_that_was_set_back_makes_no_waiting_time_negative() -> None:
    assert USUAL.minutes_between(at(MONDAY, "16:00"), at(MONDAY, "09:00")) == 0
    assert USUAL.minutes_between(at(MONDAY, "16:00"), at(MONDAY - timedelta(days=9), "09:00")) == 0


def test_the_zone_of_the_moment_is_kept() -> None:
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert USUAL.after(moment, 60).tzinfo is UTC
    assert WorkCalendar().week[0] is OFFICE


@given(CALENDARS, MOMENTS, st.integers(0, 3 * 24 * 60))
def test_minutes_are_those_that_a_person_with_a_clock_counts(
    calendar: WorkCalendar, start: datetime, minutes: int
) -> None:
    end = start + timedelta(minutes=minutes)
    assert calendar.minutes_between(start, end) == open_minutes(calendar, start, end)


@given(CALENDARS, MOMENTS, st.integers(1, 3_000))
def test_when_a_limit_is_over_exactly_so_many_open_minutes_have_passed(
    calendar: WorkCalendar, start: datetime, minutes: int
) -> None:
    due = calendar.after(start, minutes)
    if any(calendar.week):
        assert calendar.minutes_between(start, due) == minutes
        assert calendar.minutes_between(start, due - timedelta(minutes=1)) == minutes - 1


@given(CALENDARS, MOMENTS, MOMENTS, MOMENTS)
def test_waiting_in_two_parts_is_waiting_once(
    calendar: WorkCalendar, one: datetime, two: datetime, three: datetime
) -> None:
    start, middle, end = sorted((one, two, three))
    parts = calendar.minutes_between(start, middle) + calendar.minutes_between(middle, end)
    assert parts == calendar.minutes_between(start, end)
