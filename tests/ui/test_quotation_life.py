"""A quotation's life from its tab: one key to issue, whom to ask, and nothing typed is lost."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.papers.quotation_life import FollowQuotation
from crm_desktop.services.papers.quotations import Outcome
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.paper_view import PaperWindow
from ui.papers.asking import SubmitPanel
from ui.papers.lines import Cell
from ui.places import new_id
from ui.quotations import QuotationDocument, QuotationsScreen
from ui.quotations.list import QuotationList

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def counter(sit: Sit) -> Counter:
    return sit("officer", "quotations")


def opened(counter: Counter, record_id: int | str) -> QuotationDocument:
    counter.window.open_record("quotation", record_id)
    shown = counter.window.middle.current()
    assert isinstance(shown, QuotationDocument)
    return shown


def typed(paper: QuotationDocument, code: str, quantity: str, discount: str = "") -> None:
    """One line by keyboard."""
    paper.form.grid.go_to_end()
    hands(code, "<Enter>", quantity, "<Enter>", "<Enter>", discount, "<Enter>")


def write(counter: Counter, panel_field: str, words: str) -> None:
    paper = counter.window.middle.current()
    assert isinstance(paper, QuotationDocument)
    assert paper.panel is not None
    box = paper.panel.fields[panel_field].widget
    assert isinstance(box, QLineEdit)
    box.setFocus()
    hands(words)


def asked(shop: SellingShop, discount: str = "12%") -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount=discount)))


def answered(shop: SellingShop, outcome: Outcome, verdict: str, note: str = "") -> None:
    request = shop.request(outcome.request_id)
    answer = AnswerRequest(request["id"], request["version"], verdict, note)
    shop.desk.supervisor.execute(answer)


def test_one_key_issues_what_is_the_officers_own_and_shows_the_paper(
    shop: SellingShop, counter: Counter
) -> None:
    paper = opened(counter, new_id(shop.customer))
    typed(paper, "CEM", "10")
    counter.key("Ctrl+Return")
    assert paper.shown is not None
    assert paper.shown.state == "issued"
    assert paper.shown.number == "QT01-6911-00001"
    assert isinstance(counter.window.middle.current(), PaperWindow)
    assert paper.form.read_only
    assert counter.desk.drafts.list(counter.desk.actor.person_id) == []


def test_a_reason_is_asked_for_beside_its_field_before_the_superior_is(
    shop: SellingShop, counter: Counter
) -> None:
    paper = opened(counter, new_id(shop.customer))
    typed(paper, "CEM", "10", "12%")
    counter.key("Ctrl+Return")
    panel = paper.panel
    assert isinstance(panel, SubmitPanel)
    assert "Supervisor" in panel.heading.text()
    counter.key("Ctrl+Return")
    box = panel.fields["reason"].widget
    assert box.property("wrong")
    assert "Reason" in box.accessibleDescription()
    assert paper.shown is not None
    assert paper.shown.state == "draft"
    write(counter, "reason", "old customer")
    QTest.mouseClick(panel.accept, Qt.MouseButton.LeftButton)
    assert paper.shown.state == "waiting"
    request = shop.request(paper.shown.request.request_id if paper.shown.request else None)
    assert request["reason"] == "old customer"
    assert paper.panel is None


def test_the_officer_is_not_told_that_the_superior_has_it_while_credit_does(
    shop: SellingShop, counter: Counter
) -> None:
    shop.tell_credit(outstanding=90_000, overdue=1_000)
    paper = opened(counter, new_id(shop.customer))
    typed(paper, "CEM", "60")
    counter.key("Ctrl+Return")
    write(counter, "reason", "old customer")
    counter.key("Ctrl+Return")
    assert "Waiting for credit-finance" in paper.banner.words.text()
    assert counter.said[-1] == "Sent to credit-finance"


def test_the_key_that_asks_for_advice_stands_on_its_button(
    shop: SellingShop, counter: Counter
) -> None:
    paper = opened(counter, new_id(shop.customer))
    typed(paper, "CEM", "10", "8%")
    counter.key("Ctrl+Return")
    panel = paper.panel
    assert isinstance(panel, SubmitPanel)
    for how in ("queue", "phone"):
        panel.fields["how"].set_raw(how)
        assert panel.accept.text().endswith("(Ctrl+Enter)")


@pytest.mark.parametrize("size", [(1366, 728), (910, 485)], ids=["usual", "150 %"])
def test_a_question_shows_its_rows_whole_and_the_sum_it_is_about(
    shop: SellingShop, counter: Counter, size: tuple[int, int]
) -> None:
    counter.window.resize(*size)
    paper = opened(counter, shop.draft(shop.line("CEM", 10, discount="8%")).id)
    counter.key("Ctrl+Return")
    panel = paper.panel
    assert isinstance(panel, SubmitPanel)
    panel.fields["how"].set_raw("phone")
    QApplication.processEvents()
    there = [field.widget for field in panel.fields.values() if field.widget.isVisible()]
    assert len(there) == 5
    for box in there:
        assert box.visibleRegion().boundingRect().height() >= box.sizeHint().height()
    assert panel.total.text().endswith(paper.form.totals.grand.text())
    assert panel.total.visibleRegion().boundingRect().width() >= panel.total.sizeHint().width()


@pytest.mark.parametrize("state", ["draft", "issued"])
def test_a_paper_is_called_and_coloured_alike_where_it_is_typed_and_where_it_prints(
    shop: SellingShop, counter: Counter, state: str
) -> None:
    lines = (shop.line("CEM", 2),)
    number = shop.draft(*lines).id if state == "draft" else shop.issued(*lines).id
    paper = opened(counter, number)
    counter.window.open_record("paper", number)
    printed = counter.window.middle.current()
    assert isinstance(printed, PaperWindow)
    assert printed.state.text() == paper.state.text()
    assert printed.state.property("tone") == paper.state.property("tone")


def test_advice_by_phone_is_recorded_and_the_paper_issued(
    shop: SellingShop, counter: Counter
) -> None:
    paper = opened(counter, new_id(shop.customer))
    paper.acts.now = lambda: shop.desk.now  # type: ignore[method-assign]
    typed(paper, "CEM", "10", "8%")
    counter.key("Ctrl+Return")
    panel = paper.panel
    assert isinstance(panel, SubmitPanel)
    panel.fields["how"].set_raw("phone")
    counter.key("Ctrl+Return")
    assert panel.fields["words"].widget.property("wrong"), "what was said must be written down"
    write(counter, "words", "go ahead")
    counter.key("Ctrl+Return")
    assert paper.shown is not None
    assert paper.shown.state == "issued"
    assert shop.request(paper.shown.request.request_id if paper.shown.request else None)["spoken"]


def test_nothing_can_be_typed_while_the_superior_decides(
    shop: SellingShop, counter: Counter
) -> None:
    paper = opened(counter, asked(shop).id)
    assert paper.form.read_only
    assert "Waiting for Supervisor" in paper.banner.words.text()
    paper.form.grid.go_to(0, Cell.QUANTITY)
    QTest.keyClicks(paper.form.grid, "5")
    assert paper.form.grid.lines.lines[0].quantity == "60"
    assert not paper.bound["document.save"].isVisible()
    counter.key("Ctrl+Shift+R")
    assert paper.shown is not None
    assert paper.shown.state == "draft"
    assert not paper.form.read_only


def test_a_returned_paper_opens_with_the_note_beside_it(
    shop: SellingShop, counter: Counter
) -> None:
    outcome = asked(shop)
    answered(shop, outcome, "return", "at most 8%")
    paper = opened(counter, outcome.id)
    assert paper.note.isVisible()
    assert "at most 8%" in paper.note.label.text()
    assert "Supervisor" in paper.note.label.text()
    assert not paper.form.read_only


def test_the_answer_of_another_counter_reaches_the_open_paper(
    shop: SellingShop, counter: Counter
) -> None:
    outcome = asked(shop)
    paper = opened(counter, outcome.id)
    answered(shop, outcome, "approve")
    counter.hear()
    assert paper.state.text() == "Ready to issue"
    counter.key("Ctrl+Return")
    assert paper.shown is not None
    assert paper.shown.number == "QT01-6911-00001"


def test_two_people_saving_one_paper_lose_nothing(shop: SellingShop, counter: Counter) -> None:
    saved = shop.draft(shop.line("CEM", 2))
    paper = opened(counter, saved.id)
    project = paper.form.fields["project"].widget
    project.setFocus()
    QTest.keyClicks(project, "House A")
    shop.edited(saved.id, project="House B", contact="Nok")
    counter.key("Ctrl+S")
    assert paper.form.comparison.isVisible()
    assert paper.form.fields["contact"].raw() == "Nok"
    assert shop.paper(saved.id).content.project == "House B", "nothing is overwritten unseen"


def test_what_was_typed_is_offered_again_after_the_power_failed(
    shop: SellingShop, counter: Counter, qtbot: QtBot
) -> None:
    record_id = new_id(shop.customer)
    paper = opened(counter, record_id)
    typed(paper, "TILE", "7", "5%")
    paper.form.keep_draft()
    kept = counter.desk.drafts.list(counter.desk.actor.person_id)
    assert [draft.key for draft in kept] == [f"quotation:{record_id}"]
    counter.window.middle.drop(paper)
    again = opened(counter, record_id)
    assert again.form.offer.isVisible()
    QTest.mouseClick(again.form.offer.buttons[0], Qt.MouseButton.LeftButton)
    line = again.form.grid.lines.lines[0]
    assert (line.code, line.quantity, line.discount) == ("TILE", "7", "5%")
    assert again.form.customer_id == shop.customer
    qtbot.waitUntil(lambda: again.form.totals.grand.text() == "1,921.85")


def test_lost_needs_a_reason_and_a_next_date_is_kept(shop: SellingShop, counter: Counter) -> None:
    outcome = shop.issued(shop.line("CEM", 40))
    paper = opened(counter, outcome.id)
    counter.key("Ctrl+Shift+F")
    assert paper.panel is not None
    day = paper.panel.fields["next_on"]
    day.set_raw("31/2/2570")
    counter.key("Ctrl+Return")
    assert paper.panel is not None
    assert "31/2/2570" in day.widget.accessibleDescription()
    day.set_raw("1/12/2569")
    paper.panel.fields["result"].set_raw("interested")
    paper.panel.fields["note"].set_raw("รอแบบ")
    QTest.mouseClick(paper.panel.accept, Qt.MouseButton.LeftButton)
    follow = shop.desk.now.date() + timedelta(days=9)
    assert shop.paper(outcome.id).content.follow_up_on == follow
    counter.key("Ctrl+Shift+L")
    assert paper.panel is not None
    QTest.mouseClick(paper.panel.accept, Qt.MouseButton.LeftButton)
    assert shop.paper(outcome.id).state == "issued"
    paper.panel.fields["lost_code"].set_raw("price")
    write(counter, "reason", "too dear")
    QTest.mouseClick(paper.panel.accept, Qt.MouseButton.LeftButton)
    assert shop.paper(outcome.id).state == "lost"


def test_revising_opens_the_next_revision_beside_the_issued_paper(
    shop: SellingShop, counter: Counter
) -> None:
    outcome = shop.issued(shop.line("CEM", 4))
    first = opened(counter, outcome.id)
    counter.key("Ctrl+R")
    second = counter.window.middle.current()
    assert isinstance(second, QuotationDocument)
    assert second is not first
    assert second.shown is not None
    assert second.shown.revision == 2
    assert second.about.text().startswith("replaces QT01-6911-00001")


def test_a_milder_price_after_approval_keeps_it_and_says_so(
    shop: SellingShop, counter: Counter
) -> None:
    outcome = asked(shop)
    answered(shop, outcome, "approve")
    paper = opened(counter, outcome.id)
    paper.form.grid.go_to(0, Cell.DISCOUNT)
    QTest.keyClicks(paper.form.grid, "11%")
    counter.key("Ctrl+S")
    assert shop.paper(outcome.id).state in ("ready", "draft")
    assert any("approval" in words for words in counter.said)


def test_a_slip_of_the_hand_does_not_accept_for_the_customer(
    shop: SellingShop, counter: Counter
) -> None:
    outcome = shop.issued(shop.line("CEM", 4))
    paper = opened(counter, outcome.id)
    counter.key("Ctrl+Shift+A")
    assert shop.paper(outcome.id).state == "issued"
    counter.key("Esc")
    assert paper.panel is None
    counter.key("Ctrl+Shift+A")
    assert paper.panel is not None
    QTest.keyClick(paper.panel.fields["reason"].widget, Qt.Key.Key_Return)
    assert shop.paper(outcome.id).state == "accepted"


def test_asking_for_more_days_is_not_told_as_issued_and_offers_more_than_there_are(
    shop: SellingShop, counter: Counter
) -> None:
    outcome = shop.issued(shop.line("CEM", 4))
    paper = opened(counter, outcome.id)
    paper.acts.now = lambda: shop.desk.now  # type: ignore[method-assign]
    counter.key("Ctrl+Shift+V")
    assert paper.panel is not None
    assert paper.panel.fields["days"].value() == 45
    write(counter, "reason", "old customer")
    QTest.mouseClick(paper.panel.accept, Qt.MouseButton.LeftButton)
    assert counter.window.middle.current() is paper
    assert "Asked" in counter.said[-1]


def test_after_closing_a_paper_the_keys_go_on_in_its_list(
    shop: SellingShop, counter: Counter
) -> None:
    outcome = shop.issued(shop.line("CEM", 4))
    counter.hear()
    place = counter.window.middle.current()
    opened(counter, outcome.id).form.grid.setFocus()
    counter.key("Ctrl+W")
    assert counter.window.middle.current() is place
    assert place is not None
    assert place.isAncestorOf(QApplication.focusWidget())


def test_only_what_may_happen_now_is_offered(shop: SellingShop, counter: Counter) -> None:
    outcome = shop.issued(shop.line("CEM", 4))
    paper = opened(counter, outcome.id)
    there = {name for name, action in paper.bound.items() if action.isVisible()}
    assert {"document.accept", "document.lost", "document.revise", "document.print"} <= there
    assert there.isdisjoint({"document.save", "line.copy", "document.recall", "document.submit"})
    follow = FollowQuotation(outcome.id, outcome.version, "accept")
    shop.desk.officer.execute(follow)
    counter.hear()
    assert not paper.bound["document.accept"].isVisible()


def test_the_list_finds_filters_and_opens_by_key(shop: SellingShop, counter: Counter) -> None:
    shop.draft(shop.line("CEM", 1))
    outcome = shop.issued(shop.line("TILE", 20))
    counter.hear()
    place = counter.window.middle.current()
    assert isinstance(place, QuotationsScreen)
    screen = place.page
    assert isinstance(screen, QuotationList)
    assert [row.state for row in screen.list.model.rows] == ["issued", "draft"]
    counter.key("Ctrl+G")
    assert [row.state for row in screen.list.model.rows] == ["draft"]
    screen.show_stage("open")
    counter.key("Ctrl+Shift+F")
    assert screen.card.panel is not None
    screen.card.panel.fields["result"].set_raw("interested")
    screen.card.panel.fields["note"].set_raw("รอแบบ")
    screen.card.panel.fields["next_on"].set_raw("30/11/2569")
    QTest.mouseClick(screen.card.panel.accept, Qt.MouseButton.LeftButton)
    assert str(shop.paper(outcome.id).content.follow_up_on) == "2026-11-30"
    screen.list.table.setFocus()
    QTest.keyClick(screen.list.table, Qt.Key.Key_Return)
    assert isinstance(counter.window.middle.current(), QuotationDocument)


def test_escape_asks_before_something_typed_would_be_lost(
    shop: SellingShop, counter: Counter
) -> None:
    saved = shop.draft(shop.line("CEM", 2, discount="1%"))
    paper = opened(counter, saved.id)
    typed(paper, "TILE", "1")
    counter.key("Esc")
    assert counter.window.middle.current() is paper
    assert paper.form.bar.isVisible()
    assert paper.form.content().lines[1].quantity == Decimal(1)


def test_what_was_written_to_the_superior_is_there_again_after_escape(
    shop: SellingShop, counter: Counter
) -> None:
    draft = shop.draft(shop.line("CEM", 10, discount="8%")).id
    paper = opened(counter, draft)
    paper.acts.now = lambda: shop.desk.now  # type: ignore[method-assign]
    counter.key("Ctrl+Return")
    assert paper.panel is not None
    paper.panel.fields["how"].set_raw("phone")
    write(counter, "words", "go ahead")
    write(counter, "reason", "old customer")
    counter.key("Esc", "Esc")
    assert counter.window.middle.currentIndex() == 0, "leaving asks nothing, for nothing is lost"
    other = opened(counter, shop.draft(shop.line("CEM", 10, discount="8%")).id)
    counter.key("Ctrl+Return")
    assert other.panel is not None
    assert other.panel.fields["reason"].raw() == ""
    paper = opened(counter, draft)
    paper.acts.now = lambda: shop.desk.now  # type: ignore[method-assign]
    counter.key("Ctrl+Return")
    counter.key("Ctrl+Return")
    assert paper.shown is not None
    assert paper.shown.request is not None
    request = shop.request(paper.shown.request.request_id)
    assert (request["reason"], request["spoken"]) == ("old customer", 1)
    assert counter.desk._unsent == {}, "what was sent is not written twice"
