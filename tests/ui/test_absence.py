"""Absence by keys: arranged at one counter, answered at another, gone when it ends."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from crm_desktop.services.authority.delegations import Delegate, EndDelegation
from crm_desktop.services.papers.quotation_life import SetFollowUp
from crm_desktop.services.papers.quotations import Outcome
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.approvals.screen import ApprovalsScreen
from ui.papers.banner import AuthorityBanner
from ui.team.absence import AbsencePage, AbsenceScreen
from ui.team.absence_form import AbsenceForm
from ui.today import TodayScreen
from ui.today_lines import LINE_ROLE, WHY

__all__ = ["desk", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def asked(shop: SellingShop) -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))


def page_of(counter: Counter) -> AbsencePage:
    screen = counter.window.middle.current()
    assert isinstance(screen, AbsencePage)
    return screen


def form_of(counter: Counter) -> AbsenceForm:
    form = page_of(counter).form
    assert isinstance(form, AbsenceForm)
    return form


def choose(form: AbsenceForm, key: str, words: str) -> None:
    """What begins with these words, out of a box."""
    box = form.fields[key].widget
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(words, Qt.MatchFlag.MatchStartsWith))


def arranged(counter: Counter, deputy: str, last: str = "", kind: str = "") -> None:
    """From anywhere: Alt+F8, what is needed, Ctrl+S."""
    counter.key("Alt+F8")
    form = form_of(counter)
    if kind:
        choose(form, "kind", kind)
    choose(form, "deputy_id", deputy)
    if last:
        form.fields["last_on"].set_raw(last)
    form.fields["reason"].widget.setFocus()
    hands("on leave")
    counter.key("Ctrl+S")
    assert page_of(counter).form is None, form.bar.label.text()


def test_a_deputy_is_appointed_answers_for_the_absent_one_and_it_ends(
    shop: SellingShop, sit: Sit, qtbot: QtBot
) -> None:
    absent, deputy = sit("supervisor", "today"), sit("sales", "today", "approvals")
    assert "approvals" not in deputy.window.rail.buttons
    outcome = asked(shop)
    arranged(absent, "Sales")
    deputy.hear()
    assert list(deputy.window.rail.buttons) == ["today", "approvals"]
    deputy.key("Alt+2")
    screen = deputy.window.middle.current()
    assert isinstance(screen, ApprovalsScreen)
    row = screen.queues.queue.current()
    assert row is not None
    assert (row.id, row.stead) == (outcome.request_id, "Supervisor")
    deputy.key("A")
    assert shop.request(outcome.request_id)["state"] == "approved"
    page = page_of(absent)
    absent.hear()
    page.list.setFocus()
    absent.key("Ctrl+Del")
    assert "Ended" in absent.said[-1]
    deputy.hear()
    assert list(deputy.window.rail.buttons) == ["today"]
    assert "changed" in deputy.said[-1]


def test_the_officer_types_at_once_into_the_form_that_was_opened(sit: Sit) -> None:
    officer = sit("officer", "today")
    officer.key("Alt+F8")
    inside = QApplication.focusWidget()
    assert inside is not None
    assert form_of(officer).isAncestorOf(inside)


def test_a_day_that_begins_brings_the_deputy_the_queue_by_itself(
    shop: SellingShop, sit: Sit
) -> None:
    tomorrow = f"{shop.desk.now.date() + timedelta(days=1):%d/%m/%Y}"
    absent, deputy = sit("supervisor", "today"), sit("sales", "today", "approvals")
    absent.key("Alt+F8")
    form = form_of(absent)
    choose(form, "deputy_id", "Sales")
    for key in ("first_on", "last_on"):
        form.fields[key].set_raw(tomorrow)
    form.fields["reason"].set_raw("on leave")
    absent.key("Ctrl+S")
    deputy.hear()
    assert "approvals" not in deputy.window.rail.buttons
    shop.desk.later(days=1)
    deputy.hear()
    assert "approvals" in deputy.window.rail.buttons
    shop.desk.later(days=1)
    deputy.hear()
    assert "approvals" not in deputy.window.rail.buttons


def test_what_speaks_against_a_deputy_is_said_while_choosing(shop: SellingShop, sit: Sit) -> None:
    counter = sit("supervisor", "today")
    counter.key("Alt+F8")
    form = form_of(counter)
    assert form.doubts.isHidden()
    choose(form, "deputy_id", "Officer")
    assert "will go past Supervisor" in form.doubts.text()
    assert "no cost" in form.doubts.text()
    choose(form, "deputy_id", "Credit")
    assert form.doubts.isHidden()


def test_what_is_wrong_stands_beside_its_field(shop: SellingShop, sit: Sit) -> None:
    counter = sit("supervisor", "today")
    counter.key("Alt+F8")
    form = form_of(counter)
    form.fields["reason"].set_raw("on leave")
    choose(form, "deputy_id", "Credit")
    form.fields["first_on"].set_raw("1/11/2569")
    counter.key("Ctrl+S")
    assert "is over" in form.fields["first_on"].widget.accessibleDescription()


def offered(form: AbsenceForm) -> list[str]:
    return [form.deputy.combo.itemText(n) for n in range(1, form.deputy.combo.count())]


def test_nobody_is_offered_as_their_own_deputy_nor_work_to_who_has_no_desk(
    shop: SellingShop, sit: Sit
) -> None:
    person = shop.store.t.person
    with shop.store.write():
        person.update(superior_id=2).where(person.c.username == "officer").execute()
    counter = sit("supervisor", "today")
    counter.key("Alt+F8")
    form = form_of(counter)
    assert "Supervisor (G4)" not in offered(form)
    assert "Sales (G3)" in offered(form)
    choose(form, "kind", "A colleague")
    assert "Sales (G3)" not in offered(form)
    choose(form, "principal_id", "Officer")
    assert "Supervisor (G4)" in offered(form)
    assert "Officer (G3)" not in offered(form)


def test_what_was_arranged_last_is_the_only_row_marked(shop: SellingShop, sit: Sit) -> None:
    counter = sit("supervisor", "today")
    arranged(counter, "Sales")
    later = f"{shop.desk.now.date() + timedelta(days=3):%d/%m/%Y}"
    page = page_of(counter)
    counter.key("Ctrl+N")
    form = form_of(counter)
    choose(form, "deputy_id", "Credit")
    for key in ("last_on", "first_on"):
        form.fields[key].set_raw(later)
    form.fields["reason"].set_raw("on leave")
    form.fields["reason"].widget.setFocus()
    counter.key("Ctrl+S")
    assert [row.deputy for row in page.list.selected()] == ["Credit"]


def test_only_some_matters_are_lent_when_they_are_ticked(shop: SellingShop, sit: Sit) -> None:
    counter = sit("supervisor", "today")
    counter.key("Alt+F8")
    form = form_of(counter)
    box = form.matters["quotation.extend"]
    assert not box.isVisible()
    choose(form, "deputy_id", "Credit")
    choose(form, "scope", "Only")
    form.fields["reason"].set_raw("on leave")
    counter.key("Ctrl+S")
    assert "Tick at least one" in form.fields["scope"].widget.accessibleDescription()
    assert box.isVisible()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    counter.key("Ctrl+S")
    row = page_of(counter).list.current()
    assert row is not None
    assert row.matters == ("quotation.extend",)


def work(today: TodayScreen) -> list[tuple[str, str]]:
    """What waits, with whose work it is; the table to sign is everybody's own."""
    shown = [item.data(LINE_ROLE) for item in today.lines._items()]
    return [(line.section, line.stead) for line in shown if line.section != "today_sign"]


