"""Slips at orders: nothing passes unlooked, no money is forgotten, no key leads nowhere."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from crm_desktop.messages import sentence
from tests.services.goods_shop import GoodsShop
from tests.ui.hands import hands
from tests.ui.order_desk import asking, desk, here, offered, opened, send, shop, sit, table, write
from tests.ui.shop import Counter, Sit
from ui.deposits import DepositsScreen
from ui.deposits.list import DepositList
from ui.elided import ElidedLabel
from ui.forms.rows import ErrorLine
from ui.orders.list import OrderList
from ui.orders.screen import OrdersScreen
from ui.orders.works import Uncollected
from ui.papers.asking import SubmitPanel
from ui.papers.lines import Cell
from ui.places import new_id
from ui.translations import Translations

__all__ = ["desk", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def facts(paper: object) -> list[str]:
    side = paper.side  # type: ignore[attr-defined]
    return [label.text() for label in side.findChildren(QLabel)]


# ---------------------------------------------------------------- money of a paper that ended


def test_the_deposit_of_a_cancelled_order_is_not_forgotten(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    held = shop.pay(order)
    shop.cancel(order)
    counter = sit("officer", "orders", "deposits")
    paper = opened(counter, "back_order", order)
    assert "450.00" in paper.banner.words.text()
    assert "refund, transfer or forfeit" in paper.banner.words.text()
    assert "To be given back" in facts(paper)
    assert not [words for words in facts(paper) if words.startswith("-450")]
    assert "order.decide" in offered(paper)
    counter.key("Alt+F9")
    place = counter.window.middle.current()
    assert isinstance(place, DepositsScreen)
    page = place.page
    assert isinstance(page, DepositList)
    assert page.shown is not None
    assert page.shown.id == held
    there = {name for name, action in page.bound.items() if action.isVisible()}
    assert {"deposit.refund", "deposit.transfer", "deposit.forfeit"} & there


def test_an_order_that_goes_on_offers_nothing_to_give_back(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    shop.pay(order)
    paper = opened(sit("officer", "orders"), "back_order", order)
    assert "order.decide" not in offered(paper)


def test_a_cancellation_that_is_asked_for_stands_over_the_paper(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    counter = sit("officer", "orders")
    opened(counter, "back_order", order)
    counter.key("Ctrl+Shift+X")
    write(asking(here(counter)), "reason", "no more wanted")
    send(counter)
    other = sit("officer", "orders")
    paper = opened(other, "back_order", order)
    assert paper.shown is not None
    assert paper.shown.request is not None
    asked, waits = paper.banner.words.text().split(" · ")
    assert asked == sentence("authority_matter_document_cancel", "en")
    assert waits.startswith("Waiting for ")


# ---------------------------------------------------------------- what arrived


def arrived(shop: GoodsShop) -> int:
    special = shop.special()
    shop.receive(shop.purchase(special), 5)
    return special


def test_nothing_passes_inspection_by_one_careless_key(shop: GoodsShop, sit: Sit) -> None:
    special = arrived(shop)
    counter = sit("receiving", "orders")
    paper = opened(counter, "special_order", special)
    counter.key("Shift+F12")
    send(counter)
    assert asking(paper).fields["agrees"].widget.property("wrong")
    assert paper.shown is not None
    assert paper.shown.state == "arrived"
    counter.key("Down", into=QApplication.focusWidget())
    send(counter)
    assert paper.shown.state == "inspected"


def test_who_receives_a_special_order_hears_that_it_is_here(shop: GoodsShop, sit: Sit) -> None:
    request = shop.purchase(shop.special())
    counter = sit("receiving", "orders")
    opened(counter, "purchase_request", request)
    counter.key("Ctrl+I")
    send(counter)
    assert counter.said[-1] == "The arrival is recorded"


def test_a_long_name_in_a_question_ends_in_dots_and_not_in_the_middle(
    shop: GoodsShop, sit: Sit
) -> None:
    request = shop.purchase(shop.special(shop.line("TILE", 5, description="ประตูไม้สักทอง " * 12)))
    counter = sit("receiving", "orders")
    paper = opened(counter, "purchase_request", request)
    counter.key("Ctrl+I")
    (name,) = table(asking(paper)).widget.findChildren(ElidedLabel)
    assert name.shown.endswith("…")


# ---------------------------------------------------------------- days


def test_the_day_that_is_promised_already_is_no_new_promise(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(0))
    day = shop.desk.now.date() + timedelta(days=5)
    shop.answer(shop.purchase(order), "confirm", on=day)
    counter = sit("officer", "orders")
    paper = opened(counter, "back_order", order)
    before = shop.told(order).count("promise")
    counter.key("Ctrl+Shift+T")
    write(asking(paper), "reason", "factory")
    send(counter)
    assert asking(paper).fields["on"].widget.property("wrong")
    assert shop.told(order).count("promise") == before
    write(asking(paper), "on", "+7")
    send(counter)
    assert paper.panel is None


def test_a_wanted_day_is_counted_from_today_like_every_other_day(shop: GoodsShop, sit: Sit) -> None:
    counter = sit("officer", "orders")
    paper = opened(counter, "sales_order", new_id(shop.customer))
    field = paper.form.fields["facts.wanted_on"]
    field.widget.setFocus()
    hands("+7", "<Tab>")
    assert field.value() == shop.desk.now.date() + timedelta(days=7)


def test_what_is_wrong_with_a_narrow_field_is_read_in_one_line(shop: GoodsShop, sit: Sit) -> None:
    counter = sit("officer", "orders")
    paper = opened(counter, "sales_order", new_id(shop.customer))
    box = paper.form.fields["facts.wanted_on"].widget
    assert isinstance(box, QLineEdit)
    box.setFocus()
    hands("32/13/2569", "<Tab>")
    (line,) = (each for each in paper.form.findChildren(ErrorLine) if each.isVisible())
    assert line.width() > 4 * box.width()
    assert line.label.heightForWidth(line.label.width()) < 2 * line.label.fontMetrics().height()
    box.setFocus()
    box.selectAll()
    hands("+1")
    assert not line.isVisible()


# ---------------------------------------------------------------- what is read at a glance


def test_what_storing_costs_is_seen_without_moving_the_list(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(0))
    shop.receive(shop.purchase(order), 10)
    counter = sit("director", "orders")
    counter.key("Ctrl+7")
    page = _place(counter).page
    assert isinstance(page, Uncollected)
    keys = [column.key for column in page.list.model.columns]
    header = page.list.table.horizontalHeader()
    assert not header.isSectionHidden(keys.index("fee"))
    assert page.list.table.horizontalScrollBar().maximum() == 0


def test_the_question_about_cancelling_names_no_other_kind_of_paper(
    shop: GoodsShop, sit: Sit, translations: Translations
) -> None:
    draft = shop.saved("BO", shop.line("CEM", 10))
    counter = sit("director", "orders")
    translations.use("th")
    paper = opened(counter, "back_order", draft.id)
    counter.key("Ctrl+Shift+X")
    assert asking(paper).heading.text() == "ยกเลิกเอกสารนี้"


# ---------------------------------------------------------------- who and why


def test_who_writes_no_orders_is_not_led_into_an_order_without_save(
    shop: GoodsShop, sit: Sit
) -> None:
    counter = sit("credit", "orders")
    counter.key("Ctrl+N")
    place = counter.window.middle.current()
    assert isinstance(place, OrdersScreen)
    assert isinstance(place.page, OrderList)
    assert "list.new" not in place.bound
    assert "list.new" in _place(sit("officer", "orders")).bound


def _place(counter: Counter) -> OrdersScreen:
    place = counter.window.middle.current()
    assert isinstance(place, OrdersScreen)
    return place


def test_nobody_is_asked_for_a_competitor_where_no_price_is_asked_for(
    shop: GoodsShop, sit: Sit
) -> None:
    counter = sit("officer", "orders")
    assert "competitor" in _asked(counter, shop, "12%").fields
    shop.tell_credit(blocked=True)
    for discount in ("", "12%"):
        panel = _asked(counter, shop, discount)
        assert ("competitor" in panel.fields) == bool(discount)
        reason = panel.fields["reason"].widget
        assert isinstance(reason, QLineEdit)
        assert bool(reason.placeholderText()) == bool(discount)


def _asked(counter: Counter, shop: GoodsShop, discount: str) -> SubmitPanel:
    paper = opened(counter, "sales_order", new_id(shop.customer))
    paper.form.grid.go_to_end()
    hands("CEM", "<Enter>", "10", "<Enter>", "<Enter>", "<Enter>")
    if discount:
        paper.form.grid.go_to(0, Cell.DISCOUNT)
        hands(discount, "<Enter>")
    counter.key("Ctrl+Return")
    panel = asking(paper)
    assert isinstance(panel, SubmitPanel)
    return panel


def test_a_purchase_is_asked_for_without_a_competitors_price(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(600, deposit_percent=Decimal(0))
    request = shop.ask(order)
    counter = sit("officer", "orders")
    paper = opened(counter, "purchase_request", request.id)
    counter.key("Ctrl+Return")
    panel = asking(paper)
    assert isinstance(panel, SubmitPanel)
    assert "competitor" not in panel.fields
    write(panel, "reason", "the customer waits")
    send(counter)
    assert paper.shown is not None
    assert paper.shown.state == "waiting"
