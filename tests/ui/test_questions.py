"""A question that stands open while others change its paper: nothing is done on what nobody saw."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel

from crm_desktop.services.attachments import Attach
from crm_desktop.services.orders import order_lists
from crm_desktop.services.orders.order_lists import Order
from crm_desktop.services.orders.orders import SaveOrder
from crm_desktop.services.papers.quotation_life import CancelQuotation
from tests.services.goods_shop import PNG, GoodsShop
from tests.ui.order_desk import asking, desk, opened, send, shop, sit, table, write
from tests.ui.shop import Counter, Sit
from ui.orders.signature import SignatureField
from ui.orders.sums import HandingSums
from ui.papers.document import PaperDocument
from ui.papers.panels import Panel

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

OTHER_DOOR = "ประตูเหล็กสีดำ 200 x 300"


@pytest.fixture
def counter(sit: Sit) -> Counter:
    return sit("officer", "orders", "quotations")


def stored(shop: GoodsShop, paper_id: int) -> Order:
    return shop.desk.director.read(order_lists.order, paper_id)


def read_out(panel: Panel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def said(panel: Panel) -> str:
    assert panel.bar.isVisible()
    return panel.bar.label.text()


def drawn(panel: Panel) -> SignatureField:
    field = panel.fields["signature_png"]
    assert isinstance(field, SignatureField)
    return field


def reword(shop: GoodsShop, paper_id: int, words: str) -> None:
    """The director writes another specification at a counter of their own."""
    there = stored(shop, paper_id)
    content = replace(there.content, facts=(("specification", words),))
    shop.desk.director.execute(SaveOrder("SP", paper_id, there.version, content))


@pytest.mark.parametrize("heard", [True, False], ids=["told before", "pressed first"])
def test_a_signature_is_never_stored_on_words_the_customer_did_not_see(
    shop: GoodsShop, counter: Counter, heard: bool
) -> None:
    special = shop.special_draft()
    paper = opened(counter, "special_order", special.id)
    counter.key("F11")
    write(asking(paper), "signer", "Nok")
    drawn(asking(paper)).pad.strokes = [[QPointF(5, 5), QPointF(50, 40)]]
    reword(shop, special.id, OTHER_DOOR)
    if heard:
        first = asking(paper)
        counter.hear()
        assert asking(paper) is first, "nothing moves under the hand that signs"
        assert said(first).startswith("Director changed this paper"), said(first)
    send(counter)
    assert stored(shop, special.id).state == "draft"
    panel = asking(paper)
    assert OTHER_DOOR in read_out(panel)
    assert "Director changed this paper" in said(panel)
    assert panel.fields["signer"].raw() == "Nok", "what was typed stays"
    assert drawn(panel).raw() == "", "what was signed was something else"
    drawn(panel).pad.strokes = [[QPointF(5, 5), QPointF(50, 40)]]
    send(counter)
    assert stored(shop, special.id).state == "signed"


def test_a_drawing_hung_on_meanwhile_is_seen_before_it_is_signed(
    shop: GoodsShop, counter: Counter
) -> None:
    special = shop.special_draft()
    paper = opened(counter, "special_order", special.id)
    counter.key("F11")
    write(asking(paper), "signer", "Nok")
    drawn(asking(paper)).pad.strokes = [[QPointF(5, 5), QPointF(50, 40)]]
    shop.desk.director.execute(Attach(special.id, "drawing", "door.png", PNG))
    send(counter)
    assert stored(shop, special.id).state == "draft"
    assert "door.png" in read_out(asking(paper))
    drawn(asking(paper)).pad.strokes = [[QPointF(5, 5), QPointF(50, 40)]]
    send(counter)
    assert stored(shop, special.id).state == "signed"


def test_goods_are_not_handed_over_for_a_sum_that_was_not_on_the_screen(
    shop: GoodsShop, counter: Counter
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 10))
    paper = opened(counter, "sales_order", order.id)
    paper.bound["order.deliver"].trigger()
    table(asking(paper)).cells[0]["quantity"].set_raw("4")
    write(asking(paper), "receiver", "Nok")
    shop.cancel(order.id, 6)
    send(counter)
    assert shop.stages(order.id).get("delivered") is None
    panel = asking(paper)
    assert "4" in read_out(panel)
    assert (table(panel).cells[0]["quantity"].raw(), panel.fields["receiver"].raw()) == ("4", "Nok")
    sums = panel.findChild(HandingSums)
    assert sums is not None
    sums.tell()
    assert sums.value.text() == str(stored(shop, order.id).due)
    send(counter)
    assert shop.stages(order.id)["delivered"] == Decimal(4)


def test_a_deposit_that_came_meanwhile_is_seen_before_it_is_deducted(
    shop: GoodsShop, counter: Counter
) -> None:
    """Money moves without a word of the paper being changed."""
    order = shop.confirmed("SO", shop.line("CEM", 10))
    paper = opened(counter, "sales_order", order.id)
    paper.bound["order.deliver"].trigger()
    write(asking(paper), "receiver", "Nok")
    shop.pay(order.id, 500)
    send(counter)
    assert shop.stages(order.id).get("delivered") is None
    assert "way" in asking(paper).fields, "the deposit is there to be deducted now"


def test_an_order_delivered_meanwhile_is_not_given_up_for_what_was_left_before(
    shop: GoodsShop, sit: Sit
) -> None:
    counter = sit("director", "orders")
    order = shop.confirmed("SO", shop.line("CEM", 10))
    paper = opened(counter, "sales_order", order.id)
    paper.bound["document.cancel"].trigger()
    write(asking(paper), "reason", "customer withdrew")
    shop.deliver(order.id, 4)
    counter.hear()
    asking(paper).bar.buttons[0].click()
    panel = asking(paper)
    assert "6" in read_out(panel)
    assert panel.fields["reason"].raw() == "customer withdrew"
    assert shop.stages(order.id)["delivered"] == Decimal(4)
    assert "cancelled" not in shop.stages(order.id)
    panel.go()
    assert shop.stages(order.id)["cancelled"] == Decimal(6)


def test_a_question_that_has_no_sense_any_more_goes_and_says_why(
    shop: GoodsShop, counter: Counter
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 10))
    paper = opened(counter, "sales_order", order.id)
    paper.bound["order.deliver"].trigger()
    write(asking(paper), "receiver", "Nok")
    shop.cancel(order.id, 10)
    send(counter)
    assert paper.panel is None
    assert "changed" in paper.note.label.text()
    assert "not possible now" in counter.said[-1]


def test_a_quotation_changed_while_its_reason_is_typed_is_not_put_forward_as_it_was(
    shop: GoodsShop, counter: Counter
) -> None:
    saved = shop.draft(shop.line("CEM", 10, discount="12%"))
    counter.window.open_record("quotation", saved.id)
    paper = counter.window.middle.current()
    assert isinstance(paper, PaperDocument)
    counter.key("Ctrl+Return")
    assert paper.panel is not None
    write(paper.panel, "reason", "old customer")
    shop.desk.director.execute(CancelQuotation(saved.id, saved.version, "twice"))
    send(counter)
    assert paper.panel is None
    assert paper.shown is not None
    assert paper.shown.state == "cancelled"
