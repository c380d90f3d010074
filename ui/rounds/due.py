"""Who is due to be met: overdue by zone, this week, near what is planned; planned from here."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.rounds import CLASSES
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.visits.due import DueRow, ZoneCount, due_page, due_zones
from crm_desktop.services.visits.visit_lists import Calendar, calendar
from ui.chips import Chips
from ui.desk import Desk
from ui.flow import Flow
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.places import FOR_CUSTOMER, new_id
from ui.rounds.forms import CyclesForm, RhythmForm
from ui.rounds.spreading import SpreadForm
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone

PANEL = 500


class DuePage(LiveScreen):
    """A list that is worked off: choose, V, Ctrl+S."""

    TABLES = frozenset({"visit", "customer", "setting"})
    FILTERS = ("whose", "chips", "zone", "rhythm")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.calendar: Calendar = desk.read(calendar)
        self.everybody = self.calendar.heads
        self.zones: tuple[ZoneCount, ...] = ()
        self._task: Task | None = None
        within = {
            "overdue": self.tr("Overdue"),
            "week": self.tr("Within a week"),
            "near": self.tr("Near planned visits"),
        }
        self.chips = Chips(within, "overdue", self)
        self.zone, self.rhythm, self.whose = self._boxes()
        self.meaning = QLabel(self)
        self.list = self._list()
        self.bind(
            {
                "list.reload": self.read_again,
                "list.columns": self.list.choose_columns,
                "list.stage": self.chips.next,
                "list.everybody": self._next_officer,
                "rounds.spread": self.spread,
                "rounds.rhythm": self.set_rhythm,
                "rounds.cycles": self.set_cycles,
                "task.customer": self.open_customer,
            }
        )
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._filter())
        for box in (self.zone, self.rhythm, self.whose):
            box.currentIndexChanged.connect(lambda _: self._filter())
        self.whose.currentIndexChanged.connect(lambda _: self._read_zones())
        self.list.activated.connect(lambda _: self.open_customer())
        self._filter()
        self._read_zones()

    @property
    def title(self) -> str:
        return self.tr("Who is due")

    # Making -----------------------------------------------------------------------------------

    def _boxes(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        boxes = []
        for name in (self.tr("Zone"), self.tr("Class"), self.tr("Whose customers")):
            box = QComboBox(self)
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(240)
            boxes.append(box)
        zone, rhythm, whose = boxes
        zone.addItem(self.tr("All zones"), None)
        rhythm.addItem(self.tr("All classes"), "")
        for each in CLASSES:
            rhythm.addItem(self.tr("Class {0}").format(each), each)
        if self.calendar.heads:
            whose.addItem(self.tr("Everybody’s"), None)
        for officer in self.calendar.officers if self.calendar.heads else ():
            whose.addItem(officer.name, officer.id)
        if not self.calendar.heads:
            whose.addItem(self.tr("Mine"), self.desk.actor.person_id)
            whose.addItem(self.tr("All of the branch"), None)
        return zone, rhythm, whose

    def _list(self) -> ListView:
        day = self.desk.day
        columns = (
            Column("name", self.tr("Customer"), 200, strong=True, stretch=True),
            Column("rhythm", self.tr("Class"), 64),
            Column(
                "days",
                self.tr("Overdue"),
                112,
                Align.RIGHT,
                value=self._overdue,
                tone=lambda row: Tone.STOP if row.days > 0 else Tone.INFO,
                exported=lambda row: row.days,
            ),
            Column("contact_on", self.tr("Last contact"), 110, format=day),
            Column("due_on", self.tr("Due"), 110, format=day, muted=True, shown=False),
            Column("planned_on", self.tr("Planned for"), 110, format=day),
            Column("zone", self.tr("Zone"), 110),
            Column("district", self.tr("District"), 110, muted=True),
            Column("near", self.tr("Near"), 180, value=self._near, shown=False),
            Column("phone", self.tr("Phone"), 116),
            Column("owner", self.tr("Owner"), 96, muted=True),
        )
        return ListView(
            "due",
            self.title,
            columns,
            self._fetch,
            empty=(
                self.tr("Nobody is due here"),
                self.tr("Customers with a class A, B or C come due; it is set in their form."),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _lay_out(self) -> None:
        set_role(self.meaning, "muted")
        self.meaning.setWordWrap(True)
        filters, head = QHBoxLayout(), Flow()
        filters.addWidget(self.chips, 1)
        for box in (self.whose, self.rhythm, self.zone):
            head.addWidget(box)
        head.addStretch(1)
        head.addLayout(
            self.button_row(
                "rounds.cycles", "rounds.rhythm", "rounds.spread", primary="rounds.spread"
            )
        )
        self.panel = QStackedWidget(self)
        self.middle = SideBySide(self.list, self.panel, PANEL, self, always=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.top = QWidget(self)
        above = QVBoxLayout(self.top)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addLayout(filters)
        above.addLayout(head)
        above.addWidget(self.meaning)
        column.addWidget(self.top)
        column.addWidget(self.middle, 1)
        self.middle.alone.connect(self.top.setHidden)  # a form in a low window needs the room
        self.setFocusProxy(self.middle)

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, wanted: ListQuery) -> Page[DueRow]:
        return self.desk.read(due_page, replace(wanted, sort=None, text=""))

    def _filter(self) -> None:
        meanings = {
            "overdue": self.tr("The last contact is longer ago than the class allows."),
            "week": self.tr("Overdue, or due within the next seven days."),
            "near": self.tr(
                "Due within a week in the zones of visits planned for these days; those of the "
                "same district first."
            ),
        }
        self.meaning.setText(meanings[self.chips.on])
        self.list.show_column("near", self.chips.on == "near")
        self.list.set_filters(
            {
                "within": self.chips.on,
                "officer": self.whose.currentData(),
                "zone": self.zone.currentData(),
                "rhythm": self.rhythm.currentData(),
            }
        )

    def _read_zones(self) -> None:
        """The zones with their counts; of a large shop they are counted beside the window."""
        if self._task is not None:
            self._task.cancel()
        officer_id = self.whose.currentData()

        def work(application: Application, _: Task) -> tuple[ZoneCount, ...]:
            return application.read(due_zones, officer_id)

        self._task = self.desk.beside(work, self._show_zones, quiet=True)

    def _show_zones(self, zones: tuple[ZoneCount, ...]) -> None:
        self._task, self.zones = None, zones
        kept = self.zone.currentData()
        self.zone.blockSignals(True)
        self.zone.clear()
        self.zone.addItem(self._counted(self.tr("All zones"), zones), None)
        for each in zones:
            self.zone.addItem(self._counted(each.zone or self.tr("No zone"), (each,)), each.zone)
        self.zone.setCurrentIndex(max(0, self.zone.findData(kept)))
        self.zone.blockSignals(False)
        if self.zone.currentData() != kept:
            self._filter()

    def take_view(self, state: Mapping[str, Mapping[str, Any]]) -> list[str]:
        """While the zones are still being counted, the one that was kept is taken at its word."""
        zone = state.get("zone", {})
        if self._task is not None and self.zone.findData(zone.get("value")) < 0:
            self.zone.addItem(str(zone.get("words", "")), zone.get("value"))
        return super().take_view(state)

    def _counted(self, name: str, zones: tuple[ZoneCount, ...]) -> str:
        late, soon = sum(each.overdue for each in zones), sum(each.week for each in zones)
        words = [name]
        if late:
            words.append(self.tr("{0} overdue").format(f"{late:,}"))
        if soon:
            words.append(self.tr("{0} soon").format(f"{soon:,}"))
        return " · ".join(words)

    def _overdue(self, row: DueRow) -> str:
        if row.days > 0:
            return self.tr("{0} days").format(f"{row.days:,}")
        return self.tr("today") if row.days == 0 else self.tr("in {0} days").format(-row.days)

    def _near(self, row: DueRow) -> str:
        return f"{self.desk.day(row.near_on)[:5]} {row.near}" if row.near_on else ""

    def read_again(self) -> None:
        """Read list and zones anew; what is selected stays so."""
        self.calendar = self.desk.read(calendar)
        self.list.reload()
        self._read_zones()

    def _next_officer(self) -> None:
        """Ctrl+M: mine, or everybody’s."""
        self.whose.setCurrentIndex((self.whose.currentIndex() + 1) % self.whose.count())

    # Doing ------------------------------------------------------------------------------------

    def chosen(self) -> list[DueRow]:
        """The selected rows, or the one under the cursor."""
        current = self.list.current()
        return self.list.selected() or ([current] if current else [])

    def spread(self) -> None:
        """V: visits to the selected, spread over days; what would be planned is shown first."""
        rows = self.chosen()
        if rows:
            self._show_form(SpreadForm(self.desk, rows, self.calendar, self.whose.currentData()))

    def set_rhythm(self) -> None:
        """Ctrl+Shift+L: another class for the selected."""
        rows = self.chosen()
        if rows:
            self._show_form(RhythmForm(self.desk, rows))

    def set_cycles(self) -> None:
        """Ctrl+Shift+Y: the days of each class, and the visits of a day."""
        self._show_form(CyclesForm(self.desk))

    def open_customer(self) -> None:
        """Enter or F4: the customer under the cursor."""
        current = self.list.current()
        if current is not None:
            self.open_record.emit("customer", current.id)

    def make_new(self, kind: str) -> bool:
        current = self.list.current()
        if current is None or kind not in FOR_CUSTOMER:
            return False
        self.open_record.emit(kind, new_id(current.id))
        return True

    def _show_form(self, form: Form) -> None:
        if not self.middle.close_form():
            form.deleteLater()
            return
        form.saved.connect(self._saved)
        self.middle.show_form(form)

    def _saved(self, answer: Any) -> None:
        words = (
            self.tr("{0} visits planned.").format(len(answer))
            if isinstance(answer, tuple)
            else self.tr("Saved.")
        )
        self.desk.say(words, Tone.OK)
        self.middle.drop_form()

    def back(self) -> bool:
        if self.middle.form is None:
            return False
        self.middle.close_form()
        return True
