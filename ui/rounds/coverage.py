"""Coverage: who of those assigned was met, what of the plan was kept, and the records behind it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

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
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.team.bars import Bar
from ui.team.figures import FiguresPage
from ui.team.scopes import ScopeBox
from ui.team.spans import SpanBox
from ui.team.words import percent
from ui.tokens import Tone

NONE, BEFORE, YEAR = "none", "before", "year"


class CoveragePage(FiguresPage):
    """Figures are read beside the window."""

    BEHIND = "covered"
    span_box: SpanBox
    FILTERS = ("by", "compared", "span_box.choice", "scope")
    TABLES = frozenset({"visit", "customer", "person"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: tuple[CoverageRow, ...] = ()
        self.by, self.compared = self._boxes()
        self.span_box = SpanBox(desk, desk.read(day_here), self)
        self.scope = ScopeBox(desk, self) if desk.may("team.read") else None
        self._list = self.wire(self._made())
        self.bind({**self.slots(), "list.export": self.export})
        self._lay_out()
        for box in (self.by, self.compared):
            box.currentIndexChanged.connect(lambda _: self.read_again())
        self.read_again()

    @property
    def title(self) -> str:
        return self.tr("Coverage of visits")

    @property
    def list(self) -> ListView:
        return self._list

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

    def _made(self) -> ListView:
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

    def behind_columns(self) -> Sequence[Column]:
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
        self.lay_out(head, self.span_box.period, self.meaning, self.pane, self.list)

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
        span, by, compared = self.span, self.by.currentData(), self.compared_days
        self.read_beside(lambda door: door.read(coverage, span, by, compared), self._show)

    def _show(self, rows: tuple[CoverageRow, ...]) -> None:
        self.rows = rows
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
        self.show_figures(self.title, bars, legend)

    def name_of(self, row: CoverageRow) -> str:
        """What a line is of."""
        if row.key == "*":
            return sentence("coverage_all", self.desk.language)
        return row.name or sentence("coverage_unknown", self.desk.language)

    # Doing ------------------------------------------------------------------------------------

    def key_of(self, row: CoverageRow) -> str:
        return row.key

    def open_figure(self, row: CoverageRow) -> None:
        """The records behind the line."""
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

        self.look(self.name_of(row), words, "visited", fetch)

    def open_behind(self, row: CoveredRow) -> None:
        """The visit behind a figure of visits, else the customer."""
        if row.visit_id is not None:
            self.open_record.emit("visit", row.visit_id)
        else:
            self.open_record.emit("customer", row.customer_id)

    def next_figures(self) -> None:
        """Lines by something else."""
        self.by.setCurrentIndex((self.by.currentIndex() + 1) % self.by.count())

    def export(self) -> None:
        """The table as a spreadsheet or CSV."""
        span, by = self.span, self.by.currentData()
        name = f"coverage-{by}-{span.until.isoformat()}.xlsx"
        title = self.tr("Save the figures")
        export(self.desk, self, title, name, coverage_sheet, span, by, self.compared_days)
