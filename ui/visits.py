"""Visits: a week at a time, each day with its count, and what is done with the chosen visit."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crm_desktop.messages import sentence
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.visits.visit_lists import (
    Visit,
    calendar,
    overdue_visits,
    visit,
    visit_days,
    visits_between,
)
from ui.binding import Slot, tool_button
from ui.desk import Desk
from ui.flow import Flow
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.theme import set_role
from ui.visit_card import state_words
from ui.visit_place import VisitPlace, monday
from ui.visit_week import OVERDUE, WEEK, WeekTiles

ROOM_FOR_WEEK = 330


class VisitsScreen(VisitPlace):
    """The week of the officer, or for heads of everybody within reach."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.monday = monday(self.calendar.today)
        self.chosen: date | str | None = None
        self.range = QLabel(self)
        self.week = WeekTiles(self._day, self)
        self.list = self._list()
        self.bind(self._slots())
        self._lay_out()
        self.list.activated.connect(lambda _: self.log())
        self.middle.alone.connect(lambda _: self._show_week())
        self.list.current_changed.connect(self.show_current)
        self.week.pressed.connect(self._press)
        self._draw_week()

    @property
    def title(self) -> str:
        return self.tr("Visits")

    def _slots(self) -> dict[str, Slot]:
        return {
            **self.acts(),
            "list.earlier": lambda: self.turn(-WEEK),
            "list.later": lambda: self.turn(WEEK),
            "list.today": self.this_week,
        }

    def current_visit(self) -> Visit | None:
        current: Visit | None = self.list.current()
        return current

    def day_in_view(self) -> date | None:
        return self.chosen if isinstance(self.chosen, date) else None

    def days_in_view(self) -> tuple[date, date]:
        if isinstance(self.chosen, date):
            return self.chosen, self.chosen
        return self.monday, self.monday + timedelta(days=WEEK - 1)

    # Looks ------------------------------------------------------------------------------------

    def _list(self) -> ListView:
        words = self.desk.language
        columns = (
            Column("planned_on", self.tr("Day"), 112, format=self._day),
            Column("time", self.tr("Time"), 64),
            Column("customer", self.tr("Customer"), 220, strong=True, stretch=True),
            Column("purpose", self.tr("What for"), 200, stretch=True),
            Column(
                "state",
                self.tr("State"),
                128,
                value=lambda row: state_words(row, words, self.tr("Overdue"))[0],
                tone=lambda row: state_words(row, words, "")[1],
            ),
            Column(
                "channel",
                self.tr("How"),
                112,
                format=lambda channel: sentence(channel.value, words),
                muted=True,
                shown=False,
            ),
            Column("zone", self.tr("Zone"), 112, muted=True, shown=not self.calendar.heads),
            Column("officer", self.tr("Who goes"), 120, muted=True, shown=self.calendar.heads),
        )
        return ListView(
            "visits",
            self.tr("Visits"),
            columns,
            self._fetch,
            empty=(
                self.tr("No visits here"),
                self.tr("Ctrl+N plans a visit, L logs one that was not planned."),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        head = QWidget(self)
        head.setLayout(self._head())
        column.addWidget(head)
        column.addWidget(self.week)
        column.addWidget(self.stand_beside(self.list), 1)
        self.middle.alone.connect(head.setHidden)  # a form in a low window needs the room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the days of the week leave their room to the list."""
        super().resizeEvent(event)
        self._show_week()

    def _show_week(self) -> None:
        self.week.setVisible(self.height() >= ROOM_FOR_WEEK and not self.middle.left.isHidden())

    def _head(self) -> Flow:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        set_role(self.range, "muted")
        row = Flow()
        row.addWidget(heading)
        row.addWidget(self.range)
        for name, picture in (("list.earlier", "caret-left"), ("list.later", "caret-right")):
            turner = tool_button(picture, self.bound[name].toolTip(), self)
            turner.clicked.connect(self.bound[name].trigger)
            row.addWidget(turner)
        row.addLayout(self.button_row("list.today"))
        row.addStretch()
        self.scope = self.button("list.everybody")
        if self.scope:
            self.scope.setVisible(self.calendar.heads)
            row.addWidget(self.scope)
        for name, words in (
            ("task.log", self.tr("Log a visit")),
            ("list.new", self.tr("Plan a visit")),
        ):
            button = self.button(name, primary=name == "list.new")
            if button:
                button.setText(words)
                row.addWidget(button)
        return row

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, wanted: ListQuery) -> Page[Visit]:
        officer_id, after, limit = self.officer_id, wanted.after, wanted.limit
        if self.chosen == OVERDUE:
            return self.desk.read(overdue_visits, officer_id=officer_id, after=after, limit=limit)
        first, last = self.monday, self.monday + timedelta(days=WEEK - 1)
        if isinstance(self.chosen, date):
            first = last = self.chosen
        return self.desk.read(
            visits_between, first, last, officer_id=officer_id, after=after, limit=limit
        )

    def _draw_week(self) -> None:
        last = self.monday + timedelta(days=WEEK - 1)
        self.range.setText(f"{self.desk.day(self.monday)[:5]} – {self.desk.day(last)}")
        if self.scope:
            mine, all_of_them = self.tr("Show my own only"), self.tr("Show everybody’s")
            self.scope.setText(mine if self.everybody else all_of_them)
        days = self.desk.read(visit_days, self.monday, last, officer_id=self.officer_id)
        overdue = self.desk.read(overdue_visits, officer_id=self.officer_id)
        count = f"{len(overdue.rows)}{'+' if overdue.next else ''}"
        self.week.show_week(days, count, self.calendar.today, self.chosen)

    def _day(self, day: date) -> str:
        """Weekday and day; the year only where it is not this one."""
        shown = self.desk.day(day)
        if day.year == self.calendar.today.year:
            shown = shown[:5]
        if day == self.calendar.today:
            return self.tr("Today {0}").format(shown)
        return f"{QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)} {shown}"

    def read_again(self) -> None:
        """Read the week and the list anew; the visit under the cursor stays under it."""
        self.calendar = self.desk.read(calendar)
        self._draw_week()
        self.list.reload()
        self.show_current()

    def _press(self, wanted: date | str) -> None:
        """A day alone; the same tile again shows the whole week."""
        self.show_days(None if wanted == self.chosen else wanted)

    def show_days(self, chosen: date | str | None) -> None:
        """Show one day, what is overdue, or (None) the whole week."""
        self.chosen = chosen
        self._draw_week()
        self.list.set_filters({})

    def turn(self, days: int) -> None:
        """The week before or after."""
        self.monday += timedelta(days=days)
        self.show_days(None)

    def this_week(self) -> None:
        """Back to the week of today."""
        self.monday = monday(self.calendar.today)
        self.show_days(None)

    # Doing ------------------------------------------------------------------------------------

    def show_record(self, kind: str, record_id: Any) -> None:
        """A visit by its id, with what to do (12-log, 12-move), or a new one (new-…, spot-…)."""
        ident, _, step = str(record_id).partition("-")
        if ident == "spot":
            self.log_unplanned(str(record_id))
        elif ident == "new":
            self.plan(str(record_id))
        else:
            self._show_visit(int(ident), step)

    def _show_visit(self, visit_id: int, step: str) -> None:
        found = self.desk.read(visit, visit_id)
        self.everybody = self.everybody or found.officer_id != self.desk.actor.person_id
        self.monday = monday(found.planned_on)
        self.show_days(found.planned_on)
        self.list.select(visit_id)
        if step == "log":
            self.log()
        elif step == "move":
            self.move_visit()
        elif step:
            self.ask_why(step)

    def back(self) -> bool:
        if super().back():
            return True
        if self.chosen is not None:
            self.show_days(None)
            return True
        return False
