"""Today by keys: what waits can be opened, done and put off without the mouse."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from crm_desktop.services.visits.visits import PlanVisit
from tests.services.office import Office, office
from ui.app import Program
from ui.desk import Desk
from ui.places import customer_of
from ui.tiles import TALL
from ui.today import TodayScreen
from ui.today_lines import CUSTOMER, WHY

__all__ = ["office"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

Key = Qt.Key


@pytest.fixture
def opened(
    office: Office, qtbot: Any, theme: object, tmp_path: Path
) -> Callable[[str], TodayScreen]:
    """The screen of a person, shown and ready for keys."""

    def open_for(who: str = "nok") -> TodayScreen:
        desk = Desk(office.desk(who), tmp_path)
        desk.speak("en")
        screen = TodayScreen(desk)
        desk.changed.connect(screen.reload)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.lines.setFocus()
        return screen

    return open_for


def press(qtbot: Any, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def words(screen: TodayScreen) -> list[list[str]]:
    """The lines as they are read, section by section, the headings left out."""
    model = screen.lines.model()
    heads = [model.index(row, 0) for row in range(model.rowCount())]
    return [
        [str(model.index(row, column, head).data()) for column in (0, 2)]
        for head in heads
        for row in range(model.rowCount(head))
    ]


def test_the_arrow_keys_walk_over_the_headings(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    office.quotation(follow_up_on=office.today.isoformat())
    office.quotation(valid_until=office.day(2).isoformat())
    screen = opened()
    assert words(screen) == [
        ["QT01-6911-00001", "Follow up today"],
        ["QT01-6911-00002", "Expires in 2 d (25/11/2569)"],
    ]
    assert screen.lines.current().reference == "QT01-6911-00001"
    press(qtbot, screen.lines, Key.Key_Down)
    assert screen.lines.current().reference == "QT01-6911-00002"
    press(qtbot, screen.lines, Key.Key_Up)
    assert screen.lines.current().reference == "QT01-6911-00001"


def test_a_page_down_goes_on_also_where_it_would_end_on_a_heading(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    for number in range(12):
        ends = {"valid_until": office.day(2).isoformat()}
        office.quotation(**(ends if number % 2 else {"follow_up_on": office.today.isoformat()}))
    screen = opened()
    seen = [screen.lines.current()]
    for key, end in ((Key.Key_PageDown, 11), (Key.Key_PageUp, 0)):
        for _ in range(12):
            press(qtbot, screen.lines, key)
            seen.append(screen.lines.current())
        items = screen.lines._items()
        assert screen.lines.currentIndex().siblingAtColumn(0) == items[end].index()
    assert None not in seen
    assert seen[0] != seen[1]


def test_enter_opens_the_record_of_the_line(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    paper = office.quotation(follow_up_on=office.today.isoformat())
    screen = opened()
    with qtbot.waitSignal(screen.open_record) as signal:
        press(qtbot, screen.lines, Key.Key_Return)
    assert signal.args == ["quotation", paper]
    with qtbot.waitSignal(screen.open_record) as signal:
        press(qtbot, screen.lines, Key.Key_F4)
    assert signal.args == ["customer", 1]
    with qtbot.waitSignal(screen.open_record) as signal:
        assert screen.make_new("visit")
    assert (signal.args[0], customer_of(signal.args[1])) == ("visit", 1)


@pytest.mark.parametrize("key", [Key.Key_D, Qt.Key(ord("ก"))])
def test_a_follow_up_is_written_down_by_keys_alone_in_either_layout(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen], key: Qt.Key
) -> None:
    office.quotation(follow_up_on=office.day(-2).isoformat())
    screen = opened()
    press(qtbot, screen.lines, key)
    assert screen.form is not None
    note = screen.form.fields["note"].widget
    assert isinstance(note, QPlainTextEdit)
    qtbot.keyClicks(note, "wants 2% more")
    day = screen.form.fields["follow_up_on"].widget
    day.selectAll()
    qtbot.keyClicks(day, "30/11/2569")
    assert screen.form.submit()
    assert screen.form is None
    assert words(screen) == []
    assert screen.lines.empty.isVisible()
    assert office.rows("document")[0]["follow_up_on"] == "2026-11-30"
    assert "wants 2% more" in office.rows("timeline")[-1]["detail"]


def test_putting_off_asks_for_the_day_only_and_a_wrong_one_is_refused_there(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    office.quotation(follow_up_on=office.today.isoformat())
    screen = opened()
    qtbot.keyClicks(screen.lines, "p")
    assert screen.form is not None
    assert "note" not in screen.form.fields
    day = screen.form.fields["follow_up_on"].widget
    day.selectAll()
    qtbot.keyClicks(day, "30/2/2569")
    assert screen.form.submit() is None
    assert "30/2/2569" in day.accessibleDescription()
    day.selectAll()
    qtbot.keyClicks(day, "+7")
    assert screen.form.submit()
    assert office.rows("document")[0]["follow_up_on"] == "2026-11-30"


def test_esc_closes_an_untouched_form_and_keeps_a_touched_one(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    office.quotation(follow_up_on=office.today.isoformat())
    screen = opened()
    qtbot.keyClicks(screen.lines, "d")
    assert screen.back()
    assert screen.form is None
    assert not screen.back()
    qtbot.keyClicks(screen.lines, "d")
    assert screen.form is not None
    qtbot.keyClicks(screen.form.fields["note"].widget, "x")
    assert screen.back()
    assert screen.form is not None


def test_what_cannot_be_done_with_a_line_is_not_offered(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    office.quotation(state="ready")
    screen = opened()
    assert not screen.bound["task.done"].isEnabled()
    qtbot.keyClicks(screen.lines, "dp")
    assert screen.form is None


def test_an_answer_that_was_read_leaves_the_list(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    paper = office.quotation(state="draft")
    request = office.request(paper, state="returned")
    office.store.t.request_answer.insert(
        request_id=request, position=1, person_id=3, verdict="x", note="too much", at="2026-11-23"
    ).execute()
    screen = opened()
    assert words(screen) == [["D-0001", "Sent back by Boss: too much"]]
    with qtbot.waitSignal(screen.open_record) as signal:
        press(qtbot, screen.lines, Key.Key_Return)
    assert signal.args == ["quotation", paper]
    qtbot.keyClicks(screen.lines, "d")
    assert office.rows("request")[0]["seen"] == 1
    assert words(screen) == [["D-0001", "Mend it and submit again"]]


def test_a_visit_goes_on_in_its_own_place(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    visit_id = office.desk("nok").execute(PlanVisit(1, office.today, "offer tiles"))
    screen = opened()
    for key, step in (("d", "log"), ("p", "move")):
        with qtbot.waitSignal(screen.open_record) as signal:
            qtbot.keyClicks(screen.lines, key)
        assert signal.args == ["visit", f"{visit_id}-{step}"]


def test_the_cursor_stays_on_its_line_when_others_change_the_list(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    for days in (-1, 0):
        office.quotation(follow_up_on=office.day(days).isoformat())
    screen = opened()
    press(qtbot, screen.lines, Key.Key_Down)
    office.quotation(follow_up_on=office.day(-5).isoformat())
    screen.reload(frozenset({"document"}))
    assert len(words(screen)) == 3
    assert screen.lines.current().reference == "QT01-6911-00002"


def test_why_a_line_is_there_and_what_a_tile_counts_is_read_whole_in_a_small_window(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    for reason in ("ลูกค้าประจำ ซื้อทุกเดือน คู่แข่งให้ราคาต่ำกว่าและพร้อมส่งพรุ่งนี้", "ด่วน"):
        office.request(office.quotation(state="waiting", number=None), reason=reason)
    screen = opened("boss")
    for width in (824, 1146):
        screen.resize(width, 600)
        QApplication.processEvents()
        lines = screen.lines
        head = lines.model().index(0, 0)
        heights = [lines.visualRect(lines.model().index(row, WHY, head)).height() for row in (0, 1)]
        assert heights[0] >= 2 * lines.fontMetrics().lineSpacing()
        assert heights[0] > heights[1], "one row of words needs no more room"
        assert lines.columnWidth(WHY) > lines.columnWidth(CUSTOMER)
        for tile in screen.tiles.tiles.values():
            assert tile.isHidden() or tile.fits(tile.width()) or tile.height() == TALL


def test_a_tile_counts_its_section_and_goes_there(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    office.quotation(follow_up_on=office.today.isoformat())
    for days in (1, 2):
        office.quotation(valid_until=office.day(days).isoformat())
    screen = opened()
    tiles = screen.tiles.tiles
    assert (tiles["today_expiring"].figure, tiles["today_visits"].figure) == ("2", "0")
    qtbot.mouseClick(tiles["today_expiring"], Qt.MouseButton.LeftButton)
    assert screen.lines.current().section == "today_expiring"
    assert not tiles["today_visits"].isEnabled()


def test_a_head_sees_everybody_or_themselves_and_an_officer_has_no_choice(
    office: Office, qtbot: Any, opened: Callable[..., TodayScreen]
) -> None:
    office.quotation("lek", follow_up_on=office.today.isoformat())
    boss = opened("boss")
    assert len(words(boss)) == 1
    qtbot.mouseClick(boss.scope, Qt.MouseButton.LeftButton)
    assert words(boss) == []
    assert boss.scope.isVisible()
    assert not opened("nok").scope.isVisible()


def test_the_day_of_the_database_stands_on_top(
    office: Office, opened: Callable[..., TodayScreen]
) -> None:
    assert office.today == date(2026, 11, 23)
    assert "23/11/2569" in opened().date.text(), "in the era of every other day"


def test_f8_knows_who_is_to_be_called_next(
    office: Office, qapp: QApplication, tmp_path: Path
) -> None:
    office.quotation(follow_up_on=office.today.isoformat())
    late = office.quotation(follow_up_on=office.day(-2).isoformat())
    office.quotation(follow_up_on=office.day(5).isoformat())
    options = argparse.Namespace(person=None, language="en", theme="light", database="")
    desk = Desk(office.desk("nok"), tmp_path)
    program = Program(qapp, desk, options)
    found = program._follow_up()
    program.stop()
    desk.tasks.finish()
    assert found == ("quotation", late), "the one that waits longest, not the one written first"
