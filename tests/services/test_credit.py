"""What a customer may still buy: too much, and the shop lends unseen; too little, and it loses."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.money import Money
from crm_desktop.services.credit.debts import bill_page
from crm_desktop.services.credit.receivables import BillsImported, ImportReceivables
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_values import Credit
from crm_desktop.services.orders.orders import StepOrder
from crm_desktop.services.orders.special_orders import InspectSpecial, RefuseSpecial
from crm_desktop.services.paging import ListQuery
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]


@pytest.fixture
def till(shop: GoodsShop) -> DepositShop:
    """The same shop, seen from the till."""
    return DepositShop(shop)


def credit(shop: GoodsShop) -> Credit:
    found = shop.desk.officer.read(customer, shop.customer).credit
    assert found is not None
    return found


def orders(shop: GoodsShop) -> Money:
    return credit(shop).orders


def bills(shop: GoodsShop, folder: Path, *lines: str) -> BillsImported:
    path = folder / "bills.csv"
    heading = "bill,code,order,billed,due,amount,paid"
    path.write_text("\n".join((heading, *lines)), encoding="utf-8")
    shop.desk.later(minutes=1)
    done: BillsImported = shop.desk.credit.execute(ImportReceivables(str(path)))
    return done


def test_confirmed_orders_and_deposits_count_beside_the_snapshot(till: DepositShop) -> None:
    shop: Any = till.shop
    shop.tell_credit(limit=50_000, outstanding=10_000)
    assert credit(shop).available == Money.of(40_000)
    shop.saved("SO", shop.line("CEM", 10))  # only typed, nothing bought
    shop.confirmed("SO", shop.line("CEM", 10))
    order_id = till.order()
    assert orders(shop) == Money.of(11_500)
    till.held(order_id, 3000)
    till.held(order_id, 500, method="cheque")  # not money before it is cleared
    now = credit(shop)
    assert (now.deposits, now.available) == (Money.of(3000), Money.of(31_500))
    assert [(part.part, str(part.amount), part.source) for part in now.parts] == [
        ("limit", "50,000.00", "ERP"),
        ("outstanding", "10,000.00", "ERP"),
        ("orders", "11,500.00", ""),
        ("deposits", "3,000.00", ""),
    ]
    assert now.counted_at == shop.desk.now


def test_a_deposit_asked_back_is_not_counted_twice(till: DepositShop) -> None:
    till.shop.tell_credit(limit=50_000)
    held = till.held(till.order(), 3000)
    till.refund(held, 1000)
    goods: Any = till.shop
    assert credit(goods).deposits == Money.of(2000)


def test_a_deposit_that_paid_an_order_leaves_the_order_smaller(shop: GoodsShop) -> None:
    shop.tell_credit(limit=50_000)
    order_id = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(30)).id
    shop.pay(order_id)
    before = credit(shop).available
    shop.deliver(order_id, 10)
    after = credit(shop)
    assert (after.orders, after.deposits) == (Money.of(1050), Money.ZERO)
    assert after.available == before


def test_what_is_cancelled_or_moved_is_no_longer_owed(shop: GoodsShop) -> None:
    shop.tell_credit(limit=50_000)
    order_id = shop.back_order(10)
    other = shop.confirmed("SO", shop.line("CEM", 4)).id
    shop.deliver(other, 1)
    assert orders(shop) == Money.of(2100)
    shop.cancel(other)
    assert orders(shop) == Money.of(1650)
    shop.cancel(order_id)
    assert orders(shop) == Money.of(150)


def test_a_bill_ends_what_an_order_counts_for(shop: GoodsShop, tmp_path: Path) -> None:
    shop.tell_credit(limit=50_000)
    order_id = shop.confirmed("SO", shop.line("CEM", 10)).id
    number = shop.row(order_id)["number"]
    shop.deliver(order_id, 10)
    assert orders(shop) == Money.of(1500)
    done = bills(shop, tmp_path, f"IV-1,C-000001,{number},22/11/69,,1500,")
    assert done.settled == 1
    row = shop.row(order_id)
    assert (row["state"], row["outside_reference"]) == ("settled", "IV-1")
    assert orders(shop) == Money.ZERO
    (bill,) = shop.desk.officer.read(bill_page, ListQuery(filters={"document_id": order_id})).rows
    assert (bill.reference, bill.kind) == (number, "SO")


def test_nobody_frees_credit_by_typing_a_bill_number(shop: GoodsShop) -> None:
    shop.tell_credit(limit=2_000)
    order_id = shop.confirmed("SO", shop.line("CEM", 10)).id
    shop.deliver(order_id, 10)
    shop.desk.later(days=2)
    shop.tell_credit(limit=2_000, outstanding=0)  # finance has no bill of it yet
    shop.desk.later(days=1)
    version = shop.row(order_id)["version"]
    shop.desk.officer.execute(StepOrder(order_id, version, "settle", reference="x"))
    assert orders(shop) == Money.of(1500)
    asked = shop.submit(shop.draft(shop.line("CEM", 4)))
    assert shop.request(asked.request_id)["facts"]["credit"] == ["over_limit"]
    shop.desk.later(days=1)
    shop.tell_credit(limit=2_000, outstanding=1500)
    assert (orders(shop), credit(shop).available) == (Money.ZERO, Money.of(500))


def test_a_settled_order_whose_bill_the_snapshot_has_not_is_not_forgotten(
    shop: GoodsShop, tmp_path: Path
) -> None:
    shop.tell_credit(limit=50_000)
    shop.desk.later(days=1)
    order_id = shop.confirmed("SO", shop.line("CEM", 10)).id
    shop.deliver(order_id, 10)
    number = shop.row(order_id)["number"]
    assert bills(shop, tmp_path, f"IV-1,C-000001,{number},23/11/69,,1500,500").settled == 1
    assert orders(shop) == Money.of(1000)
    shop.tell_credit(limit=50_000, outstanding=1000)
    assert orders(shop) == Money.ZERO


def test_a_bill_for_a_part_leaves_the_rest(shop: GoodsShop, tmp_path: Path) -> None:
    shop.tell_credit(limit=50_000)
    order_id = shop.confirmed("SO", shop.line("CEM", 10)).id
    number = shop.row(order_id)["number"]
    shop.deliver(order_id, 4)
    assert bills(shop, tmp_path, f"IV-1,C-000001,{number},22/11/69,,600,").settled == 0
    assert orders(shop) == Money.of(900)


def test_a_bill_newer_than_the_snapshot_is_not_forgotten(shop: GoodsShop, tmp_path: Path) -> None:
    shop.tell_credit(limit=50_000)
    shop.desk.later(days=1)
    order_id = shop.back_order(10)
    number = shop.row(order_id)["number"]
    bills(shop, tmp_path, f"IV-1,C-000001,{number},23/11/69,,1500,500")
    assert orders(shop) == Money.of(1000)
    shop.tell_credit(limit=50_000, outstanding=1000)
    assert (orders(shop), credit(shop).available) == (Money.ZERO, Money.of(49_000))


def test_a_delivered_back_order_counts_until_a_later_snapshot_has_it(shop: GoodsShop) -> None:
    shop.tell_credit(limit=50_000)
    order_id = shop.back_order(10)
    shop.receive(shop.purchase(order_id), 10)
    shop.deliver(order_id, 10)
    assert shop.row(order_id)["state"] == "delivered"
    assert orders(shop) == Money.of(1500)
    shop.desk.later(days=1)
    shop.tell_credit(limit=50_000, outstanding=1500)
    assert orders(shop) == Money.ZERO


def test_a_collected_special_order_counts_until_a_later_snapshot_has_it(shop: GoodsShop) -> None:
    shop.tell_credit(limit=50_000)
    order_id = shop.special()
    assert orders(shop) == Money.of(5 * 289)
    here(shop, order_id)
    shop.deliver(order_id, 5)
    assert shop.row(order_id)["state"] == "collected"
    assert orders(shop) == Money.of(5 * 289)
    shop.desk.later(days=1)
    shop.tell_credit(limit=50_000, outstanding=5 * 289)
    assert orders(shop) == Money.ZERO


def test_what_was_taken_of_a_refused_special_order_is_owed(shop: GoodsShop, tmp_path: Path) -> None:
    shop.tell_credit(limit=50_000)
    taken, refused = shop.special(), shop.special()
    for order_id in (taken, refused):
        here(shop, order_id)
    shop.deliver(taken, 2)
    for order_id in (taken, refused):
        version = shop.row(order_id)["version"]
        shop.desk.officer.execute(RefuseSpecial(order_id, version, "สีไม่ตรง"))
    assert orders(shop) == Money.of(2 * 289)
    number = shop.row(taken)["number"]
    bills(shop, tmp_path, f"IV-1,C-000001,{number},22/11/69,,578,")
    assert orders(shop) == Money.ZERO


def here(shop: GoodsShop, order_id: int) -> None:
    """The goods of a special order came and agree with its specification."""
    shop.receive(shop.purchase(order_id), 5)
    version = shop.row(order_id)["version"]
    shop.desk.receiving.execute(InspectSpecial(order_id, version, agrees=True))


def test_who_is_over_the_limit_by_open_orders_goes_to_credit_finance(shop: GoodsShop) -> None:
    shop.tell_credit(limit=2_000)
    shop.confirmed("SO", shop.line("CEM", 10))
    asked = shop.submit(shop.draft(shop.line("CEM", 4)))
    assert asked.level == "SUPERIOR"
    request = shop.request(asked.request_id)
    assert request["facts"]["credit"] == ["over_limit"]
    assert request["answerer_role"] == "credit"


def test_a_customer_who_pays_cash_is_never_over_a_limit(shop: GoodsShop) -> None:
    shop.confirmed("SO", shop.line("CEM", 1000))
    assert shop.issued().number
