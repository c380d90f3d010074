"""Approvals by key: nothing is answered twice, lost or unseen, and the officer hears at once."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approval_queue import queue_page, request_card
from crm_desktop.services.authority.approvals import AnswerRequest, MarkSeen, RecallRequest
from crm_desktop.services.authority.delegations import Delegate
from crm_desktop.services.authority.requests import Consulted
from crm_desktop.services.papers.quotations import Outcome
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui.approvals.screen import ApprovalsScreen
from ui.paper_view import PaperWindow
from ui.tables import model

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def ask(shop: SellingShop, discount: str = "12%", *, waiting: bool = False) -> Outcome:
    """A paper of the officer's that goes to the supervisor."""
    return shop.submit(shop.draft(shop.line("CEM", 60, discount=discount)), waiting=waiting)


def screen(counter: Counter) -> ApprovalsScreen:
    shown = counter.window.middle.current()
    assert isinstance(shown, ApprovalsScreen)
    return shown


def looked(counter: Counter) -> None:
    """What came into view by itself was read."""
    screen(counter)._moved.invalidate()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def state(shop: SellingShop, outcome: Outcome) -> str:
    return str(shop.request(outcome.request_id)["state"])


@pytest.mark.parametrize("key", ["A", "ฟ"])
def test_the_approving_key_works_whichever_layout_is_on(
    shop: SellingShop, sit: Sit, key: str
) -> None:
    asked = ask(shop)
    boss = sit("supervisor")
    boss.key(key)
    assert state(shop, asked) == "approved"
    assert shop.paper(asked.id).state == "ready"
    assert boss.said[-1] == f"{shop.paper(asked.id).reference}: Approved"


def test_a_key_pressed_twice_does_not_approve_the_next_paper_unseen(
    shop: SellingShop, sit: Sit
) -> None:
    first, second = ask(shop), ask(shop)
    boss = sit("supervisor")
    boss.key("A", "A")
    assert (state(shop, first), state(shop, second)) == ("approved", "waiting")
    looked(boss)
    boss.key("A")
    assert state(shop, second) == "approved"


def test_everything_needed_to_decide_is_in_view(shop: SellingShop, sit: Sit) -> None:
    shop.issued(shop.line("CEM", 2))
    shop.tell_credit(outstanding=120_000, overdue=5_000)
    asked = ask(shop, waiting=True)
    boss = sit("supervisor")
    boss.key("Ctrl+M")
    view = screen(boss)
    view.show_record("request", asked.request_id)
    text = words(view.card)
    for expected in (
        "บริษัท ก่อสร้างไทย จำกัด",
        "Discount 12% exceeds the 5% of grade G3",
        "ลูกค้าประจำ",
        "Customer is waiting",
        "Margin before VAT",
        "Last prices to this customer",
        "Other open papers",
        "120,000.00",
        "ERP",
    ):
        assert expected in text, expected


@pytest.mark.parametrize("stands_in", [False, True], ids=["officer", "deputy"])
def test_the_customer_beside_the_officer_reads_no_discount_and_no_credit(
    shop: SellingShop, sit: Sit, stands_in: bool
) -> None:
    if stands_in:
        today = shop.desk.now.date()
        shop.desk.supervisor.execute(
            Delegate(list(PEOPLE).index("officer") + 1, today, today, "ลา")
        )
    shop.tell_credit(outstanding=90_000)
    ask(shop)
    view = screen(sit("officer"))
    figures = ("Discount from list", "Discount 12% exceeds", "90,000.00")

    def read() -> str:
        labels = view.card.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    assert not any(each in read() for each in figures)
    QTest.keyPress(view, Qt.Key.Key_F7)
    assert all(each in read() for each in figures)
    assert "Margin" not in read(), "who may not see costs sees no margin either"
    QTest.keyRelease(view, Qt.Key.Key_F7)
    assert not any(each in read() for each in figures)


def test_a_superior_sees_when_an_unanswered_request_goes_up_and_to_whom(
    shop: SellingShop, sit: Sit
) -> None:
    asked = ask(shop)
    view = screen(sit("supervisor"))
    assert "Unanswered, it goes up to Manager by itself at" in words(view.card)
    assert asked.request_id is not None
    shop.desk.director.execute(AnswerRequest(asked.request_id, 1, "approve"))
    assert shop.desk.supervisor.read(request_card, asked.request_id).above is None


