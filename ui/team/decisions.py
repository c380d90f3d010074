"""What was decided in a period: bars and a table of each view, and the records behind a figure."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QStackedWidget,
    QWidget,
)

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
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.team.behind import Fetch
from ui.team.figures import FiguresPage
from ui.team.scopes import ScopeBox
from ui.team.spans import SpanBox
from ui.team.views import VIEWS, View, behind_columns, said


class DecisionsPage(FiguresPage):
    """Figures are read beside the window; a period of two years may take its time."""

    BEHIND = "team_decided"
    scope: ScopeBox
    span_box: SpanBox
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
        self.lists = {view.key: self._make_list(view) for view in VIEWS}
        self.stack = QStackedWidget(self)
        self.bind(
            {
                **self.slots(),
                "list.export": self.export,
                "list.preview": self.preview,
                "list.print": self.print,
            }
        )
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._show_view())
        self.matters.toggled.connect(lambda _: self.read_again())
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
        return self.wire(made)

    def behind_columns(self) -> Sequence[Column]:
        return behind_columns(self.desk)

    def _lay_out(self) -> None:
        head = Flow()
        head.addWidget(self.span_box)
        head.addWidget(self.scope)
        head.addWidget(self.matters)
        head.addStretch(1)
        head.addLayout(self.button_row("list.preview", "list.export"))
        for view in VIEWS:
            self.stack.addWidget(self.lists[view.key])
            self.chips.buttons[view.key].setToolTip(said(view.meaning))
        rows = (self.chips, head, self.span_box.period, self.meaning, self.pane, self.stack)
        self.lay_out(*rows)

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
        view, span = self.view, self.span
        how = {"by_matter": True} if view.by_matter and self.matters.isChecked() else {}
        self.read_beside(lambda door: door.read(view.query, span, **how), self._show)

    def _show(self, rows: tuple[Any, ...]) -> None:
        self.rows = rows
        legend = [(said(word), tone) for word, tone in self.view.legend]
        self.list.show_column("matter", self.matters.isChecked())
        self.show_figures(self.view.text, self.view.bars(self.desk, rows), legend)

    def key_of(self, row: Any) -> Any:
        return row.id if self.view.behind else row.person

    def choose_bar(self, key: Any) -> None:
        """A bar of a view with nothing behind it goes to its first row."""
        if self.view.behind:
            super().choose_bar(key)
            return
        first = next((row for row in self.rows if row.person == key), None)
        if first is not None:
            self.list.select(first.id)
            self.list.setFocus()

    # Doing ------------------------------------------------------------------------------------

    def open_figure(self, row: Any) -> None:
        """The records behind the figure."""
        if self.view.key == "near":
            self.open_record.emit(KINDS[row.kind].name, row.document_id)
        elif self.view.key == "splits":
            self.look(row.person, {"": self.view.text}, "", _papers(row))
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

        self.look(row.person, words, next(iter(words)), fetch)

    def open_behind(self, row: DecidedRow) -> None:
        """The paper of a record behind a figure, in its tab."""
        self.open_record.emit(KINDS[row.kind].name, row.document_id)

    def next_figures(self) -> None:
        """The next view."""
        self.chips.next()

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
