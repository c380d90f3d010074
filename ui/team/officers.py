"""The officers: what each has open, what waits and is late, and the papers behind each figure."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.team.officers import (
    FIGURES,
    OLD_DRAFT_DAYS,
    OfficerRow,
    WorkRow,
    figure_page,
    officers,
)
from ui.desk import Desk
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.labels import StateLabels
from ui.tables.view import ListView
from ui.team.bars import Bar, BarChart, BarPane
from ui.team.behind import Behind
from ui.team.scopes import ScopeBox
from ui.team.words import kind_word, state_word
from ui.theme import set_role, tokens
from ui.tokens import Tone


class ChosenFigure(StateLabels):
    """Puts a frame around the figure that Enter opens."""

    def __init__(self, page: "OfficersPage") -> None:
        super().__init__(page)
        self._page = page

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if self._page.is_chosen(index):
            painter.setPen(QPen(QColor(tokens().accent_text), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))


class OfficersPage(LiveScreen):
    """One line per person; the figure under the cursor opens as a list of papers."""

    FILTERS = ("scope",)
    TABLES = frozenset({"document", "request", "person", "goods_stage"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.scope = ScopeBox(desk, self)
        self.words = self._figure_words()
        self.list = self._make_list()
        self.list.table.setItemDelegate(ChosenFigure(self))
        self.behind = Behind(desk, "team_behind", self._behind_columns(), self)
        self.shown: OfficerRow | None = None
        self.hint = QLabel(self)
        self.chart = BarChart(self.tr("Open papers"), self)
        self.pane = BarPane(self.chart, self)
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.columns": self.choose_columns,
                "list.stage": self.next_figure,
                "list.everybody": self.scope.next,
            }
        )
        self.home, self.pages = QWidget(self), QStackedWidget(self)
        self._lay_out()
        self.scope.chosen.connect(lambda: self.list.set_filters({}))
        self.list.activated.connect(lambda _: self.open_current())
        self.list.table.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.behind.opened.connect(self.open_work)
        self.chart.chosen.connect(self._choose_bar)

    @property
    def title(self) -> str:
        return self.tr("Officers")

    # Making -----------------------------------------------------------------------------------

    def _figure_words(self) -> dict[str, str]:
        return {
            "papers": self.tr("Open papers"),
            "waiting": self.tr("Waiting for an answer"),
            "to_answer": self.tr("To answer"),
            "late": self.tr("Late"),
            "old_drafts": self.tr("Old drafts"),
        }

    def _meanings(self) -> dict[str, str]:
        """What each figure counts, said where it is chosen."""
        return {
            "papers": self.tr("Papers begun and not ended, drafts too."),
            "waiting": self.tr("Open papers with a request that nobody has answered yet."),
            "to_answer": self.tr("Requests that wait for this person by name."),
            "late": self.tr(
                "Follow-ups and promises whose day is over, and requests that this person has "
                "left unanswered for longer than the limit."
            ),
            "old_drafts": self.tr("Drafts begun more than {0} days ago.").format(OLD_DRAFT_DAYS),
        }

    def _make_list(self) -> ListView:
        short = {
            "papers": self.tr("Open"),
            "waiting": self.tr("Waiting"),
            "to_answer": self.tr("To answer"),
            "late": self.tr("Late"),
            "old_drafts": self.tr("Old drafts"),
        }
        meanings = self._meanings()
        figures = [
            Column(
                key,
                short[key],
                84,
                Align.RIGHT,
                tone=_late if key == "late" else None,
                meaning=meanings[key],
            )
            for key in FIGURES
        ]
        return ListView(
            "team_officers",
            self.title,
            [
                Column("name", self.tr("Officer"), 150, strong=True, stretch=True),
                Column("grade", self.tr("Grade"), 60, muted=True),
                Column("branch", self.tr("Branch"), 58, muted=True),
                Column(
                    "active",
                    self.tr("State"),
                    84,
                    format=lambda active: "" if active else self.tr("Left"),
                    tone=lambda row: None if row.active else Tone.WARN,
                ),
                *figures,
                Column(
                    "baht",
                    self.tr("Open baht"),
                    116,
                    Align.RIGHT,
                    meaning=self.tr(
                        "What the open papers come to with VAT, purchase requests apart."
                    ),
                ),
            ],
            self._fetch,
            empty=(self.tr("Nobody here"), self.tr("Ctrl+M goes to other people.")),
            state=self.desk.state,
            totals=self._totals,
            filter_box=False,
            parent=self,
        )

    def _behind_columns(self) -> list[Column]:
        desk = self.desk
        return [
            Column("reference", self.tr("Number"), 150, strong=True),
            Column("kind", self.tr("Paper"), 130, format=lambda kind: kind_word(desk, kind)),
            Column("customer", self.tr("Customer"), 180, stretch=True),
            Column(
                "state", self.tr("State"), 130, value=lambda r: state_word(desk, r.kind, r.state)
            ),
            Column(
                "late_on",
                self.tr("Late since"),
                96,
                format=desk.day,
                tone=lambda row: Tone.STOP if row.late_on else None,
            ),
            Column("created_on", self.tr("Begun"), 96, format=desk.day, muted=True),
            Column("total", self.tr("Amount"), 110, Align.RIGHT),
        ]

    def _totals(self, rows: list[OfficerRow]) -> str:
        papers, late = sum(row.papers for row in rows), sum(row.late for row in rows)
        words = self.tr("{0} open papers, {1} late, {2} baht")
        return words.format(papers, late, Money.sum(row.baht for row in rows))

    def _lay_out(self) -> None:
        set_role(self.hint, "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.scope)
        head.addWidget(self.hint, 1)
        head.addLayout(self.button_row("list.open", primary="list.open"))
        column = QVBoxLayout(self.home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.pane)
        self.pages.addWidget(self.home)
        self.pages.addWidget(self.behind)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 12)
        whole.addWidget(self.pages)
        self.setFocusProxy(self.pages)
        self.pages.setFocusProxy(self.list)

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, wanted: ListQuery) -> Page[OfficerRow]:
        rows = self.desk.read(officers, self.scope.scope)
        self._draw(rows)
        return Page(rows)

    def _draw(self, rows: tuple[OfficerRow, ...]) -> None:
        legend = [(self.tr("Open papers"), Tone.PLAIN), (self.tr("Late"), Tone.STOP)]
        bars = [
            Bar(row.id, row.name, (max(row.papers - row.late, 0), row.late), f"{row.papers:,}")
            for row in rows
        ]
        self.chart.show_bars(self.tr("Open papers"), bars, legend)
        self.pane.fit()
        self.list.show_column("active", not all(row.active for row in rows))

    def read_again(self) -> None:
        """Read the figures anew, and the list behind one where that is in view."""
        self.list.reload()
        self.behind.reload()

    def current(self) -> OfficerRow | None:
        """Whose line is under the cursor, or whose papers are in view."""
        row: OfficerRow | None = self.shown or self.list.current()
        return row

    def figure(self) -> str:
        """The figure under the cursor: that of the column, else all open papers."""
        number = self.list.table.currentIndex().column()
        key = self.list.model.columns[number].key if number >= 0 else ""
        return key if key in FIGURES else FIGURES[0]

    def is_chosen(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a cell holds the figure that Enter opens."""
        here = self.list.table.currentIndex().row() == index.row()
        return here and self.list.model.columns[index.column()].key == self.figure()

    def _begin_at_figures(self) -> None:
        """Left of the figures there is nothing to choose: the cursor goes to the first of them."""
        table, columns = self.list.table, self.list.model.columns
        first = next(number for number, column in enumerate(columns) if column.key in FIGURES)
        here = table.currentIndex()
        if here.isValid() and here.column() < first:
            to = here.siblingAtColumn(first)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            table.selectionModel().setCurrentIndex(to, flag)

    def _tell(self) -> None:
        """Say which list Enter opens; Left and Right choose it."""
        row: OfficerRow | None = self.list.current()
        self._begin_at_figures()
        self.list.table.viewport().update()
        self.hint.setText("")
        if row is not None:
            self.chart.go_to(row.id)
            words = self.tr("Enter opens: {0}, {1}").format(row.name, self.words[self.figure()])
            self.hint.setText(words)
            self.hint.setToolTip(self._meanings()[self.figure()])

    # Doing ------------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Enter: the papers behind the figure, and there the paper."""
        if self.shown is not None:
            self.open_work(self.behind.list.current())
            return
        row: OfficerRow | None = self.list.current()
        if row is not None:
            self.look_behind(row, self.figure())

    def look_behind(self, row: OfficerRow, figure: str) -> None:
        """Show the papers that a figure counts."""
        self.shown = row

        def fetch(asked: str, wanted: ListQuery) -> Page[WorkRow]:
            return self.desk.read(figure_page, row.id, asked, wanted)

        words = {key: f"{word}  {getattr(row, key)}" for key, word in self.words.items()}
        self.behind.look(row.name, words, figure, fetch)
        for key, meaning in self._meanings().items():
            self.behind.chips.buttons[key].setToolTip(meaning)
        self.pages.setCurrentWidget(self.behind)
        self.pages.setFocusProxy(self.behind)
        self.behind.setFocus()

    def open_work(self, row: WorkRow | None) -> None:
        """The paper in its tab, or the request in the queue where an answer is what is owed."""
        if row is None:
            return
        if row.request_id is not None:
            self.open_record.emit("request", row.request_id)
        else:
            self.open_record.emit(KINDS[row.kind].name, row.id)

    def _choose_bar(self, person_id: int) -> None:
        """A bar that was clicked or entered opens all open papers of its person."""
        self.list.select(person_id)
        row: OfficerRow | None = self.list.current()
        if row is not None:
            self.look_behind(row, FIGURES[0])

    def next_figure(self) -> None:
        """Ctrl+G in the list behind: the next figure."""
        if self.shown is not None:
            self.behind.next()

    def choose_columns(self) -> None:
        """Ctrl+Shift+C: of the list in view."""
        (self.behind.list if self.shown else self.list).choose_columns()

    def back(self) -> bool:
        had = self.shown is not None
        self.shown = None
        self.pages.setCurrentWidget(self.home)
        self.pages.setFocusProxy(self.list)
        if had:
            self.list.setFocus()
        return had

    def show_record(self, kind: str, record_id: Any) -> None:
        self.list.select(int(record_id))


def _late(row: OfficerRow) -> Tone | None:
    return Tone.STOP if row.late else None
