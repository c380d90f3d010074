from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import check_cheque, format_date, months_on, parse_date
from crm_desktop.domain.errors import Refused

DAY = date(2026, 11, 21)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        *["21/11/2569", "21/11/69", "21112569", "211169", "2569-11-21", "2026-11-21", "21-11-2569"],
        *["21.11.2569", "21 11 2569", "21/11/2026", "๒๑/๑๑/๒๕๖๙", " 21/11/2569 "],
        *["21 พฤศจิกายน 2569", "21 พ.ย. 69", "21 พย 69", "21 November 2026", "21 Nov 2026"],
        "21 พฤศจิกายน พ.ศ. 2569",
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str) -> None:
    assert parse_date(typed) == DAY


def test_leap_days_are_those_of_the_converted_year() -> None:
    assert parse_date("29/2/2567") == date(2024, 2, 29)
    assert parse_date("29/2/67") == date(2024, 2, 29)
    with pytest.raises(Refused):
        parse_date("29/2/2568")


@pytest.mark.parametrize(
    "typed",
    [
        *[
            "",
            "29/2/2568",
            "31/4/2569",
            "0/1/2569",
            "1/13/2569",
            "21/11/3000",
            "21/11/1850",
            "21/11",
        ],
        *["21/11-2569", "abc", "21 foo 2569", "1/1/256", "+7", "2111256", "²/1/2569"],
    ],
)
def test_a_day_that_does_not_exist_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_date(typed, "valid_until")
    assert (caught.value.code, caught.value.field) == ("bad_date", "valid_until")
    assert caught.value.values == {"text": typed}


def test_days_from_today_have_a_short_cut() -> None:
    assert parse_date("+7", today=DAY) == date(2026, 11, 28)
    assert parse_date("-๑", today=DAY) == date(2026, 11, 20)
    with pytest.raises(Refused):
        parse_date("-9999", today=date.min + timedelta(days=5))


@given(
    days, st.sampled_from(["th", "en"]), st.sampled_from(["buddhist", "gregorian"]), st.booleans()
)
def test_a_shown_date_reads_back_as_the_same_day(
    day: date, language: str, era: str, long: bool
) -> None:
    assert parse_date(format_date(day, language, era, long=long)) == day


def test_dates_are_written_in_the_readers_era() -> None:
    assert format_date(DAY) == "21/11/2569"
    assert format_date(DAY, "en", "gregorian") == "21/11/2026"
    assert format_date(DAY, "th", long=True) == "21 พฤศจิกายน 2569"
    assert format_date(DAY, "th", "gregorian", long=True) == "21 พฤศจิกายน 2026"
    assert format_date(DAY, "en", long=True) == "21 November 2026"
    assert format_date(date(2026, 1, 5), "th") == "05/01/2569"


def test_months_on_never_leave_the_month_that_is_meant() -> None:
    assert months_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_on(date(2026, 8, 31), -6) == date(2026, 2, 28)
    assert months_on(date(2028, 2, 29), -24) == date(2026, 2, 28)
    assert months_on(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_a_cheque_is_taken_half_a_year_before_and_after_its_day() -> None:
    for day in (date(2026, 5, 21), DAY, date(2027, 5, 21)):
        check_cheque(day, DAY, "x")
    for day, code in ((date(2026, 5, 20), "cheque_stale"), (date(2027, 5, 22), "cheque_too_far")):
        with pytest.raises(Refused, match=code) as caught:
            check_cheque(day, DAY, "x")
        assert caught.value.field == "x"
