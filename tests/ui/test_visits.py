"""Visits by keys and clicks: a week is planned, logged and moved without losing anything."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from crm_desktop.domain.visiting import Outcome
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.visits.visits import LogVisit, PlanVisit
from crm_desktop.store import BANGKOK, search
from tests.services.office import Office, office
from ui.customers.overview import Overview
from ui.desk import Desk
from ui.forms.fields import ChoiceField
from ui.forms.lookup import LookupField
from ui.places import customer_of
from ui.visit_forms import LogForm, MoveForm, PlanForm, ReasonForm
from ui.visits import VisitsScreen

__all__ = ["office"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

Open = Callable[..., VisitsScreen]


@pytest.fixture
def opened(office: Office, qtbot: Any, theme: object, tmp_path: Path) -> Open:
    """The screen of a person, shown and ready for keys."""

    def open_for(who: str = "nok") -> VisitsScreen:
        desk = Desk(office.desk(who), tmp_path)
        desk.speak("en")
        screen = VisitsScreen(desk)
        desk.changed.connect(screen.reload)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.list.setFocus()
        return screen

    return open_for


def plan(office: Office, days: int = 0, who: str = "nok", **values: Any) -> int:
    return office.desk(who).execute(PlanVisit(1, office.day(days), "offer tiles", **values))


def type_into(qtbot: Any, screen: VisitsScreen, key: str, text: str) -> None:
    assert screen.form is not None
    box = screen.form.fields[key].widget
    if isinstance(box, QLineEdit):
        box.selectAll()
    qtbot.keyClicks(box, text)


def choose(screen: VisitsScreen, key: str, value: str) -> None:
    assert screen.form is not None
    field = screen.form.fields[key]
    assert isinstance(field, ChoiceField)
    field.combo.setCurrentIndex(field.combo.findData(value))


def states(screen: VisitsScreen) -> list[str]:
    model = screen.list.model
    column = [each.key for each in model.columns].index("state")
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_visit_is_planned_for_a_customer_found_while_typing(
    office: Office, qtbot: Any, opened: Open
) -> None:
    with office.store.write():
        record = search.Record(1, ("ร้านสมชายวัสดุ",), ("C0",))
        search.put(office.store, "customer", record)
    screen = opened()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(screen.form, PlanForm)
    customer = screen.form.fields["customer"]
    assert isinstance(customer, LookupField)
    customer.widget.setText("สมชาย")
    customer.picker.look()
    qtbot.keyClick(customer.widget, Qt.Key.Key_Return)
    type_into(qtbot, screen, "planned_on", "25/11/2569")
    type_into(qtbot, screen, "time", "9.30")
    type_into(qtbot, screen, "purpose", "offer tiles")
    assert screen.form.submit()
    (row,) = screen.list.model.rows
    assert (row.customer, row.time, row.planned_on) == ("ร้านสมชายวัสดุ", "09:30", office.day(2))


def test_an_empty_plan_says_beside_each_field_what_is_missing(
    office: Office, qtbot: Any, opened: Open
) -> None:
    screen = opened()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.form is not None
    assert screen.form.submit() is None
    for key in ("customer", "purpose"):
        assert screen.form.fields[key].widget.accessibleDescription()
    assert office.rows("visit") == []


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key(ord("ก"))])
def test_a_visit_is_logged_by_keys_and_the_next_one_is_planned_with_it(
    office: Office, qtbot: Any, opened: Open, key: Qt.Key
) -> None:
    visit_id = plan(office)
    screen = opened()
    screen.list.select(visit_id)
    qtbot.keyClick(screen.list.table, key)
    assert isinstance(screen.form, LogForm)
    assert screen.form.submit() is None
    choose(screen, "outcome", "outcome_quotation")
    choose(screen, "obstacle", "obstacle_price")
    type_into(qtbot, screen, "promised", "send the price")
    type_into(qtbot, screen, "next_on", "+3")
    assert screen.form.submit()
    assert states(screen) == ["Done", "Planned"]
    first, second = office.rows("visit")
    assert (first["obstacle"], first["promised"]) == ("obstacle_price", "send the price")
    assert second["planned_on"] == office.day(3).isoformat()


def test_a_visit_that_nobody_planned_is_logged_with_l(
    office: Office, qtbot: Any, opened: Open
) -> None:
    screen = opened()
    qtbot.keyClicks(screen.list.table, "l")
    assert isinstance(screen.form, LogForm)
    screen.form.fields["customer"].set_value((2, "บจก. ก่อสร้างไทย"))
    choose(screen, "outcome", "outcome_sold")
    type_into(qtbot, screen, "next_on", "+30")
    assert screen.form.submit()
    assert office.rows("visit")[0]["state"] == "done"


def test_moving_and_dropping_ask_why(office: Office, qtbot: Any, opened: Open) -> None:
    moved, dropped = plan(office, time="09:00"), plan(office, time="10:00")
    screen = opened()
    screen.list.select(moved)
    qtbot.keyClicks(screen.list.table, "p")
    assert isinstance(screen.form, MoveForm)
    type_into(qtbot, screen, "planned_on", "+2")
    assert screen.form.submit() is None
    type_into(qtbot, screen, "reason", "closed today")
    assert screen.form.submit()
    screen.list.select(dropped)
    qtbot.keyClicks(screen.list.table, "x")
    assert isinstance(screen.form, ReasonForm)
    type_into(qtbot, screen, "reason", "order came by LINE")
    assert screen.form.submit()
    assert states(screen) == ["Rescheduled", "Cancelled", "Planned"]


def test_confirming_needs_one_key_and_only_what_may_happen_is_offered(
    office: Office, qtbot: Any, opened: Open
) -> None:
    visit_id = plan(office)
    screen = opened()
    screen.list.select(visit_id)
    qtbot.keyClicks(screen.list.table, "c")
    assert states(screen) == ["Confirmed"]
    assert not screen.bound["task.confirm"].isEnabled()
    office.desk("nok").execute(LogVisit(visit_id, 2, Outcome.SOLD, office.day(9)))
    assert states(screen) == ["Done"]
    assert not any(screen.bound[name].isEnabled() for name in ("task.done", "task.later"))
    qtbot.keyClicks(screen.list.table, "dpmx")
    assert screen.form is None


def test_what_is_overdue_says_so_by_word_and_stands_on_its_own_tile(
    office: Office, qtbot: Any, opened: Open
) -> None:
    plan(office)
    office.now += timedelta(days=10)
    screen = opened()
    assert states(screen) == []
    assert screen.week.overdue.figure == "1"
    qtbot.mouseClick(screen.week.overdue, Qt.MouseButton.LeftButton)
    assert states(screen) == ["Overdue"]
    assert screen.back()
    assert states(screen) == []


def test_a_day_is_chosen_by_its_tile_and_a_week_by_keys(
    office: Office, qtbot: Any, opened: Open
) -> None:
    plan(office)
    plan(office, 2)
    plan(office, 8)
    screen = opened()
    assert [tile.figure for tile in screen.week.tiles] == ["1", "–", "1", "–", "–", "–", "–"]
    qtbot.mouseClick(screen.week.tiles[2], Qt.MouseButton.LeftButton)
    assert [row.planned_on for row in screen.list.model.rows] == [office.day(2)]
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen.list.table, Qt.Key.Key_Right, control)
    assert [row.planned_on for row in screen.list.model.rows] == [office.day(8)]
    assert screen.range.text() == "30/11 – 06/12/2569"
    qtbot.keyClick(screen.list.table, Qt.Key.Key_Home, control)
    assert len(screen.list.model.rows) == 2


def test_a_visit_asked_for_from_elsewhere_opens_with_what_to_do(
    office: Office, opened: Open
) -> None:
    visit_id = plan(office, 9, "lek")
    screen = opened()
    screen.show_record("visit", visit_id)
    assert screen.list.current().id == visit_id
    assert screen.form is None
    screen.show_record("visit", f"{visit_id}-log")
    assert isinstance(screen.form, LogForm)
    screen.middle.close_form()
    screen.show_record("visit", "new-3f2a-2")
    assert isinstance(screen.form, PlanForm)
    assert screen.form.fields["customer"].raw() == [2, "บจก. ก่อสร้างไทย"]


def test_a_quotation_begun_here_is_for_the_customer_of_the_visit(
    office: Office, qtbot: Any, opened: Open
) -> None:
    screen = opened()
    assert not screen.make_new("quotation")
    screen.list.select(plan(office))
    with qtbot.waitSignal(screen.open_record) as signal:
        assert screen.make_new("quotation")
    kind, record_id = signal.args
    assert (kind, customer_of(record_id)) == ("quotation", 1)
    assert not screen.make_new("customer")


def test_what_was_typed_is_offered_again_after_a_crash(
    office: Office, qtbot: Any, opened: Open
) -> None:
    screen = opened()
    screen.show_record("visit", "new-aa")
    type_into(qtbot, screen, "purpose", "half a sentence")
    assert screen.form is not None
    screen.form.keep_draft()
    again = opened()
    again.show_record("visit", "new-aa")
    assert again.form is not None
    qtbot.mouseClick(again.form.offer.buttons[0], Qt.MouseButton.LeftButton)
    assert again.form.fields["purpose"].raw() == "half a sentence"


def test_two_people_one_visit_the_second_is_told_and_nothing_typed_is_lost(
    office: Office, qtbot: Any, opened: Open
) -> None:
    visit_id = plan(office)
    screen = opened()
    screen.show_record("visit", f"{visit_id}-move")
    type_into(qtbot, screen, "planned_on", "+2")
    type_into(qtbot, screen, "reason", "closed")
    office.desk("lek").execute(LogVisit(visit_id, 1, Outcome.SOLD, office.day(9)))
    assert screen.form is not None
    assert screen.form.submit() is None
    assert screen.form.bar.isVisible()
    assert screen.form.fields["reason"].raw() == "closed"
    assert [row["state"] for row in office.rows("visit")] == ["done"]


def test_a_head_sees_the_branch_and_can_look_at_their_own_alone(
    office: Office, qtbot: Any, opened: Open
) -> None:
    plan(office)
    screen = opened("boss")
    assert len(screen.list.model.rows) == 1
    qtbot.keyClick(screen.list.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert len(screen.list.model.rows) == 0


def test_a_small_window_shows_the_form_instead_of_the_list_and_then_the_list_again(
    office: Office, qtbot: Any, opened: Open
) -> None:
    plan(office)
    screen = opened()
    screen.resize(900, 500)
    assert screen.list.isVisible()
    qtbot.keyClicks(screen.list.table, "d")
    assert screen.form is not None
    assert screen.form.isVisible()
    assert not screen.list.isVisible()
    assert screen.back()
    assert screen.list.isVisible()


def test_a_visit_is_overdue_when_its_day_is_over_in_bangkok_wherever_the_pc_thinks_it_is(
    office: Office, qtbot: Any, theme: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(office)
    desk = Desk(office.desk("nok"), tmp_path)
    desk.speak("en")
    page = Overview(desk)
    qtbot.addWidget(page)
    midnight = datetime.combine(office.day(1), time(), BANGKOK)
    for minutes, late in ((-1, False), (0, True)):
        at = midnight + timedelta(minutes=minutes)
        clock = SimpleNamespace(now=lambda zone=UTC, at=at: at.astimezone(zone))
        monkeypatch.setattr("ui.customers.overview.datetime", clock)
        page.show_customer(desk.read(customer, 1))
        told = dict(cells[:2] for cells in page.who.words())
        assert ("overdue" in told["Next date"]) == late
