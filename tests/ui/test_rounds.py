"""Rounds by keys and by hand: planned in one go, moved without losing why, walked in order."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from crm_desktop.domain.visiting import Outcome
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.rhythms import SetRhythm
from crm_desktop.services.visits.visits import LogUnplannedVisit, PlanVisit
from tests.services.office import Office, office
from tests.services.test_rounds import more
from ui.desk import Desk
from ui.paper_sources import source_of
from ui.rounds.calendar import MonthPage, WeekPage
from ui.rounds.coverage import CoveragePage
from ui.rounds.due import DuePage
from ui.rounds.forms import CyclesForm, RhythmForm
from ui.rounds.grid import HEAD, DayGrid
from ui.rounds.route import RoutePage
from ui.rounds.screen import RoundsScreen
from ui.rounds.spreading import SpreadForm
from ui.rounds.touch import FINGER
from ui.visit_forms import LogForm, MoveForm
from ui.visits import VisitsScreen

__all__ = ["office"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

Open = Callable[..., Any]
S = TypeVar("S")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(office: Office, qtbot: Any, theme: object, tmp_path: Path) -> Open:
    """A page of somebody, shown and ready for keys."""

    def open_for(page: type[S], who: str = "nok") -> S:
        desk = Desk(office.desk(who), tmp_path)
        desk.speak("en")
        screen: Any = page(desk)  # type: ignore[call-arg]
        desk.changed.connect(screen.reload)
        qtbot.addWidget(screen)
        screen.resize(1200, 700)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.setFocus()
        return screen  # type: ignore[no-any-return]

    return open_for


def box(form: Any, key: str) -> Any:
    """The widget that a field is typed into."""
    return form.fields[key].widget


def plan(
    office: Office, days: int = 0, who: str = "nok", customer_id: int = 1, **given: Any
) -> int:
    return office.desk(who).execute(
        PlanVisit(customer_id, office.day(days), "offer tiles", **given)
    )


def met(office: Office, customer_id: int, days: int) -> None:
    log = LogUnplannedVisit(
        customer_id, Outcome.FOLLOW_UP, office.day(60), held_on=office.day(days)
    )
    office.desk("nok").execute(log)
    office.desk("nok").execute(SetRhythm((customer_id,), "A"))
    customers = office.store.t.customer
    owned = customers.update(owner_id=office.id_of("nok"))
    owned.where(customers.c.id == customer_id).execute()


def settled(qtbot: Any, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=5000)


# ---------------------------------------------------------------- the calendar


def test_a_visit_is_moved_by_keys_and_the_form_asks_only_why(
    office: Office, qtbot: Any, opened: Open
) -> None:
    visit = plan(office)
    page = opened(WeekPage)
    assert page.current_visit().id == visit
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)
    assert isinstance(page.form, MoveForm)
    qtbot.keyClicks(page.form.fields["reason"].widget, "rain")
    assert page.form.submit()
    assert page.current_visit().planned_on == office.day(1)
    old, new = office.rows("visit")
    assert (old["state"], new["planned_on"]) == ("rescheduled", office.day(1).isoformat())
    page.desk.undo()
    assert [row["state"] for row in office.rows("visit")] == ["planned", "cancelled"]


def test_a_head_drags_a_visit_to_another_officer(office: Office, qtbot: Any, opened: Open) -> None:
    visit = plan(office)
    page = opened(WeekPage, "boss")
    grid: DayGrid = page.grid
    assert grid.go_to(visit)
    lek = next(row for row, line in enumerate(grid.lines) if line.key == office.id_of("lek"))
    start = grid.entry_rect(grid.row, grid.column, grid.place).center()
    to = grid.cell_rect(lek, 3).center()
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(30, 30), to):
        QTest.mouseMove(grid, at)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=to)
    assert isinstance(page.form, MoveForm)
    qtbot.keyClicks(page.form.fields["reason"].widget, "ill")
    assert page.form.submit()
    moved = office.rows("visit")[-1]
    assert (moved["officer_id"], moved["planned_on"]) == (
        office.id_of("lek"),
        office.day(3).isoformat(),
    )


def test_what_is_held_already_is_not_moved(office: Office, qtbot: Any, opened: Open) -> None:
    met(office, 1, 0)
    page = opened(WeekPage)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)
    assert page.form is None


def test_a_month_has_all_its_days_and_an_empty_one_is_planned_by_enter(
    office: Office, qtbot: Any, opened: Open
) -> None:
    for hour in range(8, 16):
        plan(office, 2, time=f"{hour:02d}:00")
    page = opened(MonthPage)
    days = [cell.day for line in page.grid.lines for cell in line.cells]
    assert (days[0], days[-1]) == (date(2026, 10, 26), date(2026, 12, 6))
    page.grid.go_to_day(office.day(2))
    assert len(page.grid.cell().entries) == 8
    page.grid.go_to_day(office.day(4))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.form.fields["planned_on"].value() == office.day(4)
    page.back()
    for key in ("list.later", "list.later", "list.earlier"):
        page.bound[key].trigger()
    assert page.day == date(2026, 12, 1)
    assert page.grid.cell().day == date(2026, 12, 1)


def test_a_month_opens_with_today_in_view_in_a_low_window(
    office: Office, qtbot: Any, theme: object, tmp_path: Path
) -> None:
    office.now = office.now.replace(day=28)
    page = MonthPage(Desk(office.desk("nok"), tmp_path))
    qtbot.addWidget(page)
    page.resize(910, 330)
    with qtbot.waitExposed(page):
        page.show()
    grid = page.grid
    assert not grid.visibleRegion().intersected(grid.cell_rect(grid.row, grid.column)).isEmpty()
    cell = grid.cell()
    assert cell is not None
    assert cell.day == office.today
    shown = grid.visibleRegion().boundingRect()
    assert shown.top() > 0
    head = grid.weekdays_rect()
    assert shown.contains(head)
    assert not head.intersects(grid.entry_rect(grid.row, grid.column, 0).translated(0, -HEAD))
    picture = grid.grab(head).toImage()
    assert len({picture.pixel(x, HEAD // 2) for x in range(head.width())}) > 1, "no words"


# ---------------------------------------------------------------- who is due


def test_those_overdue_are_planned_in_one_go_and_what_is_shown_is_what_is_planned(
    office: Office, qtbot: Any, opened: Open
) -> None:
    ids = more(office, 3)
    office.now += timedelta(days=20)
    page = opened(DuePage)
    settled(qtbot, lambda: bool(page.zones))
    assert page.zone.itemText(1) == "บางนา · 3 overdue"
    page.list.table.selectAll()
    qtbot.keyClick(page.list.table, Qt.Key.Key_V)
    form = page.middle.form
    assert isinstance(form, SpreadForm)
    assert form.table.rowCount() == 3
    day = box(form, "first").text()
    box(form, "last").setText(day)
    form.look()
    shown: Any = form.table
    assert {shown.item(row, 0).text()[-5:] for row in range(3)} == {day[:5]}
    assert form.submit()
    made = office.rows("visit")
    assert {row["customer_id"] for row in made} == set(ids)
    assert {row["planned_on"] for row in made} == {office.day(1).isoformat()}


def test_days_that_cannot_be_are_said_beside_the_field(
    office: Office, qtbot: Any, opened: Open
) -> None:
    met(office, 1, -20)
    page = opened(DuePage)
    qtbot.keyClick(page.list.table, Qt.Key.Key_V)
    form = page.middle.form
    box(form, "last").setText("1/1/2569")
    assert form.submit() is None
    assert form.fields["last"].widget.accessibleDescription()
    assert office.rows("visit")[1:] == []


def test_a_wrong_first_day_is_said_once_and_has_the_cursor(
    office: Office, qtbot: Any, opened: Open
) -> None:
    met(office, 1, -20)
    page = opened(DuePage)
    qtbot.keyClick(page.list.table, Qt.Key.Key_V)
    form = page.middle.form
    for wrong in ("32/13/2569", "1/1/2569"):
        box(form, "first").setText(wrong)
        box(form, "last").setFocus()
        form.look()
        qtbot.keyClick(box(form, "last"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert box(form, "first").hasFocus(), wrong
        assert form.fields["first"].widget.accessibleDescription()
        assert not form.summary.text()


def test_everybody_has_a_visit_already_so_nothing_is_planned(
    office: Office, qtbot: Any, opened: Open
) -> None:
    met(office, 1, -20)
    plan(office, 2)
    page = opened(DuePage)
    page.list.select(1)
    page.spread()
    form = page.middle.form
    assert form.table.item(0, 0).text().startswith("has ")
    assert form.submit() is None
    assert form.bar.isVisible()


def test_a_class_and_the_cycles_are_set_beside_the_list(office: Office, opened: Open) -> None:
    met(office, 1, -20)
    page = opened(DuePage)
    page.list.select(1)
    page.set_rhythm()
    form = page.middle.form
    assert isinstance(form, RhythmForm)
    form.fields["rhythm"].set_value("C")
    assert form.submit()
    assert office.desk("nok").read(customer, 1).rhythm == "C"
    people = office.store.t.person
    people.update(roles="manager").where(people.c.username == "boss").execute()
    heads = opened(DuePage, "boss")
    heads.set_cycles()
    form = heads.middle.form
    assert isinstance(form, CyclesForm)
    box(form, "c_days").setText("10 days")
    assert form.submit() is None
    box(form, "c_days").setText("10")
    assert form.submit()
    assert office.desk("nok").read(customer, 1).due_on == office.day(-10)


# ---------------------------------------------------------------- the route


def test_stops_are_put_in_order_by_keys_and_the_sheet_is_named(
    office: Office, qtbot: Any, opened: Open
) -> None:
    first, second = plan(office, time="09:00"), plan(office, customer_id=2, time="10:00")
    page = opened(RoutePage)
    page.list.select(second)
    page.bound["rounds.up"].trigger()
    assert [stop.id for stop in page.stops] == [second, first]
    assert page.list.current().id == second
    page.bound["rounds.up"].trigger()
    assert [stop.id for stop in page.stops] == [second, first]
    source = source_of(page.desk, page._paper())
    assert (source.kind, source.about) == ("RS", 20261123)
    assert [stop.customer for stop in source.values("th", 0).stops] == [
        "บจก. ก่อสร้างไทย",
        "ร้านสมชายวัสดุ",
    ]
    page.turn(1)
    assert page.stops == ()
    assert page.card.hint.isVisible()


# ---------------------------------------------------------------- coverage


def test_a_figure_opens_its_records_and_esc_comes_back(
    office: Office, qtbot: Any, opened: Open
) -> None:
    (known,) = more(office, 1)
    met(office, known, 0)
    page = opened(CoveragePage)
    settled(qtbot, lambda: bool(page.rows))
    assert page.scope is None
    row = page.list.current()
    assert (row.now.assigned, row.now.visited) == (1, 1)
    seen: list[tuple[str, Any]] = []
    page.open_record.connect(lambda kind, record: seen.append((kind, record)))
    page.open_current()
    assert [each.customer_id for each in page.behind.list.model.rows] == [known]
    page.open_current()
    assert seen == [("customer", known)]
    assert page.back()
    assert not page.back()


# ---------------------------------------------------------------- photos, fingers, the place


def test_photos_go_with_the_log_and_what_is_no_picture_is_said(
    office: Office, qtbot: Any, opened: Open, tmp_path: Path
) -> None:
    good, bad = tmp_path / "site.jpg", tmp_path / "bill.jpg"
    Image.new("RGB", (3000, 20)).save(good)
    bad.write_bytes(b"%PDF-1.4")
    visit = plan(office)
    screen = opened(VisitsScreen)
    screen.list.select(visit)
    screen.log()
    form = screen.form
    assert isinstance(form, LogForm)
    photos: Any = form.fields["photos"]
    photos.add([good, bad])
    assert form.submit() is None  # they are not read yet
    settled(qtbot, lambda: photos.raw() == [str(good)] and bool(photos._files))
    form.fields["outcome"].set_value(Outcome.SOLD.value)
    box(form, "next_on").setText("+7")
    assert form.submit()
    (kept,) = office.rows("visit_photo")
    assert (kept["name"], kept["width"]) == ("site.jpg", 1600)
    screen.list.select(visit)
    shown = screen.card.photos
    settled(qtbot, lambda: shown.list.count() == 1)
    shown.look()
    for answer, left in ((1, 1), (0, 0)):  # keep it, then take it off
        shown.list.setCurrentRow(0)
        qtbot.keyClick(shown.list, Qt.Key.Key_Delete)
        assert len(office.rows("visit_photo")) == 1
        shown.bar.findChildren(QPushButton)[answer].click()
        assert len(office.rows("visit_photo")) == left


def test_in_a_narrow_window_the_log_form_can_be_hit_with_a_finger(
    office: Office, opened: Open
) -> None:
    screen = opened(VisitsScreen)
    screen.log_unplanned()
    form: Any = screen.form
    box = form.fields["next_on"].widget
    assert box.height() < FINGER
    screen.resize(700, 600)
    assert box.minimumHeight() == form.store.minimumHeight() == FINGER
    screen.resize(1200, 700)
    assert box.minimumHeight() == 0


def test_the_place_has_its_pages_and_a_visit_opens_in_the_list(
    office: Office, opened: Open
) -> None:
    visit = plan(office)
    place = opened(RoundsScreen)
    for part in place.parts:
        page = place.show_part(part.key)
        assert page.title
    place.show_record("visit", visit)
    assert place.page.list.current().id == visit
