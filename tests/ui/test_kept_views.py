"""Kept views by keys alone: a list looks again as it was kept, on any PC of its person."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from crm_desktop.services.view_lists import list_views
from crm_desktop.services.views import KeepView, OpenWithView
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui.kept_views import ViewsPanel
from ui.orders.list import OrderList
from ui.papers.list import PapersScreen
from ui.quotations.list import QuotationList

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def quotations(counter: Counter) -> QuotationList:
    found = counter.window.show_place("quotations").findChild(QuotationList)
    assert isinstance(found, QuotationList)
    return found


def panel_of(counter: Counter, screen: PapersScreen) -> ViewsPanel:
    screen.list.setFocus()
    counter.key("Alt+V")
    panels = [each for each in screen.findChildren(ViewsPanel) if each.isVisible()]
    assert len(panels) == 1
    return panels[0]


def cursor() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(cursor(), key)


def keep(counter: Counter, screen: PapersScreen, name: str) -> None:
    panel = panel_of(counter, screen)
    if panel.list.isVisible():
        panel.name.widget.setFocus()
    box = cursor()
    assert isinstance(box, QLineEdit), "the cursor stands where the name is typed"
    box.insert(name)
    press(Qt.Key.Key_Return)


def test_a_view_brings_back_filter_text_order_and_columns(shop: SellingShop, sit: Sit) -> None:
    counter = sit("officer", "quotations")
    screen = quotations(counter)
    screen.show_stage("draft")
    was_mine = screen.mine
    screen.list.model.sort(3, Qt.SortOrder.DescendingOrder)
    screen.list.show_column("project", True)
    screen.list.show_column("owner", False)
    screen.list.look_for("ปูน")
    keep(counter, screen, "งานปูน")
    assert "งานปูน" in counter.said[-1]
    looked = (screen.list.model.query, [c.key for c in screen.list.shown_columns()])
    screen.show_stage("open")
    screen.switch_whose()
    screen.list.look_for("")
    screen.list.show_column("owner", True)
    screen.list.model.sort(0)
    panel_of(counter, screen)
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, cursor(), Qt.Key(0x0E45), "ๅ",
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert (screen.stage, screen.mine) == ("draft", was_mine)
    assert screen.list.filter.text() == "ปูน"
    assert (screen.list.model.query, [c.key for c in screen.list.shown_columns()]) == looked
    assert screen.list.isAncestorOf(cursor())


def test_a_view_follows_its_person_to_another_pc_and_can_open_the_list(
    shop: SellingShop, sit: Sit
) -> None:
    here = sit("officer", "orders")
    orders = here.window.show_place("orders").findChild(OrderList)
    assert isinstance(orders, OrderList)
    orders.kind_box.setCurrentIndex(1)
    orders.show_stage("todo")
    keep(here, orders, "to do")
    panel = panel_of(here, orders)
    panel.opens.click()
    assert "opens with it" in panel.list.item(0).text()
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    there = sit("officer", "orders").window.show_place("orders").findChild(OrderList)
    assert isinstance(there, OrderList)
    assert (there.kind, there.stage) == (orders.kind, "todo")
    stranger = sit("supervisor", "orders").window.show_place("orders").findChild(OrderList)
    assert isinstance(stranger, OrderList)
    assert stranger.stage == "all"


def test_a_view_of_what_is_gone_opens_without_it_and_says_so(shop: SellingShop, sit: Sit) -> None:
    gone = {"filters": {"chips": {"value": "flown", "words": "Flown"}, "moon": {"value": 1}}}
    odd = {"columns": ["reference", "gone", 7], "sort": "gone", "text": 5}
    officer = shop.desk.officer
    kept = officer.execute(KeepView("quotations", "old", json.dumps({**gone, **odd})))
    officer.execute(OpenWithView(kept, True))
    counter = sit("officer", "quotations")
    screen = quotations(counter)
    assert screen.stage == "all"
    assert [column.key for column in screen.list.shown_columns()] == ["reference"]
    assert screen.list.model.query.sort is None
    assert "Flown" in counter.said[-1]


def test_a_view_is_renamed_taken_away_and_brought_back_by_keys(shop: SellingShop, sit: Sit) -> None:
    counter = sit("officer", "quotations")
    screen = quotations(counter)
    keep(counter, screen, "one")
    keep(counter, screen, "two")
    panel = panel_of(counter, screen)
    panel.rename.setFocus()
    press(Qt.Key.Key_Space)
    box = cursor()
    assert isinstance(box, QLineEdit)
    box.setText("two")
    press(Qt.Key.Key_Return)
    assert panel.isVisible(), "the name is taken"
    box.setText("first")
    press(Qt.Key.Key_Return)

    def titles() -> list[str]:
        return [view.title for view in counter.desk.read(list_views, "quotations")]

    assert titles() == ["first", "two"]
    panel.list.setCurrentRow(0)
    panel.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert titles() == ["two"]
    counter.key("Ctrl+Z")
    assert titles() == ["first", "two"]
    counter.key("Alt+V")
    assert not panel.isVisible(), "asked again, it goes away"
