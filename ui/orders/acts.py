"""What is done with an order from its tab; acts on goods and on special orders have parts."""

from collections.abc import Mapping
from typing import ClassVar

from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposits import AskDeposit
from crm_desktop.services.orders.order_lists import Order
from crm_desktop.services.orders.orders import StepOrder
from crm_desktop.services.orders.purchasing import AnswerPurchase, WaiveDeposit
from crm_desktop.services.papers.exits import TakeOut
from crm_desktop.services.transfer.exports import purchase_request_sheet
from ui.binding import Slot
from ui.files import take_out
from ui.orders.coming import ComingActs
from ui.orders.giving_up import GivingUpActs
from ui.orders.handing import HandingActs
from ui.orders.part import OrderPaperActs
from ui.orders.special import SpecialActs
from ui.orders.splitting import SplittingActs
from ui.papers.document import PaperDocument


class OrderActs(OrderPaperActs):
    """Steps of the header; whatever has a panel of its own is served by a part."""

    EVENTS: ClassVar[Mapping[str, str]] = {
        **OrderPaperActs.EVENTS,
        "order.deposit": "deposit",
        "order.waive": "waive",
        "order.handoff": "hand_off",
        "order.accept": "accept",
        "order.settle": "settle",
        "order.acknowledge": "acknowledge",
        "order.decline": "decline",
    }

    def __init__(self, document: PaperDocument) -> None:
        super().__init__(document)
        makers = (SplittingActs, ComingActs, HandingActs, SpecialActs, GivingUpActs)
        self.parts = tuple(make(self) for make in makers)

    def slots(self) -> dict[str, Slot]:
        found: dict[str, Slot] = {
            **super().slots(),
            "order.deposit": self.ask_deposit,
            "order.decide": self.decide,
            "order.waive": self.waive,
            "order.handoff": self.hand_off,
            "order.accept": self.accept,
            "order.settle": self.settle,
            "order.acknowledge": self.acknowledge,
            "order.confirm": self.confirm,
            "order.decline": self.decline,
            "order.export": self.export,
        }
        for part in self.parts:
            found |= part.slots()
        return found

    def offered(self) -> dict[str, bool]:
        shown = self.document.shown
        events = set(shown.events) if shown else set()
        is_request = self.document.paper_kind.kind.code == "PR"
        found = {
            **super().offered(),
            "order.decide": isinstance(shown, Order) and bool(self._over(shown)),
            "order.confirm": is_request and "confirm" in events,
            "order.export": is_request and isinstance(shown, Order) and shown.number is not None,
        }
        for part in self.parts:
            found |= part.offered(shown if isinstance(shown, Order) else None)
        return found

    # Money ------------------------------------------------------------------------------------

    def ask_deposit(self) -> None:
        """F9: how much the cashier is to expect; what is still missing is offered."""
        stands = self.paper.deposits
        panel = self.panel(self.tr("Ask for the deposit"), "wallet", self.tr("Expect this sum"))
        field = panel.rows.money("amount", self.tr("Amount"), zero=False, required=True, span=2)
        if stands is not None and stands.missing:
            field.set_value(stands.missing)

        def act() -> bool:
            command = AskDeposit(self.paper.id, panel.values()["amount"])
            return self.open("deposit", self.execute(command, panel))

        panel.act = act
        self.ask(panel, "order.deposit")

    def decide(self) -> None:
        """Money of a paper that is over: at the deposit it is refunded, moved or kept."""
        self.document.open_record.emit("deposit", self._over(self.paper)[0])

    def _over(self, shown: Order) -> list[int]:
        """The deposits that still hold money of a paper that is over."""
        if shown.deposits is None or shown.state not in KINDS[shown.kind].over:
            return []
        return [each.id for each in shown.deposits.rows if each.held]

    def waive(self) -> None:
        """Asks the matrix to go on although the deposit is not here."""
        words = (
            self.tr("Go on without the deposit"),
            self.tr("Why goods may be bought or handed over all the same"),
            self.tr("Ask"),
        )
        self.ask_why(words, "order.waive", self._waived)

    def _waived(self, reason: str) -> bool:
        command = WaiveDeposit(*self.at, Plea(reason))
        return self.show(self.execute(command, self.document.panel), issuing=False)

    # Steps of the header ----------------------------------------------------------------------

    def hand_off(self) -> None:
        """The warehouse or transport may begin."""
        words = (
            self.tr("Hand over for fulfilment"),
            self.tr("What they must know"),
            self.tr("Hand over"),
        )
        self._ask_step("order.handoff", words)

    def accept(self) -> None:
        """The department has it."""
        words = (self.tr("Take over for fulfilment"), self.tr("Note"), self.tr("Take over"))
        self._ask_step("order.accept", words)

    def _ask_step(self, action: str, words: tuple[str, str, str]) -> None:
        event = self.EVENTS[action]
        self.ask_why(words, action, lambda note: self._step(event, note), required=False)

    def _step(self, event: str, note: str) -> bool:
        command = StepOrder(*self.at, event, note)
        return self.do(command, self.tr("Done"), self.document.panel)

    def settle(self) -> None:
        """The bill is written: its number closes the order."""
        panel = self.panel(self.tr("Record the bill number"), "receipt", self.tr("Record"))
        panel.rows.text("reference", self.tr("Number of the bill"), required=True, span=2)
        panel.rows.date("on", self.tr("Dated"), today=self.today)
        panel.rows.text("note", self.tr("Note"), longest=500, span=3)

        def act() -> bool:
            values = panel.values()
            command = StepOrder(
                *self.at, "settle", values["note"], values["reference"], values["on"]
            )
            return self.do(command, self.tr("Recorded"), panel)

        panel.act = act
        self.ask(panel, "order.settle")

    # What Sales answers -----------------------------------------------------------------------

    def acknowledge(self) -> None:
        """Sales has seen the request: nothing more is asked."""
        asked = AnswerPurchase(self.paper.id, self.paper.version, "acknowledge")
        self.do(asked, self.tr("Acknowledged"))

    def confirm(self) -> None:
        """The purchase is made: the supplier's day becomes the promise."""
        panel = self.panel(self.tr("Confirm the purchase"), "calendar-check", self.tr("Confirm"))
        panel.rows.date("on", self.tr("Goods come on"), today=self.today, required=True, span=2)
        panel.rows.text("reference", self.tr("Number of the purchase"), span=2)
        panel.rows.text("reason", self.tr("Note"), longest=500, span=2)
        panel.fields["on"].set_value(self.paper.promised_on)
        panel.fields["reference"].set_value(self.paper.outside_reference)

        def act() -> bool:
            values = panel.values()
            command = AnswerPurchase(
                *self.at, "confirm", values["on"], values["reference"], values["reason"]
            )
            return self.do(command, self.tr("Confirmed; the desk is told the day"), panel)

        panel.act = act
        self.ask(panel, "order.confirm")

    def decline(self) -> None:
        """What is not bought is short again, and the desk is told why."""
        words = (self.tr("Decline the request"), self.tr("Reason"), self.tr("Decline"))
        self.ask_why(words, "order.decline", self._declined)

    def _declined(self, reason: str) -> bool:
        command = AnswerPurchase(*self.at, "decline", reason=reason)
        return self.do(command, self.tr("Declined"), self.document.panel)

    def export(self) -> None:
        """The request as a spreadsheet, for a purchasing program or the supplier."""
        number, name = self.paper.id, f"{self.paper.reference}.xlsx"
        title = self.tr("Export the purchase request")
        leaves = TakeOut(number, "export")
        take_out(self.desk, self.document, title, name, leaves, purchase_request_sheet, number)
