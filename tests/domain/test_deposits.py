"""A deposit's ledger and the VAT within it, to the satang."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.deposits import (
    CLEAR_AT_ONCE,
    CLEAR_WHEN_SEEN,
    METHODS,
    USES,
    Balance,
    Entry,
    VatPart,
    balance,
    live,
    piece,
    residual,
    split,
    state_of,
    vat_sum,
)
from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.deposit import KIND
from crm_desktop.domain.money import Money
from crm_desktop.domain.pricing import PriceLine, Totals, add_up
from crm_desktop.domain.tax import VatClass, vat_on, vat_within

SEVEN = Decimal(7)
SATANG = st.integers(1, 5_000_000).map(Money)


def ledger(*entries: tuple[str, int] | tuple[str, int, int]) -> tuple[Entry, ...]:
    """Entries numbered from one: kind, satang and, for a reversal, the entry it takes back."""
    return tuple(
        Entry(number, each[0], Money(each[1]), Money(0), *each[2:])
        for number, each in enumerate(entries, start=1)
    )


@pytest.mark.parametrize(
    ("entries", "state", "held"),
    [
        ([("receive", 100)], "awaiting", 100),
        ([("receive", 100), ("clear", 100)], "held", 100),
        ([("receive", 100), ("bounce", 100)], "bounced", 0),
        ([("receive", 100), ("clear", 100), ("bounce", 100)], "bounced", 0),
        ([("receive", 100), ("clear", 100), ("apply", 40)], "partly_used", 60),
        ([("receive", 100), ("clear", 100), ("apply", 100)], "applied", 0),
        ([("receive", 100), ("clear", 100), ("refund", 100)], "refunded", 0),
        ([("receive", 100), ("clear", 100), ("forfeit", 100)], "forfeited", 0),
        ([("receive", 100), ("clear", 100), ("transfer_out", 100)], "transferred", 0),
        ([("receive", 100), ("clear", 100), ("apply", 40), ("refund", 60)], "used_up", 0),
        ([("transfer_in", 100)], "held", 100),
        ([("transfer_in", 100), ("reverse", 100, 1)], "cancelled", 0),
        ([("receive", 100), ("reverse", 100, 1)], "cancelled", 0),
        ([("receive", 9), ("clear", 9), ("apply", 9), ("reverse", 9, 3)], "held", 9),
        ([("receive", 9), ("clear", 9), ("bounce", 9), ("reverse", 9, 3)], "held", 9),
        ([("receive", 9), ("bounce", 9), ("reverse", 9, 2)], "awaiting", 9),
        ([("receive", 9), ("clear", 9), ("reverse", 9, 2)], "awaiting", 9),
    ],
)
def test_a_deposit_is_what_its_ledger_says(
    entries: list[tuple[str, int]], state: str, held: int
) -> None:
    sums = balance(ledger(*entries))
    assert (state_of(sums), sums.held, sums.is_sound) == (state, Money(held), True)
    assert state in KIND.states.states


def test_a_mistake_taken_back_counts_as_never_made_and_is_still_there() -> None:
    entries = ledger(("receive", 9), ("clear", 9), ("apply", 4), ("reverse", 4, 3), ("apply", 5))
    assert [each.id for each in live(entries)] == [1, 2, 5]
    assert balance(entries).applied == Money(5)


def test_a_ledger_that_pays_out_more_than_came_is_not_sound() -> None:
    assert not balance(ledger(("receive", 5), ("clear", 5), ("refund", 6))).is_sound
    assert not balance(ledger(("receive", 5), ("apply", 5), ("clear", 6))).is_sound


def test_every_way_to_pay_says_when_its_money_is_there() -> None:
    assert {*CLEAR_AT_ONCE, *CLEAR_WHEN_SEEN, "cheque"} == METHODS.keys()
    assert all(set(needed) <= set(known) for known, needed in METHODS.values())


# ------------------------------------------------------------ parts of one deposit


@given(st.data(), SATANG)
def test_the_vat_of_all_parts_is_that_of_the_deposit_whatever_was_taken_back(
    data: st.DataObject, whole: Money
) -> None:
    vat = vat_within(whole, SEVEN)
    entries = [Entry(1, "receive", whole, vat), Entry(2, "clear", whole, vat)]
    while (sums := balance(entries)).cleared:
        taken = [each for each in live(entries) if each.kind in USES]
        if taken and len(entries) < 12 and data.draw(st.booleans()):
            back = data.draw(st.sampled_from(taken))
            entries.append(Entry(len(entries) + 1, "reverse", back.amount, back.vat, back.id))
        else:
            most = sums.cleared.satang
            low = 1 if len(entries) < 12 else most
            part = Money(data.draw(st.integers(low, most)))
            kind = data.draw(st.sampled_from(list(USES)))
            entries.append(Entry(len(entries) + 1, kind, part, sums.vat_of(part)))
        assert Money.ZERO <= balance(entries).vat_used <= vat
    assert balance(entries).vat_used == vat


def test_a_third_of_a_baht_three_times_carries_its_vat_whole() -> None:
    entries = [Entry(1, "receive", Money(100), Money(7)), Entry(2, "clear", Money(100))]
    for number, part in enumerate((33, 33, 34), start=3):
        vat = balance(entries).vat_of(Money(part))
        entries.append(Entry(number, "apply", Money(part), vat))
    assert [each.vat.satang for each in entries[2:]] == [2, 3, 2]


# ------------------------------------------------------------ deposits of one paper

LINES = st.lists(
    st.tuples(st.integers(1, 2_000_000), st.sampled_from(list(VatClass))), min_size=1, max_size=5
)
DISCOUNTS = st.sampled_from(["", "3%", "7.77", "12.5%+1%"])


def paper_of(
    lines: list[tuple[int, VatClass]], include: bool, discount: str
) -> tuple[Totals, tuple[VatPart, ...]]:
    """A paper's totals and its VAT classes as deposits see them."""
    typed = [PriceLine(Decimal(1), Money(price), vat_class=each) for price, each in lines]
    off = Discount.parse(discount)
    if off.exceeds(Money.sum(line.unit_price for line in typed)):
        off = Discount.parse("")
    totals = add_up(typed, rate=SEVEN, prices_include_vat=include, document_discount=off)
    parts = tuple(
        VatPart(each.vat_class, each.rate, each.gross, vat_within(each.gross, each.rate))
        for each in totals.classes
        if each.gross
    )
    return totals, parts


