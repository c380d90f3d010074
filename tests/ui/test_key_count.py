"""How many keys a quotation costs, from the first to the printer, beside the words typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from crm_desktop.store import search
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui import paper_printing
from ui.quotations import QuotationDocument

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
MOST = 60


class Counting:
    """Counts what fingers do: a key with its Ctrl or Shift is one press more for each of them."""

    def __init__(self) -> None:
        self.pressed: list[str] = []

    def key(self, counter: Counter, key: str) -> None:
        self.pressed += key.split("+")
        counter.key(key)

    def enter(self) -> None:
        self.pressed.append("Enter")
        hands("<Return>")


def test_five_lines_for_a_known_customer_are_printed_within_sixty_keys(
    shop: SellingShop, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "printed.pdf"

    def printer(device: QPrinter, _parent: QWidget, then: Callable[[], None]) -> None:
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(out))
        then()

    monkeypatch.setattr(paper_printing, "ask_printer", printer)
    with shop.store.write():
        for code, product_id in shop.products.items():
            search.put(shop.store, "product", search.Record(product_id, (f"สินค้า {code}",), (code,)))
        name = search.Record(shop.customer, ("บริษัท ก่อสร้างไทย จำกัด",))
        search.put(shop.store, "customer", name)
    counter, count = sit("officer", "quotations"), Counting()
    count.key(counter, "F2")
    paper = counter.window.middle.current()
    assert isinstance(paper, QuotationDocument)
    hands("ก่อสร้าง")
    count.enter()
    for goods, quantity in (
        ("CEM", "20"),
        ("TIL", "4"),
        ("STE", "12"),
        ("EEL", "30"),
        ("ILE", "7"),
    ):
        hands(goods)
        count.enter()
        hands(quantity)
        count.pressed += quantity
        for _ in range(3):  # over price and discount, which are the list's
            count.enter()
    count.key(counter, "Ctrl+Return")
    counter.rest()
    assert paper.shown is not None
    assert paper.shown.state == "issued"
    assert len(paper.shown.content.lines) == 5
    count.key(counter, "Ctrl+P")
    count.pressed.append("Enter")  # the printer's own question, answered as it was last time
    counter.rest()
    assert out.read_bytes().startswith(b"%PDF")
    assert len(count.pressed) <= MOST, count.pressed
