"""Deposits taken off what goods cost: never more than is held, due, or within the VAT."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.messages import sentence
from crm_desktop.services import integrity
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    CancelDeposit,
    ClearDeposit,
    ReceiveDeposit,
)
from crm_desktop.services.orders import goods_records, order_lists, steps
from crm_desktop.services.orders.deliveries import DeliverGoods
from crm_desktop.services.orders.ordering import MoveShort
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder, SubmitOrder
from crm_desktop.services.orders.purchasing import RequestPurchase, WaiveDeposit
from crm_desktop.services.papers import order_papers
from crm_desktop.services.registry import SYSTEM, Command, Context
from tests.race import Race
from tests.services import racers
from tests.services.deposit_shop import TRANSFER, DepositShop, baht, desk, till
from tests.services.desk import PEOPLE

__all__ = ["desk", "till"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


# ---------------------------------------------------------------- deducted


def test_a_deposit_is_deducted_by_choice_up_to_what_is_held_and_due(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order, 3_000)
    told = till.refused("officer", ApplyDeposit(deposit.id, deposit.version, order, baht(3_001)))
    assert (told.code, told.field) == ("deposit_more_than_held", "amount")
    deposit = till.apply(deposit, order, 1_000)
    assert (deposit.state, deposit.held) == ("partly_used", baht(2_000))
    assert [entry.vat for entry in deposit.entries if entry.kind == "apply"] == [baht("65.42")]
    deposit = till.apply(deposit, order, 2_000)
    assert deposit.state == "applied"
    stands = till.paper(order)
    assert (stands.applied, stands.held, stands.remainder, stands.missing) == (
        baht(3_000),
        Money.ZERO,
        baht(7_000),
        Money.ZERO,
    )


def test_a_key_pressed_twice_deducts_once(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order)
    command = ApplyDeposit(deposit.id, deposit.version, order, baht(1_000))
    till.do("officer", command)
    assert isinstance(till.refused("officer", command), Stale)


@SQLITE
def test_one_customers_money_pays_no_other_customers_goods(till: DepositShop) -> None:
    deposit = till.held(till.order(deposit_percent=0))
    stranger = till.order(customer_id=till.shop.new_customer("คุณคนอื่น"))
    told = till.refused("officer", ApplyDeposit(deposit.id, deposit.version, stranger, baht(1)))
    assert (told.code, told.field) == ("deposit_other_customer", "document_id")
    other = till.order()
    assert till.apply(deposit, other, 1_000).held == baht(2_000)
    assert till.paper(other).applied == baht(1_000)


@SQLITE
def test_goods_are_not_paid_twice_with_deposits(till: DepositShop) -> None:
    small = till.order(till.line(1_000))
    large = till.order(till.line(5_000), deposit_percent=0)
    deposit = till.held(large, 5_000)
    till.held(small, 400)
    told = till.refused("officer", ApplyDeposit(deposit.id, deposit.version, small, baht(601)))
    assert (told.code, told.values) == ("deposit_above_due", {"due": baht(600)})
    till.apply(deposit, small, 600)


@SQLITE
def test_goods_that_a_deposit_paid_go_off_the_paper_only_once_that_is_taken_back(
    till: DepositShop,
) -> None:
    order = till.order(till.line(100, 10), kind="SO")
    deposit = till.apply(till.held(order, 300), order, 300)
    told = till.refused("director", CancelOrder(order, till.version(order), "ลูกค้าเลิก"))
    assert (told.code, told.values) == (
        "deposit_deducted_more",
        {"applied": baht(300), "due": Money.ZERO},
    )
    moved = MoveShort(order, till.version(order), ((0, Decimal(8)),))
    assert till.refused("director", moved).code == "deposit_deducted_more"
    entry = deposit.entries[-1].id
    till.do("supervisor", ReverseEntry(deposit.id, deposit.version, entry, "ลูกค้าเลิก"))
    till.do("director", CancelOrder(order, till.version(order), "ลูกค้าเลิก"))
    assert till.read(deposit.id).held == baht(300)


@SQLITE
def test_the_deposit_that_a_paper_requires_pays_nothing_else_unasked(till: DepositShop) -> None:
    order, other = till.order(), till.order(till.line(5_000, 5), kind="SO", deposit_percent=0)
    deposit = till.held(order, 3_100)
    version = till.version(deposit.id)
    told = till.refused("cashier", ApplyDeposit(deposit.id, version, other, baht(101)))
    assert (told.code, told.values["spare"]) == ("deposit_holds_goods", baht(100))
    with pytest.raises(Refused, match="deposit_holds_goods"):
        delivered(till, other, 1, deposits=((deposit.id, baht(101)),))
    assert till.apply(deposit, other, 100).held == baht(3_000)
    till.apply(deposit, order, 1_000)
    told = till.refused("cashier", ApplyDeposit(deposit.id, version + 2, other, baht(1)))
    assert told.values["spare"] == Money.ZERO
    till.transfer(till.read(deposit.id), other, 500, "director")
    assert till.paper(other).held == baht(500)


def waived(till: DepositShop, order: int) -> None:
    till.do("director", WaiveDeposit(order, till.version(order), Plea("ลูกค้าประจำ")))


def held(till: DepositShop, order: int) -> None:
    till.held(order, 2_000)


def cancelled(till: DepositShop, order: int) -> None:
    till.do("director", CancelOrder(order, till.version(order), "ลูกค้าเลิก"))


@SQLITE
@pytest.mark.parametrize("acts", [(waived, held), (held, cancelled)])
def test_a_deposit_that_its_paper_needs_no_more_is_the_customers_to_use(
    till: DepositShop, acts: tuple[Callable[[DepositShop, int], None], ...]
) -> None:
    order, other = till.order(), till.order()
    for act in acts:
        act(till, order)
    deposit = till.read(till.paper(order).rows[0].id)
    assert till.apply(deposit, other, 1_500).held == baht(500)


@SQLITE
def test_a_waiver_of_ten_baht_does_not_give_the_whole_deposit_away(till: DepositShop) -> None:
    order, other = till.order(), till.order(till.line(5_000), kind="SO", deposit_percent=0)
    deposit = till.held(order, 2_990)
    waived(till, order)
    assert till.paper(order).missing == Money.ZERO
    purchase = till.desk.director.execute(RequestPurchase(order, till.version(order)))
    till.desk.director.execute(SubmitOrder(purchase.id, purchase.version, issue=True))
    away = ApplyDeposit(deposit.id, till.version(deposit.id), other, baht(2_990))
    told = till.refused("officer", away)
    assert (told.code, told.values["spare"]) == ("deposit_holds_goods", Money.ZERO)
    till.transfer(deposit, other, 2_000, "director")
    stands = till.paper(order)
    assert (stands.at_risk, stands.missing) == (True, baht(2_000))
    with pytest.raises(Refused, match="deposit_not_held"):
        steps_require(till, order)
    waived(till, order)
    assert till.paper(order).missing == Money.ZERO


def steps_require(till: DepositShop, order: int) -> None:
    """What a purchase and a delivery ask first."""
    with till.shop.store.read():
        context = Context(till.shop.store, SYSTEM, till.desk.now)
        steps.require_deposit(context, context.row("document", order))


@SQLITE
def test_vat_is_never_deducted_beyond_that_of_the_paper(till: DepositShop) -> None:
    taxed = till.order(deposit_percent=0)
    exempt = till.order(till.line(10_000, vat_class=VatClass.EXEMPT))
    deposit = till.held(taxed)
    told = till.refused("officer", ApplyDeposit(deposit.id, deposit.version, exempt, baht(100)))
    assert (told.code, told.field) == ("residual_negative", "amount")


@SQLITE
@pytest.mark.parametrize("received", [True, False])
def test_a_paper_with_a_deposit_does_not_become_another_customers(
    till: DepositShop, received: bool
) -> None:
    director, typed = till.desk.director, till.shop.content(till.line(10_000), deposit_percent=30)
    saved = director.execute(SaveOrder("SO", None, 0, typed))
    order = director.execute(SubmitOrder(saved.id, saved.version)).id
    asked = till.ask(order)
    if received:
        till.receive(asked.id, 3_000)
    stranger = replace(typed, customer_id=till.shop.new_customer("คุณคนอื่น"))
    change = SaveOrder("SO", order, till.version(order), stranger)
    told = till.refused("director", change)
    assert (told.code, told.field) == ("deposit_keeps_customer", "content.customer_id")
    if received:
        return
    till.do("officer", CancelDeposit(asked.id, 1, "เปลี่ยนลูกค้า"))
    assert till.do("director", change).state == "draft"
    assert till.shop.system.read(integrity.verify).faults == ()


@SQLITE
def test_money_that_another_customer_paid_counts_for_nobody_and_is_found(
    till: DepositShop,
) -> None:
    order = till.order(kind="SO")
    deposit = till.held(order)
    stranger, run = till.shop.new_customer("คุณคนอื่น"), till.shop.store.database.execute_sql
    run(f"UPDATE document SET customer_id = {stranger:d} WHERE id = {order:d}")
    assert till.paper(order).held == Money.ZERO
    faults = till.shop.system.read(integrity.verify).faults
    assert ("deposit_other_customers", deposit.number) in [
        (each.code, each.values.get("reference")) for each in faults
    ]


@SQLITE
def test_a_satang_of_rounding_keeps_no_goods_from_the_customer(till: DepositShop) -> None:
    order = till.order(till.line("500.05"), till.line(100), kind="SO", deposit_percent=0)
    first, second = till.held(order, 100), till.held(order, "500.05")
    till.pay(till.refund(first, 100, "director").claim_id)
    given_up = ((till.lines(order)[1][0], Decimal(1)),)
    till.do("director", CancelOrder(order, till.version(order), "เลิก", lines=given_up))
    assert till.paper(order).due == baht("500.05") == till.paper(order).held
    result = delivered(till, order, 1)
    assert (result.deducted, result.remainder) == (baht("500.05"), Money.ZERO)
    used = till.read(second.id).entries[-1]
    assert (second.vat, used.vat) == (baht("32.72"), baht("32.71"))
    assert "0.01" in used.reason
    assert till.shop.system.read(integrity.verify).faults == ()


@SQLITE
def test_vat_that_the_goods_do_not_have_is_no_rounding(till: DepositShop) -> None:
    exempt = till.line(1_000, vat_class=VatClass.EXEMPT)
    order = till.order(exempt, till.line(1_070), kind="SO", deposit_percent=50)
    till.held(order, 1_035)
    taxed = till.lines(order)[1][0]
    given_up = ((taxed, Decimal(1)),)
    till.do("director", CancelOrder(order, till.version(order), "เลิก", lines=given_up))
    with pytest.raises(Refused) as told:
        delivered(till, order, 1)
    assert told.value.code == "residual_negative"
    assert "ไม่หักมัดจำครั้งนี้" in sentence("residual_negative", "th", **told.value.values)
    assert delivered(till, order, 1, deposits=()).deducted == Money.ZERO


@SQLITE
def test_a_slip_says_no_deduction_that_was_taken_back(till: DepositShop) -> None:
    order = till.order(till.line(1_000, 2), kind="SO", deposit_percent=0)
    deposit = till.held(order, 1_000)
    done = delivered(till, order, 1)
    assert done.deducted == baht(500)
    entry = till.entries(deposit.id)[-1]
    till.do("supervisor", ReverseEntry(deposit.id, till.version(deposit.id), entry, "ไม่หัก"))
    slip = till.desk.officer.read(order_papers.delivery_slip, done.delivery_id)
    assert (slip.sums.deposits, slip.sums.remainder) == ((), None)
    (record,) = till.desk.officer.read(goods_records.deliveries, order)
    assert (record.deducted, record.remainder) == (Money.ZERO, baht(1_000))


def delivered(till: DepositShop, order: int, quantity: int, **values: Any) -> Any:
    paper = till.desk.director.read(order_lists.order, order)
    line = paper.lines[0]
    command = DeliverGoods(
        order, paper.version, till.today, ((line.line_id, Decimal(quantity)),), "คุณรับ", **values
    )
    return till.do("director", command)


def test_deliveries_take_the_deposit_off_in_proportion_and_leave_nothing_held(
    till: DepositShop,
) -> None:
    order = till.order(till.line("33.33", 3), kind="SO")
    first, second = till.held(order, 20), till.held(order, 10)
    taken = [delivered(till, order, 1) for _ in range(3)]
    assert [each.value for each in taken] == [baht("33.33")] * 3
    assert Money.sum(each.deducted for each in taken) == baht(30)
    assert [each.deducted for each in taken] == [baht("10.00"), baht("10.00"), baht("10.00")]
    assert (till.read(first.id).state, till.read(second.id).state) == ("applied", "applied")
    entries = [*till.read(first.id).entries, *till.read(second.id).entries]
    paid = [entry for entry in entries if entry.kind == "apply"]
    assert Money.sum(entry.vat for entry in paid) == first.vat + second.vat
    assert all(entry.delivery_id for entry in paid)
    stands = till.paper(order)
    assert (stands.applied, stands.remainder) == (baht(30), baht("69.99"))


@SQLITE
def test_a_delivery_takes_off_what_was_chosen_and_refuses_what_is_not_there(
    till: DepositShop,
) -> None:
    order = till.order(till.line(100, 10), kind="SO")
    deposit = till.held(order, 300)
    with pytest.raises(Refused) as told:
        delivered(till, order, 1, deposits=((deposit.id, baht(101)),))
    assert (told.value.code, told.value.field) == ("deposit_above_due", "deposits")
    with pytest.raises(Refused) as told:
        delivered(till, order, 5, deposits=((deposit.id, baht(301)),))
    assert (told.value.code, told.value.field) == ("deposit_more_than_held", "deposits")
    twice = ((deposit.id, baht(1)), (deposit.id, baht(1)))
    with pytest.raises(Refused, match="deposit_chosen_twice"):
        delivered(till, order, 1, deposits=twice)
    assert delivered(till, order, 1, deposits=((deposit.id, baht(100)),)).remainder == Money.ZERO
    assert delivered(till, order, 1, deposits=()).deducted == Money.ZERO
    assert delivered(till, order, 8).deducted == baht(200)


@SQLITE
def test_two_deliveries_with_each_others_money_never_wait_in_a_circle(
    till: DepositShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = (till.order(till.line(100, 10), kind="SO", deposit_percent=0) for _ in range(2))
    deposit = till.held(one, 300)
    held: list[int] = []
    monkeypatch.setattr(Context, "hold", lambda _, table, record_id: held.append(record_id))
    delivered(till, two, 1, deposits=((deposit.id, baht(100)),))
    assert list(dict.fromkeys(held)) == [one, two, deposit.id]


@SQLITE
def test_excluded_prices_and_mixed_classes_come_out_to_the_satang(till: DepositShop) -> None:
    lines = (till.line("708.41", 2), till.line("98.13", 3, vat_class=VatClass.ZERO))
    order = till.order(*lines, kind="SO", prices_include_vat=False, deposit_percent=0)
    due = till.paper(order).due
    first = till.held(order, "333.33")
    second = till.held(order, due.baht - first.amount.baht)
    assert first.vat + second.vat == baht("99.18")  # 708.41 × 2 × 7 %
    for deposit in (first, second):
        till.apply(deposit, order, deposit.amount.baht)
    table = till.shop.store.t.document
    row = next(iter(table.select().where(table.c.id == order).dicts()))
    assert row["vat_satang"] == (first.vat + second.vat).satang


# ---------------------------------------------------------------- at once


def test_of_two_who_move_the_same_money_at_once_one_does_and_the_other_is_told(
    till: DepositShop, store_url: str
) -> None:
    order = till.order(till.line(90_000), deposit_percent=0)
    small = till.order(till.line(1_000))
    cheque = till.held(order, 3_000, "cheque")
    cash, two, three = (till.held(order, 3_000) for _ in range(3))
    asked, more = till.ask(order, 1_000), till.order()
    claimed = till.refund(three, 1_000)
    till.answer(claimed)
    today, sum_ = till.today, baht(700)
    both: list[tuple[str, Command[Any]]] = [
        ("stale", ClearDeposit(cheque.id, cheque.version, today)),
        ("stale", ApplyDeposit(cash.id, cash.version, order, baht(2_000))),
        ("deposit_asked_already", AskDeposit(more)),
        ("deposit_above_due", ApplyDeposit(two.id, two.version, small, sum_)),
    ]
    other = {3: ApplyDeposit(three.id, till.read(three.id).version, small, sum_)}
    first = tuple(command for _, command in both)
    second = tuple(other.get(place, command) for place, (_, command) in enumerate(both))
    people = list(PEOPLE)
    pressed = [(people.index("cashier") + 1, first), (people.index("cashier") + 1, second)]
    race = Race(racers.press, store_url, pressed)
    race.run()
    assert race.exit_codes == [0, 0]
    for (code, _), *told in zip(both, *race.told, strict=True):
        assert sorted(told) == sorted(["done", code])
    assert till.read(cheque.id).held == baht(3_000)
    assert till.read(cash.id).held == baht(1_000)
    assert till.paper(small).applied == sum_
    receive = ReceiveDeposit(asked.id, 1, baht(1_000), "transfer", today, TRANSFER)
    race = Race(racers.press, store_url, [(person, (receive,)) for person, _ in pressed])
    race.run()
    assert sorted(race.told) == [["done"], ["stale"]]
    assert till.read(asked.id).amount == baht(1_000)