def test_returning_without_a_note_asks_for_one_and_changes_nothing(
    shop: SellingShop, sit: Sit
) -> None:
    asked = ask(shop)
    boss = sit("supervisor")
    panel = screen(boss).panel
    boss.key("พ")
    assert state(shop, asked) == "waiting"
    assert panel.wanting.isVisible()
    assert "write why" in panel.wanting.text()
    assert panel.note.hasFocus()
    QTest.keyClicks(panel.note, "a b x n r")
    boss.key("Ctrl+Return", into=panel.note)
    assert state(shop, asked) == "returned"
    paper = shop.paper(asked.id)
    assert paper.state == "draft"
    assert paper.request is not None
    assert paper.request.note == "a b x n r"


def test_escape_leaves_the_note_and_keeps_what_is_written(shop: SellingShop, sit: Sit) -> None:
    ask(shop)
    boss = sit("supervisor")
    panel = screen(boss).panel
    boss.key("X")
    QTest.keyClicks(panel.note, "too cheap")
    boss.key("Esc")
    assert not panel.armed
    assert panel.text() == "too cheap"
    assert screen(boss).queues.queue.hasFocus()


def test_after_an_answer_the_next_request_is_in_view(shop: SellingShop, sit: Sit) -> None:
    first, second, waiting = ask(shop), ask(shop), ask(shop, waiting=True)
    boss = sit("supervisor")
    view = screen(boss)
    assert view.request_id == waiting.request_id, "the customer who waits is on top"
    QTest.mouseClick(view.panel.buttons["queue.approve"], Qt.MouseButton.LeftButton)
    assert view.request_id == first.request_id
    boss.key("ื")
    assert view.request_id == second.request_id
    boss.key("A")
    looked(boss)
    boss.key("A")
    assert view.request_id is None
    assert view.queues.queue.note.isVisible()
    assert [state(shop, each) for each in (first, second, waiting)] == ["approved"] * 3


def test_advice_is_given_by_its_own_key_and_against_it_with_a_note(
    shop: SellingShop, sit: Sit
) -> None:
    asked, against = ask(shop, "8%"), ask(shop, "8%")
    boss = sit("supervisor")
    boss.key("A")
    assert state(shop, asked) == "waiting", "A is no answer to a question for advice"
    boss.key("แ")
    assert state(shop, asked) == "advised"
    panel = screen(boss).panel
    boss.key("X")
    assert panel.armed == "", "no key answers what nobody has read yet"
    looked(boss)
    boss.key("X")
    assert panel.armed == "advise_against"
    QTest.keyClicks(panel.note, "no")
    boss.key("Ctrl+Return", into=panel.note)
    assert shop.request(against.request_id)["level"] == "SUPERIOR"


def test_advice_by_phone_waits_for_the_superiors_word(shop: SellingShop, sit: Sit) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    spoken = Consulted(shop.desk.supervisor.actor.person_id, shop.desk.now, "ได้")  # type: ignore[union-attr]
    asked = shop.submit(draft, consulted=spoken)
    boss = sit("supervisor")
    assert "Confirm advice by phone" in words(screen(boss).card)
    boss.key("C")
    assert shop.request(asked.request_id)["spoken"] == 0
    assert screen(boss).request_id is None


def test_advice_by_phone_is_confirmed_for_the_call_that_was_made(
    shop: SellingShop, sit: Sit
) -> None:
    called = shop.desk.now - timedelta(minutes=27)
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    shop.submit(draft, consulted=Consulted(2, called, "ได้"))
    told = words(screen(sit("supervisor")).card)
    assert "08:33" in told
    assert "09:00" not in told


