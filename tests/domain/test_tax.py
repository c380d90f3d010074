from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import THAI_VAT, VatClass, VatRates, vat_on, vat_within

SEVEN = Decimal(7)


def test_the_rate_of_a_paper_is_that_of_its_day() -> None:
    rates = VatRates.of({"2027-10-01": "10", "1999-04-01": "7"})
    assert rates.on(date(2027, 9, 30)) == SEVEN
    assert rates.on(date(2027, 10, 1)) == 10
    assert THAI_VAT.on(date(2026, 11, 22)) == SEVEN


def test_a_day_without_a_rate_is_said_not_guessed() -> None:
    with pytest.raises(Refused) as caught:
        THAI_VAT.on(date(1991, 12, 31))
    assert caught.value.code == "no_vat_rate"


def test_vat_on_and_within_agree_with_the_revenue_department() -> None:
    assert vat_on(Money.of("6220.58"), SEVEN) == Money.of("435.44")
    assert vat_within(Money.of("107"), SEVEN) == Money.of("7")
    assert vat_within(Money.of("100"), SEVEN) == Money.of("6.54")
    assert vat_within(Money.of("-100"), SEVEN) == Money.of("-6.54")


@given(st.integers(0, 10**14).map(Money))
def test_no_satang_is_lost_between_base_and_included_vat(base: Money) -> None:
    total = base + vat_on(base, SEVEN)
    assert abs(vat_within(total, SEVEN) - vat_on(base, SEVEN)) <= Money(1)


def test_only_the_standard_class_is_taxed() -> None:
    assert [vat_class.rate(SEVEN) for vat_class in VatClass] == [7, 0, 0]
