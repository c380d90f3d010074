"""Lists that are worked through by telephone: after one call the next customer is at hand."""

from collections.abc import Callable
from typing import Any

from ui.binding import Slot
from ui.papers.list import PapersScreen
from ui.papers.panels import Panel
from ui.quotations.asks import About, Asks
from ui.quotations.card import QuotationCard


class CallList(PapersScreen):
    """One key for each thing that may come of a call; F8 goes on to the next line."""

    WRITES = "quotation.save"

    def slots(self) -> dict[str, Slot]:
        return {**super().slots(), "task.done": self.done, "pipeline.objection": self.objection}

    def head_buttons(self) -> tuple[str, ...]:
        return ("task.done", "pipeline.objection")

    def make_card(self) -> QuotationCard:
        self.beside = QuotationCard(self.desk, self)
        return self.beside

    def kind_of(self, row: Any) -> str:
        return "quotation"

    def new_kind(self) -> str:
        return "quotation"

    def ask(self, make: Callable[[Asks, About], Panel]) -> None:
        """A question about the line under the cursor, beside the list."""
        self.read_card()
        self.beside.ask_open(make)

    def done(self) -> None:
        """D: what came of the call; then the next line is under the cursor."""
        raise NotImplementedError

    def objection(self) -> None:
        """O: what the customer has against the offer."""
        self.ask(Asks.objection)

    def reload(self, tables: frozenset[str]) -> None:
        """Where the line under the cursor has left the list, the cursor is on the one after it."""
        row = self.list.table.currentIndex().row()
        super().reload(tables)
        count = self.list.model.rowCount()
        if self.list.current() is None and count:
            self.list.table.selectRow(max(0, min(row, count - 1)))

    def next_call(self) -> bool:
        """F8: the next line, with its customer and telephone beside it; after the last the first
        again, for what was put off is further down by then."""
        if self.list.model.rowCount() == 0:
            return False
        if self.list.table.currentIndex().row() + 1 < self.list.model.rowCount():
            self.list.next()
        else:
            self.list.select(self.list.model.rows[0].id)
        self.read_card()
        self.list.setFocus()
        return True