def test_a_superior_does_not_wait_until_everything_below_was_read(
    shop: SellingShop, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        ask(shop)
    view = screen(sit("director"))
    pages: list[object] = []
    read = view.desk.read

    def counted(query: Any, *args: Any, **more: Any) -> Any:
        pages.extend([query] if query is queue_page else [])
        return read(query, *args, **more)

    monkeypatch.setattr(model, "PAGE", 1)
    monkeypatch.setattr(view.desk, "read", counted)
    view.queues.read()
    assert len(pages) == 1
    assert view.queues.queue.rows.rowCount() == 0


def test_the_second_of_two_superiors_is_told_who_was_first(shop: SellingShop, sit: Sit) -> None:
    asked = ask(shop)
    boss, manager = sit("supervisor"), sit("manager")
    manager.key("Ctrl+M")
    assert screen(manager).request_id is not None
    boss.key("A")
    manager.key("A")
    bar = screen(manager).bar
    assert bar.isVisible()
    assert "Supervisor" in bar.label.text()
    assert state(shop, asked) == "approved"
    assert shop.request(asked.request_id)["version"] == 2, "nothing was answered twice"


def test_who_was_first_is_told_before_the_second_presses_a_key(shop: SellingShop, sit: Sit) -> None:
    ask(shop)
    boss, manager = sit("supervisor"), sit("manager")
    manager.key("Ctrl+M")
    QTest.keyClicks(screen(manager).panel.note, "half a note")
    boss.key("A")
    manager.hear()
    assert "Supervisor" in screen(manager).bar.label.text()
    assert "Approved" in screen(manager).bar.label.text()


def test_a_new_request_appears_by_itself_and_is_counted(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    boss = sit("supervisor")
    assert screen(boss).queues.queue.note.isVisible()
    ask(shop, waiting=True)
    boss.hear()
    assert screen(boss).request_id is not None
    assert boss.window.notices.isVisible()
    assert "Customer waiting" in boss.window.notices.label.text()
    assert "฿" not in boss.window.notices.label.text()
    qtbot.waitUntil(lambda: boss.window.rail.buttons["approvals"].count == 1)


def test_the_officer_hears_the_answer_in_another_copy_and_opens_the_paper(
    shop: SellingShop, sit: Sit
) -> None:
    asked = ask(shop)
    officer, boss = sit("officer"), sit("supervisor")
    opened: list[tuple[str, object]] = []
    officer.window.notices.opened.connect(lambda kind, record: opened.append((kind, record)))
    assert not officer.window.notices.isVisible()
    boss.key("A")
    officer.hear()
    notice = officer.window.notices
    assert notice.isVisible()
    assert notice.label.text().startswith(shop.paper(asked.id).reference)
    assert "9,0" not in notice.label.text(), "the customer may see the screen"
    notice.opened.disconnect(officer.window.open_record)
    officer.key("Ctrl+J")
    assert opened == [("quotation", asked.id)]
    assert not notice.isVisible()
    assert shop.request(asked.request_id)["seen"] == 1


def test_the_officer_takes_a_request_back(shop: SellingShop, sit: Sit) -> None:
    next_one, asked = ask(shop), ask(shop)
    officer = sit("officer")
    view = screen(officer)
    assert not view.queues.queue.isVisible()
    assert "queue.approve" not in view.bound
    officer.key("Ctrl+Shift+R", "Ctrl+Shift+R")
    assert state(shop, asked) == "recalled"
    assert shop.paper(asked.id).state == "draft"
    assert state(shop, next_one) == "waiting", "pressed twice, it is not the next one too"
    looked(officer)
    officer.key("Ctrl+Shift+R")
    assert state(shop, next_one) == "recalled"
    assert view.queues.own.note.isVisible()


def test_several_are_listed_before_one_key_approves_them(shop: SellingShop, sit: Sit) -> None:
    asked = [ask(shop), ask(shop)]
    boss = sit("supervisor")
    view = screen(boss)
    view.queues.queue.selectAll()
    assert view.several.isVisible()
    assert "2 requests" in words(view.several)
    total = Money.sum(shop.paper(each.id).total for each in asked)
    assert str(total) in words(view.several)
    boss.key("A")
    boss.rest()
    assert {state(shop, each) for each in asked} == {"approved"}
    assert boss.said[-1] == "2 of 2: Approved"


def test_a_request_from_today_opens_even_when_it_was_answered(shop: SellingShop, sit: Sit) -> None:
    asked = ask(shop)
    version = shop.request(asked.request_id)["version"]
    assert asked.request_id is not None
    shop.desk.supervisor.execute(AnswerRequest(asked.request_id, version, "return", "แพงไป"))
    boss = sit("supervisor")
    boss.window.open_record("request", asked.request_id)
    assert "แพงไป" in words(screen(boss).card)
    assert not screen(boss).panel.note.isVisible()


def test_a_deputy_of_another_department_sees_the_paper_they_answer(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    today = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(list(PEOPLE).index("logistics") + 1, today, today, "ลา"))
    ask(shop)
    deputy = sit("logistics", "approvals")
    preview = screen(deputy).preview
    assert preview.isVisible()
    qtbot.waitUntil(lambda: preview.document is not None, timeout=15_000)
    deputy.key("F6")
    window = deputy.window.middle.current()
    assert isinstance(window, PaperWindow)
    assert not window.bound["document.submit"].isEnabled()


def test_the_preview_shows_no_number_and_says_draft(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    ask(shop)
    boss = sit("supervisor")
    preview = screen(boss).preview
    qtbot.waitUntil(lambda: preview.document is not None, timeout=15_000)
    assert preview.document is not None
    text = preview.document.getAllText(0).text()
    assert "QT01" not in text
    assert "ฉบับร่าง" in text


def test_a_paper_is_opened_whole_from_the_queue(
    shop: SellingShop, sit: Sit, tmp_path: Path
) -> None:
    ask(shop)
    boss = sit("supervisor")
    boss.key("F6")
    assert boss.window.middle.documents()[0].title.startswith("Paper D-")


def test_an_answer_that_came_before_the_login_is_left_to_today(shop: SellingShop, sit: Sit) -> None:
    asked = ask(shop)
    assert asked.request_id is not None
    shop.desk.supervisor.execute(AnswerRequest(asked.request_id, 1, "approve"))
    assert not sit("officer").window.notices.isVisible()


def test_a_notice_goes_when_the_answer_was_read_elsewhere(shop: SellingShop, sit: Sit) -> None:
    asked = ask(shop)
    officer = sit("officer")
    assert asked.request_id is not None
    shop.desk.supervisor.execute(AnswerRequest(asked.request_id, 1, "approve"))
    officer.hear()
    assert officer.window.notices.isVisible()
    shop.desk.officer.execute(MarkSeen(asked.request_id))
    officer.hear()
    assert not officer.window.notices.isVisible()


@pytest.mark.parametrize("heard", [True, False], ids=["told before", "pressed first"])
def test_nothing_is_approved_on_a_credit_that_changed_under_the_hand(
    shop: SellingShop, sit: Sit, heard: bool
) -> None:
    shop.tell_credit(outstanding=0)
    asked = ask(shop)
    boss = sit("supervisor")
    shop.tell_credit(outstanding=9_000)
    if heard:
        boss.hear()
        assert "changed since it was opened" in screen(boss).bar.label.text()
        assert "9,000.00" not in words(screen(boss).card), "nothing moves under the eyes"
    boss.key("A")
    assert state(shop, asked) == "waiting"
    assert "please look" in screen(boss).bar.label.text()
    assert "9,000.00" in words(screen(boss).card)
    boss.key("A")
    assert state(shop, asked) == "waiting", "the second of two quick presses was for what was there"
    looked(boss)
    boss.key("A")
    assert state(shop, asked) == "approved"


@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
def test_nobody_is_told_approved_what_only_went_up(
    shop: SellingShop, sit: Sit, several: bool
) -> None:
    asked = [ask(shop) for _ in range(1 + several)]
    shop.tell_credit(limit=1_000, outstanding=900)
    boss = sit("supervisor")
    if several:
        screen(boss).queues.queue.selectAll()
    boss.key("A")
    boss.rest()
    assert {state(shop, each) for each in asked} == {"waiting"}
    told = words(screen(boss).several) if several else boss.said[-1]
    assert "Not decided" in told
    assert "Approved" not in boss.said[-1] or boss.said[-1].startswith("0 of 2")


def test_several_are_approved_only_as_they_are_listed(shop: SellingShop, sit: Sit) -> None:
    first, second, third = ask(shop), ask(shop), ask(shop)
    boss = sit("supervisor")
    view = screen(boss)
    view.queues.queue.selectAll()
    assert len(view.several.rows) == 3
    row = next(row for row in view.several.rows if row.id == first.request_id)
    shop.desk.officer.execute(RecallRequest(row.id, row.version))
    boss.key("A")
    assert {state(shop, second), state(shop, third)} == {"waiting"}
    assert "changed meanwhile" in view.bar.label.text()
    assert len(view.several.rows) == 2
    looked(boss)
    boss.key("A")
    boss.rest()
    assert {state(shop, second), state(shop, third)} == {"approved"}
