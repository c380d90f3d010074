"""The place Orders: papers of all kinds, and the work that goods ask for, found without a mouse."""

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from crm_desktop.domain.kinds import ORDERS
from crm_desktop.services.orders.order_lists import OrderRow
from tests.services.goods_shop import DOOR, GoodsShop, bought
from tests.ui.order_desk import desk, here, offered, opened, shop, sit, write
from tests.ui.shop import Counter, Sit
from ui.orders import OrderDocument, OrdersScreen
from ui.orders.list import OrderList
from ui.orders.pool import PoolPage
from ui.papers.list import PapersScreen
from ui.translations import Translations

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def place(counter: Counter) -> OrdersScreen:
    shown = counter.window.show_place("orders")
    assert isinstance(shown, OrdersScreen)
    return shown


def page(counter: Counter) -> PapersScreen:
    shown = place(counter).page
    assert isinstance(shown, PapersScreen)
    return shown


def choose(shown: OrderList, kind: str) -> None:
    """Papers of one kind, as somebody picks it from the box."""
    shown.kind_box.setCurrentIndex(shown.kind_box.findData(kind))


def references(counter: Counter) -> list[str]:
    return [row.reference for row in page(counter).list.model.rows]


def test_the_list_finds_filters_and_opens_by_key(shop: GoodsShop, sit: Sit) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 2))
    draft = shop.saved("SP", shop.line("TILE", 1), facts=(("specification", "x"),))
    counter = sit("director", "orders")
    shown = page(counter)
    assert isinstance(shown, OrderList)
    if shown.mine:
        counter.key("Ctrl+M")
    assert {row.kind for row in shown.list.model.rows} == {"SO", "SP"}
    counter.key("Ctrl+Shift+G")
    assert [row.id for row in shown.list.model.rows] == [order.id]
    titles = [column.title for column in shown.list.model.columns]
    assert "Bill" in titles, "a kind has the columns that matter to it"
    choose(shown, "all")
    shown.show_stage("todo")
    assert [row.id for row in shown.list.model.rows] == [draft.id]
    shown.show_stage("under_way")
    assert references(counter) == ["SO01-6911-00001"]
    shown.list.table.setFocus()
    QTest.keyClick(shown.list.table, Qt.Key.Key_Return)
    assert isinstance(counter.window.middle.current(), OrderDocument)


