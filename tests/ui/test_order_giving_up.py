"""What the customer does not want any more goes by key: all of a paper, or so much of a line."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.goods_shop import GoodsShop
from tests.ui.order_desk import asking, desk, opened, send, shop, sit, table, write
from tests.ui.shop import Sit
from ui.actions import ACTIONS
from ui.orders import OrderDocument

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

CANCEL = ACTIONS["document.cancel"].keys[0]
REMOVE = ACTIONS["line.remove"].keys[0]


def test_so_much_of_one_line_is_cancelled_and_the_rest_stays_ordered(
    shop: GoodsShop, sit: Sit
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4), shop.line("TILE", 6)).id
    counter = sit("director", "orders")
    paper = opened(counter, "sales_order", order)
    counter.key(CANCEL)
    panel = asking(paper)
    write(panel, "reason", "fewer rooms")
    assert not table(panel).widget.isVisible(), "all of it unless somebody chooses lines"
    panel.fields["way"].set_raw("some")
    send(counter)
    assert paper.panel is panel, "nothing typed cancels nothing"
    table(panel).cells[1]["quantity"].set_raw("7")
    send(counter)
    assert table(panel).cells[1]["quantity"].widget.property("wrong"), "no more than is open"
    table(panel).cells[1]["quantity"].set_raw("2")
    send(counter)
    assert paper.panel is None
    assert shop.stages(order) == {"open": 8, "cancelled": 2}
    assert paper.form.grid.lines.lines[1].note == "To deliver 4 · Cancelled 2"


def test_the_whole_paper_is_cancelled_by_the_same_key_and_needs_a_reason(
    shop: GoodsShop, sit: Sit
) -> None:
    order = shop.back_order(4, deposit_percent=Decimal(0))
    counter = sit("director", "orders")
    paper = opened(counter, "back_order", order)
    counter.key(CANCEL)
    send(counter)
    assert asking(paper).fields["reason"].widget.property("wrong")
    write(asking(paper), "reason", "not wanted")
    send(counter)
    assert shop.row(order)["state"] == "cancelled"


def test_an_officer_who_cancels_a_part_hears_whom_it_waits_for(shop: GoodsShop, sit: Sit) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    counter = sit("officer", "orders")
    paper = opened(counter, "sales_order", order)
    counter.key(CANCEL)
    write(asking(paper), "reason", "fewer bags")
    asking(paper).fields["way"].set_raw("some")
    table(asking(paper)).cells[0]["quantity"].set_raw("1")
    send(counter)
    assert "Supervisor" in counter.said[-1]
    assert shop.stages(order) == {"open": 4}, "nothing goes before the answer"


def test_a_draft_goes_as_a_whole_without_being_asked_of_which_lines(
    shop: GoodsShop, sit: Sit
) -> None:
    draft = shop.saved("SO", shop.line("CEM", 4)).id
    counter = sit("director", "orders")
    paper = opened(counter, "sales_order", draft)
    counter.key(CANCEL)
    assert "way" not in asking(paper).fields
    write(asking(paper), "reason", "typed twice")
    send(counter)
    assert shop.row(draft)["state"] == "cancelled"


# ---------------------------------------------------------------- keys beside a question


def descriptions(paper: OrderDocument) -> list[str]:
    return [line.description for line in paper.form.grid.lines.lines]


def test_the_key_that_removes_a_line_does_not_reach_a_read_only_paper_beside_a_question(
    shop: GoodsShop, sit: Sit
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4), shop.line("TILE", 6)).id
    counter = sit("director", "orders")
    paper = opened(counter, "sales_order", order)
    before = descriptions(paper)
    for open_question in ("F12", CANCEL):
        counter.key(open_question)
        for field in asking(paper).fields.values():
            if field.widget.isVisibleTo(asking(paper)):
                field.widget.setFocus()
                box = QApplication.focusWidget()
                assert box is not None
                QTest.keySequence(box, QKeySequence(REMOVE))
        counter.key("Esc")
    counter.key(REMOVE)
    assert descriptions(paper) == before
    assert not paper.form.dirty
    assert shop.stages(order) == {"open": 10}


def test_a_line_is_not_removed_behind_a_question_that_stands_over_a_draft(
    shop: GoodsShop, sit: Sit
) -> None:
    counter = sit("director", "orders")
    paper = opened(counter, "sales_order", shop.saved("SO", shop.line("CEM", 4)).id)
    before = descriptions(paper)
    counter.key("Ctrl+Shift+S")
    asking(paper).accept.setFocus()
    counter.key(REMOVE)
    assert descriptions(paper) == before
    counter.key("Esc")
    paper.form.grid.setFocus()
    counter.key(REMOVE)
    assert descriptions(paper) != before, "the key works again once the question is gone"
