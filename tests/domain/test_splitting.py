"""A paper made two loses no satang, whatever its discounts and its VAT mode."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.money import Money
from crm_desktop.domain.pricing import PriceLine, Totals, add_up
from crm_desktop.domain.splitting import Part, split_document, split_line

percents = st.decimals(0, 99, places=2).map(lambda value: f"{value}%")
bahts = st.decimals(0, 50, places=2).map(str)
chains = st.lists(percents, min_size=2, max_size=3).map("+".join)
discounts = st.one_of(st.just(""), percents, bahts, chains)
WHOLE = st.integers(1, 400).map(Decimal)
FINE = st.decimals("0.001", 400, places=3)


@st.composite
def parts(draw: st.DrawFn, quantities: st.SearchStrategy[Decimal]) -> Part:
    quantity = draw(quantities)
    step = Decimal(1) if quantity == int(quantity) else Decimal("0.001")
    taken = draw(st.integers(0, int(quantity / step))) * step
    price = Money(draw(st.integers(1, 2_000_000)))
    discount = draw(discounts)
    if Discount.parse(discount).exceeds(price.times(quantity)):
        discount = "3%"
    return Part(quantity, price, discount, taken)


def total(lines: list[tuple[Part, Decimal, str]], discount: str, *, include: bool) -> Totals:
    priced = [
        PriceLine(quantity, part.unit_price, Discount.parse(text)) for part, quantity, text in lines
    ]
    return add_up(
        priced,
        rate=Decimal(7),
        prices_include_vat=include,
        document_discount=Discount.parse(discount),
    )


def halves(lines: list[Part], discount: str, *, include: bool) -> tuple[Totals, Totals, Totals]:
    """The whole paper, what stays of it, and what is taken."""
    whole = total(
        [(part, part.quantity, part.discount) for part in lines], discount, include=include
    )
    both: tuple[list[tuple[Part, Decimal, str]], list[tuple[Part, Decimal, str]]] = [], []
    for part in lines:
        pair = split_line(part)
        for side, quantity, text in zip(both, (part.left, part.taken), pair, strict=True):
            if quantity:
                side.append((part, quantity, text))
    sums = tuple(total(side, "", include=include).sum for side in both)
    texts = split_document(discount, whole.after_discount, (sums[0], sums[1]))
    stays, goes = (
        total(side, text, include=include) for side, text in zip(both, texts, strict=True)
    )
    return whole, stays, goes


@given(st.lists(parts(WHOLE), min_size=1, max_size=6), discounts, st.booleans())
@example([Part(Decimal(3), Money(1), "50%", Decimal(1))], "0.01", True)
def test_two_papers_come_to_what_the_one_came_to(
    lines: list[Part], discount: str, include: bool
) -> None:
    whole, stays, goes = halves(lines, discount, include=include)
    assert stays.after_discount + goes.after_discount == whole.after_discount
    apart = stays.grand_total + goes.grand_total - whole.grand_total
    assert abs(apart.satang) <= (0 if include else 1)  # each paper's VAT is rounded for itself


@given(st.lists(parts(FINE), min_size=1, max_size=6), discounts)
def test_parts_of_a_unit_never_make_the_papers_dearer(lines: list[Part], discount: str) -> None:
    """A part of a line may round down where no discount is left to make it up."""
    whole, stays, goes = halves(lines, discount, include=True)
    missing = whole.grand_total - stays.grand_total - goes.grand_total
    assert 0 <= missing.satang <= len(lines)
    if Discount.parse(discount) and discount.count("%") == 0 and whole.document_discount > Money(6):
        assert not missing


@given(parts(WHOLE))
def test_each_part_of_a_line_stays_as_cheap_as_the_line_was(part: Part) -> None:
    """So that the price which was approved passes down to both papers."""
    whole = part.net(part.quantity, part.discount)
    for quantity, text in zip((part.left, part.taken), split_line(part), strict=True):
        fair = whole.times(quantity / part.quantity)
        assert abs((part.net(quantity, text) - fair).satang) <= 2


@pytest.mark.parametrize(
    ("discount", "pair"),
    [("", ("", "")), ("10%", ("10%", "10%")), ("10+5%", ("10+5%", "10+5%")), ("90", ("60", "30"))],
)
def test_a_discount_reads_as_it_was_typed_where_it_can(
    discount: str, pair: tuple[str, str]
) -> None:
    assert split_line(Part(Decimal(3), Money.of(100), discount, Decimal(1))) == pair


def test_a_line_that_is_taken_whole_keeps_its_discount() -> None:
    assert split_line(Part(Decimal(3), Money.of(100), "50", Decimal(3))) == ("50", "50")