def test_an_officer_leaves_work_to_a_colleague_in_a_tab_of_its_own(
    shop: SellingShop, sit: Sit
) -> None:
    person = shop.store.t.person
    with shop.store.write():
        person.update(roles="officer").where(person.c.username == "receiving").execute()
    issued = shop.issued()
    due = SetFollowUp(issued.id, issued.version, shop.desk.now.date())
    shop.desk.officer.execute(due)
    absent, colleague = sit("officer", "today"), sit("receiving", "today")
    today = colleague.window.middle.current()
    assert isinstance(today, TodayScreen)
    assert work(today) == []
    arranged(absent, "Receiving")
    assert isinstance(absent.window.middle.current(), AbsenceScreen)
    colleague.hear()
    assert work(today) == [
        ("today_stand_ins", ""),
        ("today_follow_ups", "Officer"),
    ]
    today.lines.go_to("today_follow_ups")
    index = today.lines.currentIndex().siblingAtColumn(WHY)
    assert str(index.data()) == "For Officer: Follow up today"
    colleague.key("D")
    assert today.form is not None
    today.form.fields["note"].set_raw("thinks it over")
    colleague.key("Ctrl+S")
    assert work(today) == [("today_stand_ins", "")]
    today.lines.go_to("today_stand_ins")
    colleague.key("Return", into=today.lines)
    assert isinstance(colleague.window.middle.current(), AbsenceScreen)


def test_the_officer_reads_who_really_answers(shop: SellingShop, sit: Sit, qtbot: QtBot) -> None:
    today = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(list(PEOPLE).index("sales") + 1, today, today, "ลา"))
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    counter = sit("officer", "today")
    counter.window.open_record("quotation", draft.id)
    (banner,) = counter.window.findChildren(AuthorityBanner)
    qtbot.waitUntil(lambda: bool(banner.words.text()))
    assert "Supervisor (Sales stands in)" in banner.words.text()


def test_an_arrangement_that_ended_under_an_open_card_is_told_in_a_sentence(
    shop: SellingShop, sit: Sit
) -> None:
    today = shop.desk.now.date()
    lent = shop.desk.supervisor.execute(
        Delegate(list(PEOPLE).index("sales") + 1, today, today, "ลา")
    )
    outcome = asked(shop)
    deputy = sit("sales", "today", "approvals")
    screen = deputy.window.show_place("approvals")
    assert isinstance(screen, ApprovalsScreen)
    assert screen.request_id == outcome.request_id
    shop.desk.supervisor.execute(EndDelegation(lent, 1))
    deputy.key("A")
    assert "stand in for nobody" in screen.bar.label.text()
    assert shop.request(outcome.request_id)["state"] == "waiting"
    deputy.hear()
    assert list(deputy.window.rail.buttons) == ["today"]
