"""Quiet hours: nobody is woken, and nothing is kept back longer than was asked for."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.quiet import WEEK, Quiet

NIGHT = Quiet(time(20), time(7))
REST = Quiet(time(20), time(7), frozenset({7}))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026; the 22nd is a Sunday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (at(24, 19, 59), at(24, 19, 59)),
        (at(24, 20), at(25, 7)),
        (at(24, 23, 30), at(25, 7)),
        (at(25, 0), at(25, 7)),
        (at(25, 6, 59), at(25, 7)),
        (at(25, 7), at(25, 7)),
    ],
)
def test_a_night_is_one_night_across_midnight(moment: datetime, told: datetime) -> None:
    assert NIGHT.ends(moment) == told


def test_hours_of_one_day_end_on_that_day() -> None:
    noon = Quiet(time(12), time(13))
    assert [noon.ends(at(24, hour)) for hour in (11, 12, 13)] == [
        at(24, 11),
        at(24, 13),
        at(24, 13),
    ]


def test_a_day_of_rest_lasts_until_the_next_mornings_hour() -> None:
    assert REST.ends(at(21, 21)) == at(23, 7)
    assert REST.ends(at(22, 12)) == at(23, 7)
    assert Quiet(days=frozenset({6, 7})).ends(at(21, 9)) == at(23, 0)


def test_without_hours_and_days_everything_is_told_at_once() -> None:
    assert Quiet().ends(at(22, 3)) == at(22, 3)


hours = st.times(max_value=time(23, 59)).map(lambda each: each.replace(second=0, microsecond=0))


@given(
    hours,
    hours,
    st.frozensets(st.sampled_from(WEEK), max_size=6),
    st.integers(0, 366 * 24 * 60).map(lambda minutes: at(1, 0) + timedelta(minutes=minutes)),
)
def test_the_end_is_the_first_moment_that_is_not_quiet(
    since: time, until: time, days: frozenset[int], moment: datetime
) -> None:
    if since == until:
        return
    quiet = Quiet(since, until, days)
    end = quiet.ends(moment)
    assert not quiet.holds(end)
    assert moment <= end <= moment + timedelta(days=8)
    step = max((end - moment) // 97, timedelta(seconds=1))
    while moment < end:
        assert quiet.holds(moment)
        moment += step
