"""Giving up a paper that is out: whose decision it is, and where goods, purchases and money go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NeedsApproval, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services import integrity
from crm_desktop.services.authority import approval_queue
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.orders.orders import CancelOrder, IssueOrder
from crm_desktop.services.orders.special_orders import InspectSpecial
from crm_desktop.services.papers.submitting import Outcome
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


# ---------------------------------------------------------------- a part only


def ask_part(shop: GoodsShop, document_id: int, *quantities: object) -> Outcome:
    """The officer asks to give up so much of each line."""
    return shop.desk.officer.execute(shop.cancel_command(document_id, *quantities))


def sound(shop: GoodsShop) -> bool:
    return shop.system.read(integrity.verify).faults == ()


@pytest.mark.parametrize("kind", ["SO", "BO", "SP"])
def test_only_what_was_asked_is_given_up_however_late_the_answer(
    shop: GoodsShop, kind: str
) -> None:
    lines = (shop.line("CEM", 4), shop.line("TILE", 6))
    order = shop.special(*lines) if kind == "SP" else shop.confirmed(kind, *lines).id
    total, state = Money(shop.row(order)["total_satang"]), shop.row(order)["state"]
    asked = ask_part(shop, order, 1, 6)
    assert (asked.level, asked.state) == ("SUPERIOR", state)
    assert "asked_cancel_part" in shop.told(order)
    card = shop.desk.supervisor.read(approval_queue.request_card, asked.request_id)
    assert [each.quantity for each in card.part] == [Decimal(1), Decimal(6)]
    approve(shop, asked)
    assert shop.row(order)["state"] == state
    left = {"BO": "short"}.get(kind, "open")
    assert shop.stages(order) == {left: 3, "cancelled": 7}
    assert shop.desk.officer.read(deposit_lists.paper_deposits, order).due < total
    assert sound(shop)


def test_a_part_that_was_refused_stays_ordered(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    asked = ask_part(shop, order, 1)
    version = shop.request(asked.request_id)["version"]
    assert asked.request_id is not None
    shop.desk.supervisor.execute(AnswerRequest(asked.request_id, version, "reject", "ลูกค้ายังเอา"))
    assert shop.stages(order) == {"short": 4}


def test_no_more_is_given_up_than_is_there_and_nothing_that_was_delivered(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    shop.deliver(order, 3)
    with pytest.raises(Refused, match="more_than_there") as told:
        ask_part(shop, order, 2)
    assert told.value.field == "lines.0"
    assert told.value.values == {"there": Decimal(1), "asked": Decimal(2)}
    line = shop.lines(order)[0]
    twice = replace(shop.cancel_command(order, 1), lines=((line, Decimal("0.5")),) * 2)
    with pytest.raises(Refused, match="more_than_there"):
        shop.desk.director.execute(twice)
    shop.cancel(order, 1)
    assert shop.row(order)["state"] == "delivered"
    assert shop.stages(order) == {"delivered": 3, "cancelled": 1}


def test_a_part_goes_only_off_a_paper_that_has_its_number_and_can_lose_one(
    shop: GoodsShop,
) -> None:
    draft = shop.saved("SO", shop.line("CEM", 4)).id
    with pytest.raises(Refused, match="cancel_part_of_draft"):
        shop.cancel(draft, 1)
    with pytest.raises(Refused, match="cancel_whole_only"):
        shop.cancel(purchase(shop), 1)


def test_all_that_is_open_named_line_by_line_ends_the_paper(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    shop.cancel(order, 4)
    assert shop.row(order)["state"] == "cancelled"


def test_sales_buys_less_when_the_customer_wants_less(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    request = shop.purchase(order)
    shop.cancel(order, 3)
    assert shop.stages(order) == {"requested": 1, "cancelled": 3}
    assert shop.stages(request) == {"asked": 1, "withdrawn": 3}
    shop.receive(request, 1)
    assert shop.stages(order) == {"allocated": 1, "cancelled": 3}
    assert sound(shop)


def test_a_request_of_which_nothing_is_wanted_any_more_is_cancelled(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    shop.receive(shop.purchase(order, 2), 2)
    request = shop.purchase(order, 2)
    shop.cancel(order, 2)
    assert shop.row(request)["state"] == "cancelled"
    assert shop.row(order)["state"] == "arrived"
    assert sound(shop)


def test_what_was_bought_for_a_part_still_comes_for_the_next(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=shop.desk.now.date() + timedelta(days=3))
    shop.cancel(order, 3)
    assert "purchase_goes_on" in shop.told(order)
    shop.receive(request, 4)
    assert (shop.stages(order), shop.there()) == ({"allocated": 1, "cancelled": 3}, 3)
    assert sound(shop)


def test_allocated_goods_of_a_cancelled_part_lie_there_for_the_next(shop: GoodsShop) -> None:
    order = shop.back_order(4)
    shop.receive(shop.purchase(order), 4)
    shop.cancel(order, 1)
    assert (shop.stages(order), shop.there()) == ({"allocated": 3, "cancelled": 1}, 1)


def test_money_for_a_part_that_is_given_up_stays_the_customers(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    total = Money(shop.row(order)["total_satang"])
    shop.pay(order, total.baht)
    shop.deliver(order, 3)
    shop.cancel(order, 1)
    paper = shop.desk.officer.read(deposit_lists.paper_deposits, order)
    assert (paper.due, paper.held) == (total.times(Decimal("0.75")), total.times(Decimal("0.25")))
    assert sound(shop)


def test_a_special_order_whose_rest_never_comes_goes_on_with_what_is_here(
    shop: GoodsShop,
) -> None:
    order = shop.special()
    request = shop.purchase(order)
    shop.receive(request, 3)
    shop.answer(request, "decline", reason="โรงงานเลิกผลิต")
    assert shop.row(order)["state"] == "confirmed"
    shop.cancel(order, 2)
    assert shop.row(order)["state"] == "arrived"
    assert shop.row(order)["arrived_on"] == shop.desk.now.date().isoformat()
    version = shop.row(order)["version"]
    shop.desk.receiving.execute(InspectSpecial(order, version, True))
    shop.deliver(order, 3)
    assert shop.row(order)["state"] == "collected"
    assert sound(shop)


def test_goods_in_the_customers_hands_are_not_cancelled_with_the_rest(shop: GoodsShop) -> None:
    order = shop.special()
    shop.receive(shop.purchase(order), 5)
    version = shop.row(order)["version"]
    shop.desk.receiving.execute(InspectSpecial(order, version, True))
    shop.deliver(order, 2)
    shop.cancel(order, 1)
    assert shop.row(order)["state"] == "inspected"
    approve(shop, ask(shop, order))
    assert shop.row(order)["state"] == "collected"
    assert shop.stages(order) == {"delivered": 2, "cancelled": 3}
    assert shop.told(order)[-2:] == ["cancel_part", "goods_collected"]
    assert sound(shop)


def test_a_special_order_waits_for_no_more_while_its_request_is_out(shop: GoodsShop) -> None:
    order = shop.special()
    request = shop.purchase(order)
    shop.cancel(order, 2)
    assert shop.row(order)["state"] == "ordered"
    assert shop.stages(request) == {"asked": 3, "withdrawn": 2}
    shop.receive(request, 2)
    shop.cancel(order, 1)
    assert (shop.row(order)["state"], shop.stages(order)) == (
        "arrived",
        {"arrived": 2, "cancelled": 3},
    )
    assert "purchase_goes_on" in shop.told(order)
