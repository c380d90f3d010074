"""Deposits at the counter by keys: money is taken, cleared, used, and nothing of it is lost."""

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from crm_desktop.domain.promptpay import promptpay
from crm_desktop.printing.qr import modules
from tests.services.deposit_shop import DepositShop, baht
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.money import (
    Opened,
    bring,
    deposits_of,
    form_of,
    money,
    opened,
    set_promptpay,
    told,
    write,
)
from tests.ui.shop import sit
from ui.deposits.qr import QUIET, QrCode
from ui.deposits.receive import ASKED, ReceiveForm
from ui.forms.lookup import LookupField
from ui.theme import Theme

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def test_the_cashier_begins_with_what_is_expected_and_takes_cash_with_change(
    money: DepositShop, opened: Opened
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    page = deposits_of(screen)
    assert page.chips.on == "expected"
    counter.key("F9")
    form = form_of(screen)
    assert isinstance(form, ReceiveForm)
    assert form.fields["amount"].raw() == "3,000.00"
    write(form, tendered="3,500")
    assert form.change.text() == "Change: 500.00"
    counter.key("Ctrl+S")
    received = money.read(asked.id)
    assert (received.state, received.method, str(received.held)) == ("held", "cash", "3,000.00")
    assert str(received.number) in counter.said[-1]
    assert page.form is None
    assert page.list.model.rows == []


def test_cash_that_is_not_enough_says_how_much_is_missing(
    money: DepositShop, opened: Opened
) -> None:
    money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    assert isinstance(form, ReceiveForm)
    write(form, tendered="2,900")
    assert form.change.text() == "100.00 missing"


def test_nothing_gapes_under_the_sum_where_no_code_is_to_be_scanned(
    money: DepositShop, opened: Opened, qtbot: QtBot
) -> None:
    set_promptpay(money, "0812345678")
    money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    assert isinstance(form, ReceiveForm)

    def gap() -> int:
        """From the way to pay down to the first field that it asks for."""
        above, below = (form.fields[key].widget.parentWidget() for key in ("method", "tendered"))
        assert above is not None
        assert below is not None
        top = below.mapTo(form, below.rect().topLeft()).y()
        return top - above.mapTo(form, above.rect().bottomLeft()).y()

    for width in (911, 1366):
        counter.window.resize(width, 728)
        write(form, method="promptpay")
        qtbot.waitUntil(form.code.isVisible)
        write(form, method="cash")
        qtbot.waitUntil(lambda: not form.code.isVisible())
        qtbot.waitUntil(lambda: gap() <= 12)


def test_less_than_asked_leaves_the_rest_expected(money: DepositShop, opened: Opened) -> None:
    money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    write(form_of(screen), amount="1,000")
    counter.key("Ctrl+S")
    assert "rest stays expected" in counter.said[-1]
    page = deposits_of(screen)
    assert [row.expected for row in page.list.model.rows] == [baht(2_000)]


def test_more_than_the_paper_is_due_is_refused_beside_the_sum_and_nothing_moves(
    money: DepositShop, opened: Opened
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    write(form_of(screen), amount="10,000.01")
    counter.key("Ctrl+S")
    assert "10,000.00" in told(form_of(screen), "amount")
    assert money.read(asked.id).state == "expected"


def test_a_cheque_asks_for_its_number_beside_the_field_and_waits_for_the_bank(
    money: DepositShop, opened: Opened
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    write(form, method="cheque", bank="กสิกรไทย", cheque_date="22/11/2569")
    assert form.fields["cheque_number"].widget.isVisible()
    assert not form.fields["tendered"].widget.isVisible()
    counter.key("Ctrl+S")
    assert told(form, "cheque_number")
    write(form, cheque_number="0012345")
    counter.key("Ctrl+S")
    received = money.read(asked.id)
    assert received.state == "awaiting"
    assert dict(received.details)["cheque_date"] == "2026-11-22"


def test_a_transfer_counts_only_once_a_person_has_seen_it(
    money: DepositShop, opened: Opened
) -> None:
    unseen, seen = money.ask(money.order()), money.ask(money.order())
    counter, screen = opened("cashier")
    for asked, ticked in ((unseen, False), (seen, True)):
        bring(screen, asked.id)
        counter.key("F9")
        typed = {"method": "transfer", "reference": "TX-1", "at": "9.45", "confirmed": ticked}
        write(form_of(screen), **typed)
        counter.key("Ctrl+S")
    assert money.read(unseen.id).state == "awaiting"
    assert money.read(seen.id).state == "held"
    assert dict(money.read(seen.id).details)["at"] == "2026-11-22T09:45:00"


def test_promptpay_shows_the_code_of_exactly_the_sum_that_is_typed(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    set_promptpay(money, "0812345678")
    money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    assert isinstance(form, ReceiveForm)
    write(form, method="promptpay", amount="1,234.50")
    qtbot.waitUntil(lambda: form.code.payload == promptpay("0812345678", baht("1234.50")))
    assert form.code.isVisible()
    assert "1,234.50" in form.code.accessibleName()
    write(form, method="cash")
    qtbot.waitUntil(lambda: not form.code.isVisible())


def test_a_code_that_cannot_be_says_why_in_its_place(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    assert isinstance(form, ReceiveForm)
    write(form, method="promptpay")
    qtbot.waitUntil(lambda: bool(form.code_words.text()))
    assert not form.code.isVisible()


def test_the_code_on_the_screen_has_every_module_where_it_belongs(
    qtbot: Any, theme: Theme, store_url: str
) -> None:
    payload = promptpay("0812345678", baht(100))
    code = QrCode()
    qtbot.addWidget(code)
    code.show_payload(payload, "pay")
    code.resize(code.sizeHint())
    picture = code.grab().toImage()
    wanted = modules(payload)
    side = picture.width() // (len(wanted) + 2 * QUIET)
    for row, line in enumerate(wanted):
        for column, dark in enumerate(line):
            x, y = ((at + QUIET) * side + side // 2 for at in (column, row))
            assert (picture.pixelColor(x, y) == QColor("black")) == dark


def test_money_is_cleared_by_one_key_and_a_bounce_asks_why(
    money: DepositShop, opened: Opened
) -> None:
    first = money.held(money.order(), 3_000, "cheque")
    second = money.held(money.order(), 3_000, "cheque")
    counter, screen = opened("cashier")
    bring(screen, first.id)
    counter.key("Shift+F9", "Ctrl+S")
    assert money.read(first.id).state == "held"
    page = bring(screen, second.id)
    counter.key("Ctrl+Shift+B", "Ctrl+S")
    form = form_of(screen)
    assert told(form, "reason")
    write(form, reason="no money on the account")
    counter.key("Ctrl+S")
    assert money.read(second.id).state == "bounced"
    assert page.shown is not None
    assert page.shown.state == "bounced"


def test_a_deposit_is_applied_to_its_paper_and_never_more_than_is_held(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    page = bring(screen, held.id)
    counter.key("Ctrl+Shift+A")
    form = form_of(screen)
    assert form.fields["document_id"].value() == held.for_id
    assert form.fields["amount"].raw() == "", "nobody deducts everything by pressing one key"
    write(form, amount="3,000.01")
    counter.key("Ctrl+S")
    assert told(form, "amount")
    write(form, amount="1,000")
    counter.key("Ctrl+S")
    assert str(money.read(held.id).held) == "2,000.00"
    ledger = page.card.ledger.words()
    assert [row[2:] for row in ledger] == [
        ["+3,000.00", "3,000.00"],
        ["", "3,000.00"],
        ["−1,000.00", "2,000.00"],
    ]
    assert held.for_reference in ledger[-1][1]


def test_a_deposit_is_asked_for_from_here_for_an_order_found_while_typing(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    order_id = money.order()
    counter, screen = opened("officer")
    counter.key("Ctrl+N")
    form = form_of(screen)
    order = form.fields["document_id"]
    assert isinstance(order, LookupField)
    box = order.widget
    qtbot.keyClicks(box, "00001")
    qtbot.waitUntil(order.picker.isVisible)
    counter.key("Return", into=box)
    counter.key("Ctrl+S")
    (row,) = money.paper(order_id).rows
    assert row.expected == baht(3_000)


def test_what_never_came_is_given_up_with_a_reason(money: DepositShop, opened: Opened) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("officer")
    bring(screen, asked.id)
    counter.key("Ctrl+Shift+X")
    write(form_of(screen), reason="the customer pays everything at once")
    counter.key("Ctrl+S")
    assert money.read(asked.id).state == "cancelled"


def test_only_what_this_person_may_do_now_is_offered(money: DepositShop, opened: Opened) -> None:
    held = money.held(money.order())
    for who, offered, missing in (
        ("officer", {"deposit.apply", "deposit.refund"}, {"deposit.receive", "deposit.pay"}),
        ("cashier", {"deposit.apply"}, {"deposit.refund", "deposit.forfeit"}),
        ("credit", {"deposit.invoice", "deposit.reverse"}, {"deposit.refund"}),
    ):
        _counter, screen = opened(who)
        page = bring(screen, held.id)
        there = {name for name, action in page.bound.items() if action.isEnabled()}
        assert offered <= there
        assert not missing & there


def test_a_mistake_is_reversed_with_a_reason_and_both_entries_stay(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    money.apply(held, held.for_id, 1_000)
    counter, screen = opened("credit")
    page = bring(screen, held.id)
    counter.key("Ctrl+Shift+V")
    write(form_of(screen), reason="wrong paper")
    counter.key("Ctrl+S")
    assert str(money.read(held.id).held) == "3,000.00"
    words = [row[1] for row in page.card.ledger.words()]
    assert "taken back" in words[-2]
    assert "wrong paper" in words[-1]


def test_the_number_of_the_tax_invoice_is_kept_and_can_be_corrected(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    counter, screen = opened("credit")
    page = bring(screen, held.id)
    for number in ("TX-69/001", "TX-69/002"):
        counter.key("Ctrl+Shift+I")
        write(form_of(screen), number=number)
        counter.key("Ctrl+S")
    assert money.read(held.id).tax_invoice == "TX-69/002"
    assert any("TX-69/002" in row[1] for row in page.card.facts.words())


def test_the_vat_within_stands_on_the_card(money: DepositShop, opened: Opened) -> None:
    held = money.held(money.order())
    _counter, screen = opened("officer")
    page = bring(screen, held.id)
    (row,) = page.card.vat.words()
    assert row[1:] == ["3,000.00", "VAT 196.26"]


def test_filters_go_from_one_to_the_next_by_key_and_sums_stand_below(
    money: DepositShop, opened: Opened
) -> None:
    first, second = money.held(money.order()), money.held(money.order(), 2_000)
    money.ask(money.order())
    counter, screen = opened("officer")
    page = deposits_of(screen)
    page.chips.choose("held")
    assert {row.id for row in page.list.model.rows} == {first.id, second.id}
    page.list.table.selectAll()
    assert "5,000.00" in page.list.foot.text()
    counter.key("Ctrl+G")
    assert page.chips.on == "refunds"
    assert page.view is page.claims


def test_what_was_typed_is_offered_again_after_a_crash(money: DepositShop, opened: Opened) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    write(form, amount="1,111")
    form.keep_draft()
    deposits_of(screen).middle.drop_form()
    counter.window.open_record("deposit", f"{asked.id}-receive")
    again = form_of(screen)
    again.offer.buttons[0].click()
    assert again.fields["amount"].raw() == "1,111"


def test_what_the_other_counter_received_meanwhile_is_shown_and_not_taken_twice(
    money: DepositShop, opened: Opened
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    money.receive(asked.id, 3_000)
    counter.key("Ctrl+S")
    form = form_of(screen)
    assert form.bar.isVisible()
    assert len(money.read(asked.id).entries) == 2


def test_a_small_window_shows_the_card_instead_of_the_list_and_then_the_list_again(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    counter.window.resize(911, 485)
    page = bring(screen, held.id)
    assert page.list.isVisible()
    assert not page.card.isVisible()
    page.open_current()
    assert page.card.isVisible()
    assert not page.head.isVisible()
    counter.key("Esc")
    assert page.list.isVisible()
    assert page.head.isVisible()


def test_each_deposit_leads_to_its_paper_its_customer_and_its_receipt(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    bring(screen, held.id)
    asked: list[tuple[str, Any]] = []
    screen.open_record.disconnect()
    screen.open_record.connect(lambda kind, ident: asked.append((kind, ident)))
    counter.key("F7", "F4", "F6", "Ctrl+Shift+S")
    assert asked == [
        ("back_order", held.for_id),
        ("customer", held.customer_id),
        ("paper", held.id),
        ("statement", held.customer_id),
    ]


def test_a_key_for_what_cannot_be_done_with_a_deposit_says_why(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    counter, screen = opened("cashier")
    page = bring(screen, held.id)
    counter.key("F9")
    assert page.form is None
    assert str(held.number) in counter.said[-1]


@pytest.mark.parametrize("key", ["Ctrl+S", "Ctrl+Return"])
@pytest.mark.parametrize("where", ["amount", "method", "payer"])
def test_a_form_is_saved_by_either_key_from_any_field(
    money: DepositShop, opened: Opened, key: str, where: str
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    form.fields[where].widget.setFocus()
    counter.key(key, into=form.fields[where].widget)
    assert money.read(asked.id).state == "held"


def test_a_reason_of_several_lines_is_sent_by_ctrl_enter_too(
    money: DepositShop, opened: Opened
) -> None:
    second = money.held(money.order(), 3_000, "cheque")
    counter, screen = opened("cashier")
    bring(screen, second.id)
    counter.key("Ctrl+Shift+B")
    form = form_of(screen)
    write(form, reason="no money on the account")
    counter.key("Ctrl+Return", into=form.fields["reason"].widget)
    assert money.read(second.id).state == "bounced"


def test_the_form_follows_the_line_and_asks_before_typed_words_would_be_lost(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    first, second = money.ask(money.order()), money.ask(money.order())
    counter, screen = opened("cashier")
    page = bring(screen, first.id)
    counter.key("F9")
    page.list.select(second.id)
    qtbot.waitUntil(lambda: form_of(screen).key == f"deposit:{second.id}-receive")
    form = form_of(screen)
    write(form, amount="1,111")
    page.list.select(first.id)
    qtbot.waitUntil(form.bar.isVisible)
    assert form_of(screen) is form
    assert page.shown is not None
    assert page.shown.id == second.id, "list and form speak of one deposit"
    form.bar.buttons[2].click()
    assert page.form is None
    assert page.shown.id == first.id


@pytest.mark.parametrize("method", ["cash", "transfer", "card", "cheque", "promptpay"])
def test_the_fields_of_a_way_to_pay_stand_without_holes(
    money: DepositShop, opened: Opened, method: str, qtbot: Any
) -> None:
    money.ask(money.order())
    counter, screen = opened("cashier")
    counter.key("F9")
    form = form_of(screen)
    assert isinstance(form, ReceiveForm)
    write(form, method=method)
    keys = [key for key in ASKED if form.fields[key].widget.isVisible()]

    def closed_up() -> bool:
        tops = [form.fields[key].widget.mapTo(form, QPoint()) for key in keys]
        in_order = tops == sorted(tops, key=lambda at: (at.y(), at.x()))
        return in_order and all(below.y() - above.y() < 100 for above, below in pairwise(tops))

    qtbot.waitUntil(closed_up)


@pytest.mark.parametrize(
    ("key", "missing"),
    [("Ctrl+Shift+R", "reason"), ("Ctrl+Shift+M", "to_document_id"), ("Ctrl+Shift+F", "term")],
)
def test_a_sum_above_what_is_held_is_told_with_all_else_that_is_missing(
    money: DepositShop, opened: Opened, key: str, missing: str
) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    bring(screen, held.id)
    counter.key(key)
    form = form_of(screen)
    write(form, amount="3,000.01")
    counter.key("Ctrl+S")
    assert "3,000.00" in told(form, "amount")
    assert told(form, missing)
