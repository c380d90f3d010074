"""What changed between two revisions is one key away, and a scanned paper opens at once."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.thai import swap_layout
from crm_desktop.services.papers.quotations import ReviseQuotation, Saved
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.paper_view import PaperWindow
from ui.quotations import QuotationDocument

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def shown(counter: Counter, qtbot: QtBot) -> PaperWindow:
    view: QWidget | None = counter.window.middle.current()
    assert isinstance(view, PaperWindow)
    qtbot.waitUntil(lambda: view.preview.document is not None, timeout=15_000)
    return view


def words(view: PaperWindow) -> str:
    assert view.preview.document is not None
    return str(view.preview.document.getAllText(0).text())


def revised(shop: SellingShop) -> tuple[int, Saved]:
    first = shop.issued(shop.line("CEM", 10))
    second = shop.desk.officer.execute(ReviseQuotation(first.id))
    return first.id, shop.edited(second.id, lines=(shop.line("CEM", 12),), remarks="โทรก่อนส่ง")


def test_one_key_in_a_revision_shows_what_changed(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    first, second = revised(shop)
    counter = sit("officer")
    counter.window.open_record("quotation", second.id)
    counter.key("Alt+F6")
    view = shown(counter, qtbot)
    assert "โทรก่อนส่ง" in words(view)
    assert view.others.count() == 1
    assert "paper.email" not in view.bound
    shop.submit(second, issue=True)
    third = shop.desk.officer.execute(ReviseQuotation(second.id))
    counter.window.open_record("paper", f"compare-{second.id}.{third.id}")
    view = shown(counter, qtbot)
    assert view.others.count() == 2
    before = view.preview.document
    view.others.setCurrentIndex(1)
    qtbot.waitUntil(lambda: view.preview.document not in (None, before), timeout=15_000)
    assert str(first) in str(view.others.currentData())


def test_what_was_typed_a_moment_ago_is_compared_too(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    _, second = revised(shop)
    counter = sit("officer")
    counter.window.open_record("quotation", second.id)
    paper = counter.window.middle.current()
    assert isinstance(paper, QuotationDocument)
    paper.form.grid.go_to_end()
    hands("TILE", "<Enter>", "3", "<Enter>", "<Enter>", "<Enter>")
    counter.key("Alt+F6")
    assert "TILE" in words(shown(counter, qtbot))


def test_a_paper_with_nothing_beside_it_says_so(shop: SellingShop, sit: Sit) -> None:
    counter = sit("officer")
    counter.window.open_record("quotation", shop.issued().id)
    counter.key("Alt+F6")
    assert any("to compare with" in each for each in counter.said)


@pytest.mark.parametrize("typed", [str, swap_layout], ids=["latin", "thai"])
def test_a_scan_at_the_counter_opens_the_paper(
    shop: SellingShop, sit: Sit, qtbot: QtBot, typed: type[str]
) -> None:
    first, second = revised(shop)
    reference = shop.paper(first).number
    counter = sit("officer")
    counter.key("F3")
    counter.window.top.search.insert(typed(f"CP {shop.paper(second.id).reference} {reference}"))
    counter.window.top.search.textEdited.emit("")
    counter.key("Return", into=counter.window.top.search)
    assert "โทรก่อนส่ง" in words(shown(counter, qtbot))
