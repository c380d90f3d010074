"""A paper on its way by mail, LINE and clipboard: only what is issued, and each time on record."""

import email
import errno
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.papers.families import family_timeline
from tests.services.postbox import Serve, impatient, serve, use
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from tests.ui.test_paper_view import opened, prints, said, text_of
from ui import paper_exits
from ui.copies import Copies
from ui.customers.words import happened
from ui.paper_mail import PaperMailForm, PaperMailScreen
from ui.paper_view import PaperWindow

__all__ = ["desk", "impatient", "serve", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """What the mail program of this PC was shown."""
    shown: list[Path] = []

    def show(file: Path) -> bool:
        shown.append(file)
        return True

    monkeypatch.setattr(paper_exits, "open_outside", show)
    yield shown
    QGuiApplication.clipboard().clear()


def with_address(shop: SellingShop, address: str) -> None:
    """The customer gives an e-mail address."""
    kept = shop.desk.officer.read(customer, shop.customer)
    command = SaveCustomer(
        shop.customer, kept.version, kept.kind, kept.name, phones=("081-234-5678",), email=address
    )
    shop.desk.officer.execute(command)


def mail_in(file: Path) -> EmailMessage:
    found = email.message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def ways(shop: SellingShop) -> list[str]:
    return [each["exit"] for each in prints(shop)]


def told(view: PaperWindow, words: str) -> Callable[[], bool]:
    """Whether the paper's own bar says it."""
    return lambda: words in view.bar.label.text()


def writing(counter: Counter, document_id: int, qtbot: QtBot) -> PaperMailScreen:
    """The tab that E opens from the preview."""
    opened(counter, document_id, qtbot)
    counter.key("E")
    form = counter.window.middle.current()
    assert isinstance(form, PaperMailScreen)
    return form


def test_a_mail_stands_ready_with_the_paper_attached(
    shop: SellingShop, sit: Sit, qtbot: QtBot, outside: list[Path]
) -> None:
    issued = shop.issued()
    with_address(shop, "buyer@example.com")
    counter = sit("officer")
    form = writing(counter, issued.id, qtbot).form
    form.fields["body"].set_value(f"{form.fields['body'].raw()}\nแวะมาดูตัวอย่างได้")
    counter.key("Ctrl+Shift+Return")
    qtbot.waitUntil(said(counter, "buyer@example.com"), timeout=15_000)
    (file,) = outside
    mail = mail_in(file)
    assert (mail["To"], mail["X-Unsent"]) == ("buyer@example.com", "1")
    assert issued.number in mail["Subject"]
    body = mail.get_body()
    assert body is not None
    assert "150.00" in body.get_content()
    assert "แวะมาดูตัวอย่างได้" in body.get_content()
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == f"{issued.number}.pdf"
    assert attached.get_content().startswith(b"%PDF")
    assert ways(shop) == ["email"]
    line = shop.desk.officer.read(family_timeline, issued.id, 1)[0]
    assert happened(counter.desk, line) == f"Sent by e-mail: quotation {issued.number}"
    assert not isinstance(counter.window.middle.current(), PaperMailScreen), "what is out is closed"


def test_without_a_mail_program_the_mail_is_kept_as_a_file(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    outside: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def file(suggested: Path, parent: QWidget, then: Any) -> None:
        assert suggested.suffix == ".eml"
        then(str(tmp_path / "kept.eml"))

    monkeypatch.setattr(paper_exits, "open_outside", lambda _: False)
    monkeypatch.setattr(paper_exits, "ask_file", file)
    issued = shop.issued()
    counter = sit("officer")
    writing(counter, issued.id, qtbot)
    counter.key("Ctrl+Shift+Return")
    qtbot.waitUntil(said(counter, "kept.eml"), timeout=15_000)
    assert mail_in(tmp_path / "kept.eml")["To"] is None


def test_a_mail_that_is_given_up_is_not_on_record_as_sent(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    outside: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(paper_exits, "open_outside", lambda _: False)
    monkeypatch.setattr(paper_exits, "ask_file", lambda suggested, *_: asked.append(suggested))
    issued = shop.issued()
    counter = sit("officer")
    writing(counter, issued.id, qtbot)
    counter.key("Ctrl+Shift+Return")
    qtbot.waitUntil(lambda: bool(asked), timeout=15_000)
    assert prints(shop) == []
    assert shop.paper(issued.id).print_count == 0


def test_an_address_that_no_mail_reaches_is_told_at_its_field(
    shop: SellingShop, sit: Sit, qtbot: QtBot, outside: list[Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    form = writing(counter, issued.id, qtbot).form
    heard: list[str] = []
    form.fields["to"].refusal.connect(heard.append)
    form.fields["to"].set_value("x@[1.2")
    counter.key("Ctrl+Shift+Return")
    assert "x@[1.2" in heard[-1]
    assert (outside, prints(shop)) == ([], [])


def test_the_shops_server_sends_it_and_the_tab_goes(
    shop: SellingShop, sit: Sit, qtbot: QtBot, serve: Serve
) -> None:
    issued, box = shop.issued(), serve()
    shop.desk.administrator.execute(use(box))
    with_address(shop, "buyer@example.com")
    counter = sit("officer")
    form = writing(counter, issued.id, qtbot).form
    form.fields["subject"].set_value("ตามที่คุยกัน")
    counter.key("Ctrl+Return")
    qtbot.waitUntil(said(counter, "took the mail to buyer@example.com"), timeout=15_000)
    (mail,) = box.mails
    assert mail["Subject"] == "ตามที่คุยกัน"
    assert ways(shop) == ["email"]
    assert not isinstance(counter.window.middle.current(), PaperMailScreen)


def test_what_the_server_refuses_keeps_every_word_and_is_not_on_record(
    shop: SellingShop, sit: Sit, qtbot: QtBot, serve: Serve
) -> None:
    issued, box = shop.issued(), serve()
    shop.desk.administrator.execute(use(box))
    counter = sit("officer")
    screen = writing(counter, issued.id, qtbot)
    form, heard = screen.form, list[str]()
    form.fields["to"].refusal.connect(heard.append)
    form.fields["to"].set_value("a@nowhere.example")
    form.fields["body"].set_value("ข้อความที่พิมพ์เอง")
    counter.key("Ctrl+Return")
    qtbot.waitUntil(lambda: any("a@nowhere.example" in each for each in heard), timeout=15_000)
    box.refusing = "554 5.6.0 not today"
    form.fields["to"].set_value("a@example.com")
    counter.key("Ctrl+Return")
    qtbot.waitUntil(lambda: "not today" in form.bar.label.text(), timeout=15_000)
    assert form.fields["body"].raw() == "ข้อความที่พิมพ์เอง"
    assert screen.bound["document.submit"].isEnabled()
    assert prints(shop) == []
    form.keep_draft()
    again = PaperMailForm(counter.desk, f"th/{issued.id}")
    assert not again.offer.isHidden(), "what was typed is offered once more"
    again.deleteLater()


def test_another_language_retells_what_nobody_wrote_over(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    issued = shop.issued()
    form = writing(sit("officer"), issued.id, qtbot).form
    form.fields["subject"].set_value("ของฉันเอง")
    form.fields["language"].set_value("en")
    assert form.fields["subject"].raw() == "ของฉันเอง"
    assert "quotation" in form.fields["body"].raw().lower()


def test_a_copy_that_this_pc_cannot_keep_is_not_on_record(
    shop: SellingShop,
    sit: Sit,
    qtbot: QtBot,
    outside: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: Any) -> Path:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Copies, "put", full)
    issued = shop.issued()
    counter = sit("officer")
    view = opened(counter, issued.id, qtbot)
    counter.key("C")
    qtbot.waitUntil(told(view, "The disk is full"), timeout=15_000)
    form = writing(counter, issued.id, qtbot).form
    counter.key("Ctrl+Shift+Return")
    qtbot.waitUntil(lambda: "The disk is full" in form.bar.label.text(), timeout=15_000)
    assert (outside, prints(shop)) == ([], [])


def test_line_gets_a_picture_and_a_message(
    shop: SellingShop, sit: Sit, qtbot: QtBot, outside: list[Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    counter.key("L")
    qtbot.waitUntil(said(counter, "paste them into LINE"), timeout=15_000)
    data = QGuiApplication.clipboard().mimeData()
    picture = data.imageData()
    assert isinstance(picture, QImage)
    assert picture.width() > 1_000
    assert picture.height() < 2 * picture.width()
    assert str(issued.number) in data.text()
    assert ways(shop) == ["line"]


def test_line_gets_several_pages_below_each_other_and_is_told_what_is_not_there(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    issued = shop.issued(*(shop.line("CEM", 1) for _ in range(120)))
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    counter.key("L")
    qtbot.waitUntil(said(counter, "the first 3 of"), timeout=15_000)
    picture = QGuiApplication.clipboard().mimeData().imageData()
    assert isinstance(picture, QImage)
    assert picture.height() > 4 * picture.width()
    assert picture.pixelColor(picture.width() // 2, 5) == "white"


def test_the_pdf_is_copied_as_a_file(
    shop: SellingShop, sit: Sit, qtbot: QtBot, outside: list[Path]
) -> None:
    issued = shop.issued()
    counter = sit("officer")
    opened(counter, issued.id, qtbot)
    counter.key("C")
    qtbot.waitUntil(said(counter, f"{issued.number}.pdf"), timeout=15_000)
    counter.key("C")
    qtbot.waitUntil(lambda: len(prints(shop)) == 2, timeout=15_000)
    qtbot.waitUntil(
        lambda: "สำเนา" in pypdf.PdfReader(copied()).pages[0].extract_text(), timeout=15_000
    )
    assert copied().name == f"{issued.number}.pdf"
    assert ways(shop) == ["clipboard", "clipboard"]


def copied() -> Path:
    """The file on the clipboard."""
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    return Path(url.toLocalFile())


@pytest.mark.parametrize("key", ["E", "L", "C"])
def test_a_draft_is_sent_to_nobody(
    shop: SellingShop, sit: Sit, qtbot: QtBot, outside: list[Path], key: str
) -> None:
    draft = shop.draft()
    counter = sit("officer")
    view = opened(counter, draft.id, qtbot)
    dim = [each.toolTip() for each in view.findChildren(QToolButton) if not each.isEnabled()]
    assert [words.rpartition("cannot ")[2].partition(".")[0] for words in dim] == [
        "be copied",
        "be sent by LINE",
        "be sent by e-mail",
    ]
    QGuiApplication.clipboard().setText("what lay there before")
    counter.key(key)
    qtbot.waitUntil(told(view, "is not issued yet"), timeout=15_000)
    assert view.bar.buttons == [], "another try would end the same"
    assert outside == []
    assert QGuiApplication.clipboard().text() == "what lay there before"
    assert prints(shop) == []


def test_on_a_narrow_screen_no_button_is_cut(
    shop: SellingShop, sit: Sit, qtbot: QtBot, outside: list[Path]
) -> None:
    counter = sit("officer")
    view = opened(counter, shop.submit(shop.draft()).id, qtbot)
    buttons = [each for each in view.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) == 3, "save, print and issue"
    for width, least in ((910, 0), (1366, 7)):
        counter.window.resize(width, 512)
        qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in buttons))
        small = [each for each in view.findChildren(QToolButton) if each.isVisible()]
        assert len(small) >= least
    keys = {"paper.email", "paper.line", "paper.clipboard", "paper.larger", "request.trail"}
    assert keys <= set(view.bound)


def test_the_history_of_a_paper_opens_beside_it_and_goes_to_nobody(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    asked = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")), reason="ลูกค้าประจำ")
    assert asked.request_id is not None
    version = shop.request(asked.request_id)["version"]
    shop.desk.supervisor.execute(AnswerRequest(asked.request_id, version, "approve", "ซื้อเยอะ"))
    counter = sit("officer")
    opened(counter, asked.id, qtbot)
    sheet = trail_of(counter, qtbot)
    assert "ลูกค้าประจำ" in text_of(sheet)
    assert "Approved" in text_of(sheet)
    assert "ซื้อเยอะ" in text_of(sheet)
    assert {"paper.email", "paper.line", "paper.clipboard", "request.trail"}.isdisjoint(sheet.bound)
    assert {"document.print", "document.pdf"} <= set(sheet.bound)


def trail_of(counter: Counter, qtbot: QtBot) -> PaperWindow:
    """The sheet that Ctrl+F7 opens."""
    before = counter.window.middle.current()
    counter.key("Ctrl+F7")
    sheet = counter.window.middle.current()
    assert isinstance(sheet, PaperWindow)
    assert sheet is not before
    qtbot.waitUntil(lambda: sheet.preview.document is not None, timeout=15_000)
    return sheet


def test_the_history_opens_from_the_form_and_from_the_queue(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    asked = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")), reason="ลูกค้าประจำ")
    counter = sit("supervisor")
    counter.window.open_record("quotation", asked.id)
    assert "ลูกค้าประจำ" in text_of(trail_of(counter, qtbot))
    counter.window.open_record("request", asked.request_id)
    counter.rest()
    assert "ลูกค้าประจำ" in text_of(trail_of(counter, qtbot))
