"""The board: a column per stage; cards are moved by keys or with the mouse, as the states allow."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.pipeline import months_from
from crm_desktop.services.customers.customer_choices import customer_choices
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.board import (
    ENDED_DAYS,
    STAGES,
    Card,
    Head,
    board,
    board_page,
    move_to,
)
from crm_desktop.services.papers.quotations import IssueQuotation, Outcome
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from ui.desk import Desk
from ui.flow import Flow
from ui.paper_view import open_comparison
from ui.papers.panels import Panel
from ui.places import FOR_CUSTOMER, new_id
from ui.quotations.asks import About, Asks
from ui.quotations.card import QuotationCard
from ui.quotations.columns import ColumnView
from ui.quotations.months import month_words
from ui.screen import LiveScreen
from ui.states import state_word
from ui.theme import set_role
from ui.tokens import GRID, Tone

BESIDE = 316
NEARLY_ALL = 1_000
AHEAD = 6
MOVES: Mapping[str, Callable[[Asks, About], Panel]] = {
    "confirm_receipt": Asks.received,
    "negotiate": Asks.negotiating,
    "accept": Asks.accepted,
    "lose": Asks.lost,
}
"""What is asked before a card changes its column."""


class BoardPage(LiveScreen):
    """Arrows move the cursor, Shift with an arrow moves the card; Enter opens the paper."""

    TABLES = frozenset({"document", "customer"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        writes = not desk.may("request.answer")
        self.mine = desk.state.text("board/whose", "mine" if writes else "all") == "mine"
        self.zone, self.month = QComboBox(self), QComboBox(self)
        self.columns: dict[str, ColumnView] = {}
        self.heads: dict[str, QLabel] = {}
        self.sums: dict[str, QLabel] = {}
        self.beside = QuotationCard(desk, self)
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.everybody": self.switch_whose,
                "task.customer": self.open_customer,
                "document.compare": self.compare,
                "task.done": partial(self.ask, Asks.followed_up),
                "task.later": partial(self.ask, Asks.put_off),
                "pipeline.objection": partial(self.ask, Asks.objection),
                "pipeline.expect": partial(self.ask, Asks.expected),
                "pipeline.onward": partial(self.step_card, 1),
                "pipeline.backward": partial(self.step_card, -1),
                "pipeline.won": partial(self.move_card, "accepted"),
                "pipeline.lost": partial(self.move_card, "lost"),
                "pipeline.zone": partial(self._next_of, self.zone),
                "pipeline.month": partial(self._next_of, self.month),
            }
        )
        self._fill_filters()
        self._lay_out()
        self.at = self.columns["issued"]
        self.setFocusProxy(self.at)

    @property
    def title(self) -> str:
        return self.tr("Board")

    # Making -----------------------------------------------------------------------------------

    def _fill_filters(self) -> None:
        self.zone.setAccessibleName(self.tr("Zone"))
        self.month.setAccessibleName(self.tr("Expected in"))
        self.zone.addItem(self.tr("All zones"), "")
        for zone in self.desk.read(customer_choices).zones:
            self.zone.addItem(zone, zone)
        self.month.addItem(self.tr("All months"), "")
        for month in months_from(self.desk.read(day_here), AHEAD):
            self.month.addItem(month_words(self.desk, month), month)
        for box in (self.zone, self.month):
            box.currentIndexChanged.connect(lambda _: self.read_again())

    def _lay_out(self) -> None:
        self.whose = self.button("list.everybody")
        head = Flow()
        head.addWidget(self.zone)
        head.addWidget(self.month)
        head.addStretch(1)
        if self.whose:
            head.addWidget(self.whose)
        head.addLayout(self.button_row("pipeline.backward", "pipeline.onward", "task.done"))
        inside = QWidget(self)
        self._lanes = QHBoxLayout(inside)
        self._lanes.setContentsMargins(0, 0, 0, 0)
        self._lanes.setSpacing(2 * GRID)
        for key in STAGES:
            self._lanes.addLayout(self._lane(key), 1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self.beside.setMinimumWidth(BESIDE)
        self.beside.gives_way = (left, self)
        self.beside.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, NEARLY_ALL)
        row.addWidget(self.beside, 1)

    def _lane(self, key: str) -> QVBoxLayout:
        word, total = QLabel(self), QLabel(self)
        set_role(word, "heading")
        set_role(total, "muted")
        view = ColumnView(self.desk, key, partial(self._fetch, key), self)
        view.stepped.connect(self.step)
        view.opened.connect(self.open_current)
        view.dropped.connect(partial(self._dropped, key))
        view.clicked.connect(lambda _, view=view: self._enter(view))
        self.heads[key], self.sums[key], self.columns[key] = word, total, view
        lane = QVBoxLayout()
        lane.setSpacing(2)
        for widget in (word, total):
            lane.addWidget(widget)
        lane.addWidget(view, 1)
        return lane

    def stage_word(self, key: str) -> str:
        """The heading of a column."""
        if key == "preparing":
            return self.tr("Preparing")
        return state_word("QT", key, self.desk.language)

    # Reading ----------------------------------------------------------------------------------

    @property
    def filters(self) -> dict[str, Any]:
        """What is looked at."""
        zone, month = self.zone.currentData(), self.month.currentData()
        return {"mine": self.mine, "zone": zone, "month": month}

    def _fetch(self, key: str, after: Any, limit: int) -> Page[Card]:
        wanted = ListQuery(filters=self.filters, after=after, limit=limit)
        return self.desk.read(board_page, key, wanted)

    def read_again(self) -> None:
        """All columns; the cursor stays on its card, or near it."""
        card, row = self.at.current(), self.at.currentIndex().row()
        for head in self.desk.read(board, self.filters):
            self._show_head(head)
        for view in self.columns.values():
            view.cards.reload()
        there = None if card is None else self.place_of(card.id)
        if there is None:
            self.at.go_to(row)
        else:
            self._enter(self.columns[there[0]], there[1], focus=self.at.hasFocus())
        if self.whose:
            whose = self.tr("Mine only") if self.mine else self.tr("Whole branch")
            self.whose.setText(whose)

    def _show_head(self, head: Head) -> None:
        word = self.stage_word(head.key)
        self.heads[head.key].setText(f"{word}  {head.count:,}")
        self.sums[head.key].setText(str(head.total))
        words = self.tr("{0}: {1} papers, {2} baht").format(word, head.count, head.total)
        self.columns[head.key].setAccessibleName(words)
        if head.key in ("accepted", "lost"):
            days = self.tr("Of the last {0} days").format(ENDED_DAYS)
            self.heads[head.key].setToolTip(days)

    def place_of(self, record_id: int) -> tuple[str, int] | None:
        """In which column a paper's card is, and where."""
        for key, view in self.columns.items():
            row = view.row_of(record_id)
            if row is not None:
                return key, row
        return None

    def _enter(self, view: ColumnView, row: int | None = None, *, focus: bool = True) -> None:
        """The cursor goes to a column; only one card is chosen at a time."""
        for other in self.columns.values():
            if other is not view:
                other.clearSelection()
        self.at = view
        self.setFocusProxy(view)
        view.go_to(view.currentIndex().row() if row is None else row)
        self.area.ensureWidgetVisible(view, 0, 0)
        if focus:
            view.setFocus()

    def step(self, by: int) -> None:
        """On to the next column, at the same height."""
        views = [*self.columns.values()]
        number = views.index(self.at) + by
        if 0 <= number < len(views):
            self._enter(views[number], max(self.at.currentIndex().row(), 0))

    # Doing ------------------------------------------------------------------------------------

    def step_card(self, by: int) -> None:
        """Shift+arrow: the card goes one column on, or says why it cannot."""
        keys = [*self.columns]
        number = keys.index(self.at.key) + by
        if 0 <= number < len(keys):
            self.move_card(keys[number])

    def _dropped(self, key: str, record_id: int) -> None:
        there = self.place_of(record_id)
        if there is not None:
            self._enter(self.columns[there[0]], there[1])
            self.move_card(key)

    def move_card(self, key: str) -> None:
        """Into another column: what is needed for it is asked for beside; Esc gives it up."""
        card = self.at.current()
        if card is None or key == self.at.key:
            return
        try:
            event = move_to(card.state, key)
        except Refused as refusal:
            self.desk.say(self.desk.explain(refusal), Tone.WARN)
            return
        if event == "issue":
            self._issue(card)
        else:
            self.ask(MOVES[event])

    def _issue(self, card: Card) -> None:
        done = self.desk.execute(IssueQuotation(card.id, card.version))
        if isinstance(done, Outcome) and done.number:
            self.desk.say(self.tr("{0} is issued").format(done.number))

    def ask(self, make: Callable[[Asks, About], Panel]) -> None:
        """A question about the card under the cursor, beside the board."""
        card = self.at.current()
        if card is None:
            return
        self.beside.show_record("quotation", card.id)
        self.beside.ask_open(make)
        if self.beside.panel is not None:
            self.beside.show()
            self.beside.panel.closed.connect(self.beside.hide)

    def open_current(self) -> None:
        """Enter: the paper in a tab of its own."""
        card = self.at.current()
        if card is not None:
            self.open_record.emit("quotation", card.id)

    def compare(self) -> None:
        """Alt+F6: the paper beside the revision it replaces."""
        card = self.at.current()
        if card is not None:
            open_comparison(self.desk, card.id, self)

    def open_customer(self) -> None:
        """F4."""
        card = self.at.current()
        if card is not None:
            self.open_record.emit("customer", card.customer_id)

    def switch_whose(self) -> None:
        """My own cards or the whole branch's."""
        self.mine = not self.mine
        self.desk.state.put("board/whose", "mine" if self.mine else "all")
        self.read_again()

    def _next_of(self, box: QComboBox) -> None:
        box.setCurrentIndex((box.currentIndex() + 1) % box.count())

    def make_new(self, kind: str) -> bool:
        card = self.at.current()
        if card is None or kind not in FOR_CUSTOMER:
            return False
        self.open_record.emit(kind, new_id(card.customer_id))
        return True

    def back(self) -> bool:
        return self.beside.close_panel()