@given(LINES, st.booleans(), DISCOUNTS)
def test_the_vat_within_a_class_is_that_of_the_paper_prices_with_or_without(
    lines: list[tuple[int, VatClass]], include: bool, discount: str
) -> None:
    totals, parts = paper_of(lines, include, discount)
    assert vat_sum(parts) == totals.vat
    assert Money.sum(part.amount for part in parts) == totals.grand_total


@given(st.integers(0, 10**10).map(Money), st.sampled_from([SEVEN, Decimal(10), Decimal("6.3")]))
def test_vat_on_top_is_found_again_within(base: Money, rate: Decimal) -> None:
    vat = vat_on(base, rate)
    assert vat_within(base + vat, rate) == vat


@given(LINES, st.booleans(), DISCOUNTS, st.data())
def test_deposits_that_pay_a_paper_carry_its_vat_to_the_satang_and_never_more(
    lines: list[tuple[int, VatClass]], include: bool, discount: str, data: st.DataObject
) -> None:
    totals, parts = paper_of(lines, include, discount)
    held: list[tuple[VatPart, ...]] = []
    due = totals.grand_total
    for _ in range(8):
        if not due:
            break
        amount = Money(data.draw(st.integers(1, due.satang)))
        taken = [part for deposit in held for part in deposit]
        mine = split(amount, parts, taken)
        assert Money.sum(part.amount for part in mine) == amount
        assert all(Money.ZERO <= part.vat <= part.amount for part in mine)
        held.append(mine)
        due -= amount
        if len(held) > 1 and data.draw(st.booleans()):
            gone = held.pop(data.draw(st.integers(0, len(held) - 1)))
            due += Money.sum(part.amount for part in gone)
        deducted = Money.sum(vat_sum(deposit) for deposit in held)
        assert residual(totals.vat, deducted) >= Money.ZERO
    taken = [part for deposit in held for part in deposit]
    last = vat_sum(split(due, parts, taken)) if due else Money.ZERO
    assert residual(totals.vat, vat_sum(taken), last) == Money.ZERO


def test_a_deposit_is_split_over_the_classes_by_largest_remainder() -> None:
    _, parts = paper_of([(10_700, VatClass.STANDARD), (5_000, VatClass.EXEMPT)], True, "")
    mine = split(Money(1_000), parts)
    assert [(part.vat_class, part.amount.satang, part.vat.satang) for part in mine] == [
        (VatClass.STANDARD, 682, 45),
        (VatClass.EXEMPT, 318, 0),
    ]


def test_many_small_deposits_do_not_round_up_more_vat_than_the_paper_has() -> None:
    totals, parts = paper_of([(10_700, VatClass.STANDARD)], True, "")
    taken: list[VatPart] = []
    while (due := totals.grand_total - Money.sum(part.amount for part in taken)) > Money.ZERO:
        taken += split(min(Money(8), due), parts, taken)
    assert vat_sum(taken) == totals.vat == Money(700)


@given(LINES, SATANG, st.integers(0, 100))
def test_a_piece_of_a_deposit_keeps_its_sums_in_every_class(
    lines: list[tuple[int, VatClass]], amount: Money, percent: int
) -> None:
    _, parts = paper_of(lines, True, "")
    whole = split(amount, parts)
    some = amount.times(Fraction(percent, 100))
    vat = vat_sum(whole).times(Fraction(percent, 100))
    pieces = piece(whole, some, vat)
    assert Money.sum(part.amount for part in pieces) == some
    assert vat_sum(pieces) == vat


def test_what_is_left_for_the_bill_is_never_less_than_nothing() -> None:
    assert residual(Money(700), Money(300), Money(400)) == Money.ZERO
    with pytest.raises(Refused) as told:
        residual(Money(700), Money(300), Money(401))
    assert (told.value.code, told.value.field) == ("residual_negative", "amount")
    assert told.value.values == {"vat": Money(401), "left": Money(400)}


def test_nothing_received_has_no_vat_to_use() -> None:
    assert Balance().is_sound
    assert Balance().vat_of(Money.ZERO) == Money.ZERO
