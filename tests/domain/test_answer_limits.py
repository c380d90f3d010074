"""Limits in an answer never let through more than they say, and nothing that they do not name."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    Asked,
    Credit,
    Decider,
    Facts,
    Grade,
    Level,
    Matrix,
    Stock,
    decide,
    milder,
    shipped,
    stricter,
)
from crm_desktop.domain.authority.limits import (
    LIMITED,
    Limits,
    at_limits,
    either,
    keeps,
    limits_from_json,
    limits_to_json,
    own_amount,
    read_limits,
    strictest,
    within,
)
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

MATRIX: Matrix = shipped()
percents = st.decimals(0, 100, places=2)
sums = st.integers(1, 3_000_000_00).map(Money)
facts = st.builds(
    Facts,
    amount=sums,
    discount=percents,
    discount_by_group=st.dictionaries(st.sampled_from(["cem", "tile"]), percents, max_size=2),
    below_cost=st.booleans(),
    unlisted=st.integers(0, 10_000_00).map(Money),
    credit=st.frozensets(st.sampled_from(Credit), min_size=1, max_size=2),
    deposit_share=percents,
    stock=st.sampled_from(Stock),
    days=st.integers(1, 365),
)
texts = {
    "discount": percents.map(str),
    "deposit_share": percents.map(str),
    "amount": sums.map(lambda money: f"{money.baht:f}"),
    "days": st.integers(1, 365).map(str),
}
pairs = st.lists(st.sampled_from(LIMITED), min_size=1, unique=True).flatmap(
    lambda kinds: st.tuples(*(st.tuples(st.just(kind), texts[kind]) for kind in kinds))
)
limits = pairs.map(read_limits)


@given(limits)
def test_limits_are_kept_exactly_as_they_were_given(given_limits: Limits) -> None:
    assert limits_from_json(limits_to_json(given_limits)) == given_limits


@given(limits, limits)
def test_of_two_answers_the_stricter_limit_holds(one: Limits, other: Limits) -> None:
    both = strictest(one, other)
    assert both == strictest(other, one)
    assert {each.kind for each in both} == {each.kind for each in (*one, *other)}


@given(facts, limits, limits)
def test_what_keeps_both_answers_keeps_the_stricter_one(
    these: Facts, one: Limits, other: Limits
) -> None:
    assert keeps(these, strictest(one, other)) == (keeps(these, one) and keeps(these, other))


@given(facts, facts, limits, sums)
def test_nothing_is_within_that_breaks_a_limit_or_is_stricter_beside_them(
    after: Facts, asked: Facts, given_limits: Limits, highest: Money
) -> None:
    if within(after, asked, given_limits, highest):
        named = {each.kind for each in given_limits}
        assert keeps(after, given_limits)
        assert own_amount(after) <= max(own_amount(asked), highest)
        assert after.below_cost <= asked.below_cost
        assert after.unlisted <= asked.unlisted
        assert after.credit - asked.credit <= {Credit.OK}
        assert "days" in named or (after.days or 0) <= (asked.days or 0)
        assert "discount" in named or after.discount <= asked.discount
        assert "deposit_share" in named or (after.deposit_share or 0) >= (asked.deposit_share or 0)


@given(facts, limits)
def test_the_end_of_the_limits_is_the_farthest_that_is_within(
    asked: Facts, given_limits: Limits
) -> None:
    far = at_limits(asked, given_limits)
    assert keeps(far, given_limits)
    assert within(far, asked, given_limits, own_amount(far))


@given(
    facts, limits, st.sampled_from(Grade), st.sampled_from(["quotation.issue", "back_order.issue"])
)
def test_who_may_decide_the_end_of_the_limits_may_decide_all_that_is_within(
    asked: Facts, given_limits: Limits, grade: Grade, matter: str
) -> None:
    """With amount and discount as they are there: what lies nearer is milder by every condition."""
    far = at_limits(asked, given_limits)
    nearer = replace(far, discount=far.discount / 2, days=1, deposit_share=Decimal(100))
    assert milder(nearer, far)
    levels = [decide(matter, Decider.of_grade(grade), each, MATRIX).level for each in (nearer, far)]
    assert levels[0] <= levels[1]


@given(facts, facts)
def test_what_neither_of_two_answers_covered_asks_again(one: Facts, other: Facts) -> None:
    asker = Decider.of_grade(Grade.G3)
    first, second = (decide("quotation.issue", asker, each, MATRIX).asked for each in (one, other))
    both = either(first, second)
    assert not stricter(first, both)
    assert not stricter(second, both)
    assert stricter(Asked(Level.SUPERIOR, {"discount:new": Level.SUPERIOR}, (), None), both)


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("discount", "8%", ""),
        ("discount", "100.01", "bad_percent"),
        ("deposit_share", "half", "authority_value_unreadable"),
        ("amount", "1,000.50", ""),
        ("amount", "0.001", "authority_value_unreadable"),
        ("days", "366", "bad_valid_days"),
        ("days", "2.5", "authority_value_unreadable"),
        ("credit", "ok", "limit_unknown"),
    ],
)
def test_what_was_typed_is_a_limit_or_is_refused_by_name(kind: str, text: str, code: str) -> None:
    if not code:
        assert read_limits([(kind, text)])
        return
    with pytest.raises(Refused) as refused:
        read_limits([(kind, text)])
    assert refused.value.code == code
    assert (refused.value.field or "").startswith("limits")


def test_papers_of_later_take_nothing_from_what_was_allowed() -> None:
    asked = Facts(amount=Money.of(10_000), discount=Decimal(12))
    later = Facts(Money.of(40_000), split_amount=Money.of(29_000), discount=Decimal(8))
    assert within(later, asked, read_limits([("discount", "8")]), Money.of(11_000))
    assert within(later, asked, read_limits([("amount", "11000")]), Money.of(11_000)) is True
    assert not keeps(later, read_limits([("amount", "10999.99")]))


def test_a_group_beyond_the_limit_is_beyond_it_whatever_the_average_is() -> None:
    eight = read_limits([("discount", "8")])
    assert not keeps(Facts(discount=Decimal(5), discount_by_group={"cem": Decimal(9)}), eight)
    assert keeps(Facts(discount=Decimal(8), discount_by_group={"cem": Decimal(8)}), eight)
