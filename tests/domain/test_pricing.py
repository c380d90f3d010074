from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.discounts import NO_DISCOUNT, Discount
from crm_desktop.domain.money import Money
from crm_desktop.domain.pricing import PriceLine, Totals, add_up
from crm_desktop.domain.tax import VatClass, vat_on, vat_within

SEVEN = Decimal(7)


def line(quantity: str, price: str, discount: str = "", **facts: object) -> PriceLine:
    return PriceLine(
        Decimal(quantity),
        Money.of(price),
        Discount.parse(discount),
        **facts,  # type: ignore[arg-type]
    )


def before_vat(*lines: PriceLine, discount: str = "") -> Totals:
    return add_up(
        lines, rate=SEVEN, prices_include_vat=False, document_discount=Discount.parse(discount)
    )


def test_vat_is_taken_once_on_the_document() -> None:
    totals = before_vat(line("2", "708.41"), line("2", "98.13"), line("10", "460.75"))
    assert totals.sum == totals.net == Money.of("6220.58")
    assert totals.vat == Money.of("435.44")
    assert totals.grand_total == Money.of("6656.02")


def test_included_vat_is_taken_out_of_the_total() -> None:
    totals = add_up([line("1", "100")], rate=SEVEN, prices_include_vat=True)
    assert (totals.net, totals.vat) == (Money.of("93.46"), Money.of("6.54"))
    assert totals.grand_total == Money.of(100)


def test_line_discounts_come_before_the_document_discount() -> None:
    totals = before_vat(line("10", "100", "10+5%"), line("1", "45", "5"), discount="10%")
    assert [part.net for part in totals.lines] == [Money.of(855), Money.of(40)]
    assert [part.discount for part in totals.lines] == [Money.of(145), Money.of(5)]
    assert totals.document_discount == Money.of("89.50")
    assert totals.after_discount == totals.net == Money.of("805.50")
    assert totals.vat == Money.of("56.39")  # 56.385 rounds up


def test_each_vat_class_stands_alone() -> None:
    totals = before_vat(
        line("1", "100"),
        line("1", "200", vat_class=VatClass.EXEMPT),
        line("1", "300", vat_class=VatClass.ZERO),
        discount="60",
    )
    assert [(p.vat_class, p.base, p.vat) for p in totals.classes] == [
        (VatClass.STANDARD, Money.of(90), Money.of("6.30")),
        (VatClass.ZERO, Money.of(270), Money.ZERO),
        (VatClass.EXEMPT, Money.of(180), Money.ZERO),
    ]
    assert [part.document_discount for part in totals.lines] == [*map(Money.of, (10, 20, 30))]


def test_all_discounts_and_price_changes_count_together_against_the_list() -> None:
    cheaper = line("10", "95", "10%", list_price=Money.of(100))
    assert before_vat(cheaper).discount_percent == Decimal("14.5")
    assert before_vat(cheaper, discount="10%").discount_percent == Decimal("23.05")


def test_rounding_to_satang_does_not_push_five_percent_over_five() -> None:
    lines = [line("1", "0.99", "5%", list_price=Money.of("0.99")) for _ in range(7)]
    assert before_vat(*lines).discount_percent == 5


def test_just_over_the_band_is_over_the_band() -> None:
    totals = before_vat(line("1", "8999.99", list_price=Money.of(10000)))
    assert totals.discount_percent > 10


def test_a_dear_line_never_makes_a_negative_discount() -> None:
    assert before_vat(line("1", "120", list_price=Money.of(100))).discount_percent == 0


def test_product_groups_are_measured_each() -> None:
    totals = before_vat(
        line("1", "90", list_price=Money.of(100), product_group="tile"),
        line("1", "300", list_price=Money.of(300), product_group="steel"),
        line("1", "999", is_free_text=True),
    )
    assert totals.discount_by_group == (("steel", Decimal(0)), ("tile", Decimal(10)))
    assert totals.discount_percent == Decimal("2.5")


@pytest.mark.parametrize("included", [True, False])
def test_free_text_counts_with_vat_whichever_way_prices_are_typed(included: bool) -> None:
    price = "107" if included else "100"
    lines = [
        line("1", price, is_free_text=True, list_price=Money.of(1)),
        line("1", price),
        line("1", price, list_price=Money.of(price)),
    ]
    assert add_up(lines, rate=SEVEN, prices_include_vat=included).unlisted == Money.of(214)


def test_an_empty_paper_is_worth_nothing() -> None:
    totals = before_vat(discount="100")
    assert totals.grand_total == totals.document_discount == Money.ZERO
    assert totals.discount_percent == 0


price_lines = st.builds(
    PriceLine,
    quantity=st.integers(1, 10**7).map(lambda n: Decimal(n).scaleb(-3)),
    unit_price=st.integers(0, 10**8).map(Money),
    discount=st.sampled_from(["", "5%", "10+5%", "33.33%", "20", "100%"]).map(Discount.parse),
    vat_class=st.sampled_from(VatClass),
    list_price=st.none() | st.integers(0, 10**8).map(Money),
    product_group=st.sampled_from(["tile", "steel"]),
    is_free_text=st.booleans(),
)


@given(
    st.lists(price_lines, max_size=15),
    st.booleans(),
    st.sampled_from(["", "3%", "10+5%", "99.99", "100%"]).map(Discount.parse),
)
def test_every_satang_of_a_paper_is_accounted_for(
    lines: list[PriceLine], included: bool, discount: Discount
) -> None:
    totals = add_up(lines, rate=SEVEN, prices_include_vat=included, document_discount=discount)
    assert Money.sum(part.net for part in totals.lines) == totals.sum
    assert Money.sum(part.document_discount for part in totals.lines) == totals.document_discount
    assert Money.sum(part.base for part in totals.lines) == totals.net
    assert Money.ZERO <= totals.document_discount <= totals.sum
    expected = totals.grand_total if included else totals.net
    assert totals.after_discount == expected
    assert totals.net + totals.vat == totals.grand_total
    for part in totals.classes:
        vat = vat_within(part.gross, part.rate) if included else vat_on(part.base, part.rate)
        assert part.vat == vat
    assert 0 <= totals.discount_percent <= 100
    assert Money.ZERO <= totals.unlisted <= totals.grand_total + Money(2)


def test_no_discount_is_the_default() -> None:
    assert PriceLine(Decimal(1), Money.of(1)).discount is NO_DISCOUNT
