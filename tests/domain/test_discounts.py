from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.discounts import Discount, Step
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

THOUSAND = Money.of(1000)
percents = st.integers(1, 9999).map(lambda n: Step(Decimal(n).scaleb(-2), True))
bahts = st.integers(1, 10**7).map(lambda n: Step(Decimal(n).scaleb(-2), False))
discounts = st.lists(percents | bahts, max_size=5).map(lambda steps: Discount(tuple(steps)))


@pytest.mark.parametrize(
    ("typed", "taken", "written"),
    [
        *[("", "0", ""), ("0", "0", ""), ("0%", "0", ""), ("100", "100", "100")],
        *[("5%", "50", "5%"), ("10+5%", "145", "10+5%"), ("10%+5%", "145", "10+5%")],
        *[("5%+20", "70", "5%+20"), ("100฿+5%", "145", "100฿+5%"), ("20+30", "50", "20+30")],
        *[("10+5%+20", "165", "10+5%+20"), ("๑๐%", "100", "10%"), ("100 บาท", "100", "100")],
        *[("12.50 %", "125", "12.5%"), ("100%", "1000", "100%"), ("1,000", "1000", "1000")],
        ("2,000", "1000", "2000"),
    ],
)
def test_a_discount_means_what_the_counter_means(typed: str, taken: str, written: str) -> None:
    discount = Discount.parse(typed)
    assert discount.take_from(THOUSAND) == Money.of(taken)
    assert str(discount) == written


@pytest.mark.parametrize(
    "typed",
    [
        *["abc", "-5", "-5%", "101%", "5%%", "+", "10+", "+5%", "1,5", "100+5%", "1.005", "5%฿"],
        *["1+2+3+4+5+6%", "nan%", "100000000"],
    ],
)
def test_a_bad_discount_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        Discount.parse(typed, "discount")
    assert (caught.value.code, caught.value.field) == ("bad_discount", "discount")


@given(discounts)
def test_a_saved_discount_reads_back_as_typed(discount: Discount) -> None:
    assert Discount.parse(str(discount)) == discount


@given(discounts, st.integers(-100, 10**11).map(Money))
def test_no_discount_takes_more_than_there_is(discount: Discount, amount: Money) -> None:
    taken = discount.take_from(amount)
    assert Money.ZERO <= taken <= max(amount, Money.ZERO)
    assert 0 <= discount.percent_of(amount) <= 100


def test_baht_above_the_amount_can_be_pointed_out() -> None:
    assert Discount.parse("500").exceeds(Money.of(300))
    assert not Discount.parse("300").exceeds(Money.of(300))
    assert not Discount.parse("100%").exceeds(Money.of(300))


def test_percent_is_measured_before_rounding() -> None:
    assert Discount.parse("10+5%").percent_of(Money(1)) == Decimal("14.5")
    assert Discount.parse("1").percent_of(Money.of(3)) > Decimal("33.33333333333333333333")
