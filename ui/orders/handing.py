"""Goods handed to the customer: how much, against which signature, and the deposits taken off."""

from decimal import Decimal
from typing import ClassVar

from crm_desktop.domain.money import Money
from crm_desktop.services.orders.deliveries import (
    READY,
    DeliverGoods,
    DeliveryResult,
    DeliverySums,
    delivery_preview,
)
from crm_desktop.services.orders.order_lists import Order
from ui.binding import Slot
from ui.orders.part import OrderPart, measured
from ui.orders.record import RecordPanel
from ui.orders.signature import SignatureField
from ui.orders.sums import HandingSums
from ui.orders.table import Ask, AskedLine, LineTable
from ui.paper_view import open_paper
from ui.papers.panels import Panel

CHOSEN = "chosen"


class HandingActs(OrderPart):
    """Delivering, and the record of what moved."""

    EVENTS: ClassVar[dict[str, str]] = {"order.deliver": "deliver"}

    def slots(self) -> dict[str, Slot]:
        return {"order.deliver": self.deliver, "order.goods": self.show_record}

    def offered(self, shown: Order | None) -> dict[str, bool]:
        numbered = shown is not None and shown.number is not None
        return {**super().offered(shown), "order.goods": numbered}

    def show_record(self) -> None:
        """Promises, arrivals and deliveries of this paper."""
        acts = self.acts
        self.acts.document.ask(RecordPanel(acts.desk, acts.paper, acts.document))

    # Delivering -------------------------------------------------------------------------------

    def deliver(self) -> None:
        """All that lies ready is offered; deposits come off in proportion unless chosen."""
        panel = self.acts.panel(
            self.tr("Hand over the goods"),
            "truck",
            self.tr("Record the delivery"),
            tall=True,
        )
        lines = self._goods(panel)
        sums = HandingSums(lambda: self._sums(panel, lines), panel)
        rows, today = panel.rows, self.acts.today
        rows.date("delivered_on", self.tr("Delivered on"), today=today, required=True)
        rows.text("receiver", self.tr("Received by"), required=True, span=2)
        rows.text("note", self.tr("Note"), longest=500, span=3)
        panel.fields["delivered_on"].set_value(today())
        self._ask_deposits(panel)
        rows.place(sums, 6)
        for key in {"lines", "way", "deposits"} & panel.fields.keys():
            panel.fields[key].changed.connect(sums.follow)
        sums.tell()
        hint, again = self.tr("Sign here with a finger, pen or mouse"), self.tr("Sign again")
        signed = SignatureField("signature_png", self.tr("Signature"), hint, again, panel)
        rows.add(signed, span=6)
        words = self.tr("A special order of these goods is open; hand over from the shelf anyway")
        rows.check("acknowledged", words, span=6)
        panel.fields["acknowledged"].cell.hide()
        panel.act = lambda: self._delivered(panel, lines)
        self.acts.ask(panel, "order.deliver")

    def _goods(self, panel: Panel) -> LineTable:
        ready = self.acts.standing(*READY[self.acts.paper.kind])
        lines = [
            AskedLine(
                line_id,
                self.acts.line_of(line_id).description,
                (measured(there, self.acts.line_of(line_id).unit),),
                {"quantity": there},
            )
            for line_id, there in ready.items()
        ]
        asks = (
            Ask("quantity", self.tr("Handed over"), 110),
            Ask("mismatch", self.tr("Not as ordered"), 220, "text"),
        )
        return self.acts.table(panel, self.tr("Line"), (self.tr("Lies ready"),), asks, lines)

    def _ask_deposits(self, panel: Panel) -> None:
        stands = self.acts.paper.deposits
        held = [each for each in stands.rows if each.held] if stands else []
        if not held:
            return
        ways = (
            ("", self.tr("Deduct deposits in proportion")),
            (CHOSEN, self.tr("Deduct as chosen below")),
        )
        way = panel.rows.choice("way", self.tr("Deposits"), ways, span=3)
        lines = [AskedLine(each.id, each.reference, (str(each.held),)) for each in held]
        asks = (Ask("amount", self.tr("Deduct"), 110, "money"),)
        title = self.tr("Deposit")
        table = self.acts.table(panel, title, (self.tr("Held"),), asks, lines, "deposits")
        table.widget.hide()
        way.changed.connect(lambda: table.widget.setVisible(way.raw() == CHOSEN))

    def _chosen(self, panel: Panel) -> tuple[tuple[int, Money], ...] | None:
        table = panel.fields.get("deposits")
        if not isinstance(table, LineTable) or panel.fields["way"].raw() != CHOSEN:
            return None
        return tuple((each.id, each.values["amount"]) for each in table.answered("amount"))

    def _sums(self, panel: Panel, lines: LineTable) -> DeliverySums:
        """What is typed comes to; Refused where it could not be handed over like that."""
        typed = lines.answered("quantity")
        asked = tuple((each.id, each.values["quantity"]) for each in typed)
        chosen = self._chosen(panel)
        return self.acts.desk.read(delivery_preview, self.acts.paper.id, asked, chosen)

    def _delivered(self, panel: Panel, lines: LineTable) -> bool:
        values, answers = panel.values(), lines.answered("quantity", "mismatch")
        command = DeliverGoods(
            *self.acts.at,
            values["delivered_on"],
            tuple((each.id, each.values["quantity"] or Decimal(0)) for each in answers),
            values["receiver"],
            self._chosen(panel),
            values["signature_png"],
            values["note"],
            values["acknowledged"],
            tuple(
                (each.id, each.values["mismatch"]) for each in answers if each.values["mismatch"]
            ),
        )
        done = self.acts.execute(command, panel)
        if self.acts.told is not None and self.acts.told.code == "special_order_open":
            panel.fields["acknowledged"].cell.show()
        if not isinstance(done, DeliveryResult):
            return False
        self.acts.document.read_again()
        words = self.tr("Handed over for {0}; {1} deducted, {2} to pay")
        self.acts.desk.say(words.format(done.value, done.deducted, done.remainder))
        open_paper(self.acts.desk, f"delivery-{done.delivery_id}", self.acts.document)
        return True
