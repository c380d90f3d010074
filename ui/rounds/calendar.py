"""Week and month of visits as a calendar; a visit is moved by Shift and an arrow, or by hand."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.authority.calendars import times
from crm_desktop.services.visits.visit_lists import Visit, calendar, visits_between
from ui.binding import tool_button
from ui.desk import Desk
from ui.rounds.days import DAYS, Cell, Entry, Line
from ui.rounds.grid import DayGrid
from ui.theme import set_role
from ui.visit_card import state_words
from ui.visit_place import VisitPlace, monday

MOST = 500
GONE = ("rescheduled", "cancelled")
"""What stands on another day now or on none; the list has it."""


class CalendarPage(VisitPlace):
    """Some weeks of visits; subclasses say how many and how one turns."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.day = self.calendar.today
        self.visits: dict[int, Visit] = {}
        self.range = QLabel(self)
        self.note = QLabel(self)
        self.grid = DayGrid(self.title, self)
        self.bind(
            {
                **self.acts(),
                "list.earlier": lambda: self.turn(-1),
                "list.later": lambda: self.turn(1),
                "list.today": lambda: self.show_day(self.calendar.today),
            }
        )
        self._lay_out()
        self.grid.chosen.connect(self.show_current)
        self.grid.opened.connect(self._open)
        self.grid.moved.connect(self._move)
        self.read_again()
        self.grid.go_to_day(self.day)

    # What subclasses give ---------------------------------------------------------------------

    def first_day(self) -> date:
        """The first day in view."""
        raise NotImplementedError

    def weeks(self) -> int:
        """How many weeks are in view."""
        raise NotImplementedError

    def turned(self, by: int) -> date:
        """The day that is in view after so many turns."""
        raise NotImplementedError

    # Looks ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.grid)
        area.setFocusProxy(self.grid)
        area.verticalScrollBar().rangeChanged.connect(lambda *_: self.grid.reveal())
        set_role(self.note, "muted")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.note)
        column.addWidget(self.stand_beside(area), 1)
        self.setFocusProxy(self.grid)

    def _head(self) -> QHBoxLayout:
        set_role(self.range, "heading")
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, picture in (("list.earlier", "caret-left"), ("list.later", "caret-right")):
            turner = tool_button(picture, self.bound[name].toolTip(), self)
            turner.clicked.connect(self.bound[name].trigger)
            row.addWidget(turner)
        row.addLayout(self.button_row("list.today"))
        row.addWidget(self.range)
        row.addStretch(1)
        self.scope = self.button("list.everybody")
        if self.scope:
            self.scope.setVisible(self.calendar.heads)
            row.addWidget(self.scope)
        button = self.button("list.new", primary=True)
        if button:
            button.setText(self.tr("Plan a visit"))
            row.addWidget(button)
        return row

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read what is in view; the visit under the cursor stays under it."""
        self.calendar = self.desk.read(calendar)
        first, last = self.days_in_view()
        found: list[Visit] = []
        after: tuple[Any, ...] | None = ()
        while after is not None and len(found) < MOST:
            page = self.desk.read(
                visits_between, first, last, officer_id=self.officer_id, after=after or None
            )
            found += (each for each in page.rows if each.state not in GONE)
            after = page.next
        self.visits = {each.id: each for each in found}
        self._say_range(first, last, full=after is not None)
        names = [QLocale().dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]
        self.grid.show_lines(self._lines(found), names)
        self.show_current()

    def _say_range(self, first: date, last: date, *, full: bool) -> None:
        self.range.setText(f"{self.desk.day(first)[:5]} – {self.desk.day(last)}")
        if self.scope:
            mine, all_of_them = self.tr("Show my own only"), self.tr("Show everybody’s")
            self.scope.setText(mine if self.everybody else all_of_them)
        self.note.setText(
            self.tr("Only the first {0} visits are shown; the list has all.").format(MOST)
        )
        self.note.setVisible(full)

    def days_in_view(self) -> tuple[date, date]:
        first = self.first_day()
        return first, first + timedelta(days=self.weeks() * DAYS - 1)

    def _lines(self, found: list[Visit]) -> list[Line]:
        """One line a week; a week of everybody's has one for each officer."""
        first, off = self.first_day(), self.desk.read(times).calendar
        names = {each.day: each.called(self.desk.language) for each in off.days_off}
        shut = {number for number, hours in enumerate(off.week) if not hours}
        whose: list[tuple[int | None, str]] = [(None, "")]
        if self.everybody and self.weeks() == 1:
            officers = {each.id: each.name for each in self.calendar.officers}
            officers |= {each.officer_id: each.officer for each in found}
            whose = list(officers.items())
        return [
            Line(
                officer_id,
                name,
                tuple(
                    self._cell(
                        first + timedelta(days=week * DAYS + number),
                        names,
                        shut,
                        (v for v in found if officer_id in (None, v.officer_id)),
                    )
                    for number in range(DAYS)
                ),
            )
            for week in range(self.weeks())
            for officer_id, name in whose
        ]

    def _cell(
        self, day: date, names: dict[date, str], shut: set[int], visits: Iterable[Visit]
    ) -> Cell:
        entries = tuple(self._entry(each) for each in visits if each.planned_on == day)
        title = self.desk.day(day)[:5]
        count = self.tr("{0} visits").format(len(entries)) if len(entries) > 1 else ""
        return Cell(
            day,
            title,
            entries,
            note=names.get(day) or count,
            closed=day in names or day.weekday() in shut,
            faint=self._outside(day),
            today=day == self.calendar.today,
        )

    def _outside(self, _: date) -> bool:
        return False

    def _entry(self, each: Visit) -> Entry:
        word, tone = state_words(each, self.desk.language, self.tr("Overdue"))
        whose = each.officer if self.everybody else ""
        how = sentence(each.channel.value, self.desk.language)
        words = (each.time, each.customer, how, each.purpose, word, whose)
        return Entry(
            each.id,
            each.time or ("" if self.weeks() > 1 or whose else how),
            each.customer,
            " · ".join(filter(None, words)),
            tone,
            movable="reschedule" in STATES.events(each.state) and "task.later" in self.bound,
        )

    # Turning and choosing ---------------------------------------------------------------------

    def turn(self, by: int) -> None:
        """Ctrl+Left and Ctrl+Right."""
        self.show_day(self.turned(by))

    def show_day(self, day: date) -> None:
        """Bring a day into view, the cursor on it."""
        self.day = day
        self.read_again()
        self.grid.go_to_day(day)

    def current_visit(self) -> Visit | None:
        entry = self.grid.current()
        return self.visits.get(entry.key) if entry else None

    def day_in_view(self) -> date | None:
        cell = self.grid.cell()
        return cell.day if cell else None

    def _open(self, entry: Entry | None) -> None:
        """Enter: log the visit under the cursor; on an empty day plan one."""
        if entry is None:
            if "list.new" in self.bound:
                self.plan()
        else:
            self.log()

    def settled(self, answer: Any) -> None:
        """The cursor goes along with a visit that was moved or planned."""
        super().settled(answer)
        if isinstance(answer, int):
            self.grid.go_to(answer)

    def _move(self, key: int, day: date, officer_id: int | None) -> None:
        """The form asks why, with the day and the officer filled in."""
        if self.grid.go_to(key):
            self.move_visit(day, officer_id)


class WeekPage(CalendarPage):
    """One week with its hours; of everybody's, a line for each officer."""

    @property
    def title(self) -> str:
        return self.tr("Week of visits")

    def first_day(self) -> date:
        return monday(self.day)

    def weeks(self) -> int:
        return 1

    def turned(self, by: int) -> date:
        return self.day + timedelta(days=by * DAYS)


class MonthPage(CalendarPage):
    """The weeks that touch a month."""

    @property
    def title(self) -> str:
        return self.tr("Month of visits")

    def first_day(self) -> date:
        return monday(self.day.replace(day=1))

    def weeks(self) -> int:
        last = _month(self.day, 1) - timedelta(days=1)
        return ((last - self.first_day()).days // DAYS) + 1

    def turned(self, by: int) -> date:
        return _month(self.day, by)

    def _outside(self, day: date) -> bool:
        return day.month != self.day.month


def _month(day: date, by: int) -> date:
    """The first day of a month so many months on."""
    months = day.year * 12 + day.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)
