"""The ERP, visiting cards and the watched folder by keys: nothing twice, nothing by mistake."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from crm_desktop.exchange.sheets import write_csv
from crm_desktop.exchange.vcard import Card, write_cards
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.transfer.erp import erp_waiting
from crm_desktop.services.transfer.watched import TakeIn, watched_files
from crm_desktop.services.transfer.watching import watch_and_version
from tests.services.goods_shop import GoodsShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui.exchange.cards import CardsScreen
from ui.exchange.erp import ErpPage
from ui.exchange.watched import WatchedList, WatchedPage
from ui.orders import OrdersScreen

__all__ = ["desk", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def erp(sit: Sit) -> tuple[Counter, ErpPage]:
    counter = sit("credit", "orders")
    screen = counter.window.show_place("orders")
    assert isinstance(screen, OrdersScreen)
    counter.key("Ctrl+F9")
    counter.rest()
    assert isinstance(screen.page, ErpPage)
    return counter, screen.page


def test_new_orders_go_once_by_one_key_and_their_bills_come_back(
    shop: GoodsShop, sit: Sit, tmp_path: Path
) -> None:
    order = shop.confirmed("SO")
    shop.deliver(order.id, 1)
    counter, page = erp(sit)
    assert "1 orders" in page.waits.text()
    counter.key("Shift+F12")
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("orders-000001.xlsx")
    dialog.selectFile(str(tmp_path / "out.xlsx"))
    dialog.accept()
    counter.rest()
    assert (tmp_path / "out.xlsx").is_file()
    assert shop.desk.credit.read(erp_waiting).orders == 0
    counter.key("Shift+F12")
    assert "Nothing is new" in page.bar.label.text()
    write_csv(tmp_path / "bills.csv", ("order", "bill"), [(str(order.number), "IV-1")])
    page.start_import(str(tmp_path / "bills.csv"))
    counter.rest()
    counter.key("Ctrl+S", into=page.imports)
    counter.rest()
    assert shop.row(order.id)["state"] == "settled"


def test_cards_are_taken_in_as_the_keys_say(shop: GoodsShop, sit: Sit, tmp_path: Path) -> None:
    known = shop.desk.officer.read(customer, shop.customer)
    path = tmp_path / "in.vcf"
    path.write_bytes(
        write_cards(
            [
                Card("คุณฟ้า", organization=known.name, phones=("+66861112233",)),
                Card("คุณเมฆ ลอยฟ้า", phones=("+66898887777",)),
                Card("ไม่มีเบอร์"),
            ]
        )
    )
    counter = sit("officer", "customers")
    counter.window.show_place("customers")
    counter.window.open_record("cards", str(path))
    counter.rest()
    (screen,) = counter.window.findChildren(CardsScreen)
    assert [line.act for line in screen.lines] == ["out", "new", "out"]
    counter.key("Ctrl+T", "Ctrl+T")
    assert screen.lines[0].act == "contact"
    counter.key("Ctrl+S")
    counter.rest()
    assert [each.name for each in shop.desk.officer.read(customer, known.id).contacts] == ["คุณฟ้า"]
    assert "1 new customers, 1 contacts, 1 left out" in counter.said[-1]


def test_the_folder_is_set_and_a_wrong_file_is_dealt_with(
    shop: GoodsShop, sit: Sit, tmp_path: Path
) -> None:
    folder = tmp_path / "erp"
    folder.mkdir()
    counter = sit("administrator", "settings")
    screen = counter.window.show_place("settings")
    counter.key("Ctrl+4")
    page = screen.page  # type: ignore[attr-defined]
    assert isinstance(page, WatchedPage)
    page.form.fields["rules"].set_raw("goods*.csv gold")
    page.form.fields["folder"].set_raw(str(folder))
    page.form.fields["on"].set_raw(True)
    counter.key("Ctrl+S")
    assert shop.system.read(watch_and_version)[1] == 0
    page.form.fields["rules"].set_raw("goods*.csv products skip\nst ock*.csv  stock")
    counter.key("Ctrl+S")
    watch, _ = shop.system.read(watch_and_version)
    assert [(rule.pattern, rule.skip_bad_rows) for rule in watch.rules] == [
        ("goods*.csv", True),
        ("st ock*.csv", False),
    ]
    (folder / "goods.csv").write_text("nothing", encoding="utf-8")
    counter.key("Ctrl+F5")
    counter.rest()
    assert "1 files wait" in page.form.bar.label.text()
    for _ in range(2):
        shop.desk.later(seconds=60)
        shop.system.execute(TakeIn())
    manager = sit("manager", "today")
    manager.window.show_place("today")
    (failed,) = shop.desk.manager.read(watched_files, ListQuery()).rows
    manager.window.open_record("watched_file", failed.id)
    (files,) = manager.window.findChildren(WatchedList)
    assert files.why.text().startswith("goods.csv")
    manager.key("Ctrl+Return")
    assert shop.desk.manager.read(watched_files, ListQuery(filters={"failed": True})).rows == ()
