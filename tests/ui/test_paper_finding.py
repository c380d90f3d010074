"""Finding one's way about a paper in the window: words in it, its pages, and when it left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import swap_layout
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.papers.exits import TakeOut
from tests.printing.desk_papers import every_paper
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Sit, sit
from tests.ui.test_paper_view import opened
from ui.paper_preview import PaperPreview
from ui.paper_view import PaperWindow

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

HARD = ("ก่ำที่ฝั่งนี้", "น้ำ", "ปิ๊ง", "ญู ฐุ ฎู", "60x60 ซม.")


@pytest.fixture
def long(shop: SellingShop, sit: Sit, qtbot: QtBot) -> PaperWindow:
    """A paper of several pages; the hard words stand on its last line alone."""
    lines = [shop.line("CEM", 1) for _ in range(64)]
    lines.append(shop.line("CEM", 1, description=f"กระเบื้อง {' '.join(HARD)} GT-6012"))
    return opened(sit("officer"), shop.issued(*lines).id, qtbot)


def look_for(view: PaperWindow, words: str, qtbot: QtBot, count: int) -> None:
    view.find_bar.ask()
    view.find_bar.words.setText(words)
    qtbot.waitUntil(lambda: view.find_bar.count == count, timeout=15_000)


def test_what_is_looked_for_is_found_marked_and_gone_to(long: PaperWindow, qtbot: QtBot) -> None:
    last = long.preview.pages.document().pageCount() - 1
    for words in (HARD[0], HARD[3], "๖๐x๖๐", swap_layout("gt-6012")):
        look_for(long, words, qtbot, 1)
        assert long.find_bar.found.text() == "1 of 1", words
        assert long.preview.pages.pageNavigator().currentPage() == last, words
        long.preview.pages.go_to(0)
    long.find_bar.words.setText("ไม่มีคำนี้")
    qtbot.waitUntil(lambda: long.find_bar.found.text() == "Not in this paper", timeout=15_000)
    assert long.find_bar.count == 0


def test_enter_goes_from_place_to_place_and_round(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    counter = sit("officer")
    view = opened(counter, shop.issued(*(shop.line("TILE", 1) for _ in range(3))).id, qtbot)
    counter.key("F")
    bar = view.find_bar
    assert bar.words.hasFocus()
    bar.words.insert("TILE")
    qtbot.waitUntil(lambda: bar.count >= 3, timeout=15_000)
    several = bar.count
    assert bar.found.text() == f"1 of {several}"
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.found.text() == f"2 of {several}"
    for _ in range(2):
        QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.found.text() == f"{several} of {several}"
    assert view.preview.pages.currentSearchResultIndex() == several - 1
    counter.key("Esc")
    assert bar.isHidden()
    assert bar.count == 0, "nothing stays marked on the pages"
    assert counter.window.middle.current() is view


def test_keys_that_come_before_the_paper_do_nothing(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    issued, counter = shop.issued(), sit("officer")
    counter.window.open_record("paper", issued.id)
    view = counter.window.middle.current()
    assert isinstance(view, PaperWindow)
    assert view.preview.document is None
    for name, action in view.bound.items():
        if name.startswith("paper.") and name not in ("paper.email", "paper.line"):
            action.trigger()
    qtbot.waitUntil(lambda: view.preview.document is not None, timeout=15_000)


def test_words_stay_found_when_the_paper_is_set_anew(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    counter = sit("officer")
    issued = shop.issued()
    view = opened(counter, issued.id, qtbot)
    view.find_bar.ask()
    view.find_bar.words.setText(str(issued.number))
    qtbot.waitUntil(lambda: view.find_bar.count > 0, timeout=15_000)
    before, found = view.preview.document, view.find_bar.count
    view.next_language()
    qtbot.waitUntil(lambda: view.preview.document is not before, timeout=15_000)
    qtbot.waitUntil(lambda: view.find_bar.count == found, timeout=15_000)


def test_the_keys_turn_the_pages(long: PaperWindow, qtbot: QtBot) -> None:
    pages, bound = long.preview.pages, long.bound
    last = pages.document().pageCount() - 1
    assert last >= 2
    for name, page in (
        ("paper.last", last),
        ("paper.later", last),
        ("paper.earlier", last - 1),
        ("paper.first", 0),
        ("paper.later", 1),
    ):
        bound[name].trigger()
        assert pages.pageNavigator().currentPage() == page, name
    assert long.page.number.text() == "2"
    bound["paper.page"].trigger()
    assert long.page.number.hasFocus()
    long.page.number.setText("๓")
    QTest.keyClick(long.page.number, Qt.Key.Key_Return)
    assert pages.pageNavigator().currentPage() == 2
    long.page.ask()
    long.page.number.setText(str(last + 7))
    QTest.keyClick(long.page.number, Qt.Key.Key_Return)
    assert pages.pageNavigator().currentPage() == last
    bound["paper.whole"].trigger()
    assert pages.zoomMode() == QPdfView.ZoomMode.FitInView
    assert pages.pageNavigator().currentPage() == last
    bound["paper.larger"].trigger()
    shrunk = pages.zoomFactor()
    bound["paper.actual"].trigger()
    assert (pages.zoomMode(), pages.zoomFactor()) == (QPdfView.ZoomMode.Custom, 1.0)
    assert shrunk < 1.2


def test_when_it_left_stands_over_the_paper_and_beside_it(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    assert view.left_line.isHidden()
    counter.key("H")
    said = view.left.none.geometry()
    assert said.height() <= view.left.none.heightForWidth(said.width())
    assert said.bottom() < view.left.height() / 3, "it stands at the top, not in the middle"
    counter.key("H")
    shop.desk.officer.execute(TakeOut(issued.id, "print"))
    shop.desk.supervisor.execute(TakeOut(issued.id, "email", "en"))
    counter.hear()
    told = "Left the house 2×, the next is marked as copy 2. Last: Sent by e-mail · copy 1"
    assert view.left_line.text().startswith(told)
    assert "Supervisor" in view.left_line.text()
    counter.key("H")
    assert [view.left.list.item(row).text().partition("\n")[0] for row in range(2)] == [
        "Sent by e-mail · copy 1 · English",
        "Printed",
    ]
    counter.key("Esc")
    assert view.left.isHidden()


def test_unsaved_values_are_shown_and_the_last_good_pages_stay(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    counter = sit("officer")
    preview = PaperPreview(counter.desk)
    qtbot.addWidget(preview)
    preview.resize(500, 400)
    preview.show()
    refused: list[Refused] = []
    preview.refused.connect(refused.append)
    paper = next(iter(every_paper().values()))
    with qtbot.waitSignal(preview.shown, timeout=15_000):
        preview.show_values(lambda: paper)
    first = preview.document
    preview.pages.actual()
    preview.pages.verticalScrollBar().setValue(120)

    def broken() -> AnyPaper:
        raise Refused("logo_unreadable", "logo")

    with qtbot.waitSignal(preview.refused, timeout=15_000):
        preview.show_values(broken)
    assert preview.document is first
    assert refused[0].field == "logo"
    with qtbot.waitSignal(preview.shown, timeout=15_000):
        preview.show_values(lambda: paper)
    QApplication.processEvents()
    assert preview.document is not first
    assert preview.pages.verticalScrollBar().value() == 120
    assert preview.pages.zoomFactor() == 1.0
