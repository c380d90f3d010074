"""What is highlighted in the queue is what is answered, with the words that were written for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.papers.quotations import Outcome
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui.approvals.screen import ApprovalsScreen

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def ask(shop: SellingShop) -> Outcome:
    """A paper of the officer's that goes to the supervisor."""
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))


def screen(counter: Counter) -> ApprovalsScreen:
    shown = counter.window.middle.current()
    assert isinstance(shown, ApprovalsScreen)
    return shown


def looked(counter: Counter) -> None:
    """What came into view by itself was read."""
    screen(counter)._moved.invalidate()


def state(shop: SellingShop, outcome: Outcome) -> str:
    return str(shop.request(outcome.request_id)["state"])


def test_no_row_is_highlighted_while_a_request_of_no_list_is_answered(
    shop: SellingShop, sit: Sit
) -> None:
    gone, listed = ask(shop), ask(shop)
    assert gone.request_id is not None
    shop.desk.director.execute(AnswerRequest(gone.request_id, 1, "approve"))
    boss = sit("supervisor")
    view, queue = screen(boss), screen(boss).queues.queue
    for back in ("Down", "Up", "N", "click"):
        boss.window.open_record("request", gone.request_id)
        boss.hear()
        view.read()
        assert queue.hasFocus()
        assert view.request_id == gone.request_id
        assert not queue.selectedIndexes()
        assert not queue.currentIndex().isValid()
        if back == "click":
            middle = queue.visualRect(queue.rows.index(0, 0)).center()
            QTest.mouseClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        else:
            boss.key(back, into=queue)
        assert view.request_id == listed.request_id, back
        assert [row.id for row in view.queues.selected()] == [listed.request_id]


def test_what_is_highlighted_is_what_is_answered_when_several_become_one(
    shop: SellingShop, sit: Sit
) -> None:
    first, second = ask(shop), ask(shop)
    boss = sit("supervisor")
    view, queue = screen(boss), screen(boss).queues.queue
    boss.key("Shift+Down", into=queue)
    assert len(view.several.rows) == 2
    boss.key("Ctrl+Space", into=queue)
    assert [row.id for row in view.queues.selected()] == [first.request_id]
    assert view.request_id == first.request_id
    looked(boss)
    boss.key("A")
    assert (state(shop, first), state(shop, second)) == ("approved", "waiting")


def test_a_note_waits_at_its_request_until_it_is_sent(shop: SellingShop, sit: Sit) -> None:
    first, second = ask(shop), ask(shop)
    boss = sit("supervisor")
    view, queue = screen(boss), screen(boss).queues.queue
    boss.key("X")
    QTest.keyClicks(view.panel.note, "too cheap")
    boss.key("Esc")
    boss.key("Down", into=queue)
    assert (view.request_id, view.panel.text()) == (second.request_id, "")
    boss.key("Up", into=queue)
    assert view.panel.text() == "too cheap"
    boss.key("X", "Ctrl+Return")
    assert state(shop, first) == "rejected"
    boss.window.open_record("request", first.request_id)
    assert view.panel.text() == "", "what was sent is not written twice"


def test_a_return_of_several_stays_a_return_when_another_request_comes(
    shop: SellingShop, sit: Sit
) -> None:
    first, second = ask(shop), ask(shop)
    boss = sit("supervisor")
    view, queue = screen(boss), screen(boss).queues.queue
    boss.key("Shift+Down", into=queue)
    boss.key("R")
    QTest.keyClicks(view.panel.note, "details please")
    ask(shop)
    boss.hear()
    assert view.queues.queue.rows.rowCount() == 3
    assert view.panel.armed == "return"
    assert not view.panel.buttons["queue.approve"].isVisible()
    boss.key("Ctrl+Return", into=view.panel.note)
    boss.rest()
    assert (state(shop, first), state(shop, second)) == ("returned", "returned")


def test_no_answer_of_several_is_sent_to_what_is_left_of_them_unread(
    shop: SellingShop, sit: Sit
) -> None:
    first, second, third = ask(shop), ask(shop), ask(shop)
    boss = sit("supervisor")
    view, queue = screen(boss), screen(boss).queues.queue
    boss.key("Shift+Down", "Shift+Down", into=queue)
    assert first.request_id is not None
    shop.desk.director.execute(AnswerRequest(first.request_id, 1, "approve"))
    boss.hear()
    assert [row.id for row in view.several.rows] == [second.request_id, third.request_id]
    assert "changed meanwhile" in view.bar.label.text()
    boss.key("A")
    assert (state(shop, second), state(shop, third)) == ("waiting", "waiting")


def test_after_several_whoever_waits_next_is_in_view(shop: SellingShop, sit: Sit) -> None:
    first, second, third, _last = ask(shop), ask(shop), ask(shop), ask(shop)
    boss = sit("supervisor")
    boss.key("Shift+Down", into=screen(boss).queues.queue)
    boss.key("A")
    boss.rest()
    assert (state(shop, first), state(shop, second)) == ("approved", "approved")
    assert screen(boss).request_id == third.request_id
