"""Giving up an order or a part of it: all that is open, or so much of each line."""

from decimal import Decimal
from typing import ClassVar

from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.orders.cancelling import KINDS_IN_PARTS
from crm_desktop.services.orders.order_lists import Order
from crm_desktop.services.orders.orders import CancelOrder
from ui.binding import Slot
from ui.orders.part import OrderPart, measured
from ui.orders.table import Ask, AskedLine, LineTable
from ui.papers.panels import Panel

SOME = "some"


class GivingUpActs(OrderPart):
    """A paper that has its number may lose a part; a draft goes as a whole."""

    EVENTS: ClassVar[dict[str, str]] = {"document.cancel": "cancel"}

    def slots(self) -> dict[str, Slot]:
        return {"document.cancel": self.cancel}

    def cancel(self) -> None:
        """All of it unless some lines are chosen; what is delivered stays delivered."""
        paper = self.acts.paper
        if paper.number is None or paper.kind not in KINDS_IN_PARTS:
            self.acts.cancel()
            return
        panel = self.acts.panel(
            self.tr("Cancel this paper or a part of it"),
            "x-circle",
            self.tr("Cancel"),
            tall=True,
        )
        ways = (
            ("", self.tr("Everything that is still open")),
            (SOME, self.tr("Only so much of some lines")),
        )
        way = panel.rows.choice("way", self.tr("What is cancelled"), ways, span=3)
        panel.rows.text("reason", self.tr("Reason"), required=True, longest=500, span=3)
        table = self._lines(panel, paper)
        table.widget.hide()
        way.changed.connect(lambda: table.widget.setVisible(way.raw() == SOME))
        panel.act = lambda: self._cancelled(panel, table)
        self.acts.ask(panel, "document.cancel")

    def _lines(self, panel: Panel, paper: Order) -> LineTable:
        goods = KINDS[paper.kind].goods
        assert goods is not None
        stages = [stage for stage in goods.states if "cancel" in goods.events(stage)]
        lines = [
            AskedLine(
                line_id,
                self.acts.line_of(line_id).description,
                (measured(there, self.acts.line_of(line_id).unit),),
            )
            for line_id, there in self.acts.standing(*stages).items()
        ]
        asks = (Ask("quantity", self.tr("To cancel"), 110),)
        told = (self.tr("Still open"),)
        return self.acts.table(panel, self.tr("Line"), told, asks, lines)

    def _cancelled(self, panel: Panel, table: LineTable) -> bool:
        values, lines = panel.values(), tuple[tuple[int, Decimal], ...]()
        if values["way"] == SOME:
            answers = table.answered("quantity")
            lines = tuple((each.id, each.values["quantity"]) for each in answers)
            if not lines:
                table.refuse(self.tr("Type how much is cancelled of at least one line."))
                return False
        command = CancelOrder(*self.acts.at, values["reason"], lines)
        return self.acts.show(self.acts.execute(command, panel), issuing=False)
