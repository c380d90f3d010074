"""When an open offer is followed up, and what it is likely worth."""

from datetime import date
from fractions import Fraction

import pytest

from crm_desktop.domain.calendar import WorkCalendar
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.pipeline import Rhythm, Stage, check_lost, proposed_close, weighted

SATURDAY = date(2026, 11, 21)
CLOSED = WorkCalendar(closed=frozenset({date(2026, 12, 5), date(2026, 12, 7)}))


def test_follow_ups_fall_on_working_days_within_the_offers_time() -> None:
    days = Rhythm().days(SATURDAY, date(2026, 12, 7), CLOSED)
    # +1 is a Sunday, the last day and the one before it are holidays, and the Sunday between
    assert days == tuple(date(2026, *each) for each in ((11, 23), (11, 24), (11, 28), (12, 4)))


def test_past_the_last_of_its_days_the_next_working_day_is_proposed() -> None:
    until = date(2026, 11, 28)
    assert Rhythm().next(date(2026, 11, 24), SATURDAY, until, CLOSED) == date(2026, 11, 25)
    assert Rhythm().next(until, SATURDAY, until, CLOSED) == date(2026, 11, 30)


def test_an_offer_is_not_expected_to_close_after_it_ran_out() -> None:
    assert proposed_close(SATURDAY, date(2026, 11, 25), 14, CLOSED) == date(2026, 11, 25)
    assert proposed_close(SATURDAY, date(2026, 12, 30), 14, CLOSED) == date(2026, 12, 8)


def test_a_stage_goes_by_the_manager_then_by_history_then_by_what_is_shipped() -> None:
    assert Stage("received", 55, 29, 30).share == Fraction(55, 100)
    assert Stage("received", None, 29, 30).share == Fraction(29, 30)
    assert Stage("received", None, 29, 29).share == Fraction(40, 100)


def test_weighting_rounds_half_up_to_the_satang() -> None:
    assert weighted(Money(5), Fraction(1, 2)) == Money(3)
    assert weighted(Money(100), Fraction(1, 3)) == Money(33)


def test_another_reason_for_a_loss_needs_its_words() -> None:
    assert check_lost("price", "") == "price"
    assert check_lost("", "ย้ายบ้าน") == "other"
    with pytest.raises(Refused, match="reason_needed"):
        check_lost("other", " ")
    with pytest.raises(Refused, match="bad_choice"):
        check_lost("weather", "ฝนตก")
