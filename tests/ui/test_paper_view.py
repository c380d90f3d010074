"""The paper in the window: what is seen is what prints, and no exit goes uncounted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.exchange.placing import Placed, place
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.look import SaveLook, ShopLook
from crm_desktop.services.papers.exits import TakeOut
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui import paper_exits, paper_printing
from ui.paper_view import PaperWindow, print_paper
from ui.tasks import Task

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def opened(counter: Counter, document_id: int, qtbot: QtBot) -> PaperWindow:
    counter.window.open_record("paper", document_id)
    view = counter.window.middle.current()
    assert isinstance(view, PaperWindow)
    qtbot.waitUntil(lambda: view.preview.document is not None, timeout=15_000)
    return view


def text_of(view: PaperWindow) -> str:
    assert view.preview.document is not None
    return str(view.preview.document.getAllText(0).text())


@pytest.fixture
def to_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """The next dialogs choose this file, for the printer and for saving."""

    def choose(name: str) -> Path:
        target = tmp_path / name

        def printer(device: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
            device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            device.setOutputFileName(str(target))
            then()

        def file(suggested: Path, parent: QWidget, then: Callable[[str], None]) -> None:
            then(str(target))

        monkeypatch.setattr(paper_printing, "ask_printer", printer)
        monkeypatch.setattr(paper_exits, "ask_file", file)
        return target

    return choose


def prints(shop: SellingShop) -> list[dict[str, Any]]:
    return list(shop.store.t.document_print.select().dicts())


def said(counter: Counter, words: str) -> Callable[[], bool]:
    return lambda: any(words in each for each in counter.said)


def test_a_draft_says_that_it_is_one_and_has_no_number(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    draft = shop.draft()
    view = opened(sit("officer"), draft.id, qtbot)
    assert "ฉบับร่าง" in text_of(view)
    assert "QT01" not in text_of(view)
    assert not view.bound["document.submit"].isVisible()


def test_a_ready_paper_is_issued_from_its_preview(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    asked = shop.submit(shop.draft())
    counter = sit("officer")
    view = opened(counter, asked.id, qtbot)
    before = view.preview.document
    counter.key("Ctrl+Return")
    assert shop.paper(asked.id).number == "QT01-6911-00001"
    qtbot.waitUntil(lambda: view.preview.document is not before, timeout=15_000)
    assert "QT01-6911-00001" in text_of(view)
    assert view.title == "Paper QT01-6911-00001"


def test_the_preview_follows_what_another_copy_changes(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    asked = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))
    counter = sit("officer")
    view = opened(counter, asked.id, qtbot)
    version = shop.request(asked.request_id)["version"]
    assert asked.request_id is not None
    shop.desk.supervisor.execute(AnswerRequest(asked.request_id, version, "approve"))
    counter.hear()
    assert view.state.text() == "Ready to issue"
    assert view.bound["document.submit"].isVisible()


def test_the_language_of_the_paper_is_apart_from_the_screens(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    counter = sit("officer")
    view = opened(counter, shop.issued().id, qtbot)
    assert "ใบเสนอราคา" in text_of(view)
    before = view.preview.document
    counter.key("Ctrl+Shift+G")
    qtbot.waitUntil(lambda: view.preview.document is not before, timeout=15_000)
    assert "Quotation" in text_of(view) or "QUOTATION" in text_of(view)
    assert "ใบเสนอราคา" not in text_of(view)


def test_the_keys_of_zoom_enlarge_reduce_and_fit(shop: SellingShop, sit: Sit, qtbot: QtBot) -> None:
    counter = sit("officer")
    view = opened(counter, shop.issued().id, qtbot)
    pages = view.preview.pages
    counter.key("Ctrl++")
    larger = pages.zoomFactor()
    counter.key("Ctrl+-", "Ctrl+-")
    assert pages.zoomFactor() < larger
    counter.key("Ctrl+0")
    assert pages.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_an_issued_paper_prints_and_the_print_is_counted(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    target = to_file("printed.pdf")
    counter.key("Ctrl+P")
    qtbot.waitUntil(said(counter, "Sent to"), timeout=15_000)
    assert len(pypdf.PdfReader(target).pages) == 1
    assert [(each["exit"], each["copy"]) for each in prints(shop)] == [("print", 0)]


def test_a_reprint_says_copy(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    first, second = to_file("first.pdf"), None
    counter.key("Ctrl+Shift+P")
    qtbot.waitUntil(said(counter, "first.pdf"), timeout=15_000)
    second = to_file("second.pdf")
    counter.key("Ctrl+Shift+P")
    qtbot.waitUntil(said(counter, "second.pdf"), timeout=15_000)
    original, copy = (pypdf.PdfReader(each).pages[0].extract_text() for each in (first, second))
    assert "สำเนา" not in original
    assert "สำเนา" in copy
    assert [each["copy"] for each in prints(shop)] == [0, 1]


def test_a_draft_leaves_with_its_watermark_and_uncounted(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    draft = shop.draft()
    counter = sit("officer")
    opened(counter, draft.id, qtbot)
    target = to_file("draft.pdf")
    counter.key("Ctrl+Shift+P")
    qtbot.waitUntil(said(counter, "draft.pdf"), timeout=15_000)
    assert "ฉบับร่าง" in pypdf.PdfReader(target).pages[0].extract_text()
    assert prints(shop) == []


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_counted(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    target = to_file("gone/paper.pdf")
    counter.key("Ctrl+Shift+P")
    qtbot.waitUntil(view.bar.isVisible, timeout=15_000)
    assert str(target) in view.bar.label.text()
    assert "choose another folder" in view.bar.label.text()
    assert prints(shop) == []
    assert shop.paper(issued.id).print_count == 0


def test_a_file_that_another_program_has_open_is_told_and_nothing_is_counted(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    to_file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def locked(_data: bytes, _file: Path) -> Placed:
        raise PermissionError(13, "The process cannot access the file")

    issued = shop.issued()
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    to_file("paper.pdf")
    monkeypatch.setattr(paper_exits, "place", locked)
    counter.key("Ctrl+Shift+P")
    qtbot.waitUntil(view.bar.isVisible, timeout=15_000)
    assert "another program has it open" in view.bar.label.text()
    assert prints(shop) == []


def test_a_full_disk_is_told_and_leaves_no_half_file(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    to_file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    issued = shop.issued()
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    target = to_file("paper.pdf")
    monkeypatch.setattr("crm_desktop.exchange.placing.os.fsync", full)
    counter.key("Ctrl+Shift+P")
    qtbot.waitUntil(view.bar.isVisible, timeout=15_000)
    assert "disk is full" in view.bar.label.text()
    assert list(target.parent.glob("*.pdf")) == []
    assert list(target.parent.glob(".paper-*")) == []
    assert prints(shop) == []


@pytest.mark.parametrize("stood_there", [b"", b"a file of theirs"])
def test_a_save_that_is_refused_leaves_what_stood_there(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    to_file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    stood_there: bytes,
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    target, document = to_file("paper.pdf"), shop.store.t.document
    if stood_there:
        target.write_bytes(stood_there)

    def meanwhile(data: bytes, file: Path) -> Placed:
        placed = place(data, file)
        with shop.store.write():
            document.update(state="cancelled").where(document.c.id == issued.id).execute()
        return placed

    monkeypatch.setattr(paper_exits, "place", meanwhile)
    counter.key("Ctrl+Shift+P")
    qtbot.waitUntil(said(counter, "changed on its way out"), timeout=15_000)
    assert (target.read_bytes() if target.exists() else b"") == stood_there
    assert list(target.parent.glob(".paper-*")) == []
    assert prints(shop) == []


def test_a_printer_that_is_gone_is_told_and_nothing_is_counted(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    to_file("gone/printed.pdf")
    counter.key("Ctrl+P")
    qtbot.waitUntil(view.bar.isVisible, timeout=15_000)
    assert "does not answer" in view.bar.label.text()
    assert prints(shop) == []


def test_a_printer_that_takes_nothing_leaves_no_copy_behind(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    to_file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    to_file("jammed.pdf")
    monkeypatch.setattr(QPrinter, "printerState", lambda _: QPrinter.PrinterState.Error)
    counter.key("Ctrl+P")
    qtbot.waitUntil(view.bar.isVisible, timeout=15_000)
    assert "does not answer" in view.bar.label.text()
    assert [each["exit"] for each in prints(shop)] == ["print", "not_printed"]
    assert shop.paper(issued.id).print_count == 0
    assert "Printing failed" in view.left.words(view.left.shown[0])
    assert view.left_line.text() == "", "nothing has left the house"


def test_a_printer_that_stops_half_way_leaves_its_pages_on_record(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    to_file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issued = shop.issued(*(shop.line("CEM", 1) for _ in range(60)))
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    to_file("half.pdf")
    monkeypatch.setattr(QPrinter, "newPage", lambda _: False)
    counter.key("Ctrl+P")
    qtbot.waitUntil(view.bar.isVisible, timeout=15_000)
    assert "stopped after page 1" in view.bar.label.text()
    assert [each["exit"] for each in prints(shop)] == ["print"]
    assert shop.paper(issued.id).print_count == 1


def test_printing_that_is_cancelled_says_what_came_out(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    to_file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issued = shop.issued(*(shop.line("CEM", 1) for _ in range(60)))
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    to_file("given_up.pdf")
    tasks: list[Task] = []
    counter.desk.tasks.started.connect(tasks.append)
    draw = paper_printing.draw_page

    def draw_and_cancel(*page: Any) -> None:
        draw(*page)
        tasks[-1].cancel()

    monkeypatch.setattr(paper_printing, "draw_page", draw_and_cancel)
    counter.key("Ctrl+P")
    qtbot.waitUntil(lambda: "cancelled after page 1" in view.bar.label.text(), timeout=15_000)
    assert [each["exit"] for each in prints(shop)] == ["print"]


def test_a_key_pressed_three_times_asks_for_one_printer(
    shop: SellingShop, sit: Sit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = sit("officer")
    view = opened(counter, shop.issued().id, qtbot)
    asked: list[QPrintDialog] = []

    def ask(printer: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
        asked.append(QPrintDialog(printer, parent))

    monkeypatch.setattr(paper_printing, "ask_printer", ask)
    for _ in range(3):
        counter.key("Ctrl+P")
    qtbot.waitUntil(lambda: bool(asked), timeout=15_000)
    view.print()
    counter.rest()
    assert len(asked) == 1
    asked[0].deleteLater()
    qtbot.waitUntil(lambda: view.findChild(QPrintDialog) is None)
    view.print()
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=15_000)


def test_who_prints_while_another_does_gets_a_copy_of_their_own(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    to_file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    to_file("second.pdf")
    ask = paper_printing.ask_printer

    def meanwhile(*asked: Any) -> None:
        shop.desk.supervisor.execute(TakeOut(issued.id, "print"))
        ask(*asked)

    monkeypatch.setattr(paper_printing, "ask_printer", meanwhile)
    counter.key("Ctrl+P")
    qtbot.waitUntil(said(counter, "marked as copy 1"), timeout=15_000)
    assert [each["copy"] for each in prints(shop)] == [0, 1]


def test_the_sheet_of_the_printer_is_that_of_the_paper_and_a_first_print_has_its_pair(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    look = ShopLook(page_size="A5", sets=("QT",))
    shop.desk.administrator.execute(SaveLook(0, look))
    issued = shop.issued()
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    for name, pages in (("first.pdf", 2), ("again.pdf", 1)):
        target = to_file(name)
        counter.key("Ctrl+P")
        qtbot.waitUntil(said(counter, name), timeout=15_000)
        counter.said.clear()
        made = pypdf.PdfReader(target).pages
        assert len(made) == pages
        assert [round(float(side)) for side in made[0].mediabox[2:]] == [420, 595]


def test_a_form_prints_without_opening_the_preview(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    target = to_file("straight.pdf")
    print_paper(counter.desk, issued.id, counter.window)
    qtbot.waitUntil(said(counter, "straight.pdf"), timeout=15_000)
    assert target.stat().st_size > 1_000


def test_a_tab_closed_while_its_paper_is_set_breaks_nothing(
    shop: SellingShop, sit: Sit, qtbot: QtBot, to_file: Callable[[str], Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    to_file("late.pdf")
    counter.window.open_record("paper", issued.id)
    counter.key("Ctrl+Shift+P", "Ctrl+W")
    qtbot.waitUntil(said(counter, "late.pdf"), timeout=15_000)
    assert counter.window.middle.documents() == []
