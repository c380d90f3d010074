"""From the quotation's lines to two papers: what is in stock stays, the rest is ordered."""

from decimal import Decimal
from typing import ClassVar

from crm_desktop.services.orders.ordering import MoveShort, Split, SplitOrder, split_proposal
from ui.binding import Slot
from ui.orders.part import OrderPart, measured
from ui.orders.table import Ask, AskedLine, LineTable
from ui.papers.lines import plain
from ui.papers.panels import Panel


class SplittingActs(OrderPart):
    """Line by line, in one step, before the order is confirmed or after."""

    EVENTS: ClassVar[dict[str, str]] = {"order.split": "split", "order.move": "move"}

    def slots(self) -> dict[str, Slot]:
        return {"order.split": self.split, "order.move": self.move}

    def split(self) -> None:
        """What the shelf lacks goes into a back order; what is typed is saved first."""
        form = self.acts.document.form
        form.grid.finish_editing()
        if form.dirty and not self.acts.save():
            return
        title = self.tr("Split: what is in stock stays, the rest is ordered")
        panel = self.acts.panel(title, "git-fork", self.tr("Split"), tall=True)
        table = self._shares(panel)
        panel.act = lambda: self._split(panel, table)
        self.acts.ask(panel, "order.split")

    def _shares(self, panel: Panel) -> LineTable:
        """What is wanted of each line, what the shelf holds, and so what to order."""
        lines = [
            AskedLine(
                line.position,
                line.description,
                (
                    measured(line.wanted, line.unit),
                    "–" if line.on_shelf is None else plain(line.on_shelf),
                ),
                {"quantity": line.to_order or None},
            )
            for line in self.acts.desk.read(split_proposal, self.acts.paper.id)
        ]
        told = (self.tr("Wanted"), self.tr("On the shelf"))
        asks = (Ask("quantity", self.tr("To order"), 110),)
        return self.acts.table(panel, self.tr("Line"), told, asks, lines, "take")

    def _split(self, panel: Panel, table: LineTable) -> bool:
        take = _taken(table)
        return self._opened(self.acts.execute(SplitOrder(*self.acts.at, take), panel))

    def move(self) -> None:
        """The warehouse lacks what was confirmed: it is ordered at the same price."""
        title = self.tr("Move what is short to a back order")
        accept = self.tr("Move")
        panel = self.acts.panel(title, "arrow-bend-up-right", accept, tall=True)
        table = self._shares(panel)
        panel.act = lambda: self._moved(panel, table)
        self.acts.ask(panel, "order.move")

    def _moved(self, panel: Panel, table: LineTable) -> bool:
        command = MoveShort(*self.acts.at, _taken(table))
        return self._opened(self.acts.execute(command, panel))

    def _opened(self, made: object) -> bool:
        if not isinstance(made, Split):
            return False
        self.acts.desk.say(self.tr("A back order was made for the rest"))
        return self.acts.open("back_order", made.back_order)


def _taken(table: LineTable) -> tuple[tuple[int, Decimal], ...]:
    answers = table.answered("quantity")
    return tuple((each.id, each.values["quantity"]) for each in answers)
