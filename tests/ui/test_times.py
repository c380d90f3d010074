"""The page of times: a manager sets how long a request may wait, and nothing typed is lost."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import Refused
from crm_desktop.services.authority.calendars import (
    DayOff,
    SaveCalendar,
    Times,
    times,
)
from crm_desktop.services.housekeeping import Housekeeping
from tests.services.desk import Desk as Staff
from tests.services.desk import desk as staff
from ui.authority.times import TimesForm, TimesPage
from ui.authority.times_words import DaysOff, parse_hours, parse_limit, show_hours, show_limit
from ui.desk import Desk
from ui.theme import Theme
from ui.translations import Translations

__all__ = ["staff"]
Open = Callable[[str], TimesPage]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_as(
    staff: Staff, qtbot: QtBot, theme: Theme, translations: Translations, tmp_path: Path
) -> Iterator[Open]:
    """Opens the page as the person with that user name, in English with Buddhist years."""
    translations.use("en")
    staff.director.execute(Housekeeping())
    desks: list[Desk] = []

    def show(username: str) -> TimesPage:
        desk = Desk(getattr(staff, username), tmp_path / username)
        desk.speak("en")
        desks.append(desk)
        page = TimesPage(desk)
        desk.changed.connect(page.reload)
        qtbot.addWidget(page)
        page.resize(1160, 640)
        page.show()
        page.activateWindow()
        shown = page.limits or page.sheet
        qtbot.waitUntil(shown.isVisible)
        page.setFocus()
        return page

    yield show
    for desk in desks:
        desk.tasks.finish()


def stored(staff: Staff) -> Times:
    return staff.manager.read(times)


def box(form: TimesForm | None, key: str) -> QLineEdit | QPlainTextEdit:
    assert form is not None
    widget = form.fields[key].widget
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    return widget


def type_over(qtbot: QtBot, widget: QLineEdit | QPlainTextEdit, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_limit_set_by_keys_holds_for_its_matter(
    open_as: Open, staff: Staff, qtbot: QtBot
) -> None:
    page = open_as("manager")
    type_over(qtbot, box(page.limits, "usual"), "2:30")
    type_over(qtbot, box(page.limits, "quotation.issue"), "0:20")
    qtbot.keyClick(box(page.limits, "quotation.issue"), Qt.Key.Key_S, CTRL)
    limits = stored(staff).limits
    assert (limits.usual, limits.of("quotation.issue"), limits.of("goods.return")) == (150, 20, 150)


def test_hours_that_cannot_be_are_said_beside_their_day_and_nothing_is_saved(
    open_as: Open, staff: Staff, qtbot: QtBot
) -> None:
    page, before = open_as("manager"), stored(staff)
    type_over(qtbot, box(page.calendar, "week.0"), "17:00-08:00")
    qtbot.keyClick(box(page.calendar, "week.0"), Qt.Key.Key_S, CTRL)
    monday = box(page.calendar, "week.0")
    assert "Closing time 08:00 must come after" in monday.accessibleDescription()
    assert monday.hasFocus()
    assert monday.property("text") == "17:00-08:00"
    assert stored(staff) == before


def test_a_limit_too_long_is_refused_in_hours_where_hours_are_typed(
    open_as: Open, qtbot: QtBot
) -> None:
    page = open_as("manager")
    type_over(qtbot, box(page.limits, "usual"), "800")
    qtbot.keyClick(box(page.limits, "usual"), Qt.Key.Key_S, CTRL)
    assert "A limit is 1 minute to 720 hours" in box(page.limits, "usual").accessibleDescription()


def test_a_day_off_of_the_shops_own_is_a_line_more_and_a_holiday_it_works_on_one_less(
    open_as: Open, staff: Staff, qtbot: QtBot
) -> None:
    page, before = open_as("manager"), stored(staff).calendar.days_off
    days = box(page.calendar, "days_off")
    assert isinstance(days, QPlainTextEdit)
    lines = days.toPlainText().splitlines()
    today = staff.now.date()
    ahead = [each for each in before if each.day >= today]
    assert len(lines) == len(ahead) < len(before)
    days.setPlainText("\n".join([*lines[1:], "2/12/2569 Stocktaking"]))
    days.setFocus()
    qtbot.keyClick(days, Qt.Key.Key_S, CTRL)
    after = stored(staff).calendar.days_off
    own = DayOff(date(2026, 12, 2), "Stocktaking", "Stocktaking")
    assert set(after) == {*before, own} - {ahead[0]}


def test_a_line_that_is_no_day_is_named(open_as: Open, qtbot: QtBot) -> None:
    page = open_as("manager")
    days = box(page.calendar, "days_off")
    days.setPlainText("31/2/2569 New year")  # type: ignore[union-attr]
    days.setFocus()
    qtbot.keyClick(days, Qt.Key.Key_S, CTRL)
    assert "31/2/2569 New year" in said(page)


def test_of_two_managers_the_later_chooses_between_both_hours(
    open_as: Open, staff: Staff, qtbot: QtBot
) -> None:
    page, calendar = open_as("manager"), stored(staff).calendar
    type_over(qtbot, box(page.calendar, "week.5"), "09:00-12:00")
    week = (*calendar.week[:5], (("10:00", "15:00"),), ())
    staff.director.execute(SaveCalendar(calendar.version, week, calendar.days_off))
    page.desk.look_around()
    assert box(page.calendar, "week.5").property("text") == "09:00-12:00"
    qtbot.keyClick(box(page.calendar, "week.5"), Qt.Key.Key_S, CTRL)
    assert "Somebody else saved this meanwhile" in said(page)
    assert stored(staff).calendar.week[5] == (("10:00", "15:00"),)


def test_esc_undoes_what_was_typed_and_only_then_leaves(open_as: Open, qtbot: QtBot) -> None:
    page = open_as("manager")
    type_over(qtbot, box(page.calendar, "week.5"), "9-12")
    assert page.back()
    assert box(page.calendar, "week.5").property("text") == "08:00–12:00, 13:00–17:00"
    assert not page.back()


def test_ctrl_s_stands_on_the_form_that_it_saves(open_as: Open) -> None:
    page = open_as("manager")
    for form, other in ((page.calendar, page.limits), (page.limits, page.calendar)):
        assert form is not None
        assert other is not None
        form.first_field().widget.setFocus()
        assert (form.store.text(), other.store.text()) == ("Save (Ctrl+S)", "Save")


def test_no_day_off_ahead_keeps_those_that_are_over() -> None:
    day = DayOff(date(2026, 1, 1), "วันขึ้นปีใหม่", "New Year's Day")
    days = DaysOff("en", lambda each: f"{each:%d/%m/%Y}", date(2026, 11, 22))
    days.know([day])
    assert days.show([day]) == ""
    assert days.parse("", "days_off") == (day,)


def test_officers_read_it_and_have_nothing_to_press(open_as: Open) -> None:
    page = open_as("officer")
    words = said(page)
    assert page.limits is None
    assert "form.save" not in page.bound
    for expected in ("4:00 working hours", "10 minutes", "Sunday", "closed", "31/12/2569"):
        assert expected in words


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("08:00–12:00, 13:00–17:00", (("08:00", "12:00"), ("13:00", "17:00"))),
        ("8.30-17.00", (("08:30", "17:00"),)),
        ("๘:๓๐ - ๑๗:๐๐", (("08:30", "17:00"),)),
        ("8-12, 13-17", (("08:00", "12:00"), ("13:00", "17:00"))),
        ("", ()),
    ],
)
def test_hours_are_read_as_people_write_them(
    typed: str, hours: tuple[tuple[str, str], ...]
) -> None:
    assert parse_hours(typed, "week.0") == hours
    assert parse_hours(show_hours(hours), "week.0") == hours


def test_a_closed_day_can_be_typed_as_it_is_shown() -> None:
    assert parse_hours("ปิด", "week.6", closed="ปิด") == ()


@pytest.mark.parametrize(
    ("typed", "minutes"), [("4", 240), ("4:30", 270), ("4.30", 270), ("๔.๓๐", 270), ("4.5", 270)]
)
def test_limits_are_read_as_hours(typed: str, minutes: int) -> None:
    assert parse_limit(typed, "usual") == minutes == parse_limit(show_limit(minutes), "usual")


@pytest.mark.parametrize("typed", ["soon", "4:75", "4.75", "-1", "1.001"])
def test_what_is_no_time_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(Refused, match="bad_limit_hours") as refused:
        parse_limit(typed, "usual")
    assert refused.value.values["text"] == typed


def test_a_name_changed_in_one_language_keeps_the_other() -> None:
    day = date(2026, 12, 31)
    days = DaysOff("en", lambda each: f"{each:%d/%m/%Y}")
    days.know([DayOff(day, "วันสิ้นปี", "New Year's Eve")])
    assert days.parse("31/12/2026 Last day", "days_off") == (DayOff(day, "วันสิ้นปี", "Last day"),)
    with pytest.raises(Refused, match="day_off_unnamed"):
        days.parse("31/12/2026", "days_off")
