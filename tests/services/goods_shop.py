"""A shop whose goods come and go: orders from the first word to the goods in hand."""

from base64 import b64encode
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposits import AskDeposit, ReceiveDeposit
from crm_desktop.services.orders import goods
from crm_desktop.services.orders.deliveries import DeliverGoods, DeliveryResult
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder, SubmitOrder
from crm_desktop.services.orders.purchasing import AnswerPurchase, RequestPurchase
from crm_desktop.services.orders.receiving import ReceivedLine, ReceiveGoods
from crm_desktop.services.orders.special_orders import QuoteSupplier, SignSpecification
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.submitting import Outcome
from crm_desktop.services.registry import SYSTEM, Context
from tests.services.desk import Desk, desk
from tests.services.shop import SellingShop

TODAY = date(2026, 11, 22)
PNG = b64encode(b"\x89PNG\r\n\x1a\n" + b"ink").decode()
SPECIFICATION = (("specification", "บานประตูไม้สัก 90 x 200"), ("measurements", "90 x 200 ซม."))

DOOR = LineInput(
    kind="text",
    description="บานประตูสั่งทำ",
    quantity=Decimal(5),
    unit="บาน",
    unit_price=Money.of(900),
)


class GoodsShop(SellingShop):
    """Everybody's acts on goods in one short word each; quantities may be plain numbers."""

    def row(self, document_id: int) -> dict[str, Any]:
        """The stored header."""
        with self.store.read():
            return self.context().row("document", document_id)

    def context(self) -> Context:
        """A look at the store from inside."""
        return Context(self.store, SYSTEM, self.desk.now)

    def lines(self, document_id: int) -> list[int]:
        """The ids of the lines in their order."""
        with self.store.read():
            return [row["id"] for row in documents.line_rows(self.context(), document_id)]

    def stages(self, document_id: int) -> dict[str, Decimal]:
        """How much of the paper stands at which stage."""
        with self.store.read():
            found = goods.total(goods.stages(self.context(), document_id))
        return {stage: Decimal(milli).scaleb(-3) for stage, milli in found.items() if milli}

    def there(self, code: str = "CEM") -> int:
        """What lies unassigned of a product, in whole units."""
        arrival = self.store.t.arrival_move
        rows = arrival.select(arrival.c.quantity_milli)
        rows = rows.where(arrival.c.product_id == self.products[code])
        return int(sum(milli for (milli,) in rows.tuples()) // 1000)

    def saved(self, kind: str, *lines: LineInput, who: str = "director", **values: Any) -> Any:
        """A draft of an order."""
        program: Application = getattr(self.desk, who)
        content = self.content(*lines, **values)
        return program.execute(SaveOrder(kind, None, 0, content))

    def confirmed(
        self, kind: str, *lines: LineInput, who: str = "director", **values: Any
    ) -> Outcome:
        """An order with its number; who writes it is above needing to ask."""
        saved = self.saved(kind, *lines, who=who, **values)
        program: Application = getattr(self.desk, who)
        return program.execute(SubmitOrder(saved.id, saved.version, Plea("ลูกค้าประจำ"), issue=True))

    def back_order(self, quantity: object = 10, code: str = "CEM", **values: Any) -> int:
        """A confirmed back order of one line; each later one a second later."""
        self.desk.later(seconds=1)
        return self.confirmed("BO", self.line(code, quantity), **values).id

    def ask(self, document_id: int, quantity: object = None, **values: Any) -> Any:
        """A draft of a purchase request, for all that is short or so much of the first line."""
        lines: tuple[tuple[int, Decimal], ...] = ()
        if quantity is not None:
            lines = ((self.lines(document_id)[0], Decimal(str(quantity))),)
        version = self.row(document_id)["version"]
        return self.desk.director.execute(RequestPurchase(document_id, version, lines, **values))

    def issue(self, saved: Any) -> int:
        """The request goes out to Sales."""
        plea = Plea("ลูกค้ารอ")
        submit = SubmitOrder(saved.id, saved.version, plea, issue=True)
        return self.desk.director.execute(submit).id

    def purchase(self, document_id: int, quantity: object = None, **values: Any) -> int:
        """A purchase request that is out."""
        return self.issue(self.ask(document_id, quantity, **values))

    def answer(self, request_id: int, event: str, **values: Any) -> Any:
        """What Sales says to it."""
        version = self.row(request_id)["version"]
        return self.desk.sales.execute(AnswerPurchase(request_id, version, event, **values))

    def receive(
        self, request_id: int, accepted: object, rejected: object = 0, **values: Any
    ) -> Any:
        """Goods of the first line come in."""
        return self.desk.receiving.execute(
            self.receipt_command(request_id, accepted, rejected, **values)
        )

    def receipt_command(
        self, request_id: int, accepted: object, rejected: object = 0, **values: Any
    ) -> ReceiveGoods:
        """What receiving presses when goods of the first line come in."""
        fate = {"disposition": "return", "findings": "แตก"} if rejected else {}
        fate |= {key: values.pop(key) for key in ("disposition", "findings") if key in values}
        line = ReceivedLine(
            self.lines(request_id)[0], Decimal(str(accepted)), Decimal(str(rejected)), **fate
        )
        day = values.pop("received_on", self.desk.now.date())
        version = self.row(request_id)["version"]
        return ReceiveGoods(request_id, version, day, (line,), **values)

    def deliver(
        self, document_id: int, *quantities: object, who: str = "officer", **values: Any
    ) -> DeliveryResult:
        """So much of each line is handed over."""
        lines = tuple(
            (line_id, Decimal(str(quantity)))
            for line_id, quantity in zip(self.lines(document_id), quantities, strict=False)
            if quantity
        )
        given = {"delivered_on": self.desk.now.date(), "receiver": "คุณผู้รับ", **values}
        version = self.row(document_id)["version"]
        program: Application = getattr(self.desk, who)
        return program.execute(DeliverGoods(document_id, version, lines=lines, **given))

    def cancel(
        self, document_id: int, *quantities: object, reason: str = "ลูกค้าไม่เอาแล้ว"
    ) -> Outcome:
        """The director gives a paper up, or so much of each line."""
        command = self.cancel_command(document_id, *quantities, reason=reason)
        return self.desk.director.execute(command)

    def cancel_command(
        self, document_id: int, *quantities: object, reason: str = "ลูกค้าไม่เอาแล้ว"
    ) -> CancelOrder:
        """What whoever gives up so much of each line presses."""
        lines = tuple(
            (line_id, Decimal(str(quantity)))
            for line_id, quantity in zip(self.lines(document_id), quantities, strict=False)
            if quantity
        )
        return CancelOrder(document_id, self.row(document_id)["version"], reason, lines)

    def pay(self, document_id: int, baht: object = None) -> int:
        """A deposit in cash; what the paper requires where nothing is named."""
        amount = None if baht is None else Money.of(str(baht))
        asked = self.desk.officer.execute(AskDeposit(document_id, amount))
        expected = Money(self.row(asked.id)["total_satang"])
        command = ReceiveDeposit(asked.id, asked.version, expected, "cash", TODAY)
        self.desk.cashier.execute(replace(command, received_on=self.desk.now.date()))
        return asked.id

    def special_draft(self, *lines: LineInput, **values: Any) -> Any:
        """A special order as it is written down."""
        given = {"facts": SPECIFICATION, **values}
        return self.saved("SP", *(lines or (self.line("TILE", 5),)), **given)

    def sign(self, saved: Any, **values: Any) -> Any:
        """The customer signs on the screen."""
        given = {"signer": "คุณลูกค้า", "on": self.desk.now.date(), "signature_png": PNG, **values}
        return self.desk.officer.execute(SignSpecification(saved.id, saved.version, **given))

    def special(self, *lines: LineInput, **values: Any) -> int:
        """A confirmed special order, signed and quoted."""
        signed = self.sign(self.special_draft(*lines, **values))
        quote = QuoteSupplier(signed.id, signed.version, "โรงไม้สักทอง", cost=Money.of(900))
        quoted = self.desk.sales.execute(quote)
        submit = SubmitOrder(quoted.id, quoted.version, Plea("สั่งทำ"), issue=True)
        return self.desk.director.execute(submit).id

    def told(self, document_id: int) -> list[str]:
        """The events of a paper's timeline."""
        line = self.store.t.timeline
        rows = line.select(line.c.event).where(line.c.subject_id == document_id)
        return [row[0] for row in rows.order_by(line.c.id).tuples()]


def bought(shop: GoodsShop, *lines: LineInput) -> tuple[int, int]:
    """A special order that Sales has bought, and its purchase request."""
    order = shop.special(*lines, deposit_percent=0)
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=shop.desk.now.date() + timedelta(days=3))
    return order, request


@pytest.fixture
def shop(desk: Desk) -> GoodsShop:
    """The shop on either database."""
    return GoodsShop(desk)


__all__ = ["desk", "shop"]
