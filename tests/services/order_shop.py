"""Orders for tests: written, confirmed, split, by the people whose work they are."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.services import integrity
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders import order_lists
from crm_desktop.services.orders.ordering import OrderFromQuotation
from crm_desktop.services.orders.orders import (
    CancelOrder,
    IssueOrder,
    SaveOrder,
    StepOrder,
    SubmitOrder,
)
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.quotation_life import FollowQuotation
from crm_desktop.services.papers.submitting import Outcome, Saved
from tests.services.desk import desk
from tests.services.shop import SellingShop, shop

DEPOSIT = {"SO": Decimal(0), "BO": Decimal(30), "SP": Decimal(50)}
SPECIFICATION = (("specification", "ประตูไม้สัก 90 × 200 ซม."),)


class OrderShop:
    """A selling shop with what its people do with orders."""

    def __init__(self, shop: SellingShop) -> None:
        self.shop = shop
        self.desk = shop.desk
        self.store = shop.store
        self.line = shop.line

    def who(self, name: str) -> Application:
        """The program of that person."""
        program: Application = getattr(self.desk, name)
        return program

    def draft(
        self,
        kind: str,
        *lines: LineInput,
        who: str = "officer",
        parent: int | None = None,
        **values: Any,
    ) -> Saved:
        """A stored draft of that kind for the shop's customer."""
        facts = SPECIFICATION if kind == "SP" else ()
        given = {"deposit_percent": DEPOSIT[kind], "facts": facts, **values}
        content = self.shop.content(*lines, **given)
        return self.who(who).execute(SaveOrder(kind, None, 0, content, parent))

    def submit(
        self, saved: Any, *, who: str = "officer", issue: bool = False, reason: str = "ลูกค้าประจำ"
    ) -> Outcome:
        """Asks the matrix about a paper as it stands."""
        command = SubmitOrder(saved.id, self.row(saved.id)["version"], Plea(reason), issue=issue)
        return self.who(who).execute(command)

    def confirmed(self, kind: str, *lines: LineInput, **values: Any) -> Outcome:
        """An order with its number, whoever has to approve it."""
        asked = self.submit(self.draft(kind, *lines, **values))
        return self.through(asked)

    def through(self, asked: Outcome) -> Outcome:
        """Leads a submitted paper to its number: the director answers what was asked."""
        if self.row(asked.id)["state"] == "waiting":
            self.answer(asked)
        issue = IssueOrder(asked.id, self.row(asked.id)["version"])
        return self.desk.officer.execute(issue)

    def answer(
        self, asked: Outcome, verdict: str = "approve", note: str = "", who: str = "director"
    ) -> str:
        """Answers what an outcome asked, step by step; advice is given where advice was asked."""
        request = self.shop.request(asked.request_id)
        if verdict == "approve" and request["level"] == "CONSULT":
            verdict = "advise_for"
        assert asked.request_id is not None
        return self.who(who).execute(
            AnswerRequest(asked.request_id, request["version"], verdict, note)
        )

    def cancel(self, document_id: int, reason: str = "ลูกค้ายกเลิก", who: str = "officer") -> Outcome:
        """Cancels a paper, or asks for it."""
        return self.who(who).execute(
            CancelOrder(document_id, self.row(document_id)["version"], reason)
        )

    def step(self, document_id: int, event: str, who: str = "officer", **values: Any) -> Saved:
        """Takes the header one plain step on."""
        version = self.row(document_id)["version"]
        return self.who(who).execute(StepOrder(document_id, version, event, **values))

    def accepted(self, *lines: LineInput, **values: Any) -> Outcome:
        """A quotation that was approved, issued and accepted."""
        asked = self.shop.submit(self.shop.draft(*lines, **values), issue=True)
        if asked.state == "waiting":
            self.answer(asked)
        from crm_desktop.services.papers.quotations import IssueQuotation

        if asked.number is None:
            version = self.row(asked.id)["version"]
            asked = self.desk.officer.execute(IssueQuotation(asked.id, version))
        accept = FollowQuotation(asked.id, asked.version, "accept")
        return replace(asked, version=self.desk.officer.execute(accept).version, state="accepted")

    def ordered(self, quotation: Outcome, kind: str = "SO") -> Saved:
        """A draft order of an accepted quotation."""
        command = OrderFromQuotation(quotation.id, self.row(quotation.id)["version"], kind)
        return self.desk.officer.execute(command)

    def paper(self, document_id: int, who: str = "officer") -> order_lists.Order:
        """The order as that person reads it."""
        return self.who(who).read(order_lists.order, document_id)

    def edited(self, document_id: int, **values: Any) -> Saved:
        """The officer changes what is typed on an order."""
        paper = self.paper(document_id)
        content = replace(paper.content, **values)
        command = SaveOrder(paper.kind, document_id, paper.version, content)
        return self.desk.officer.execute(command)

    def row(self, document_id: int) -> dict[str, Any]:
        """The stored header."""
        table = self.store.t.document
        return dict(next(iter(table.select().where(table.c.id == document_id).dicts())))

    def lines(self, document_id: int) -> list[int]:
        """The ids of the stored lines."""
        table = self.store.t.document_line
        rows = table.select(table.c.id).where(table.c.document_id == document_id)
        return [row[0] for row in rows.order_by(table.c.position).tuples()]

    def stages(self, document_id: int) -> list[dict[str, Decimal]]:
        """What stands where, line by line."""
        return [dict(line.stages) for line in self.paper(document_id).lines]

    def stock(self, code: str, quantity: int) -> None:
        """What the shop's system says lies on the shelf of branch 01."""
        row = {"product_id": self.shop.products[code], "branch_id": 1, "as_of": "2026-11-22"}
        table = self.store.t.product_stock
        with self.store.write():
            table.delete().where(table.c.product_id == row["product_id"]).execute()
            table.insert(**row, quantity_milli=quantity * 1000).execute()

    def sound(self) -> None:
        """Every promise of the stored data is kept."""
        assert self.shop.system.read(integrity.verify).faults == ()


Act = Callable[[OrderShop], Any]


@pytest.fixture
def orders(shop: SellingShop) -> OrderShop:
    """The shop with its orders, on either database."""
    return OrderShop(shop)


__all__ = ["desk", "orders", "shop"]
