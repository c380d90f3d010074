"""What was decided in a period: bars and a table of each view, and the records behind a figure."""

from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from crm_desktop.services.team.decisions import DecidedRow, Span, decided_page, discount_page
from crm_desktop.services.team.members import Scope
from crm_desktop.services.team.sheets import view_sheet
from ui.chips import Chips
from ui.desk import Desk
from ui.files import export
from ui.flow import Flow
from ui.paper_view import open_paper, print_paper
from ui.screen import LiveScreen
from ui.tables.view import ListView
from ui.tasks import Task
from ui.team.bars import BarChart, BarPane
from ui.team.behind import Behind, Fetch
from ui.team.scopes import ScopeBox
from ui.team.spans import SpanBox
from ui.team.views import VIEWS, View, behind_columns, said
from ui.theme import set_role


class DecisionsPage(LiveScreen):
    """Figures are read beside the window; a period of two years may take its time."""

    TABLES = frozenset({"request", "request_answer", "document"})
    FILTERS = ("chips", "span_box.choice", "scope", "matters")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: tuple[Any, ...] = ()
        self.views = {view.key: view for view in VIEWS}
        kept = desk.state.text("team/view", "levels")
        self.chips = Chips({view.key: view.text for view in VIEWS}, kept, self)
        self.span_box = SpanBox(desk, desk.read(day_here), self)
        self.scope = ScopeBox(desk, self)
        self.matters = QCheckBox(self.tr("By matter"), self)
        self.meaning = QLabel(self)
        self.chart = BarChart(self.title, self)
        self.pane = BarPane(self.chart, self)
        self.lists = {view.key: self._make_list(view) for view in VIEWS}
        self.stack = QStackedWidget(self)
        self.behind = Behind(desk, "team_decided", behind_columns(desk), self)
        self.home, self.pages = QWidget(self), QStackedWidget(self)
        self._task: Task | None = None
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.columns": self.choose_columns,
                "list.stage": self.next_stage,
                "list.everybody": self.scope.next,
                "list.export": self.export,
                "list.preview": self.preview,
                "list.print": self.print,
            }
        )
        self._lay_out()
        self._wire()
        self._show_view()

    @property
    def title(self) -> str:
        return self.tr("Decisions")

    @property
    def view(self) -> View:
        """What is looked at."""
        return self.views[self.chips.on]

    @property
    def list(self) -> ListView:
        """Its table."""
        return self.lists[self.chips.on]

    @property
    def span(self) -> Span:
        """The days and the people."""
        return Span(self.span_box.since, self.span_box.until, self.scope.scope)

    # Making -----------------------------------------------------------------------------------

    def _make_list(self, view: View) -> ListView:
        made = ListView(
            f"team_{view.key}",
            view.text,
            view.columns(self.desk),
            lambda _wanted: Page(self.rows if self.chips.on == view.key else ()),
            empty=(self.tr("Nothing in these days"), self.tr("Choose other days or people above.")),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )
        made.activated.connect(lambda _: self.open_current())
        made.current_changed.connect(self._follow)
        return made

    def _lay_out(self) -> None:
        set_role(self.meaning, "muted")
        self.meaning.setWordWrap(True)
        head = Flow()
        head.addWidget(self.span_box)
        head.addWidget(self.scope)
        head.addWidget(self.matters)
        head.addStretch(1)
        head.addLayout(self.button_row("list.preview", "list.export"))
        for view in VIEWS:
            self.stack.addWidget(self.lists[view.key])
            self.chips.buttons[view.key].setToolTip(said(view.meaning))
        column = QVBoxLayout(self.home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addLayout(head)
        column.addWidget(self.span_box.period)
        column.addWidget(self.meaning)
        column.addWidget(self.pane)
        column.addWidget(self.stack, 1)
        self.pages.addWidget(self.home)
        self.pages.addWidget(self.behind)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 12)
        whole.addWidget(self.pages)

    def _wire(self) -> None:
        self.chips.chosen.connect(lambda _: self._show_view())
        self.scope.chosen.connect(self.read_again)
        self.span_box.changed.connect(self.read_again)
        self.matters.toggled.connect(lambda _: self.read_again())
        self.chart.chosen.connect(self._choose_bar)
        self.behind.opened.connect(self.open_paper_of)

    # Reading ----------------------------------------------------------------------------------

    def _show_view(self) -> None:
        self.desk.state.put("team/view", self.chips.on)
        self.rows = ()  # those of another view have other columns
        self.stack.setCurrentWidget(self.list)
        self.meaning.setText(said(self.view.meaning))
        self.matters.setVisible(self.view.by_matter)
        self.setFocusProxy(self.list)
        self.list.reload()
        self.read_again()

    def read_again(self) -> None:
        """Ask for the figures beside the window; what was asked before is not waited for."""
        if self._task is not None:
            self._task.cancel()
        view, span = self.view, self.span
        how = {"by_matter": True} if view.by_matter and self.matters.isChecked() else {}

        def work(application: Application, _task: Task) -> tuple[Any, ...]:
            return application.read(view.query, span, **how)

        self._task = self.desk.beside(work, self._show, self.span_box_refused)

    def span_box_refused(self, refusal: Refused) -> None:
        """Say beside the days, or at the foot, why there is nothing to show."""
        self._task = None
        if refusal.field in ("since", "until"):
            self.span_box.refused(refusal)
        else:
            self.desk.refuse(refusal)

    def _show(self, rows: tuple[Any, ...]) -> None:
        self._task, self.rows = None, rows
        legend = [(said(word), tone) for word, tone in self.view.legend]
        self.chart.show_bars(self.view.text, self.view.bars(self.desk, rows), legend)
        self.pane.fit()
        self.list.show_column("matter", self.matters.isChecked())
        self.list.reload()
        if self.list.current() is None and rows:
            self.list.select(rows[0].id)

    def _follow(self, row: Any) -> None:
        """The bar of the row under the cursor is the one under the chart's cursor."""
        if row is not None:
            self.chart.go_to(row.id if self.view.behind else row.person)

    def _choose_bar(self, key: Any) -> None:
        """A bar that was clicked or entered opens what is behind it."""
        if self.view.behind:
            self.list.select(key)
            self.open_current()
            return
        first = next((row for row in self.rows if row.person == key), None)
        if first is not None:
            self.list.select(first.id)
            self.list.setFocus()

    # Doing ------------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Enter: the records behind the figure; there, the paper."""
        if self.pages.currentWidget() is self.behind:
            self.open_paper_of(self.behind.list.current())
            return
        row = self.list.current()
        if row is None:
            return
        if self.view.key == "near":
            self.open_record.emit(KINDS[row.kind].name, row.document_id)
        elif self.view.key == "splits":
            self._look(row.person, {"": self.view.text}, "", _papers(row))
        else:
            self._look_behind(row)

    def _look_behind(self, row: Any) -> None:
        whose = row.id if self.view.key == "discounts" else row.person_id
        span = Span(self.span.since, self.span.until, Scope(whose))
        words = {
            key: f"{said(word)}  {getattr(row, key):,}" for key, word in self.view.behind.items()
        }

        def fetch(figure: str, wanted: ListQuery) -> Page[DecidedRow]:
            if self.view.key == "discounts":
                return self.desk.read(discount_page, span, wanted)
            return self.desk.read(decided_page, span, figure, wanted, matter=row.matter)

        self._look(row.person, words, next(iter(words)), fetch)

    def _look(self, heading: str, words: dict[str, str], on: str, fetch: Fetch) -> None:
        self.behind.look(heading, words, on, fetch)
        self.pages.setCurrentWidget(self.behind)
        self.setFocusProxy(self.behind)
        self.behind.setFocus()

    def open_paper_of(self, row: DecidedRow | None) -> None:
        """The paper of a record behind a figure, in its tab."""
        if row is not None:
            self.open_record.emit(KINDS[row.kind].name, row.document_id)

    def next_stage(self) -> None:
        """Ctrl+G: the next view, or behind a figure the next figure."""
        if self.pages.currentWidget() is self.behind:
            self.behind.next()
        else:
            self.chips.next()

    def choose_columns(self) -> None:
        """Ctrl+Shift+C: of the list in view."""
        behind = self.pages.currentWidget() is self.behind
        (self.behind.list if behind else self.list).choose_columns()

    def back(self) -> bool:
        if self.pages.currentWidget() is not self.behind:
            return False
        self.pages.setCurrentWidget(self.home)
        self.setFocusProxy(self.list)
        self.list.setFocus()
        return True

    # Out --------------------------------------------------------------------------------------

    def export(self) -> None:
        """The view as a spreadsheet or CSV."""
        how = self.view.by_matter and self.matters.isChecked()
        name = f"team-{self.view.key}-{self.span.until.isoformat()}.xlsx"
        title = self.tr("Save the figures")
        export(self.desk, self, title, name, view_sheet, self.view.key, self.span, by_matter=how)

    def preview(self) -> None:
        """The whole report as it prints."""
        open_paper(self.desk, self._paper(), self)

    def print(self) -> None:
        """The whole report on the printer."""
        print_paper(self.desk, self._paper(), self)

    def _paper(self) -> str:
        """The record id of the report: its days, then whose figures."""
        span, scope = self.span, self.scope.scope
        whose = (scope.person_id or "", scope.branch_id or "", int(scope.team))
        days = (f"{span.since:%Y%m%d}", f"{span.until:%Y%m%d}")
        return "team-" + ".".join(map(str, (*days, *whose)))


def _papers(row: Any) -> Fetch:
    """The papers of a group, which came with it."""
    return lambda _figure, _wanted: Page(row.papers)