def test_every_column_that_a_kind_declares_is_there_with_its_value(
    shop: GoodsShop, sit: Sit
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    shop.deliver(order, 1)
    counter = sit("director", "orders")
    shown = page(counter)
    assert isinstance(shown, OrderList)
    for kind in ORDERS:
        choose(shown, kind.code)
        named = {column.key for column in shown.list.model.columns}
        aliases = {"bill_number": "outside_reference"}
        assert {aliases.get(each, each) for each in kind.columns} <= named, kind.code
        fields = {field.name for field in dataclasses.fields(OrderRow)}
        assert {column.key for column in shown.list.model.columns} <= fields, kind.code
    choose(shown, "SO")
    model = shown.list.model
    place = [column.key for column in model.columns].index("delivered")
    assert model.data(model.index(0, place)) == "150.00"


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_filters_stand_in_one_row_also_in_a_narrow_window(
    shop: GoodsShop, sit: Sit, translations: Translations, language: str
) -> None:
    translations.use(language)
    counter = sit("director", "orders")
    counter.desk.speak(language)
    counter.window.resize(911, 485)
    shown = page(counter)
    assert isinstance(shown, OrderList)
    QApplication.processEvents()
    boxes = [shown.kind_box, *shown.chips.buttons.values()]
    places = [box.mapTo(shown, box.rect().center()) for box in boxes]
    assert len({place.y() for place in places}) == 1
    assert all(box.width() >= box.sizeHint().width() for box in boxes), "no word is cut off"
    assert places[-1].x() < shown.width()


def test_the_card_says_where_the_goods_are(shop: GoodsShop, sit: Sit) -> None:
    short = shop.back_order(10, deposit_percent=Decimal(30))
    shop.pay(short)
    shop.answer(shop.purchase(short), "confirm", on=shop.desk.now.date())
    counter = sit("director", "orders")
    shown = page(counter)
    choose(shown, "BO")
    shown.read_card()
    words = " ".join(label.text() for label in shown.card.findChildren(QLabel))
    assert "Ordered" in words
    assert "450.00" in words, "the deposit"
    assert "PR01-6911-00001" in words or shown.card.side.isVisible()


def test_new_papers_are_for_the_customer_under_the_cursor(shop: GoodsShop, sit: Sit) -> None:
    shop.confirmed("SO", shop.line("CEM", 2))
    counter = sit("director", "orders")
    page(counter).show_stage("all")
    page(counter).list.select(1)
    counter.key("Ctrl+F2")
    paper = here(counter)
    assert (paper.kind, paper.form.customer_id) == ("sales_order", shop.customer)
    counter.key("Alt+F2")
    assert here(counter).kind == "special_order"


def test_each_list_of_work_has_its_key(shop: GoodsShop, sit: Sit) -> None:
    told = shop.back_order(2, deposit_percent=Decimal(0))
    shop.receive(shop.purchase(told), 2)
    late = shop.back_order(4, "TILE", deposit_percent=Decimal(0))
    request = shop.purchase(late)
    shop.answer(request, "confirm", on=shop.desk.now.date())
    counter = sit("director", "orders")
    screen = place(counter)
    found = {}
    for key in ("6", "7", "8", "9"):
        counter.key(f"Ctrl+{key}")
        shown = screen.page
        assert isinstance(shown, PapersScreen)
        if shown.mine:
            shown.switch_whose()
        found[key] = [row.id for row in shown.list.model.rows]
    assert told in found["6"]
    assert found["7"] == [told]
    assert found["8"] == [late]
    assert found["9"] == [request]
    counter.key("Ctrl+G")
    assert screen.page.list.model.rows == [], "this one was acknowledged by its answer"


def test_what_nobody_waits_for_goes_into_stock(shop: GoodsShop, sit: Sit) -> None:
    short = shop.back_order(5, deposit_percent=Decimal(0))
    shop.receive(shop.purchase(short), 5, allocate=False)
    shop.cancel(short)
    counter = sit("receiving", "orders")
    counter.key("Ctrl+0")
    pool = place(counter).page
    assert isinstance(pool, PoolPage)
    assert [str(row.there) for row in pool.list.model.rows] == ["5.000"]
    counter.key("F11")
    assert "Nobody" in counter.said[-1]
    pool.list.table.selectRow(0)
    counter.key("Shift+F11")
    assert pool.panel is not None
    write(pool.panel, "quantity", "9")
    pool.panel.go()
    assert pool.panel.fields["quantity"].widget.property("wrong")
    write(pool.panel, "quantity", "5")
    pool.panel.go()
    assert shop.there() == 0


def test_goods_made_to_order_leave_the_list_only_with_a_word_where_they_went(
    shop: GoodsShop, sit: Sit
) -> None:
    order, request = bought(shop, DOOR)
    shop.cancel(order)
    shop.receive(request, 5)
    counter = sit("receiving", "orders")
    counter.key("Ctrl+0")
    pool = place(counter).page
    assert isinstance(pool, PoolPage)
    pool.list.table.selectRow(0)
    counter.key("Shift+F11")
    assert pool.panel is not None
    pool.panel.go()
    assert pool.panel.fields["note"].widget.property("wrong")
    write(pool.panel, "note", "ขายลดราคา")
    pool.panel.go()
    assert pool.list.model.rows == []


def test_nobody_sees_acts_that_are_not_theirs(shop: GoodsShop, sit: Sit) -> None:
    short = shop.back_order(5, deposit_percent=Decimal(0))
    request = shop.purchase(short)
    seen = {}
    for person in ("officer", "sales", "receiving", "logistics", "cashier"):
        counter = sit(person, "orders")
        seen[person] = offered(opened(counter, "purchase_request", request))
    assert "order.receive" in seen["receiving"] & seen["sales"]
    assert "order.acknowledge" in seen["sales"]
    for person in ("officer", "logistics", "cashier"):
        assert seen[person].isdisjoint({"order.receive", "order.acknowledge", "order.confirm"})


def test_what_is_shown_and_what_is_to_be_bought_go_into_spreadsheets(
    shop: GoodsShop, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = shop.purchase(shop.back_order(5, deposit_percent=Decimal(0)))

    def choose(
        _parent: object, _title: str, name: str, then: Callable[[str], object], _kinds: str = ""
    ) -> None:
        then(str(tmp_path / name.replace(".xlsx", ".csv")))

    monkeypatch.setattr("ui.files.ask_place", choose)
    monkeypatch.setattr("ui.tables.exporting.ask_place", choose)
    counter = sit("director", "orders")
    page(counter).show_stage("all")
    counter.key("Ctrl+Shift+E")
    counter.rest()
    assert "BO01-6911-00001" in (tmp_path / "Orders.csv").read_text("utf-8-sig")
    paper = opened(counter, "purchase_request", request)
    counter.key("Shift+F6")
    counter.rest()
    bought = (tmp_path / "PR01-6911-00001.csv").read_text("utf-8-sig")
    assert "CEM" in bought
    assert "150" not in bought, "what it sells for is not the supplier's business"
    assert paper.bound["order.export"].isVisible()
    left = shop.store.t.document_print.select().dicts()
    assert [(row["document_id"], row["exit"]) for row in left] == [(request, "export")]
