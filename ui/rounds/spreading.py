"""Visits to several customers: days and purpose, and below them what would be planned."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.visiting import Channel
from crm_desktop.messages import sentence
from crm_desktop.services.registry import Command
from crm_desktop.services.visits.due import DueRow
from crm_desktop.services.visits.planning import (
    PlannedStop,
    PlanVisits,
    Proposed,
    Round,
    proposed_round,
)
from crm_desktop.services.visits.visit_lists import Calendar
from ui.desk import Desk
from ui.forms.side import SideForm
from ui.tables.columns import Align
from ui.theme import set_role

SOON_MS = 150
TABLE = 260
ASKED = ("first", "last", "officer")
A_DAY_EACH = 5
"""So many visits of a selection are offered for a day at first."""


class SpreadForm(SideForm):
    """What is shown is what is planned: another look is taken whenever days or officer change."""

    def __init__(
        self,
        desk: Desk,
        rows: Sequence[DueRow],
        calendar: Calendar,
        officer_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "visit:several", lambda: calendar.today, parent)
        self._ids = tuple(row.id for row in rows)
        self.round: Round | None = None
        about = rows[0].name if len(rows) == 1 else self.tr("{0} customers").format(len(rows))
        self.head(self.title, about)
        made = self.rows(columns=6)
        tomorrow = calendar.today + timedelta(days=1)
        self.day(made, "first", self.tr("From"), span=2)
        self.day(made, "last", self.tr("To"), span=2)
        codes = [(each.value, sentence(each.value, desk.language)) for each in Channel]
        self.choice(made, "channel", self.tr("How"), codes, span=2)
        made.text("purpose", self.tr("What for"), required=True, span=3)
        officers = [(each.id, each.name) for each in calendar.officers]
        self.choice(made, "officer", self.tr("Who goes"), officers, required=True, span=3)
        self.adopt(made)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        set_role(self.summary, "muted")
        self.body.addWidget(self.summary)
        self.table = self._table()
        self.body.addWidget(self.table)
        self.finish(self.tr("Plan"))
        here = [each.id for each in calendar.officers]
        goes = officer_id or rows[0].owner_id
        self.load(
            {
                "first": tomorrow,
                "last": tomorrow + timedelta(days=6 * (1 + len(rows) // (5 * A_DAY_EACH))),
                "purpose": self.tr("Visit of the round"),
                "channel": Channel.VISIT.value,
                "officer": goes if goes in here else desk.actor.person_id,
            }
        )
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.look)
        self.edited.connect(self._soon.start)
        self.look()

    @property
    def title(self) -> str:
        return self.tr("Plan visits")

    def _table(self) -> QTableWidget:
        heads = (self.tr("Day"), self.tr("Customer"), self.tr("Zone"))
        table = QTableWidget(0, len(heads), self)
        table.setAccessibleName(self.tr("What would be planned"))
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.horizontalHeader().setDefaultAlignment(Align.LEFT.value)
        table.setMinimumHeight(TABLE)
        return table

    # What would be planned --------------------------------------------------------------------

    def look(self) -> None:
        """Ask again what would be planned; half-typed days show nothing."""
        self.round = None
        self.summary.clear()
        try:
            asked = [self.fields[name].value() for name in ASKED]
        except Refused:  # said beside its field once that is left
            asked = []
        try:
            if asked:
                self._ask(*asked)
        except Refused as refusal:
            field = self.fields.get(refusal.field or "")
            (field.refuse if field else self.summary.setText)(self.desk.explain(refusal))
        self._show()

    def _ask(self, first: date, last: date, officer: int) -> None:
        self._check(first, last)
        self.round = self.desk.read(proposed_round, self._ids, first, last, officer)
        for name in ASKED:
            self.fields[name].refuse("")

    def _show(self) -> None:
        rows = self.round.rows if self.round else ()
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            texts = (
                self._day(row),
                row.name,
                " · ".join(dict.fromkeys(filter(None, (row.zone, row.district)))),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)
        self.table.resizeColumnToContents(0)
        if self.round is not None:
            self.summary.setText(self._words(self.round))

    def _day(self, row: Proposed) -> str:
        if row.day is not None:
            name = QLocale().dayName(row.day.isoweekday(), QLocale.FormatType.ShortFormat)
            return f"{name} {self.desk.day(row.day)[:5]}"
        if row.planned_on is not None:
            return self.tr("has {0}").format(self.desk.day(row.planned_on)[:5])
        return self.tr("no room")

    def _words(self, found: Round) -> str:
        planned = [row for row in found.rows if row.day]
        days = len({row.day for row in planned})
        words = [
            self.tr("{0} visits on {1} days, at most {2} a day.").format(
                len(planned), days, found.per_day
            )
        ]
        left = len(found.rows) - len(planned)
        closed = [self.desk.day(load.day)[:5] for load in found.days if not load.open]
        if left:
            words.append(self.tr("{0} left out.").format(left))
        if closed:
            words.append(self.tr("Closed: {0}.").format(", ".join(closed)))
        return " ".join(words)

    # Saving -----------------------------------------------------------------------------------

    def command(self) -> Command[Any]:
        """What was looked at last; the days that are typed now are looked at first."""
        self._soon.stop()
        values = self.values()
        self._ask(*(values[name] for name in ASKED))
        self._show()
        rows = self.round.rows if self.round else ()
        stops = tuple(PlannedStop(row.customer_id, row.day) for row in rows if row.day)
        how = Channel(values["channel"])
        return PlanVisits(stops, values["purpose"], how, values["officer"])

    def _check(self, first: date, last: date) -> None:
        """Beside the field what the days lack."""
        if first < self.today():
            raise Refused("visit_day_past", "first", day=first)
        if last < first:
            raise Refused("period_backwards", "last", since=first, until=last)
