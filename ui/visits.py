"""Visits: a week at a time, each day with its count, and what is done with the chosen visit."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.customers.customer_lists import customer_rows
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.visits.visit_lists import (
    Calendar,
    Visit,
    calendar,
    overdue_visits,
    visit,
    visit_days,
    visits_between,
)
from crm_desktop.services.visits.visits import ConfirmVisit
from ui.binding import tool_button
from ui.desk import Desk
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.places import FOR_CUSTOMER, customer_of, new_id
from ui.screen import LiveScreen
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.theme import set_role
from ui.tokens import Tone
from ui.visit_card import VisitCard, state_words
from ui.visit_forms import LogForm, MoveForm, PlanForm, ReasonForm, VisitForm
from ui.visit_week import OVERDUE, WEEK, WeekTiles

PANEL = 360
EVENTS = {
    "task.done": "complete",
    "task.confirm": "confirm",
    "task.later": "reschedule",
    "task.miss": "miss",
    "task.drop": "cancel",
}


class VisitsScreen(LiveScreen):
    """The week of the officer, or for heads of everybody within reach."""

    TABLES = frozenset({"visit", "customer", "person"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.calendar: Calendar = desk.read(calendar)
        self.monday = _monday(self.calendar.today)
        self.chosen: date | str | None = None
        self.everybody = self.calendar.heads
        self.range = QLabel(self)
        self.week = WeekTiles(self._day, self)
        self.list = self._list()
        self.bind(self._slots())
        self.card = VisitCard(desk, self)
        self.panel = QStackedWidget(self)
        self._lay_out()
        self.list.activated.connect(lambda _: self.log())
        self.list.current_changed.connect(self._show_current)
        self.week.pressed.connect(self._press)
        self.setFocusProxy(self.list)
        self._draw_week()

    @property
    def title(self) -> str:
        return self.tr("Visits")

    def _slots(self) -> dict[str, Any]:
        return {
            "list.new": self.plan,
            "list.reload": self.read_again,
            "list.earlier": lambda: self.turn(-WEEK),
            "list.later": lambda: self.turn(WEEK),
            "list.today": self.this_week,
            "list.everybody": self.switch_scope,
            "task.done": self.log,
            "task.later": self.move_visit,
            "task.log": self.log_unplanned,
            "task.confirm": self.confirm,
            "task.miss": lambda: self._ask_why("miss"),
            "task.drop": lambda: self._ask_why("drop"),
            "task.customer": self.open_customer,
        }

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
        for name, event in EVENTS.items():
            button = self.button(name, primary=name == "task.done")
            if button:
                button.setText(sentence(STATES.event_code(event), self.desk.language))
                self.card.buttons.addWidget(button)
        self.panel.addWidget(self.card)
        self.middle = SideBySide(self.list, self.panel, PANEL, self, always=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.week)
        column.addWidget(self.middle, 1)

    def _head(self) -> QHBoxLayout:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        set_role(self.range, "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading)
        row.addWidget(self.range, 0, Qt.AlignmentFlag.AlignBottom)
        for name, picture in (("list.earlier", "caret-left"), ("list.later", "caret-right")):
            turner = tool_button(picture, self.bound[name].toolTip(), self)
            turner.clicked.connect(self.bound[name].trigger)
            row.addWidget(turner)
        row.addLayout(self.button_row("list.today"))
        row.addStretch(1)
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

    @property
    def officer_id(self) -> int | None:
        """Whose visits are shown; None: everybody's within reach."""
        return None if self.everybody else self.desk.actor.person_id

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
        self._show_current()

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
        self.monday = _monday(self.calendar.today)
        self.show_days(None)

    def switch_scope(self) -> None:
        """A head's own visits, or everybody's."""
        if self.calendar.heads:
            self.everybody = not self.everybody
            self.show_days(self.chosen)

    def _show_current(self, _: object = None) -> None:
        current: Visit | None = self.list.current()
        self.card.show_visit(current)
        offered = STATES.events(current.state) if current else ()
        for name, event in EVENTS.items():
            if name in self.bound:
                self.bound[name].setEnabled(event in offered)
                self.bound[name].setVisible(event in offered)

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
        self.monday = _monday(found.planned_on)
        self.show_days(found.planned_on)
        self.list.select(visit_id)
        if step == "log":
            self.log()
        elif step == "move":
            self.move_visit()
        elif step:
            self._ask_why(step)

    def make_new(self, kind: str) -> bool:
        current = self.list.current()
        if current is None or kind not in FOR_CUSTOMER:
            return False
        self.open_record.emit(kind, new_id(current.customer_id))
        return True

    def plan(self, ident: str | None = None) -> None:
        """Ctrl+N: a visit on the day that is shown, for the customer that the id names."""
        day = self.chosen if isinstance(self.chosen, date) else None
        wanted = customer_of(ident) if ident else None
        rows = self.desk.read(customer_rows, (wanted,)) if wanted else ()
        customer = (rows[0].id, rows[0].name) if rows else None
        name = ident or new_id()
        self._show_form(PlanForm(self.desk, name, self.calendar, day=day, customer=customer))

    def log(self) -> None:
        """D or Enter: what came of the visit under the cursor."""
        current = self._may("complete")
        if current:
            self._show_form(LogForm(self.desk, f"{current.id}-log", self.calendar, current))

    def log_unplanned(self, ident: str | None = None) -> None:
        """L: a visit that nobody planned."""
        name = ident or new_id().replace("new", "spot")
        self._show_form(LogForm(self.desk, name, self.calendar))

    def move_visit(self) -> None:
        """P: another day."""
        current = self._may("reschedule")
        if current:
            self._show_form(MoveForm(self.desk, current, self.calendar))

    def confirm(self) -> None:
        """C: the customer expects the visit."""
        current = self._may("confirm")
        if current is None:
            return
        if self.desk.execute(ConfirmVisit(current.id, current.version)):
            self.desk.say(self.tr("The customer expects us."), Tone.OK)

    def _ask_why(self, step: str) -> None:
        current = self._may(EVENTS[f"task.{step}"])
        if current:
            self._show_form(ReasonForm(self.desk, current, step, self.calendar))

    def open_customer(self) -> None:
        """F4: whom the visit is for."""
        current = self.list.current()
        if current is not None:
            self.open_record.emit("customer", current.customer_id)

    def _may(self, event: str) -> Visit | None:
        current: Visit | None = self.list.current()
        return current if current and event in STATES.events(current.state) else None

    @property
    def form(self) -> Form | None:
        """The form beside the list, if one is open."""
        return self.middle.form

    def _show_form(self, form: VisitForm) -> None:
        if not self.middle.close_form():
            form.deleteLater()
            return
        form.saved.connect(self._saved)
        self.middle.show_form(form)

    def _saved(self, answer: Any) -> None:
        self.desk.say(self.tr("Saved."), Tone.OK)
        self.middle.drop_form()

    def back(self) -> bool:
        if self.form is not None:
            self.middle.close_form()
            return True
        if self.chosen is not None:
            self.show_days(None)
            return True
        return False


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
