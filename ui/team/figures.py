"""Figures as bars and a table, and the records behind each; Enter goes there, Esc comes back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from ui.binding import Slot
from ui.desk import Desk
from ui.screen import LiveScreen
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.team.bars import Bar, BarChart, BarPane
from ui.team.behind import Behind, Fetch
from ui.team.scopes import ScopeBox
from ui.team.spans import SpanBox
from ui.theme import set_role
from ui.tokens import Tone

R = TypeVar("R")
ROOM_FOR_WORDS = 360
"""Heights of the page below which its table has the room of what explains it and of the bars."""


class FiguresPage(LiveScreen):
    """`home` holds bars and table; `scope` and `span_box` stand where a page asks whose and when.
    A row of the table is found by the key of its bar."""

    BEHIND: str
    ROOM_FOR_BARS = 330
    scope: ScopeBox | None = None
    span_box: SpanBox | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.meaning = QLabel(self)
        set_role(self.meaning, "muted")
        self.meaning.setWordWrap(True)
        self.chart = BarChart(self.title, self)
        self.pane = BarPane(self.chart, self)
        self.behind = Behind(desk, self.BEHIND, self.behind_columns(), self)
        self.home, self.pages = QWidget(self), QStackedWidget(self)
        self._task: Task | None = None

    # What a page gives ------------------------------------------------------------------------

    @property
    def list(self) -> ListView:
        """The table in view."""
        raise NotImplementedError

    def behind_columns(self) -> Sequence[Column]:
        """The columns of the records behind a figure."""
        raise NotImplementedError

    def open_figure(self, row: Any) -> None:
        """Enter on a row of the table."""
        raise NotImplementedError

    def open_behind(self, row: Any) -> None:
        """Enter on a record behind a figure."""
        raise NotImplementedError

    def next_figures(self) -> None:
        """Ctrl+G over the table."""
        raise NotImplementedError

    # Making -----------------------------------------------------------------------------------

    def slots(self) -> dict[str, Slot]:
        """What the keys of every such page do."""
        found: dict[str, Slot] = {
            "list.open": self.open_current,
            "list.reload": self.read_again,
            "list.columns": self.choose_columns,
            "list.stage": self.next_stage,
        }
        return found if self.scope is None else {**found, "list.everybody": self.scope.next}

    def lay_out(self, *rows: QWidget | QLayout) -> None:
        """Rows of widgets or layouts from above, the bars and the table, which gets what is left
        of the room, as the last of them."""
        column = QVBoxLayout(self.home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in rows:
            if isinstance(each, QWidget):
                column.addWidget(each, int(each is rows[-1]))
            else:
                column.addLayout(each)
        self.pages.addWidget(self.home)
        self.pages.addWidget(self.behind)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 12)
        whole.addWidget(self.pages)
        self.setFocusProxy(self.list)
        self.chart.chosen.connect(self.choose_bar)
        self.behind.opened.connect(self.open_behind)
        if self.scope is not None:
            self.scope.chosen.connect(self.read_again)
        if self.span_box is not None:
            self.span_box.changed.connect(self.read_again)

    def wire(self, table: ListView) -> ListView:
        """A table of the page: Enter opens what is behind its rows, the chart goes along."""
        table.activated.connect(lambda _: self.open_current())
        table.current_changed.connect(self._follow)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.meaning.setVisible(self.height() >= ROOM_FOR_WORDS)
        self.pane.setVisible(self.height() >= self.ROOM_FOR_BARS)

    # Reading ----------------------------------------------------------------------------------

    def read_beside(self, read: Callable[[Application], R], show: Callable[[R], object]) -> None:
        """Ask beside the window; what was asked before is not waited for."""
        if self._task is not None:
            self._task.cancel()

        def done(found: R) -> None:
            self._task = None
            show(found)

        self._task = self.desk.beside(lambda application, _: read(application), done, self.refused)

    def refused(self, refusal: Refused) -> None:
        """Say beside the days, or at the foot, why there is nothing to show."""
        self._task = None
        if self.span_box is not None and refusal.field in ("since", "until"):
            self.span_box.refused(refusal)
        else:
            self.desk.refuse(refusal)

    def show_figures(
        self, title: str, bars: Sequence[Bar], legend: Sequence[tuple[str, Tone]]
    ) -> None:
        """Draw the bars, and let the table read its rows again."""
        self.chart.show_bars(title, bars, legend)
        self.pane.fit()
        self.list.reload()
        if self.list.current() is None and self.list.model.rowCount():
            self.list.select(self.list.model.rows[0].id)

    # Doing ------------------------------------------------------------------------------------

    def key_of(self, row: Any) -> Any:
        """The key of a row's bar."""
        return row.id

    def _follow(self, row: Any) -> None:
        if row is not None:
            self.chart.go_to(self.key_of(row))

    def choose_bar(self, key: Any) -> None:
        """A bar that was clicked or entered opens what is behind it."""
        self.list.select(key)
        self.open_current()

    def open_current(self) -> None:
        """Enter: the records behind the figure; there, the record."""
        behind = self._is_behind
        row = (self.behind.list if behind else self.list).current()
        if row is not None:
            (self.open_behind if behind else self.open_figure)(row)

    def look(self, heading: str, words: Mapping[str, str], on: str, fetch: Fetch) -> None:
        """Show what is behind a figure."""
        self.behind.look(heading, words, on, fetch)
        self._turn_to(self.behind)

    @property
    def _is_behind(self) -> bool:
        return self.pages.currentWidget() is self.behind

    def _turn_to(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        focus = self.list if page is self.home else self.behind
        self.setFocusProxy(focus)
        focus.setFocus()

    def next_stage(self) -> None:
        """Ctrl+G: other figures, or behind one the next."""
        (self.behind.next if self._is_behind else self.next_figures)()

    def choose_columns(self) -> None:
        """Ctrl+Shift+C: of the list in view."""
        (self.behind.list if self._is_behind else self.list).choose_columns()

    def back(self) -> bool:
        if not self._is_behind:
            return False
        self._turn_to(self.home)
        return True
