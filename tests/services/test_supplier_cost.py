"""What a supplier asks is what a special order costs: the matrix knows it, few people read it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approval_queue import request_card
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders.order_lists import preview_order
from crm_desktop.services.orders.orders import SubmitOrder
from crm_desktop.services.orders.special_orders import QuoteSupplier
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.submitting import Outcome, Saved
from tests.services.goods_shop import TODAY, GoodsShop, desk, shop

__all__ = ["desk", "shop"]


def door(shop: GoodsShop, baht: object, *quotes: object) -> Saved:
    """A special order of one door, with what suppliers ask for it."""
    line = LineInput("text", description="ประตูสั่งทำ", unit="บาน", unit_price=Money.of(str(baht)))
    values: dict[str, Any] = {"who": "director", "deposit_percent": Decimal(50)}
    saved: Saved = shop.sign(shop.special_draft(line, **values))
    for cost in quotes:
        given = None if cost is None else Money.of(str(cost))
        command = QuoteSupplier(
            saved.id, saved.version, "โรงไม้", cost=given, valid_until=TODAY + timedelta(days=7)
        )
        saved = shop.desk.sales.execute(command)
    return saved


def submitted(shop: GoodsShop, saved: Saved) -> tuple[Outcome, bool]:
    """Where the officer's question went, and whether it says below cost."""
    done = shop.desk.officer.execute(SubmitOrder(saved.id, saved.version, Plea("สั่งทำ")))
    return done, shop.request(done.request_id)["facts"]["below_cost"]


def test_a_door_sold_for_less_than_the_supplier_asks_goes_to_the_superior(shop: GoodsShop) -> None:
    done, below = submitted(shop, door(shop, 500, 900))
    assert (done.level, below) == ("SUPERIOR", True)
    card = shop.desk.director.read(request_card, done.request_id)
    assert card.margin == Money.of("-432.71")  # 467.29 before VAT


def test_a_door_that_earns_something_is_not_called_below_cost(shop: GoodsShop) -> None:
    done, below = submitted(shop, door(shop, 1070, "1000"))
    assert (done.level, below) == ("CONSULT", False)
    assert submitted(shop, door(shop, 1070, "1000.01"))[1]


def test_the_last_offer_that_names_a_cost_counts_while_it_holds(shop: GoodsShop) -> None:
    assert not submitted(shop, door(shop, 500, 900, 400))[1]
    assert submitted(shop, door(shop, 500, 400, 900, None))[1]
    stale = door(shop, 500, 900)
    shop.desk.later(days=8)
    assert not submitted(shop, stale)[1]


def test_who_types_the_price_sees_the_question_and_never_the_cost(shop: GoodsShop) -> None:
    saved = door(shop, 500, 900)
    line = LineInput("text", description="ประตูสั่งทำ", unit="บาน", unit_price=Money.of(500))
    content = shop.content(line, deposit_percent=Decimal(50))
    shown = shop.desk.officer.read(preview_order, "SP", content, saved.id)
    assert shown.decision.facts.below_cost
    assert "900" not in str(shown)
