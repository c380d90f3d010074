"""Goods on their way to us: asked for, received with inspection, given out, promised, told of."""

from decimal import Decimal
from typing import ClassVar

from crm_desktop.services.orders.allocation import AllocateGoods
from crm_desktop.services.orders.order_lists import Order
from crm_desktop.services.orders.promises import CHANNELS, PromiseAgain, TellCustomer
from crm_desktop.services.orders.purchasing import RequestPurchase
from crm_desktop.services.orders.receiving import DISPOSITIONS, Received, ReceivedLine, ReceiveGoods
from ui.binding import Slot
from ui.orders.part import OrderPart, measured
from ui.orders.table import Ask, AskedLine, LineTable
from ui.orders.words import coded
from ui.papers.panels import Panel
from ui.tokens import Tone

NOTHING = Decimal(0)
ASKED = ("asked", "ordered")
"""Stages of a purchase request whose goods are still to come."""


class ComingActs(OrderPart):
    """From the request to Sales until the customer knows that the goods are here."""

    EVENTS: ClassVar[dict[str, str]] = {
        "order.request": "request",
        "order.receive": "receive",
        "order.allocate": "allocate",
        "order.promise": "promise",
    }

    def slots(self) -> dict[str, Slot]:
        return {
            "order.request": self.request,
            "order.receive": self.receive,
            "order.allocate": self.allocate,
            "order.promise": self.promise,
            "order.tell": self.tell,
        }

    def offered(self, shown: Order | None) -> dict[str, bool]:
        """A new day is told as well as an arrival."""
        tells = shown is not None and bool(self._about(shown))
        return {**super().offered(shown), "order.tell": tells}

    def _about(self, shown: Order) -> tuple[str, ...]:
        """What the customer can be told of now."""
        arrived = "tell" in shown.events or (shown.kind == "SP" and shown.state == "inspected")
        day = shown.promised_on
        promised = day is not None and day >= self.acts.today() and "promise" in shown.events
        return (*(("arrival",) if arrived else ()), *(("promise",) if promised else ()))

    # Asking Sales -----------------------------------------------------------------------------

    def request(self) -> None:
        """A draft for Sales of what is short, to be looked over and issued."""
        panel = self.acts.panel(
            self.tr("Request the purchase"),
            "shopping-bag",
            self.tr("Draft the request"),
            tall=True,
        )
        lines = [
            AskedLine(
                line_id,
                self.acts.line_of(line_id).description,
                (measured(short, self.acts.line_of(line_id).unit),),
                {"quantity": short},
            )
            for line_id, short in self.acts.standing("short", "open").items()
        ]
        asks = (Ask("quantity", self.tr("To buy"), 110),)
        table = self.acts.table(panel, self.tr("Line"), (self.tr("Short"),), asks, lines)
        panel.rows.text("supplier", self.tr("Supplier, if known"), span=2)
        panel.rows.date("wanted_on", self.tr("Needed by"), today=self.acts.today)
        panel.rows.text("note", self.tr("Note for Sales"), longest=500, span=3)
        panel.act = lambda: self._requested(panel, table)
        self.acts.ask(panel, "order.request")

    def _requested(self, panel: Panel, table: LineTable) -> bool:
        values = panel.values()
        lines = tuple((each.id, each.values["quantity"]) for each in table.answered("quantity"))
        command = RequestPurchase(
            *self.acts.at, lines, values["supplier"], values["wanted_on"], values["note"]
        )
        return self.acts.open("purchase_request", self.acts.execute(command, panel))

    # Receiving --------------------------------------------------------------------------------

    def receive(self) -> None:
        """Counted and inspected line by line; what is good is given out at once."""
        panel = self.acts.panel(
            self.tr("Receive and inspect"),
            "package",
            self.tr("Record the arrival"),
            tall=True,
        )
        rows = panel.rows
        today = self.acts.today
        rows.date("received_on", self.tr("Received on"), today=today, required=True, span=2)
        rows.text("supplier_slip", self.tr("Supplier’s delivery note"), span=2)
        rows.check("allocate", self.tr("Give out at once, first come first served"), span=2)
        panel.fields["received_on"].set_value(today())
        panel.fields["allocate"].set_value(True)
        table = self._inspection(panel)
        rows.text("note", self.tr("Note"), longest=500, span=6)
        panel.act = lambda: self._received(panel, table)
        self.acts.ask(panel, "order.receive")

    def _inspection(self, panel: Panel) -> LineTable:
        desk = self.acts.desk
        choices = tuple((each, coded(desk, "disposition", each)) for each in DISPOSITIONS)
        asks = (
            Ask("accepted", self.tr("Good"), 84),
            Ask("rejected", self.tr("Rejected"), 84),
            Ask("disposition", self.tr("What becomes of it"), 150, "choice", choices),
            Ask("findings", self.tr("Findings"), 200, "text"),
        )
        lines = [
            AskedLine(
                line_id,
                self.acts.line_of(line_id).description,
                (measured(there, self.acts.line_of(line_id).unit),),
                {"accepted": there},
            )
            for line_id, there in self.acts.standing(*ASKED).items()
        ]
        return self.acts.table(panel, self.tr("Line"), (self.tr("Expected"),), asks, lines)

    def _received(self, panel: Panel, table: LineTable) -> bool:
        values = panel.values()
        command = ReceiveGoods(
            *self.acts.at,
            values["received_on"],
            tuple(
                ReceivedLine(
                    each.id,
                    each.values["accepted"] or NOTHING,
                    each.values["rejected"] or NOTHING,
                    each.values["disposition"] or "",
                    each.values["findings"],
                )
                for each in table.answered("accepted", "rejected")
            ),
            values["supplier_slip"],
            values["allocate"],
            values["note"],
        )
        received = self.acts.execute(command, panel)
        if not isinstance(received, Received):
            return False
        nothing = self.tr("The arrival is recorded")
        self._say_allocated({each.reference for each in received.allocated}, nothing)
        self.acts.document.read_again()
        return True

    def allocate(self) -> None:
        """What lies unassigned goes to whoever ordered first."""
        given = self.acts.execute(AllocateGoods(), None)
        if isinstance(given, tuple):
            nothing = self.tr("Nothing was given out")
            self._say_allocated({each.reference for each in given}, nothing)
            self.acts.document.read_again()

    def _say_allocated(self, references: set[str], nothing: str) -> None:
        if references:
            words = self.tr("Kept for {0}").format(", ".join(sorted(references)))
            self.acts.desk.say(words)
        else:
            self.acts.desk.say(nothing, Tone.INFO)

    # Promising and telling --------------------------------------------------------------------

    def promise(self) -> None:
        """Another day; the first promise stays beside it."""
        panel = self.acts.panel(self.tr("Promise another day"), "calendar-plus", self.tr("Promise"))
        today = self.acts.today
        panel.rows.date("on", self.tr("Promised for"), today=today, required=True, span=2)
        panel.rows.text("reason", self.tr("Reason"), required=True, longest=500, span=4)
        panel.fields["on"].set_value(self.acts.paper.promised_on)

        def act() -> bool:
            values = panel.values()
            command = PromiseAgain(*self.acts.at, values["on"], values["reason"])
            return self.acts.do(command, self.tr("Promised; tell the customer"), panel)

        panel.act = act
        self.acts.ask(panel, "order.promise")

    def tell(self) -> None:
        """Who told the customer what, and how."""
        about = {
            "arrival": self.tr("The goods are here"),
            "promise": self.tr("The promised day"),
        }
        panel = self.acts.panel(self.tr("The customer was told"), "phone", self.tr("Record"))
        offered = [(each, about[each]) for each in self._about(self.acts.paper)]
        panel.rows.choice("about", self.tr("Of what"), offered, span=2)
        desk = self.acts.desk
        ways = [(each, coded(desk, "telling_channel", each)) for each in CHANNELS]
        panel.rows.choice("channel", self.tr("How"), ways)
        words = panel.rows.text(
            "words", self.tr("What was said"), required=True, longest=500, span=3
        )

        def act() -> bool:
            values = panel.values()
            command = TellCustomer(
                *self.acts.at, values["about"], values["channel"], values["words"]
            )
            return self.acts.do(command, self.tr("Recorded"), panel)

        panel.act = act
        self.acts.ask(panel, "order.tell")
        words.widget.setFocus()
