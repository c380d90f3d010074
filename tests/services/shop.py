"""A shop that can sell: the people of `desk` with their superiors, goods, customers, a matrix."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import sort_key
from crm_desktop.services.authority import matrices
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.credit.credit import SetCredit
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.papers import quotation_lists, quotations
from crm_desktop.services.papers.contents import Content, LineInput
from crm_desktop.services.papers.quotations import Outcome, Saved, SaveQuotation, SubmitQuotation
from crm_desktop.services.settings import SaveShop, Shop
from tests.services.desk import PEOPLE, Desk, desk

LINE = {
    "officer": "supervisor",
    "supervisor": "manager",
    "manager": "director",
    "credit": "director",
}
PRICES = {"CEM": 150, "TILE": 289, "STEEL": 92}


class SellingShop:
    """What the tests of papers talk to; `desk` holds the programs of the people.

    The first on a store sets it up, unless that is a copy of one that was set up before.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.store = desk.store
        self.system = Application(desk.store, lambda: desk.now)
        self.system.act_as_system()
        product, customer = desk.store.t.product, desk.store.t.customer
        if not product.select().limit(1).tuples().execute():
            self._set_up()
        self.products = dict(product.select(product.c.code, product.c.id).tuples())
        self.customer = int(next(iter(customer.select(customer.c.id).limit(1).tuples()))[0])

    def _set_up(self) -> None:
        people = list(PEOPLE)
        person = self.store.t.person
        with self.store.write():
            for below, above in LINE.items():
                person.update(superior_id=people.index(above) + 1).where(
                    person.c.username == below
                ).execute()
            for code, baht in PRICES.items():
                self.new_product(code, baht)
        seller = Shop(name_th="ร้านวัสดุไทย", name_en="Thai Materials", tax_number="0105536112014")
        self.system.execute(SaveShop(0, seller))
        self.confirm(tuple(rows_to_json(shipped().rows)))
        self.new_customer("บริษัท ก่อสร้างไทย จำกัด")

    def new_product(self, code: str, baht: int) -> int:
        """Goods at this price; inside a transaction of the caller's."""
        product_id = int(
            self.store.t.product.insert(
                code=code,
                name=f"สินค้า {code}",
                sort_key=sort_key(code),
                product_group=code.lower(),
                unit="ชิ้น",
                cost_satang=baht * 70,
                imported_at=self.desk.now.isoformat(),
            ).execute()
        )
        self.store.t.product_price.insert(
            product_id=product_id, level="retail", price_satang=baht * 100
        ).execute()
        return product_id

    def confirm(self, rows: tuple[dict[str, Any], ...]) -> int:
        """A new version of the matrix, drafted by the director and confirmed by the manager."""
        draft = matrices.DraftMatrix(rows, "ทดสอบ", self.desk.now.date())
        version = self.desk.director.execute(draft)
        self.desk.manager.execute(matrices.ConfirmMatrix(version))
        return version

    def new_customer(self, name: str) -> int:
        """A walk-in with a name and a phone."""
        return self.desk.officer.execute(
            SaveCustomer(None, 0, "person", name, phones=("081-234-5678",))
        )

    def line(self, code: str = "CEM", quantity: object = 1, **values: Any) -> LineInput:
        """A line of a product at its list price."""
        given = {
            "product_id": self.products[code],
            "code": code,
            "description": f"สินค้า {code}",
            "quantity": Decimal(str(quantity)),
            "unit": "ชิ้น",
            "unit_price": Money.of(PRICES[code]),
        }
        return LineInput(**{**given, **values})

    def content(self, *lines: LineInput, **values: Any) -> Content:
        """A paper for the shop's first customer."""
        return Content(**{"customer_id": self.customer, "lines": lines or (self.line(),), **values})

    def draft(self, *lines: LineInput, who: str = "officer", **values: Any) -> Saved:
        """A stored draft of that person."""
        content = self.content(*lines, **values)
        program: Application = getattr(self.desk, who)
        return program.execute(SaveQuotation(None, 0, content))

    def submit(
        self,
        saved: Saved,
        *,
        who: str = "officer",
        reason: str = "ลูกค้าประจำ",
        consulted: Consulted | None = None,
        issue: bool = False,
        waiting: bool = False,
    ) -> Outcome:
        """Submits a draft."""
        program: Application = getattr(self.desk, who)
        plea = Plea(reason, customer_waiting=waiting)
        return program.execute(SubmitQuotation(saved.id, saved.version, plea, consulted, issue))

    def issued(self, *lines: LineInput, **values: Any) -> Outcome:
        """A paper of the officer's own authority, on the customer's side already."""
        return self.submit(self.draft(*lines, **values), issue=True)

    def paper(self, document_id: int, who: str = "officer") -> quotation_lists.Quotation:
        """The paper as that person reads it."""
        program: Application = getattr(self.desk, who)
        return program.read(quotation_lists.quotation, document_id)

    def edited(self, document_id: int, **values: Any) -> Saved:
        """The officer changes what is typed on a paper."""
        paper = self.paper(document_id)
        content = replace(paper.content, **values)
        return self.desk.officer.execute(SaveQuotation(document_id, paper.version, content))

    def request(self, request_id: int | None) -> dict[str, Any]:
        """A stored request."""
        table = self.store.t.request
        row = next(iter(table.select().where(table.c.id == request_id).dicts()))
        return {**row, "facts": json.loads(row["facts"])}

    def tell_credit(self, **figures: Any) -> None:
        """Credit-finance's snapshot for the shop's customer."""
        plain = {"limit": 100_000, "outstanding": 0, "overdue": 0, "blocked": 0, **figures}
        self.desk.credit.execute(
            SetCredit(
                customer_id=self.customer,
                blocked=bool(plain["blocked"]),
                limit=Money.of(plain["limit"]),
                outstanding=Money.of(plain["outstanding"]),
                overdue=Money.of(plain["overdue"]),
                term_days=30,
                source="ERP",
            )
        )


@pytest.fixture
def shop(desk: Desk) -> SellingShop:
    """The shop on either database."""
    return SellingShop(desk)


__all__ = ["desk", "quotations", "shop"]
