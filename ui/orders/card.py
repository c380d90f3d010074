"""The order under the cursor, beside a list: facts, money, where its goods are, its story."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crm_desktop.services.orders.order_lists import Order
from ui.desk import Desk
from ui.facts import Cell, CellGrid
from ui.orders.kinds import ORDERS
from ui.orders.words import facts_of, note_of
from ui.papers.card import PaperCard
from ui.papers.kind import Stored

LINES = 6
"""As many lines as are shown; the paper itself has the rest."""


class OrderCard(PaperCard):
    """Shows the first lines with their stages."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tuple(ORDERS.values()), parent)

    def extras(self) -> Sequence[QWidget]:
        self.goods = CellGrid(("",), self)
        return (self.goods,)

    def nothing_words(self) -> str:
        return self.tr("Choose an order to see it here")

    def facts_of(self, shown: Stored) -> Sequence[tuple[str, Cell]]:
        assert isinstance(shown, Order)
        lines = [line for line in shown.lines if line.stages][:LINES]
        said = [(shown.content.lines[each.position].description, each) for each in lines]
        self.goods.tell([(f"{name}\n{note_of(self.desk, shown, each)}",) for name, each in said])
        self.goods.setVisible(bool(lines))
        return facts_of(self.desk, shown)
