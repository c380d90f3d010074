"""The till of a day: what the drawer should hold, and what was counted of it."""

from datetime import timedelta

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits import till as tills
from crm_desktop.services.deposits.deposit_uses import ReverseEntry
from crm_desktop.services.deposits.till import CountTill, TillRow
from tests.services.deposit_shop import DepositShop, baht, desk, till
from tests.services.desk import PEOPLE

__all__ = ["desk", "till"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def rows(till: DepositShop, who: str = "supervisor", day: int = 0) -> dict[str, TillRow]:
    """The till by method, as that person reads it."""
    program = getattr(till.desk, who)
    found = program.read(tills.till, till.today + timedelta(days=day))
    return {row.method: row for row in found.rows}


def test_the_till_of_a_day_shows_each_method_and_what_was_counted(till: DepositShop) -> None:
    order = till.order()
    till.held(order, 1_000)
    till.held(order, 500)
    till.held(order, 2_000, "cheque")
    found = rows(till)
    assert {method: row.system for method, row in found.items()} == {
        "cash": baht(1_500),
        "cheque": baht(2_000),
    }
    assert found["cash"].difference is None
    assert [entry.amount for entry in found["cash"].entries] == [baht(1_000), baht(500)]
    counts = (("cash", baht(1_480)), ("cheque", baht(2_000)))
    counted = till.do("cashier", CountTill(till.today, counts, "ทอนผิด"))
    assert [(row.method, row.difference) for row in counted.rows] == [
        ("cash", baht(-20)),
        ("cheque", Money.ZERO),
    ]
    assert rows(till)["cash"].note == "ทอนผิด"
    till.desk.later(days=1)
    assert rows(till) == {}
    assert rows(till, day=-1)["cash"].counted == baht(1_480)


@SQLITE
def test_money_booked_after_the_count_does_not_hide(till: DepositShop) -> None:
    order = till.order()
    till.held(order, 1_000)
    till.do("cashier", CountTill(till.today, (("cash", baht(1_000)),)))
    assert not rows(till)["cash"].moved_since
    till.desk.later(minutes=5)
    till.held(order, 300)
    after = rows(till)["cash"]
    assert (after.difference, after.moved_since) == (baht(-300), True)
    till.do("cashier", CountTill(till.today, (("cash", baht(1_300)),)))
    assert rows(till)["cash"].difference == Money.ZERO
    assert len(list(till.shop.store.t.till_count.select().dicts())) == 2


@SQLITE
def test_a_reversed_receipt_and_a_paid_refund_leave_the_till_of_their_own_people(
    till: DepositShop,
) -> None:
    order = till.order()
    wrong, right = till.held(order, 1_000), till.held(order, 500)
    till.do("supervisor", ReverseEntry(wrong.id, wrong.version, wrong.entries[0].id, "พิมพ์ผิด"))
    claimed = till.refund(right, 200)
    till.answer(claimed)
    till.pay(claimed.claim_id, method="cash", reference="")
    found = till.desk.manager.read(tills.till, till.today)
    assert [(row.cashier_id, row.system) for row in found.rows] == [
        (list(PEOPLE).index("credit") + 1, baht(-200)),
        (list(PEOPLE).index("cashier") + 1, baht(500)),
    ]
    assert found.system == baht(300)
    mine = till.desk.cashier.read(tills.till, till.today, list(PEOPLE).index("cashier") + 1)
    assert [row.system for row in mine.rows] == [baht(500)]


@SQLITE
def test_a_count_that_says_nothing_true_is_refused(till: DepositShop) -> None:
    till.held(till.order(), 1_000)
    today, tomorrow = till.today, till.today + timedelta(days=1)
    bad = (
        (today, (), "till_nothing_counted", "counts"),
        (today, (("cash", baht(1)), ("cash", baht(1))), "till_method_twice", "counts.1"),
        (today, (("gold", baht(1)),), "bad_choice", "counts.0"),
        (today, (("cash", baht(999)),), "till_note_needed", "note"),
        (tomorrow, (("cash", baht(1_000)),), "date_in_future", "day"),
    )
    for day, counts, code, field in bad:
        with pytest.raises(Refused) as told:
            till.do("cashier", CountTill(day, counts))
        assert (told.value.code, told.value.field) == (code, field)
    assert list(till.shop.store.t.till_count.select().dicts()) == []


@SQLITE
def test_less_than_nothing_is_in_no_drawer(till: DepositShop) -> None:
    with pytest.raises(Refused, match="bad_price"):
        till.do("cashier", CountTill(till.today, (("cash", baht(-1)),), "?"))


@SQLITE
def test_other_branches_tills_stay_closed(till: DepositShop) -> None:
    till.held(till.order(), 1_000)
    with pytest.raises(NotAllowed):
        till.desk.other.read(tills.till, till.today)
    with pytest.raises(NotAllowed):
        till.do("supervisor", CountTill(till.today, (("cash", baht(1_000)),)))
