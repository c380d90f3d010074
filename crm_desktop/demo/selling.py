"""The lives of demo orders: from the shelf, short and waited for, made for one customer."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from crm_desktop.demo.acting import Life
from crm_desktop.demo.drawing import drawing, signature
from crm_desktop.demo.ordering import Order
from crm_desktop.domain.money import Money
from crm_desktop.services.attachments import Attach
from crm_desktop.services.orders.ordering import OrderFromQuotation, SplitOrder, split_proposal
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder, StepOrder
from crm_desktop.services.orders.special_orders import (
    InspectSpecial,
    QuoteSupplier,
    RefuseSpecial,
    SignSpecification,
)
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.submitting import Saved

Begin = Callable[[datetime, Life], None]
BILLED_LATER = 0.5
"""Share of delivered orders whose bill comes with the accounts' list, not by hand."""


class Sale(Order):
    """Goods from the shelf; what is short of them goes on as a back order that `begin` starts."""

    def __init__(self, begin: Begin, *given: Any) -> None:
        super().__init__(*given)
        self._begin = begin

    def of_quotation(self, quotation: int) -> Life:
        """The customer has accepted; the shelf decides what must be ordered."""
        saved = self._do(OrderFromQuotation(quotation, self._row(quotation)["version"]))
        yield self._some(2, 30)
        wanted = self.stage.read(self.client.officer, split_proposal, saved.id)
        short = tuple((line.position, line.to_order) for line in wanted if line.to_order)
        goods = [line for line in wanted if line.on_shelf is not None]
        if short and any(line.wanted > line.to_order for line in goods):
            split = self._do(SplitOrder(saved.id, saved.version, short))
            self._begin(self._some(5, 20), self._rest().of(split.back_order))
            saved = split.order
        elif short and len(goods) == len(wanted):
            self._do(CancelOrder(saved.id, saved.version, "ต้องสั่งทั้งหมด"))
            command = OrderFromQuotation(quotation, self._row(quotation)["version"], "BO")
            self._begin(self._some(5, 20), self._rest().of(self._do(command)))
            return
        yield from self._sold(saved)

    def _rest(self) -> "BackOrder":
        plan = {key: self.plan[key] for key in ("baht",)}
        return BackOrder(self.stage, self.luck, self.client, self.products, plan)

    def at_the_counter(self) -> Life:
        """An order without a quotation before it."""
        handing = self.plan.get("handing") or self.luck.choice(("pickup", "delivery"))
        content = self._content(facts=(("handing", handing),))
        saved = self._do(SaveOrder("SO", None, 0, content))
        if self._stops("draft"):
            return
        yield from self._sold(saved)

    def _sold(self, saved: Saved) -> Life:
        if not (yield from self._confirmed(saved)) or self._stops("confirmed"):
            return
        if self._fate("cancel", 0.05) == "cancel":
            yield self._soon(days=1)
            if (yield from self._cancelled(saved.id)):
                return
        by = ""
        if ("handing", "pickup") not in self._facts(saved.id):
            by = "logistics"
            yield self._some(5, 60)
            self._step(saved.id, "hand_off")
            if self._stops("handed_off"):
                return
            yield self._some(10, 180)
            self._as("logistics", self._stepped(saved.id, "accept"))
            if self._stops("in_fulfilment"):
                return
        yield self._soon(minutes=self.luck.randint(30, 300), days=1 if by else 0)
        yield from self._delivered(saved.id, by)

    def _delivered(self, paper: int, by: str) -> Life:
        lines = self._standing(paper, "open")
        first, rest = lines, dict[int, Decimal]()
        if self.plan.get("parts", self.luck.random() < 0.25):
            first, rest = self._shares(lines)
        self._handed_over(paper, first, by)
        if rest:
            if self._stops("partly"):
                return
            yield self._soon(days=self.luck.randint(1, 3))
            self._handed_over(paper, rest, by)
        if self._stops("delivered") or self.luck.random() < BILLED_LATER:
            return
        yield self._soon(days=1)
        if self._row(paper)["state"] == "delivered":
            self._as("credit", self._stepped(paper, "settle", reference=bill_number(paper)))

    def _facts(self, paper: int) -> tuple[tuple[str, str], ...]:
        facts = self._row(paper)["facts"]
        return (("handing", "pickup"),) if '"pickup"' in facts else ()

    def _step(self, paper: int, event: str) -> None:
        self._do(self._stepped(paper, event))

    def _stepped(self, paper: int, event: str, **values: Any) -> StepOrder:
        return StepOrder(paper, self._row(paper)["version"], event, **values)


def bill_number(paper: int) -> str:
    """The number that the shop's own system gives the bill of an order."""
    return f"IV-{paper:06d}"


