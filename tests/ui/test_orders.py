"""Orders from the first line to goods in hand, each person at their own window, by keyboard."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.money import Money
from crm_desktop.services.papers.quotation_life import FollowQuotation
from tests.services.goods_shop import GoodsShop
from tests.ui.hands import hands
from tests.ui.order_desk import asking, desk, here, offered, opened, send, shop, sit, table, write
from tests.ui.shop import Counter, Sit
from ui.approvals.screen import ApprovalsScreen
from ui.orders import OrderDocument
from ui.orders.signature import SignatureField
from ui.orders.sums import HandingSums
from ui.paper_view import PaperWindow
from ui.papers.lines import Cell
from ui.papers.panels import Panel
from ui.places import new_id

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def counter(shop: GoodsShop, sit: Sit) -> Counter:
    return sit("director", "orders")


def typed(paper: OrderDocument, code: str, quantity: str) -> None:
    paper.form.grid.go_to_end()
    hands(code, "<Enter>", quantity, "<Enter>", "<Enter>", "<Enter>")


def stages(shop: GoodsShop, paper: OrderDocument) -> dict[str, Decimal]:
    assert paper.shown is not None
    return shop.stages(paper.shown.id)


# ---------------------------------------------------------------- writing and confirming


def test_an_order_is_typed_and_confirmed_with_one_key(shop: GoodsShop, counter: Counter) -> None:
    paper = opened(counter, "sales_order", new_id(shop.customer))
    typed(paper, "CEM", "10")
    paper.form.fields["facts.handing"].set_raw("pickup")
    counter.key("Ctrl+Return")
    assert paper.shown is not None
    assert paper.shown.number == "SO01-6911-00001"
    assert dict(paper.shown.content.facts) == {"handing": "pickup"}
    assert isinstance(counter.window.middle.current(), PaperWindow)
    assert paper.form.read_only
    assert paper.form.grid.lines.lines[0].note == "To deliver 10"


def test_a_day_that_is_over_is_told_beside_its_own_field(shop: GoodsShop, counter: Counter) -> None:
    paper = opened(counter, "sales_order", new_id(shop.customer))
    typed(paper, "CEM", "1")
    box = paper.form.fields["facts.wanted_on"].widget
    paper.form.fields["facts.wanted_on"].set_raw("1/11/2569")
    counter.key("Ctrl+Return")
    assert box.property("wrong")
    assert paper.shown is not None
    assert paper.shown.number is None
    assert paper.form.fields["facts.wanted_on"].raw() == "1/11/2569", "what was typed stays"


def test_a_special_order_keeps_its_specification_as_a_draft_and_asks_for_it_at_the_end(
    shop: GoodsShop, counter: Counter
) -> None:
    paper = opened(counter, "special_order", new_id(shop.customer))
    typed(paper, "TILE", "3")
    counter.key("Ctrl+S")
    assert paper.shown is not None
    assert paper.shown.content.deposit_percent == 50, "the shop's usual deposit is offered"
    assert "order.sign" in offered(paper)
    counter.key("F11")
    field = paper.form.fields["facts.specification"]
    assert field.widget.property("wrong")
    field.set_raw("oak door")
    counter.key("Ctrl+S")
    assert dict(paper.shown.content.facts)["specification"] == "oak door"


def test_an_accepted_quotation_becomes_an_order_at_its_prices(shop: GoodsShop, sit: Sit) -> None:
    counter = sit("officer", "quotations", "orders")
    issued = shop.issued(shop.line("CEM", 10, discount="3%"))
    accepted = FollowQuotation(issued.id, issued.version, "accept")
    shop.desk.officer.execute(accepted)
    counter.window.open_record("quotation", issued.id)
    counter.key("Ctrl+O")
    hands("<Enter>")
    paper = here(counter)
    assert paper.kind == "sales_order"
    line = paper.form.grid.lines.lines[0]
    assert (line.code, line.discount) == ("CEM", "3%")
    assert line.source_id is not None
    assert "QT01" in paper.about.text()
    counter.key("Ctrl+Return")
    assert paper.shown is not None
    assert paper.shown.state == "confirmed", "what was approved is not asked again"
    kinds = [node.kind for node in paper.shown.family]
    assert kinds == ["QT", "SO"]


def test_what_the_shelf_lacks_is_split_off_in_one_step(shop: GoodsShop, counter: Counter) -> None:
    paper = opened(counter, "sales_order", new_id(shop.customer))
    typed(paper, "CEM", "10")
    counter.key("Ctrl+S")
    counter.key("Ctrl+Shift+S")
    take = table(asking(paper), "take")
    assert not paper.form.isVisible(), "the question has the room of the form"
    assert take.cells[0]["quantity"].raw() == "10", "nothing lies on the shelf"
    take.cells[0]["quantity"].set_raw("11")
    counter.key("Ctrl+Return")
    assert take.cells[0]["quantity"].widget.property("wrong")
    take.cells[0]["quantity"].set_raw("4")
    counter.key("Ctrl+Return")
    other = here(counter)
    assert other.kind == "back_order"
    assert other.form.grid.lines.lines[0].quantity == "4"
    assert paper.form.grid.lines.lines[0].quantity == "6"
    assert paper.form.isVisibleTo(paper)


def test_an_order_that_is_not_ones_own_is_asked_for_and_approved_at_another_window(
    shop: GoodsShop, sit: Sit
) -> None:
    counter = sit("officer", "orders")
    paper = opened(counter, "sales_order", new_id(shop.customer))
    typed(paper, "CEM", "10")
    paper.form.grid.go_to(0, Cell.DISCOUNT)
    hands("12%", "<Enter>")
    counter.key("Ctrl+Return")
    write(asking(paper), "reason", "old customer")
    send(counter)
    assert paper.shown is not None
    assert paper.shown.state == "waiting"
    superior = sit("supervisor", "approvals", "orders")
    queue = superior.window.show_place("approvals")
    assert isinstance(queue, ApprovalsScreen)
    superior.key("A")
    send(superior)
    counter.hear()
    assert paper.state.text() == "Ready to confirm"
    assert paper.go is not None
    assert paper.go.text() == "Confirm and print"
    counter.key("Ctrl+Return")
    assert paper.shown.number == "SO01-6911-00001"


# ---------------------------------------------------------------- goods on their way


@pytest.fixture
def short(shop: GoodsShop) -> int:
    """A back order of ten that asks for no deposit."""
    return shop.back_order(10, deposit_percent=Decimal(0))


def test_a_purchase_is_requested_acknowledged_and_promised(
    shop: GoodsShop, sit: Sit, short: int
) -> None:
    desk = sit("director", "orders")
    paper = opened(desk, "back_order", short)
    desk.key("Ctrl+Shift+Q")
    assert table(asking(paper)).cells[0]["quantity"].raw() == "10"
    write(asking(paper), "supplier", "SCG")
    send(desk)
    request = here(desk)
    assert request.kind == "purchase_request"
    assert request.form.fields["facts.supplier"].raw() == "SCG"
    desk.key("Ctrl+Return")
    assert request.shown is not None
    assert request.shown.number == "PR01-6911-00001"
    sales = sit("sales", "orders")
    asked = opened(sales, "purchase_request", request.shown.id)
    assert {"order.acknowledge", "order.confirm", "order.decline"} <= offered(asked)
    assert "order.request" not in offered(asked)
    sales.key("Ctrl+Shift+K")
    assert asked.shown is not None
    assert asked.shown.state == "acknowledged"
    sales.key("Ctrl+Shift+C")
    write(asking(asked), "on", "1/11/2569")
    send(sales)
    assert asking(asked).fields["on"].widget.property("wrong"), "a promise is not for yesterday"
    write(asking(asked), "on", "1/12/2569")
    send(sales)
    assert asked.shown.state == "confirmed"
    desk.hear()
    desk.window.middle.bring(paper)
    assert "1/12/2569" in paper.form.grid.lines.lines[0].note
    assert "1/12/2569" in paper.banner.words.text()


def test_rejected_goods_need_a_word_and_the_good_ones_are_given_out(
    shop: GoodsShop, sit: Sit, short: int
) -> None:
    request = shop.purchase(short)
    receiving = sit("receiving", "orders")
    paper = opened(receiving, "purchase_request", request)
    receiving.key("Ctrl+I")
    cells = table(asking(paper)).cells[0]
    cells["accepted"].set_raw("7")
    cells["rejected"].set_raw("2")
    send(receiving)
    assert cells["disposition"].widget.property("wrong")
    cells["disposition"].set_raw("return")
    send(receiving)
    assert cells["findings"].widget.property("wrong")
    cells["findings"].set_raw("broken bags")
    send(receiving)
    assert paper.panel is None
    assert shop.stages(short) == {"requested": 3, "allocated": 7}
    assert "BO01-6911-00001" in receiving.said[-1]


def test_the_customer_is_told_and_takes_the_goods_against_a_signature(
    shop: GoodsShop, sit: Sit, short: int
) -> None:
    shop.receive(shop.purchase(short), 10)
    counter = sit("officer", "orders")
    paper = opened(counter, "back_order", short)
    counter.key("Ctrl+M")
    asking(paper).fields["channel"].set_raw("line")
    send(counter)
    assert asking(paper).fields["words"].widget.property("wrong"), "what was said is written down"
    write(asking(paper), "words", "come and get it")
    send(counter)
    assert stages(shop, paper) == {"told": 10}
    counter.key("F12")
    cells = table(asking(paper)).cells[0]
    cells["quantity"].set_raw("12")
    send(counter)
    assert asking(paper).fields["receiver"].widget.property("wrong")
    write(asking(paper), "receiver", "Somchai")
    send(counter)
    assert cells["quantity"].widget.property("wrong"), "no more than lies ready"
    cells["quantity"].set_raw("4")
    signed = asking(paper).fields["signature_png"]
    assert isinstance(signed, SignatureField)
    QTest.mousePress(signed.pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(signed.pad, QPoint(80, 60))
    QTest.mouseRelease(signed.pad, Qt.MouseButton.LeftButton, pos=QPoint(80, 60))
    send(counter)
    slip = counter.window.middle.current()
    assert isinstance(slip, PaperWindow)
    assert slip.title.endswith("BO01-6911-00001/1")
    assert stages(shop, paper) == {"told": 6, "delivered": 4}
    attachment = shop.store.t.attachment
    assert [row[0] for row in attachment.select(attachment.c.use).tuples()] == ["signature"]
    counter.window.middle.bring(paper)
    counter.key("Ctrl+F6")
    shown = " ".join(label.text() for label in asking(paper).findChildren(QLabel))
    assert "come and get it" in shown
    assert "Somchai" in shown


def test_deposits_come_off_a_delivery_as_chosen(shop: GoodsShop, sit: Sit) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(50)).id
    shop.pay(order)
    counter = sit("officer", "orders")
    paper = opened(counter, "sales_order", order)
    assert paper.shown is not None
    facts = [label.text() for label in paper.side.findChildren(QLabel)]
    assert "750.00" in facts, "the deposit stands at the side"
    counter.key("F12")
    panel = asking(paper)
    write(panel, "receiver", "Somchai")
    panel.fields["way"].set_raw("chosen")
    table(panel, "deposits").cells[0]["amount"].set_raw("500")
    send(counter)
    assert "500.00 deducted" in counter.said[-1]
    assert paper.shown.deposits.applied == Money.of(500)


def test_what_is_to_collect_follows_the_quantities_that_are_typed(
    shop: GoodsShop, sit: Sit, qtbot: QtBot
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(50)).id
    shop.pay(order)
    counter = sit("officer", "orders")
    panel = asked_for_delivery(counter, order)
    sums = panel.findChild(HandingSums)
    assert isinstance(sums, HandingSums)

    def figures() -> list[str]:
        return [label.text() for label in (sums.value, sums.deducted, sums.remainder)]

    assert figures() == ["1,500.00", "750.00", "750.00"]
    quantity = table(panel).cells[0]["quantity"]
    quantity.set_raw("4")
    qtbot.waitUntil(lambda: figures() == ["600.00", "300.00", "300.00"])
    panel.fields["way"].set_raw("chosen")
    table(panel, "deposits").cells[0]["amount"].set_raw("500")
    qtbot.waitUntil(lambda: figures() == ["600.00", "500.00", "100.00"])
    quantity.set_raw("11")
    qtbot.waitUntil(lambda: figures() == ["–", "–", "–"])


def asked_for_delivery(counter: Counter, order: int) -> Panel:
    paper = opened(counter, "sales_order", order)
    counter.key("F12")
    return asking(paper)


def test_a_missing_deposit_is_said_and_asked_for_by_key(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    counter = sit("officer", "orders")
    paper = opened(counter, "back_order", order)
    assert paper.banner.words.text().startswith("450.00 of the deposit is missing")
    counter.key("F9")
    assert asking(paper).fields["amount"].raw() == "450.00", "what is missing is offered"
    write(asking(paper), "amount", "900")
    send(counter)
    deposit = shop.store.t.deposit
    rows = deposit.select(deposit.c.for_id, deposit.c.expected_satang).tuples()
    assert list(rows) == [(order, 90_000)]


def test_a_key_for_what_cannot_be_done_says_why(shop: GoodsShop, sit: Sit) -> None:
    order = shop.back_order(10)
    counter = sit("officer", "orders")
    paper = opened(counter, "back_order", order)
    counter.key("F12")
    assert paper.panel is None
    assert "Hand over the goods" in counter.said[-1]
    assert "BO01-6911-00001" in counter.said[-1]
    counter.key("Ctrl+S")
    assert "Save draft" in counter.said[-1]
    said = len(counter.said)
    counter.key("F9")
    assert paper.panel is not None
    assert len(counter.said) == said, "what is possible is done, not explained"


def test_a_question_is_answered_by_the_key_that_saves_too(shop: GoodsShop, sit: Sit) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 10)).id
    panel = asked_for_delivery(sit("officer", "orders"), order)
    assert "Ctrl+Enter" in panel.accept.text()
    box = panel.fields["receiver"].widget
    QTest.keySequence(box, QKeySequence("Ctrl+S"))
    assert box.property("wrong"), "the question is judged, the paper beneath is not saved"
    write(panel, "receiver", "Somchai")
    QTest.keySequence(box, QKeySequence("Ctrl+S"))
    assert shop.stages(order) == {"delivered": 10}
