"""Coverage: who of those assigned was met, what of the plan was kept, and the records behind it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import EVERYBODY
from crm_desktop.services.visits.coverage import (
    BY,
    FIGURES,
    CoverageRow,
    CoveredRow,
    coverage,
    coverage_sheet,
    covered_page,
)
from ui.desk import Desk
from ui.files import export
from ui.flow import Flow
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.team.bars import Bar, BarChart, BarPane
from ui.team.behind import Behind
from ui.team.scopes import ScopeBox
from ui.team.spans import SpanBox
from ui.team.words import percent
from ui.theme import set_role
from ui.tokens import Tone

ROOM_FOR_WORDS = 360
NONE, BEFORE, YEAR = "none", "before", "year"


class CoveragePage(LiveScreen):
    """Figures are read beside the window."""

    FILTERS = ("by", "compared", "span_box.choice", "scope")
    TABLES = frozenset({"visit", "customer", "person"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: tuple[CoverageRow, ...] = ()
        self.by, self.compared = self._boxes()
        self.span_box = SpanBox(desk, desk.read(day_here), self)
        self.scope = ScopeBox(desk, self) if desk.may("team.read") else None
        self.meaning = QLabel(self)
        self.chart = BarChart(self.title, self)
        self.pane = BarPane(self.chart, self)
        self.list = self._list()
        self.behind = Behind(desk, "covered", self._behind_columns(), self)
        self.home, self.pages = QWidget(self), QStackedWidget(self)
        self._task: Task | None = None
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.columns": self.choose_columns,
                "list.stage": self.next_stage,
                "list.everybody": self._next_scope,
                "list.export": self.export,
            }
        )
        self._lay_out()
        self._wire()
        self.read_again()

    @property
    def title(self) -> str:
        return self.tr("Coverage of visits")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the figures need the room of what explains them."""
        super().resizeEvent(event)
        self.meaning.setVisible(self.height() >= ROOM_FOR_WORDS)

    # Making -----------------------------------------------------------------------------------

    def _boxes(self) -> tuple[QComboBox, QComboBox]:
        by, compared = QComboBox(self), QComboBox(self)
        by.setAccessibleName(self.tr("Lines by"))
        for code in BY:
            by.addItem(sentence(f"coverage_by_{code}", self.desk.language), code)
        compared.setAccessibleName(self.tr("Compared with"))
        for words, code in (
            (self.tr("vs. the days before"), BEFORE),
            (self.tr("vs. a year ago"), YEAR),
            (self.tr("no comparison"), NONE),
        ):
            compared.addItem(words, code)
        return by, compared

    def _list(self) -> ListView:
        def count(key: str, title: str, meaning: str) -> Column:
            return Column(
                key, title, 92, Align.RIGHT, value=lambda row: f"{getattr(row.now, key):,}",
                meaning=meaning, exported=lambda row: getattr(row.now, key),
            )  # fmt: skip

        def share(key: str, title: str, of: Any, meaning: str = "") -> Column:
            return Column(
                key, title, 108, Align.RIGHT, value=lambda row: percent(of(row)), meaning=meaning
            )

        columns = (
            Column("name", self.tr("Of"), 160, value=self.name_of, strong=True, stretch=True),
            count(
                "assigned",
                self.tr("Assigned"),
                self.tr("Active customers with a class and an owner, as of today."),
            ),
            count(
                "visited",
                self.tr("Visited"),
                self.tr("Of those assigned, who was met in these days, by whoever and however."),
            ),
            share("coverage", self.tr("Coverage"), lambda row: row.now.coverage),
            share("coverage_before", self.tr("Before"), lambda row: row.before.coverage),
            count(
                "planned",
                self.tr("Planned"),
                self.tr("Visits planned for days that are over, and those settled already."),
            ),
            count("kept", self.tr("Kept"), self.tr("Of those planned, which were held.")),
            share("plan_kept", self.tr("Plan kept"), lambda row: row.now.plan_kept),
            share("plan_kept_before", self.tr("Before"), lambda row: row.before.plan_kept),
            count(
                "overdue",
                self.tr("Overdue"),
                self.tr("Whose last contact is longer ago than the class allows, as of today."),
            ),
        )
        return ListView(
            "coverage",
            self.title,
            columns,
            lambda _: Page(self.rows),
            empty=(
                self.tr("No data in these days"),
                self.tr("Nobody with a class is assigned here, and no visit was planned."),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _behind_columns(self) -> Sequence[Column]:
        words, day = self.desk.language, self.desk.day
        return (
            Column("customer", self.tr("Customer"), 200, strong=True, stretch=True),
            Column("code", self.tr("Code"), 90, muted=True),
            Column("zone", self.tr("Zone"), 110),
            Column("rhythm", self.tr("Class"), 64),
            Column("officer", self.tr("Officer"), 120),
            Column("on", self.tr("Day"), 110, format=day),
            Column("due_on", self.tr("Due"), 110, format=day),
            Column(
                "state",
                self.tr("State"),
                112,
                format=lambda state: sentence(STATES.state_code(state), words) if state else "",
            ),
            Column(
                "outcome",
                self.tr("Outcome"),
                130,
                format=lambda outcome: sentence(outcome.value, words) if outcome else "",
            ),
        )

    def _lay_out(self) -> None:
        set_role(self.meaning, "muted")
        self.meaning.setWordWrap(True)
        self.meaning.setText(
            self.tr(
                "Coverage: of the customers assigned, who was met. Plan kept: of the visits "
                "planned, which were held. Assigned and overdue are of today for every period."
            )
        )
        head = Flow()
        for widget in (self.by, self.span_box, self.compared, self.scope):
            if widget is not None:
                head.addWidget(widget)
        head.addStretch(1)
        head.addLayout(self.button_row("list.export"))
        column = QVBoxLayout(self.home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for each in (self.span_box.period, self.meaning, self.pane):
            column.addWidget(each)
        column.addWidget(self.list, 1)
        self.pages.addWidget(self.home)
        self.pages.addWidget(self.behind)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 12)
        whole.addWidget(self.pages)
        self.setFocusProxy(self.list)

    def _wire(self) -> None:
        for box in (self.by, self.compared):
            box.currentIndexChanged.connect(lambda _: self.read_again())
        self.span_box.changed.connect(self.read_again)
        if self.scope is not None:
            self.scope.chosen.connect(self.read_again)
        self.list.activated.connect(lambda _: self.open_current())
        self.list.current_changed.connect(self._follow)
        self.chart.chosen.connect(self._choose_bar)
        self.behind.opened.connect(self.open_covered)

    # Reading ----------------------------------------------------------------------------------

    @property
    def span(self) -> Span:
        """The days and the people."""
        scope = self.scope.scope if self.scope else EVERYBODY
        return Span(self.span_box.since, self.span_box.until, scope)

    @property
    def compared_days(self) -> tuple[date, date] | None:
        """As many days right before, or the same days a year ago."""
        span, how = self.span, self.compared.currentData()
        if how == NONE:
            return None
        days = (span.until - span.since).days + 1 if how == BEFORE else 364
        back = timedelta(days=days)
        return span.since - back, span.until - back

    def read_again(self) -> None:
        """Ask beside the window; what was asked before is not waited for."""
        if self._task is not None:
            self._task.cancel()
        span, by, compared = self.span, self.by.currentData(), self.compared_days

        def work(application: Application, _: Task) -> tuple[CoverageRow, ...]:
            return application.read(coverage, span, by, compared)

        self._task = self.desk.beside(work, self._show, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._task = None
        if refusal.field in ("since", "until"):
            self.span_box.refused(refusal)
        else:
            self.desk.refuse(refusal)

    def _show(self, rows: tuple[CoverageRow, ...]) -> None:
        self._task, self.rows = None, rows
        bars = [
            Bar(
                row.key,
                self.name_of(row),
                (row.now.visited, row.now.unvisited),
                percent(row.now.coverage),
            )
            for row in rows
            if row.key != "*"
        ]
        legend = ((self.tr("Visited"), Tone.OK), (self.tr("Not visited"), Tone.WARN))
        self.chart.show_bars(self.title, bars, legend)
        self.pane.fit()
        self.list.reload()
        if self.list.current() is None and rows:
            self.list.select(rows[0].id)

    def name_of(self, row: CoverageRow) -> str:
        """What a line is of."""
        if row.key == "*":
            return sentence("coverage_all", self.desk.language)
        return row.name or sentence("coverage_unknown", self.desk.language)

    # Doing ------------------------------------------------------------------------------------

    def _follow(self, row: CoverageRow | None) -> None:
        if row is not None:
            self.chart.go_to(row.key)

    def _choose_bar(self, key: Any) -> None:
        self.list.select(key)
        self.open_current()

    def open_current(self) -> None:
        """Enter: the records behind the line; there, the customer or the visit."""
        if self.pages.currentWidget() is self.behind:
            self.open_covered(self.behind.list.current())
            return
        row = self.list.current()
        if row is None:
            return
        names = {
            "assigned": self.tr("Assigned"),
            "visited": self.tr("Visited"),
            "unvisited": self.tr("Not visited"),
            "overdue": self.tr("Overdue"),
            "planned": self.tr("Planned"),
            "kept": self.tr("Kept"),
            "broken": self.tr("Not kept"),
        }
        words = {key: f"{names[key]}  {getattr(row.now, key):,}" for key in FIGURES}
        span, by = self.span, self.by.currentData()

        def fetch(figure: str, wanted: ListQuery) -> Page[CoveredRow]:
            return self.desk.read(covered_page, span, by, row.key, figure, wanted)

        self.behind.look(self.name_of(row), words, "visited", fetch)
        self.pages.setCurrentWidget(self.behind)
        self.setFocusProxy(self.behind)
        self.behind.setFocus()

    def open_covered(self, row: CoveredRow | None) -> None:
        """The visit behind a figure of visits, else the customer."""
        if row is not None and row.visit_id is not None:
            self.open_record.emit("visit", row.visit_id)
        elif row is not None:
            self.open_record.emit("customer", row.customer_id)

    def next_stage(self) -> None:
        """Ctrl+G: lines by something else, or behind a figure the next figure."""
        if self.pages.currentWidget() is self.behind:
            self.behind.next()
        else:
            self.by.setCurrentIndex((self.by.currentIndex() + 1) % self.by.count())

    def _next_scope(self) -> None:
        if self.scope is not None:
            self.scope.next()

    def choose_columns(self) -> None:
        """Ctrl+Shift+C: of the list in view."""
        behind = self.pages.currentWidget() is self.behind
        (self.behind.list if behind else self.list).choose_columns()

    def export(self) -> None:
        """The table as a spreadsheet or CSV."""
        span, by = self.span, self.by.currentData()
        name = f"coverage-{by}-{span.until.isoformat()}.xlsx"
        title = self.tr("Save the figures")
        export(self.desk, self, title, name, coverage_sheet, span, by, self.compared_days)

    def back(self) -> bool:
        if self.pages.currentWidget() is not self.behind:
            return False
        self.pages.setCurrentWidget(self.home)
        self.setFocusProxy(self.list)
        self.list.setFocus()
        return True
