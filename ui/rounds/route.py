"""The route of a day: stops in their order, what to know at each, on paper and as a file."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.places import address_lines
from crm_desktop.services.registry import Page
from crm_desktop.services.visits.routes import OrderRoute, Route, Stop, last_words, route
from crm_desktop.services.visits.visit_lists import Visit, visit
from ui.binding import tool_button
from ui.desk import Desk
from ui.flow import Flow
from ui.paper_view import open_paper, print_paper
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.theme import set_role
from ui.visit_card import TONES
from ui.visit_place import VisitPlace


class RoutePage(VisitPlace):
    """One officer's day; Alt+Up and Alt+Down put the stops in order."""

    TABLES = VisitPlace.TABLES | {"document"}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.day = self.calendar.today
        self.found: Route | None = None
        self.range = QLabel(self)
        self.whose = QComboBox(self)
        self.whose.setAccessibleName(self.tr("Whose route"))
        self.whose.setMaximumWidth(200)
        for officer in self.calendar.officers:
            self.whose.addItem(officer.name, officer.id)
        self.known = QLabel(self)
        self.list = self._list()
        self.bind(
            {
                **self.acts(),
                "list.everybody": self._next_officer,
                "list.earlier": lambda: self.turn(-1),
                "list.later": lambda: self.turn(1),
                "list.today": lambda: self.show_day(self.calendar.today),
                "list.preview": self.preview,
                "list.print": self.print,
                "rounds.up": lambda: self.put(-1),
                "rounds.down": lambda: self.put(1),
            }
        )
        self._lay_out()
        self.whose.currentIndexChanged.connect(lambda _: self.read_again())
        self.list.activated.connect(lambda _: self.log())
        self.list.current_changed.connect(self.show_current)
        self.read_again()

    @property
    def title(self) -> str:
        return self.tr("Route of the day")

    @property
    def officer_id(self) -> int | None:
        found: int | None = self.whose.currentData()
        return found

    # Making -----------------------------------------------------------------------------------

    def _list(self) -> ListView:
        words = self.desk.language
        columns = (
            Column("place", self.tr("Stop"), 68, Align.RIGHT, value=self._place),
            Column("time", self.tr("Time"), 64),
            Column("customer", self.tr("Customer"), 190, strong=True, stretch=True),
            Column("where", self.tr("Where"), 210, value=self._where, stretch=True),
            Column("purpose", self.tr("What for"), 170),
            Column(
                "offers",
                self.tr("Quotations"),
                116,
                Align.RIGHT,
                value=lambda stop: len(stop.offers) or "",
            ),
            Column(
                "state",
                self.tr("State"),
                112,
                format=lambda state: sentence(STATES.state_code(state), words),
                tone=lambda stop: TONES[stop.state],
            ),
        )
        return ListView(
            "route",
            self.title,
            columns,
            lambda _: Page(self.found.stops if self.found else ()),
            empty=(
                self.tr("No visits on this day"),
                self.tr("Ctrl+N plans one; who is due stands under Ctrl+4."),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _lay_out(self) -> None:
        set_role(self.range, "heading")
        self.known.setWordWrap(True)
        set_role(self.known, "muted")
        head = Flow()
        self._tool(head, "list.earlier", "caret-left", self.tr("Day before"))
        self._tool(head, "list.later", "caret-right", self.tr("Day after"))
        head.addLayout(self.button_row("list.today"))
        head.addWidget(self.range)
        head.addWidget(self.whose)
        head.addStretch(1)
        for name, picture in (("rounds.up", "arrow-up"), ("rounds.down", "arrow-down")):
            if name in self.bound:
                self._tool(head, name, picture, self.bound[name].toolTip())
        head.addLayout(self.button_row("list.preview"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.known)
        column.addWidget(self.stand_beside(self.list), 1)

    def _tool(self, row: Flow, name: str, picture: str, words: str) -> None:
        made = tool_button(picture, words, self)
        made.clicked.connect(self.bound[name].trigger)
        row.addWidget(made)

    def _place(self, stop: Stop) -> int:
        return [each.id for each in self.stops].index(stop.id) + 1

    def _where(self, stop: Stop) -> str:
        lines = address_lines(stop.address, self.desk.language) if stop.address else ()
        return " ".join(lines) or stop.zone

    # Reading ----------------------------------------------------------------------------------

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops in their order."""
        return self.found.stops if self.found else ()

    def read_again(self) -> None:
        """Read the day; the stop under the cursor stays under it."""
        officer = self.officer_id
        self.found = self.desk.read(route, officer, self.day) if officer else None
        name = QLocale().dayName(self.day.isoweekday(), QLocale.FormatType.LongFormat)
        self.range.setText(f"{name} {self.desk.day(self.day)}")
        self.list.reload()
        self.show_current()

    def current_visit(self) -> Visit | None:
        stop = self.list.current()
        return self.desk.read(visit, stop.id) if stop else None

    def show_current(self, _: object = None) -> None:
        super().show_current()
        self.known.setText(self._brief(self.list.current()))
        self.known.setVisible(bool(self.known.text()))

    def _brief(self, stop: Stop | None) -> str:
        """What to bring up: the last visit, what was promised, the open quotations."""
        if stop is None:
            return ""
        last = last_words(stop, self.desk.language, self.desk.era)
        parts = [self.tr("Last visit: {0}").format(last or self.tr("none before"))]
        if stop.promised:
            parts.append(self.tr("Promised: {0}").format(stop.promised))
        parts += [f"{each.number} {each.amount}" for each in stop.offers]
        return "  ·  ".join(parts)

    def day_in_view(self) -> date | None:
        return self.day

    def days_in_view(self) -> tuple[date, date]:
        return self.day, self.day

    def turn(self, days: int) -> None:
        """The day before or after."""
        self.show_day(self.day + timedelta(days=days))

    def show_day(self, day: date) -> None:
        """Another day."""
        self.day = day
        self.read_again()

    def _next_officer(self) -> None:
        """Ctrl+M: the next officer's route."""
        self.whose.setCurrentIndex((self.whose.currentIndex() + 1) % max(1, self.whose.count()))

    # Doing ------------------------------------------------------------------------------------

    def put(self, by: int) -> None:
        """Alt+Up, Alt+Down: the stop under the cursor one place earlier or later."""
        stop, officer = self.list.current(), self.officer_id
        if stop is None or officer is None:
            return
        ids = [each.id for each in self.stops]
        at = ids.index(stop.id)
        if not 0 <= at + by < len(ids):
            return
        ids[at], ids[at + by] = ids[at + by], ids[at]
        self.desk.execute(OrderRoute(officer, self.day, tuple(ids)))
        self.read_again()
        self.list.select(stop.id)

    def preview(self) -> None:
        """F6: the sheet as it prints."""
        open_paper(self.desk, self._paper(), self)

    def print(self) -> None:
        """Ctrl+P: the sheet on the printer."""
        print_paper(self.desk, self._paper(), self)

    def _paper(self) -> Any:
        return f"route-{self.day:%Y%m%d}.{self.officer_id}"
