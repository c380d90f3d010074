"""Every order, every question that one asks and every list of work: named, and nothing cut off."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from tests.services.goods_shop import SPECIFICATION, GoodsShop
from tests.ui.eyes import faults
from tests.ui.order_desk import desk, here, offered, shop, sit
from tests.ui.shop import Counter, Sit
from ui.orders import OrdersScreen
from ui.translations import Translations

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


ASK_NOTHING = {"order.acknowledge", "order.allocate", "order.export"}
"""Acts without a question of ours: done at once, or asked by the system's file dialog."""


def papers(shop: GoodsShop) -> Iterator[tuple[str, int]]:
    """A paper of each kind at each turn of its life."""
    yield "sales_order", shop.saved("SO", shop.line("CEM", 40), shop.line("TILE", 3)).id
    order = shop.confirmed("SO", shop.line("CEM", 40), deposit_percent=Decimal(50)).id
    shop.pay(order)
    yield "sales_order", order
    yield "special_order", shop.saved("SP", shop.line("TILE", 2), facts=SPECIFICATION).id
    special = shop.special()
    shop.receive(shop.purchase(special), 5)
    yield "special_order", special
    yield "back_order", shop.back_order(30, deposit_percent=Decimal(30))
    short = shop.back_order(8, "STEEL", deposit_percent=Decimal(0))
    request = shop.purchase(short)
    yield "purchase_request", request
    shop.receive(request, 6, 1)
    yield "back_order", short
    shop.deliver(short, 2)
    yield "back_order", short


def moments(counter: Counter, shop: GoodsShop) -> Iterator[str]:
    """Whatever a person can bring before their eyes of orders."""
    for kind, record_id in list(papers(shop)):
        counter.window.open_record(kind, record_id)
        paper = here(counter)
        yield f"{kind} {paper.title}"
        for name in sorted(offered(paper) - ASK_NOTHING):
            paper.bound[name].trigger()
            if paper.panel is not None:
                yield f"{kind} {name}"
                paper.back()
            counter.window.middle.bring(paper)
    place = counter.window.show_place("orders")
    assert isinstance(place, OrdersScreen)
    for part in place.parts:
        place.show_part(part.key)
        yield part.key


@pytest.mark.parametrize(
    ("person", "language"), [("director", "th"), ("director", "en"), ("sales", "th")]
)
def test_every_question_is_named_and_no_word_is_cut_off(
    shop: GoodsShop, sit: Sit, translations: Translations, person: str, language: str
) -> None:
    translations.use(language)
    counter = sit(person, "orders")
    counter.desk.speak(language)
    wrong: set[str] = set()
    for name in moments(counter, shop):
        wrong |= faults(counter.window, name)
    assert "\n".join(sorted(wrong)) == ""
