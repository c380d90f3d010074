"""Two records of one customer become one by keys alone, and part again."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.customers.finder import LookForDoubles
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Sit, sit
from ui.customers import CustomersScreen
from ui.doubles.merge import MergeScreen
from ui.doubles.pairs import PairsPage
from ui.doubles.screen import DoublesScreen
from ui.main_window import MainWindow
from ui.theme import tokens

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def two(shop: SellingShop) -> tuple[int, int]:
    """One customer twice."""
    first = SaveCustomer(None, 0, "person", "สมชาย ใจดี", ("081-999-8888",), zone="บางนา")
    second = replace(first, full_name="คุณสมชาย ใจดี", zone="สีลม", email="a@b.co")
    ids = shop.desk.officer.execute(first), shop.desk.officer.execute(second)
    shop.desk.officer.execute(LookForDoubles())
    return ids


def merge_screen(window: MainWindow) -> MergeScreen:
    screens = [each for each in window.findChildren(MergeScreen) if each.isVisible()]
    return screens[-1]


def stands_for(shop: SellingShop, customer_id: int) -> int | None:
    customer = shop.store.t.customer
    rows = customer.select(customer.c.merged_into_id).where(customer.c.id == customer_id)
    found: int | None = next(iter(rows.tuples()))[0]
    return found


def test_from_the_work_list_to_one_customer_and_back_by_keys(shop: SellingShop, sit: Sit) -> None:
    keeps, goes = two(shop)
    counter = sit("director", "customers")
    counter.window.show_place("customers")
    counter.key("Alt+F3")
    counter.key("M")
    screen = merge_screen(counter.window)
    assert [side.id for side in screen._sides()] == [keeps, goes]
    zone = next(n for n, each in enumerate(screen.table._fields) if each.field == "zone")
    screen.table.setCurrentCell(zone, 0)
    counter.key("Space", into=screen.table)
    screen.reason.setText("เบอร์เดียวกัน")
    counter.key("Ctrl+Return")
    assert stands_for(shop, goes) == keeps
    customer = shop.store.t.customer
    rows = customer.select(customer.c.zone).where(customer.c.id == keeps)
    assert next(iter(rows.tuples())) == ("บางนา",)
    screen.reason.setText("คนละคน")
    counter.key("Ctrl+Shift+Z")
    assert stands_for(shop, goes) is None
    assert screen.card is not None
    assert screen.card.state == "undone"


@pytest.mark.parametrize("key", ["Ctrl+Shift+Z", "Return"])
def test_they_are_parted_from_where_the_reason_was_typed(
    shop: SellingShop, sit: Sit, key: str
) -> None:
    keeps, goes = two(shop)
    counter = sit("director", "customers")
    counter.window.open_record("customer_merge", f"new-{keeps}-{goes}")
    screen = merge_screen(counter.window)
    screen.reason.setText("เบอร์เดียวกัน")
    counter.key("Ctrl+Return")
    counter.key("Ctrl+Shift+Z")
    assert screen.reason.hasFocus(), "it asks why first"
    screen.reason.setText("คนละคน")
    counter.key(key, into=screen.reason)
    assert screen.card is not None
    assert screen.card.state == "undone"


def test_without_a_reason_the_cursor_goes_where_it_is_missing(shop: SellingShop, sit: Sit) -> None:
    keeps, goes = two(shop)
    counter = sit("officer", "customers")
    counter.window.open_record("customer_merge", f"new-{keeps}-{goes}")
    screen = merge_screen(counter.window)
    counter.key("Ctrl+Return")
    assert screen.reason.hasFocus()
    assert "reason" in screen.bar.label.text().lower()
    screen.reason.setText("เบอร์เดียวกัน")
    counter.key("Ctrl+Return")
    assert screen.card is not None
    assert screen.card.state == "waiting"
    assert stands_for(shop, goes) is None
    assert not screen.bound["double.do"].isVisible()


def test_what_is_no_double_leaves_the_list_for_good(shop: SellingShop, sit: Sit) -> None:
    two(shop)
    counter = sit("officer", "customers")
    counter.window.open_record("doubles", 0)
    place = counter.window.findChildren(DoublesScreen)[0]
    page = place.page
    assert isinstance(page, PairsPage)
    counter.key("X")
    assert page.list.model.rows == []
    shop.desk.officer.execute(LookForDoubles(again=True))
    page.read_again()
    assert page.list.model.rows == []


def test_the_first_pair_found_is_at_hand_without_another_key(shop: SellingShop, sit: Sit) -> None:
    counter = sit("officer", "customers")
    counter.window.open_record("doubles", 0)
    page = counter.window.findChildren(DoublesScreen)[0].page
    assert isinstance(page, PairsPage)
    assert page.list.current() is None
    two(shop)
    page._looked(1)
    assert page.list.current() is not None


def test_values_that_are_alike_are_read_as_well_as_any(shop: SellingShop, sit: Sit) -> None:
    keeps, goes = two(shop)
    counter = sit("officer", "customers")
    counter.window.open_record("customer_merge", f"new-{keeps}-{goes}")
    table = merge_screen(counter.window).table
    alike = next(n for n, each in enumerate(table._fields) if not each.differs)
    cell = table.item(alike, 0)
    assert cell is not None
    assert cell.foreground().color() == QColor(tokens().muted)


def test_the_superior_sees_what_becomes_of_them_and_a_yes_does_it(
    shop: SellingShop, sit: Sit
) -> None:
    keeps, goes = two(shop)
    counter = sit("officer", "customers")
    counter.window.open_record("customer_merge", f"new-{keeps}-{goes}")
    merge_screen(counter.window).reason.setText("เบอร์เดียวกัน")
    counter.key("Ctrl+Return")
    above = sit("supervisor", "approvals")
    above.window.show_place("approvals")
    above.rest()
    said = {label.text() for label in above.window.findChildren(QLabel)}
    assert any("สีลม" in words for words in said)
    above.key("A")
    assert stands_for(shop, goes) == keeps


def test_the_selected_customers_are_merged_and_the_old_record_opens_the_new_one(
    shop: SellingShop, sit: Sit
) -> None:
    keeps, goes = two(shop)
    counter = sit("director", "customers")
    place = counter.window.show_place("customers")
    assert isinstance(place, CustomersScreen)
    counter.key("Alt+F5")
    assert place.bar.isVisible(), "one record alone is no merge"
    place.list.look_for("สมชาย")
    place.list.table.selectAll()
    counter.key("Alt+F5")
    screen = merge_screen(counter.window)
    if screen.ids[0] != keeps:
        counter.key("Ctrl+B")
    screen.reason.setText("เบอร์เดียวกัน")
    counter.key("Ctrl+Return")
    assert stands_for(shop, goes) == keeps
    counter.window.open_record("customer", goes)
    assert place.card.customer is not None
    assert place.card.customer.id == keeps
    assert "merged" in place.bar.label.text()
    counter.key("Alt+Shift+F5")
    assert merge_screen(counter.window).card is not None
