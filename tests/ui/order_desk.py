"""Counters for papers that move goods: each person at a window of their own, in one shop."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from crm_desktop.store import search
from tests.services.desk import Desk, desk
from tests.services.goods_shop import GoodsShop
from tests.ui.hands import hands
from tests.ui.shop import Counter, sit
from ui.orders import OrderDocument
from ui.orders.table import LineTable
from ui.papers.panels import Panel


@pytest.fixture
def shop(desk: Desk) -> GoodsShop:
    """The shop in which every product and the customer can be found by typing."""
    shop = GoodsShop(desk)
    with shop.store.write():
        for code, product_id in shop.products.items():
            record = search.Record(product_id, (f"สินค้า {code}",), (code,))
            search.put(shop.store, "product", record)
    return shop


def opened(counter: Counter, kind: str, record_id: int | str) -> OrderDocument:
    """The tab of an order."""
    counter.window.open_record(kind, record_id)
    QApplication.processEvents()
    return here(counter)


def here(counter: Counter) -> OrderDocument:
    """The order in view."""
    shown = counter.window.middle.current()
    assert isinstance(shown, OrderDocument)
    return shown


def asking(paper: OrderDocument) -> Panel:
    """The panel that asks now."""
    assert paper.panel is not None
    return paper.panel


def table(panel: Panel, key: str = "lines") -> LineTable:
    """The lines in a panel."""
    found = panel.fields[key]
    assert isinstance(found, LineTable)
    return found


def write(panel: Panel, key: str, words: str) -> None:
    """Type into a field of a panel."""
    box = panel.fields[key].widget
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.selectAll()
    hands(words)


def send(counter: Counter) -> None:
    """Ctrl+Enter, where the cursor is."""
    counter.key("Ctrl+Return", into=QApplication.focusWidget())


def offered(paper: OrderDocument) -> set[str]:
    """The acts on orders that are there now."""
    return {name for name, act in paper.bound.items() if name[:6] == "order." and act.isVisible()}


__all__ = ["asking", "desk", "here", "offered", "opened", "send", "shop", "sit", "table", "write"]