class BackOrder(Order):
    """Goods that are short: deposit, purchase, promise, arrival, delivery."""

    def begun(self) -> Life:
        """From the customer's first word."""
        percent = Decimal(self.plan.get("percent", 30))
        content = self._content(deposit_percent=percent)
        yield from self.of(self._do(SaveOrder("BO", None, 0, content)))

    def of(self, saved: Saved) -> Life:
        """From its draft on."""
        if self._stops("draft") or not (yield from self._confirmed(saved)):
            return
        if self._stops("confirmed"):
            return
        yield self._some(2, 15)
        if not (yield from self._paid(saved.id)) or self._stops("held"):
            return
        fate = self._fate("cancel", 0.07)
        if fate == "cancel":
            yield self._soon(days=1)
            if (yield from self._cancelled(saved.id)) and not self._stops("cancelled"):
                yield self._some(5, 40)
                yield from self._refunded(saved.id)
            return
        if fate == "swap":
            yield from self._swapped(saved.id)
            return
        yield self._some(4, 60)
        yield from self._fulfilled(saved.id)

    def _swapped(self, paper: int) -> Life:
        """Something smaller instead: the money moves on to the new paper."""
        yield self._soon(days=1)
        self.plan = {**self.plan, "baht": self.plan["baht"] * 3 // 5}
        saved = self._do(SaveOrder("BO", None, 0, self._content(deposit_percent=Decimal(30))))
        if not (yield from self._confirmed(saved)):
            return
        total = Money(self._row(saved.id)["total_satang"])
        if not (yield from self._cancelled(paper)):
            return
        if (yield from self._transferred(paper, saved.id, total)):
            yield self._some(10, 60)
            yield from self._fulfilled(saved.id)

    def _fulfilled(self, paper: int) -> Life:
        request = yield from self._bought(paper)
        if request is None:
            return
        if self.plan.get("bounce_late"):
            yield self._soon(days=1)
            self._bounce(self._deposit_of(paper))
            return
        yield from self._arrived(paper, request)
        if self._stops("arrived") or not self._standing(paper, "allocated"):
            return
        yield self._some(20, 300)
        self._tell(paper, "arrival")
        if self._stops("told"):
            return
        yield self._soon(days=self.luck.choice((0, 1, 1, 2, 3, 5, 9, 24)))
        ready = self._standing(paper, "allocated", "told")
        first, rest = ready, dict[int, Decimal]()
        if self.luck.random() < 0.3:
            first, rest = self._shares(ready)
        self._handed_over(paper, first)
        if rest:
            if self._stops("partly"):
                return
            yield self._soon(days=self.luck.randint(1, 4))
            self._handed_over(paper, rest)


class Special(Order):
    """Made for one customer: signed, quoted, paid ahead, inspected, collected or refused."""

    def begun(self) -> Life:
        """From the specification on."""
        piece = self.luck.choice(self.said["special"])
        content = self._content(
            lines=(self._piece(piece),),
            deposit_percent=Decimal(50),
            document_discount="",
            facts=(
                ("specification", piece["specification"]),
                ("measurements", piece["measurements"]),
            ),
        )
        saved = self._do(SaveOrder("SP", None, 0, content))
        self._do(Attach(saved.id, "drawing", "แบบ.png", drawing(self.luck)))
        if self._stops("draft"):
            return
        yield self._some(10, 40)
        saved = self._signed(saved)
        if self._stops("signed"):
            return
        yield self._soon(days=1, minutes=self.luck.randint(0, 120))
        saved = self._quoted(saved, piece)
        if self._stops("quoted") or not (yield from self._confirmed(saved)):
            return
        yield self._some(5, 30)
        if not (yield from self._paid(saved.id)) or self._stops("held"):
            return
        yield from self._made(saved.id)

    def _piece(self, piece: dict[str, str]) -> LineInput:
        pieces = max(1, round(self.plan["baht"] / int(piece["price"])))
        return LineInput(
            "text",
            description=piece["goods"],
            quantity=Decimal(pieces),
            unit=piece["unit"],
            unit_price=Money.of(piece["price"]),
        )

    def _signed(self, saved: Saved) -> Saved:
        version = self._row(saved.id)["version"]
        hand = signature(self.luck)
        command = SignSpecification(
            saved.id, version, self.client.contact, self._today, signature_png=hand
        )
        return Saved(*self._brief(self._do(command)))

    def _quoted(self, saved: Saved, piece: dict[str, str]) -> Saved:
        total = Money(self._row(saved.id)["total_satang"])
        command = QuoteSupplier(
            saved.id,
            saved.version,
            self.luck.choice(self.said["suppliers"]),
            f"Q{self.luck.randint(1000, 9999)}",
            total.times(Decimal("0.62")),
            self.luck.choice((7, 10, 14, 21)),
        )
        return Saved(*self._brief(self._as("sales", command)))

    @staticmethod
    def _brief(saved: Any) -> tuple[int, int, str]:
        return saved.id, saved.version, saved.state

    def _made(self, paper: int) -> Life:
        yield self._some(5, 60)
        agrees = self.plan.get("agrees", self.luck.random() < 0.88)
        for right in (True,) if agrees else (False, True):
            request = yield from self._bought(paper)
            if request is None:
                return
            yield from self._arrived(paper, request)
            if self._row(paper)["state"] != "arrived" or self._stops("arrived"):
                return
            yield self._some(20, 200)
            found = "" if right else self.said["inspection_failed"]
            version = self._row(paper)["version"]
            self._as("receiving", InspectSpecial(paper, version, right, found))
            yield self._some(20, 200)
        if self._stops("inspected"):
            return
        self._tell(paper, "arrival")
        if self._stops("told"):
            return
        yield from self._ended(paper)

    def _ended(self, paper: int) -> Life:
        if self._fate("refuse", 0.15) == "refuse":
            yield self.plan.get("at") or self._soon(days=30)
            reason = self.luck.choice(self.said["refused"])
            self._do(RefuseSpecial(paper, self._row(paper)["version"], reason))
            yield self._some(5, 60)
            yield from self._forfeited(paper)
            return
        yield self._soon(days=self.luck.choice((1, 1, 2, 4, 12)))
        self._handed_over(paper, self._standing(paper, "arrived"), receiver=self.client.contact)
