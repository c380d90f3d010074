"""Giving up a paper that is out: whose decision it is, and where goods, purchases and money go."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NeedsApproval, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services import deposit_lists, integrity
from crm_desktop.services.approvals import AnswerRequest
from crm_desktop.services.orders import CancelOrder, IssueOrder
from crm_desktop.services.submitting import Outcome
from tests.services.desk import desk
from tests.services.goods_shop import GoodsShop, shop

__all__ = ["desk", "shop"]


def purchase(shop: GoodsShop) -> int:
    return shop.purchase(shop.back_order(4))


OUT: dict[str, Callable[[GoodsShop], int]] = {
    "SO": lambda shop: shop.confirmed("SO", shop.line("CEM", 4)).id,
    "BO": lambda shop: shop.back_order(4),
    "PR": purchase,
    "SP": lambda shop: shop.special(),
}


def ask(shop: GoodsShop, document_id: int) -> Outcome:
    """The officer asks to give a paper up."""
    version = shop.row(document_id)["version"]
    return shop.desk.officer.execute(CancelOrder(document_id, version, "ลูกค้าไม่เอาแล้ว"))


def approve(shop: GoodsShop, asked: Outcome, who: str = "supervisor") -> None:
    version = shop.request(asked.request_id)["version"]
    assert asked.request_id is not None
    getattr(shop.desk, who).execute(AnswerRequest(asked.request_id, version, "approve"))


@pytest.mark.parametrize("kind", OUT)
def test_giving_up_a_paper_that_is_out_is_not_the_officers_own(shop: GoodsShop, kind: str) -> None:
    document_id = OUT[kind](shop)
    before = shop.row(document_id)["state"]
    asked = ask(shop, document_id)
    assert (asked.level, asked.state) == ("SUPERIOR", before)
    assert shop.request(asked.request_id)["matter"] == "document.cancel"
    with pytest.raises(WrongState, match="document_locked"):
        ask(shop, document_id)
    approve(shop, asked)
    assert shop.row(document_id)["state"] == "cancelled"
    assert set(shop.stages(document_id)) == {"withdrawn" if kind == "PR" else "cancelled"}
    assert shop.system.read(integrity.verify).faults == ()


@pytest.mark.parametrize("kind", OUT)
def test_every_kind_counts_its_numbers_without_a_gap_though_some_are_refused(
    shop: GoodsShop, kind: str
) -> None:
    first = OUT[kind](shop)
    with pytest.raises((NeedsApproval, WrongState)):
        shop.desk.director.execute(IssueOrder(first, shop.row(first)["version"]))
    second = OUT[kind](shop)
    numbers = [shop.row(each)["number"] for each in (first, second)]
    assert numbers == [f"{kind}01-6911-{running:05d}" for running in (1, 2)]
    assert shop.system.read(integrity.verify).faults == ()


def test_allocated_goods_of_a_cancelled_order_lie_there_for_the_next(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    shop.receive(shop.purchase(order), 4)
    assert shop.stages(order) == {"allocated": 4}
    assert shop.there() == 0
    shop.cancel(order)
    assert shop.stages(order) == {"cancelled": 4}
    assert shop.there() == 4


def test_what_was_delivered_stays_delivered_and_the_rest_is_given_up(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    shop.receive(shop.purchase(order), 6)
    shop.deliver(order, 4)
    total = Money(shop.row(order)["total_satang"])
    shop.cancel(order)
    assert shop.row(order)["state"] == "delivered"
    assert shop.stages(order) == {"delivered": 4, "cancelled": 6}
    assert shop.there() == 2
    paper = shop.desk.officer.read(deposit_lists.paper_deposits, order)
    assert paper.due == total.times(Decimal("0.4"))


def test_a_request_that_nobody_bought_yet_goes_with_its_order(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    draft = shop.ask(order, 1)
    request = shop.purchase(order, 3)
    shop.cancel(order)
    assert shop.row(draft.id)["state"] == "cancelled"
    assert shop.row(request)["state"] == "cancelled"
    assert shop.stages(request) == {"withdrawn": 3}


def test_goods_that_were_bought_still_come_and_are_named(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=shop.desk.now.date() + timedelta(days=3))
    shop.cancel(order)
    assert shop.row(request)["state"] == "confirmed"
    assert "purchase_goes_on" in shop.told(order)
    shop.receive(request, 4)
    assert shop.there() == 4
    assert shop.stages(order) == {"cancelled": 4}
    assert shop.system.read(integrity.verify).faults == ()


def test_money_that_is_there_stays_the_customers_and_no_more_is_asked(shop: GoodsShop) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    held = shop.pay(order, 300)
    shop.cancel(order)
    assert "deposits_stay" in shop.told(order)
    assert shop.row(held)["state"] == "held"
    paper = shop.desk.officer.read(deposit_lists.paper_deposits, order)
    assert (paper.held, paper.due) == (Money.of(300), Money.ZERO)


def test_a_paper_that_came_to_its_end_is_not_given_up(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    shop.deliver(order, 4)
    with pytest.raises(WrongState):
        ask(shop, order)
