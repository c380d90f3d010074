"""Slips at the deposits that cost money or a search: each is caught where it is made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.services.papers.families import family_timeline
from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.money import Opened, bring, deposits_of, form_of, money, opened, told, write
from tests.ui.shop import sit
from ui.credit.bills import BillsPage
from ui.deposits.accounts import AccountsPage
from ui.deposits.claims import PayForm
from ui.deposits.receive import ReceiveForm
from ui.deposits.till import TillPage
from ui.paper_view import PaperWindow
from ui.papers import words
from ui.translations import Translations

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def test_cash_that_is_not_all_there_is_not_received_in_full(
    money: DepositShop, opened: Opened
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    assert isinstance(form, ReceiveForm)
    write(form, tendered="2,900")
    counter.key("Ctrl+S")
    assert money.read(asked.id).state == "expected"
    assert "100.00" in told(form, "tendered")
    assert form.fields["tendered"].widget.hasFocus()
    write(form, amount="2,900")
    counter.key("Ctrl+S")
    assert str(money.read(asked.id).held) == "2,900.00"


def test_cash_typed_before_the_way_to_pay_was_changed_stops_nobody(
    money: DepositShop, opened: Opened
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    write(form_of(screen), tendered="10", method="card", card_last4="๑๒๓๔")
    counter.key("Ctrl+S")
    received = money.read(asked.id)
    assert received.state == "held"
    assert dict(received.details)["card_last4"] == "1234", "Thai digits are digits"


def test_the_receipt_of_what_was_just_received_is_one_key_away(
    money: DepositShop, opened: Opened
) -> None:
    asked, other = money.ask(money.order()), money.ask(money.order())
    counter, screen = opened("cashier")
    page = bring(screen, asked.id)
    counter.key("F9", "Ctrl+S")
    assert [row.id for row in page.list.model.rows] == [other.id]
    assert page.shown is not None
    assert (page.shown.id, page.shown.state) == (asked.id, "held")
    assert page.card.reference.text() == money.read(asked.id).number
    counter.key("F6")
    slip = counter.window.middle.current()
    assert isinstance(slip, PaperWindow)
    assert str(money.read(asked.id).number) in slip.title
    counter.key("Ctrl+W")
    counter.key("Down", into=QApplication.focusWidget())
    assert page.shown.id == other.id, "the next one is chosen as ever"


def test_who_reverses_cash_is_not_led_to_undo_its_clearing_alone(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    counter, screen = opened("credit")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+V")
    write(form_of(screen), reason="wrong customer")
    counter.key("Ctrl+S")
    assert str(money.read(held.id).held) == "0.00"


def test_who_reverses_a_transfer_says_what_of_it(money: DepositShop, opened: Opened) -> None:
    held = money.held(money.order(), method="transfer", confirmed=True)
    counter, screen = opened("credit")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+V")
    write(form_of(screen), reason="not ours")
    counter.key("Ctrl+S")
    assert told(form_of(screen), "entry_id")
    assert money.read(held.id).state == "held"
    form_of(screen).fields["entry_id"].widget.setFocus()
    counter.key("Down", into=QApplication.focusWidget())
    counter.key("Ctrl+S")
    assert money.read(held.id).state == "awaiting"


def test_money_that_has_not_arrived_is_not_called_held(money: DepositShop, opened: Opened) -> None:
    cheque = money.held(money.order(), method="cheque")
    _counter, screen = opened("cashier")
    page = bring(screen, cheque.id)
    keys = [column.key for column in page.list.model.columns]
    index = page.list.model.index(page.list.model.row_of(cheque.id) or 0, keys.index("held"))
    assert index.data() in ("", None)
    assert page.card.of.text() == "not arrived yet"
    assert page._totals(list(page.list.model.rows)).endswith("0.00 held")


def test_the_reference_that_a_transfer_needs_is_asked_beside_its_field(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    money.answer(money.refund(held, 3_000))
    counter, screen = opened("credit")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+Y")
    form = form_of(screen)
    assert isinstance(form, PayForm)
    assert form.reference_label.text().endswith("*")
    counter.key("Ctrl+S")
    assert told(form, "reference")
    write(form, method="cash")
    assert not form.reference_label.text().endswith("*")


def test_keys_reach_the_list_on_whichever_page(money: DepositShop, opened: Opened) -> None:
    money.held(money.order())
    counter, screen = opened("credit")
    for key in ("Ctrl+1", "Ctrl+3", "Ctrl+1"):
        counter.key(key)
        page = screen.page
        view = page.view if isinstance(page, BillsPage) else deposits_of(screen).view
        assert QApplication.focusWidget() is view.table


def test_a_list_that_was_looked_at_is_taken_in_by_keys(
    money: DepositShop, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = tmp_path / "numbers.csv"
    for number, key in enumerate(("Enter", "Ctrl+S", "Ctrl+Return")):
        held = money.held(money.order())
        line = f"{held.number},TX-{number},2026-11-22"
        sheet.write_text(f"deposit,invoice,date\n{line}\n", "utf-8")
        counter, screen = opened("credit", "accounts")
        page = screen.page
        assert isinstance(page, AccountsPage)
        page.start_import(str(sheet))
        qtbot.waitUntil(_on_button("Import"))
        counter.key(key, into=QApplication.focusWidget())
        qtbot.waitUntil(lambda: page.pages.currentWidget() is page.home)  # noqa: B023
        assert money.read(held.id).tax_invoice == f"TX-{number}"


def _on_button(words: str) -> Callable[[], bool]:
    def there() -> bool:
        box = QApplication.focusWidget()
        return isinstance(box, QPushButton) and box.text() == words

    return there


def test_what_was_taken_back_is_no_receipt_and_a_note_stands_where_it_differs(
    money: DepositShop, opened: Opened
) -> None:
    money.held(money.order(), 3_000)
    wrong = money.held(money.order(), 2_000)
    money.held(money.order(), 1_500, "card")
    counter, screen = opened("credit")
    bring(screen, wrong.id)
    counter.key("Ctrl+Shift+V")
    write(form_of(screen), reason="twice")
    counter.key("Ctrl+S")
    counter, screen = opened("cashier", "till")
    page = screen.page
    assert isinstance(page, TillPage)
    assert [line.receipts for line in page.list.model.rows] == [2, 1]
    counter.key("F12")
    write(form_of(screen), cash="2,900", card="1,500", note="one note too few")
    counter.key("Ctrl+S")
    assert [page._note(line) for line in page.list.model.rows] == ["one note too few", ""]


def test_the_longest_word_for_a_state_is_read_to_its_end(
    money: DepositShop, opened: Opened, translations: Translations, qtbot: QtBot
) -> None:
    held = money.held(money.order())
    money.answer(money.transfer(held, money.order(), 3_000))
    counter, screen = opened("officer")
    counter.desk.speak("th")
    translations.use("th")
    page = bring(screen, held.id)
    label = page.card.state
    assert label.text() == "โอนไปเอกสารอื่นแล้ว"
    qtbot.waitUntil(lambda: label.width() >= label.sizeHint().width())


def test_the_reason_of_a_reversal_is_read_once(money: DepositShop, opened: Opened) -> None:
    held = money.held(money.order())
    counter, screen = opened("credit")
    page = bring(screen, held.id)
    counter.key("Ctrl+Shift+V")
    write(form_of(screen), reason="wrong customer")
    counter.key("Ctrl+S")
    assert page.shown is not None
    lines = counter.desk.read(family_timeline, page.shown.for_id)
    (line,) = (each for each in lines if each.event == "reverse")
    assert words.told(line, counter.desk).count("wrong customer") == 1
