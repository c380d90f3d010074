"""Products by keys and clicks on a real desk: priced by level, stocked with its age."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.services.transfer.importing import ImportProducts
from tests.services.desk import desk
from tests.services.shop import SellingShop, shop
from tests.ui.intake import take_in
from tests.ui.shop import Counter, Sit, sit
from ui.intake.screen import ImportScreen
from ui.products import ProductsScreen

__all__ = ["desk", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

LIST = """code,name,unit,group,price,price_contractor,stock,supplier,cost,unit2,factor2
CEM-1,ปูนตราเสือ 50 กก.,ถุง,ปูน,150,141,400,ส.เจริญ,110,พาเลท,40
TILE-1,กระเบื้อง 60x60,กล่อง,กระเบื้อง,289,270,0,ไทยบิลดิ้ง,200,,
"""
Opened = Callable[..., tuple[Counter, ProductsScreen]]


@pytest.fixture
def listed(shop: SellingShop, tmp_path: Path) -> SellingShop:
    """The shop after its system's list was taken in."""
    path = tmp_path / "products.csv"
    path.write_text(LIST, encoding="utf-8")
    shop.desk.manager.execute(ImportProducts(str(path)))
    return shop


@pytest.fixture
def opened(sit: Sit) -> Opened:
    """Somebody at the products, the keyboard in the list."""

    def open_for(username: str = "officer") -> tuple[Counter, ProductsScreen]:
        counter = sit(username, "products")
        screen = counter.window.show_place("products")
        assert isinstance(screen, ProductsScreen)
        return counter, screen

    return open_for


def cells(screen: ProductsScreen, code: str) -> dict[str, str]:
    """What the list shows of a product, by column."""
    model = screen.list.model
    number = next(n for n, row in enumerate(model.rows) if row.code == code)
    return {
        column.key: str(model.index(number, at).data()) for at, column in enumerate(model.columns)
    }


def bring(screen: ProductsScreen, code: str) -> None:
    screen.show_record("product", next(r.id for r in screen.list.model.rows if r.code == code))


def facts(screen: ProductsScreen) -> dict[str, str]:
    return {row[0]: row[1] for row in screen.card.facts.words()}


def test_a_product_shows_its_price_and_the_stock_here_with_its_age(
    opened: Opened, listed: SellingShop, qtbot: Any
) -> None:
    _counter, screen = opened()
    shown = cells(screen, "CEM-1")
    assert (shown["price"], shown["stock"]) == ("150.00", "400")
    assert "ago" in shown["stock_as_of"]
    assert cells(screen, "TILE-1")["stock"] == "None"
    assert cells(screen, "STEEL")["stock"] == "—"


def test_the_list_prices_for_the_level_that_is_asked_for(
    opened: Opened, listed: SellingShop, qtbot: Any
) -> None:
    _counter, screen = opened()
    screen.level.setCurrentIndex(screen.level.findData("contractor"))
    assert cells(screen, "CEM-1")["price"] == "141.00"
    assert cells(screen, "STEEL")["price"] == "92.00", "retail holds where a level has no price"


def test_the_card_tells_prices_units_and_stock_by_branch(
    opened: Opened, listed: SellingShop, qtbot: Any
) -> None:
    listed.desk.later(hours=3)
    _counter, screen = opened()
    bring(screen, "CEM-1")
    prices = [row[:3] for row in screen.card.prices.words()]
    assert ["Retail", "", "150.00 / ถุง"] in prices
    assert ["Contractor", "", "141.00 / ถุง"] in prices
    assert screen.card.units.words() == [["1 พาเลท", "= 40 ถุง"]]
    assert [row[1:] for row in screen.card.stock.words()] == [["400 ถุง", "3 h ago"]]


@pytest.mark.parametrize(("username", "told"), [("officer", False), ("supervisor", True)])
def test_cost_and_supplier_are_told_only_to_who_may_know(
    opened: Opened, listed: SellingShop, qtbot: Any, username: str, told: bool
) -> None:
    _counter, screen = opened(username)
    bring(screen, "CEM-1")
    assert ("Cost" in facts(screen)) == told
    assert ("Supplier" in facts(screen)) == told


def test_a_product_is_found_by_a_part_of_its_name_or_code_and_the_card_follows(
    opened: Opened, listed: SellingShop, qtbot: Any
) -> None:
    _counter, screen = opened()
    qtbot.keyClicks(screen.list.filter, "tile-1")
    qtbot.waitUntil(lambda: [row.code for row in screen.list.model.rows] == ["TILE-1"])
    qtbot.waitUntil(
        lambda: screen.card.product is not None and screen.card.product.code == "TILE-1"
    )
    screen.list.filter.clear()
    screen.group.setCurrentIndex(screen.group.findData("ปูน"))
    qtbot.waitUntil(lambda: [row.code for row in screen.list.model.rows] == ["CEM-1"])


def test_ctrl_i_opens_the_page_that_takes_products_in(
    opened: Opened, listed: SellingShop, qtbot: Any, tmp_path: Path
) -> None:
    counter, screen = opened("manager")
    counter.key("Ctrl+I")
    page = counter.window.middle.current()
    assert isinstance(page, ImportScreen)
    assert page.kind == "products"
    path = tmp_path / "new.csv"
    lines = ("CEM-1,ปูนใหม่,ถุง,155", "NEW-1,ทราย,คิว,abc", "NEW-2,หิน,คิว,500")
    path.write_text("\n".join(("code,name,unit,price", *lines)), encoding="utf-8")
    take_in(counter, "products", path)
    counter.window.show_place("products")
    counter.rest()
    assert cells(screen, "CEM-1")["price"] == "155.00"
    assert {row.code for row in screen.list.model.rows} >= {"NEW-2"}
    assert "NEW-1" not in {row.code for row in screen.list.model.rows}


def test_who_may_not_import_is_not_offered_it(
    opened: Opened, listed: SellingShop, qtbot: Any
) -> None:
    _counter, screen = opened("officer")
    assert "list.import" not in screen.bound


def test_a_new_list_taken_in_at_another_desk_is_shown(
    opened: Opened, listed: SellingShop, qtbot: Any, tmp_path: Path
) -> None:
    counter, screen = opened()
    path = tmp_path / "later.csv"
    path.write_text("code,price\nCEM-1,160\n", encoding="utf-8")
    listed.desk.later(minutes=1)
    listed.desk.manager.execute(ImportProducts(str(path)))
    counter.hear()
    assert cells(screen, "CEM-1")["price"] == "160.00"
