"""A list of papers with quick filters, and the one under the cursor beside it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.batches import LISTS
from crm_desktop.services.registry import Page
from ui.binding import Slot
from ui.chips import Chips
from ui.desk import Desk
from ui.flow import Flow
from ui.pace import REST_MS
from ui.papers.batch import BatchPlace
from ui.papers.card import PaperCard
from ui.papers.copying import copy_id
from ui.places import FOR_CUSTOMER, new_id
from ui.screen import Screen
from ui.tables.columns import Columns
from ui.tables.view import ListView
from ui.theme import set_role

CARD = 316
CARD_FROM = 940


class PapersScreen(Screen):
    """Enter opens the paper. A kind gives its columns, stages, page and card, and in `WRITES` the
    permission that lets somebody begin a paper here.

    `stage` is the quick filter that is on, `mine` whether only one's own papers are shown.
    """

    NAME = ""
    WRITES = ""
    TABLES = frozenset({"document", "request", "customer"})
    FILTERS: ClassVar[tuple[str, ...]] = ("chips",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        writes = not desk.may("request.answer")  # who answers for others looks at all of them
        kept = desk.state.text(f"{self.NAME}/whose", "mine" if writes else "all")
        self.mine = kept == "mine"
        kept = desk.state.text(f"{self.NAME}/stage", "all")
        self.stage = kept if kept in self.stages() else "all"
        self._soon = QTimer(self, interval=REST_MS, singleShot=True)
        self._soon.timeout.connect(self.read_card)
        self.chips = Chips(self.stages(), self.stage, self)
        self.chips.chosen.connect(self._stage_chosen)
        self.chips.setVisible(len(self.stages()) > 1)
        self._lists: dict[str, ListView] = {}
        self.shelf = QStackedWidget(self)
        self.asking = BatchPlace()
        self.use_list(self.list_name())
        self.card = self.make_card()
        self.bind(self.slots())
        self._lay_out()
        self.card.chosen.connect(self.open_record)
        self.apply()

    # What a kind gives ------------------------------------------------------------------------

    def list_name(self) -> str:
        """The name under which the list remembers its columns."""
        return self.NAME

    def stages(self) -> Mapping[str, str]:
        """The quick filters with their words, "all" first."""
        raise NotImplementedError

    def filters(self) -> dict[str, Any]:
        """What the stage that is on, and whatever else is chosen, asks of the page."""
        raise NotImplementedError

    def columns(self) -> Columns:
        """The columns of the list."""
        raise NotImplementedError

    def fetch(self, wanted: ListQuery) -> Page[Any]:
        """A page of papers."""
        raise NotImplementedError

    def leaves(self, row: Any) -> bool:
        """Whether the sums of a paper may leave the house: once it has its number."""
        return row.number is not None

    def empty(self) -> tuple[str, str]:
        """What an empty list says, and how to begin."""
        raise NotImplementedError

    def make_card(self) -> PaperCard:
        """What stands beside the list."""
        raise NotImplementedError

    def kind_of(self, row: Any) -> str:
        """The kind of record that a line opens."""
        raise NotImplementedError

    def new_kind(self) -> str:
        """The kind of record that Ctrl+N begins."""
        raise NotImplementedError

    def summed(self, rows: list[Any]) -> str:
        """What the selection comes to."""
        raise NotImplementedError

    def slots(self) -> dict[str, Slot]:
        """What each action does."""
        may, listed = self.desk.may, LISTS.get(self.NAME)
        writes = self.WRITES and may(self.WRITES)
        return {
            **({"list.new": self.new} if writes else {}),
            **({"list.papers": self.save_papers} if listed and may(listed.prints) else {}),
            "list.open": self.open_current,
            "list.reload": self.read_list,
            "list.columns": self.choose_columns,
            "list.everybody": self.switch_whose,
            "list.stage": self.chips.next,
            "task.customer": self.open_customer,
        }

    def head_buttons(self) -> tuple[str, ...]:
        """The actions that stand as buttons over the list."""
        return ("list.new",)

    def add_filters(self, row: QHBoxLayout) -> None:
        """Room for further filters before the stages."""

    # Laying out -------------------------------------------------------------------------------

    def use_list(self, name: str) -> None:
        """Bring the list that remembers its columns as `name`; it is made the first time. What is
        asked about the list before goes away."""
        self.asking.close_panel()
        if name not in self._lists:
            made = ListView(
                name,
                self.title,
                self.columns(),
                self.fetch,
                empty=self.empty(),
                state=self.desk.state,
                totals=self.summed,
                leaves=self.leaves,
                parent=self,
            )
            made.activated.connect(lambda _: self.open_current())
            made.current_changed.connect(lambda _: self._soon.start())
            self._lists[name] = made
            self.shelf.addWidget(made)
        self.list = self._lists[name]
        self.shelf.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        filters = QHBoxLayout()
        filters.setSpacing(12)
        self.add_filters(filters)
        filters.addWidget(self.chips, 1)
        column.addLayout(filters)
        column.addLayout(self.asking)
        column.addWidget(self.shelf, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(left)
        self.split.addWidget(self.card)
        self.card.gives_way = (left, self)
        self.split.setStretchFactor(0, 1)
        self.split.setCollapsible(0, False)
        self.split.setSizes([900, CARD])
        self.card.setMinimumWidth(280)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    def _head(self) -> Flow:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        row = Flow()
        row.addWidget(heading)
        row.addStretch(1)
        self.whose = self.button("list.everybody")
        if self.whose:
            row.addWidget(self.whose)
        row.addLayout(self.button_row(*self.head_buttons(), primary="list.new"))
        return row

    # Filters ----------------------------------------------------------------------------------

    def show_stage(self, stage: str) -> None:
        """Show papers of one stage only."""
        self.chips.choose(stage)

    def _stage_chosen(self, stage: str) -> None:
        """The choice is remembered."""
        self.stage = stage
        self.desk.state.put(f"{self.NAME}/stage", stage)
        self.apply()
        self.list.setFocus()

    def switch_whose(self) -> None:
        """My own papers or the whole branch's."""
        self.mine = not self.mine
        self.desk.state.put(f"{self.NAME}/whose", "mine" if self.mine else "all")
        self.apply()

    def apply(self) -> None:
        """Ask for what is chosen."""
        words = self.tr("Mine only") if self.mine else self.tr("Whole branch")
        if self.whose:
            self.whose.setText(words)
        self.list.set_filters({"mine": self.mine, **self.filters()})

    def view_state(self) -> dict[str, Any]:
        return {**super().view_state(), "mine": {"value": self.mine}}

    def take_view(self, state: Mapping[str, Mapping[str, Any]]) -> list[str]:
        if self.whose and state.get("mine", {}).get("value", self.mine) != self.mine:
            self.switch_whose()
        return super().take_view(state)

    # What is done here ------------------------------------------------------------------------

    def reload(self, tables: frozenset[str]) -> None:
        if not tables or tables & self.TABLES:
            self.list.reload()
            self._soon.start()

    def read_list(self) -> None:
        """F5."""
        self.list.reload()

    def choose_columns(self) -> None:
        """Which columns the list shows."""
        self.list.choose_columns()

    def show_record(self, kind: str, record_id: Any) -> None:
        self.list.select(record_id)

    def make_new(self, kind: str) -> bool:
        """F2 and its like: for the customer of the line under the cursor."""
        row = self.list.current()
        if row is None or kind not in FOR_CUSTOMER:
            return False
        self.open_record.emit(kind, new_id(row.customer_id))
        return True

    def new(self) -> None:
        """Ctrl+N: an empty paper."""
        self.open_record.emit(self.new_kind(), new_id())

    def open_current(self) -> None:
        """The paper under the cursor in a tab of its own."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit(self.kind_of(row), row.id)

    def copy_paper(self) -> None:
        """The paper under the cursor once more, for the same customer."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit("quotation", copy_id(row.id, row.customer_id))

    def open_customer(self) -> None:
        """F4."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit("customer", row.customer_id)

    def read_card(self) -> None:
        """Show the paper under the cursor beside the list."""
        self._soon.stop()
        row = self.list.current()
        if row is None:
            self.card.show_nothing()
        else:
            self.card.show_record(self.kind_of(row), row.id)

    def save_papers(self) -> None:
        """Many papers of the list as PDF."""
        self.asking.save(self.NAME, self.list, self, self.shelf)

    def back(self) -> bool:
        return self.asking.back() or self.card.close_panel()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.card.setVisible(self.width() >= CARD_FROM or self.card.panel is not None)
