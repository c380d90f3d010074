"""The quick reckoning of waiting times says what the calendar says."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as some

from crm_desktop.domain.calendar import WorkCalendar
from crm_desktop.domain.dates import BANGKOK
from crm_desktop.services.team.worked import Worked

FIRST = date(2026, 11, 1)
CALENDARS = (
    WorkCalendar(),
    WorkCalendar(closed=frozenset({date(2026, 11, 9), date(2026, 12, 5)})),
    WorkCalendar((((time(8, 30), time(20)),),) * 7),
    WorkCalendar(((),) * 7),
)

BEGINS = datetime.combine(FIRST, time(), BANGKOK)
moments = some.integers(0, 70 * 24 * 3_600_000).map(lambda ms: BEGINS + timedelta(milliseconds=ms))


@given(some.sampled_from(CALENDARS), some.lists(some.tuples(moments, moments), max_size=5))
def test_waiting_times_of_many_requests_are_those_of_each(
    calendar: WorkCalendar, pairs: list[tuple[datetime, datetime]]
) -> None:
    worked = Worked(calendar, FIRST)
    for start, end in pairs:
        texts = (moment.isoformat(timespec="milliseconds") for moment in (start, end))
        expected = calendar.minutes_between(start, end) if end > start else 0
        assert worked.minutes(*texts) == expected


def test_a_day_and_a_night_are_eight_hours() -> None:
    start = datetime(2026, 11, 3, 9, 0, tzinfo=BANGKOK)
    texts = [moment.isoformat() for moment in (start, start + timedelta(days=1))]
    assert Worked(WorkCalendar(), FIRST).minutes(*texts) == 480
