from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import (
    LARGEST_PRICE,
    LARGEST_QUANTITY,
    Money,
    half_up,
    parse_money,
    parse_quantity,
    share,
)

amounts = st.integers(-(10**15), 10**15).map(Money)


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("6.542", "6.54"), ("11.775", "11.78"), ("2.675", "2.68"), ("-2.675", "-2.68")],
)
def test_half_a_satang_goes_up_as_the_revenue_department_orders(exact: str, rounded: str) -> None:
    assert Money.of(exact).baht == Decimal(rounded)
    assert half_up(Decimal(exact)) == Decimal(rounded)


def test_no_float_slips_into_money() -> None:
    with pytest.raises(TypeError):
        Money.of(0.1)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(1) * 1.5  # type: ignore[operator]
    with pytest.raises(TypeError):
        Money(1.5)  # type: ignore[arg-type]


def test_money_reads_as_on_a_paper() -> None:
    assert str(Money.of("1,234.5")) == "1,234.50"
    assert str(Money(-5)) == "-0.05"
    assert str(Money.ZERO) == "0.00"


def test_the_everyday_arithmetic_of_money() -> None:
    assert Money(300) + Money(50) - Money(1) == Money(349)
    assert 3 * Money(5) == Money(5) * 3 == Money(15)
    assert -Money(5) == Money(-5)
    assert abs(Money(-5)) == Money(5)
    assert not Money.ZERO
    assert Money.sum([]) == Money.ZERO
    assert Money.of(100).times(Decimal("0.125")) == Money.of("12.50")
    assert Money(1).times(Fraction(1, 2)) == Money(1)
    assert max(Money(1), Money(2)) == Money(2)


@given(amounts)
def test_money_survives_being_written_and_read(amount: Money) -> None:
    assert Money.of(str(amount)) == Money.of(amount.baht) == amount


@given(amounts, st.lists(st.integers(0, 10**12), min_size=1, max_size=40))
def test_shares_add_up_to_the_satang(total: Money, weights: list[int]) -> None:
    parts = share(total, weights)
    assert Money.sum(parts) == total
    assert all(part.satang * total.satang >= 0 for part in parts)
    if any(weights):
        whole = sum(weights)
        for part, weight in zip(parts, weights, strict=True):
            assert abs(Fraction(part.satang) - Fraction(total.satang * weight, whole)) < 1
            assert weight or not part


def test_of_equal_shares_the_first_gets_the_odd_satang() -> None:
    assert share(Money(100), [1, 1, 1]) == (Money(34), Money(33), Money(33))
    assert share(Money(-100), [1, 1, 1]) == (Money(-34), Money(-33), Money(-33))
    assert share(Money(3), [0, 0]) == (Money(2), Money(1))
    assert share(Money.ZERO, []) == ()


@pytest.mark.parametrize(("total", "weights"), [(5, []), (5, [1, -1])])
def test_money_is_not_lost_in_a_share_that_cannot_be(total: int, weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        share(Money(total), weights)


@pytest.mark.parametrize(
    ("typed", "baht"),
    [
        *[("1234.5", "1234.50"), ("1,234.50", "1234.50"), ("๑,๒๓๔.๕๐", "1234.50")],
        *[(" 100 บาท", "100"), ("฿99", "99"), (".5", "0.50"), ("0", "0"), ("5.", "5")],
        ("99,999,999.99", "99999999.99"),
    ],
)
def test_a_price_is_read_as_people_type_it(typed: str, baht: str) -> None:
    assert parse_money(typed) == Money.of(baht)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "1,5",
        "12,34",
        "1.005",
        "-1",
        "1e5",
        "NaN",
        "Infinity",
        "1.2.3",
        "100000000",
        "9" * 99,
    ],
)
def test_a_bad_price_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_money(typed, "unit_price")
    assert (caught.value.code, caught.value.field) == ("bad_price", "unit_price")
    assert caught.value.values["text"] == typed


def test_prices_may_be_negative_or_not_zero_where_asked() -> None:
    assert parse_money("-5", negative=True) == Money.of(-5)
    assert parse_money("-5", negative=True, zero=False) == Money.of(-5)
    for negative in (True, False):
        with pytest.raises(Refused):
            parse_money("0", zero=False, negative=negative)


@given(st.integers(1, int(LARGEST_QUANTITY * 1000)))
def test_a_quantity_is_exact_to_thousandths(milli: int) -> None:
    quantity = Decimal(milli).scaleb(-3)
    assert parse_quantity(f"{quantity:,}") == quantity
    assert Money.of(Fraction(quantity) * Fraction(LARGEST_PRICE.baht)).satang < 2**63


@pytest.mark.parametrize("typed", ["", "0", "-1", "1.0005", "สอง", "1000000", "1 000", "½"])
def test_a_bad_quantity_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_quantity(typed, "quantity")
    assert (caught.value.code, caught.value.field) == ("bad_quantity", "quantity")


def test_quantities_of_zero_and_below_pass_only_where_asked() -> None:
    assert parse_quantity("0", zero=True) == 0
    assert parse_quantity("-2.5", negative=True) == Decimal("-2.5")
    with pytest.raises(Refused):
        parse_quantity("-2.5", zero=True)
