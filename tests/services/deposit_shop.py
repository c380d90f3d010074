"""A shop that takes deposits: what officer, cashier and credit-finance do, in one line each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.deposits.deposit_claims import (
    AskForfeit,
    AskRefund,
    AskTransfer,
    Claimed,
    PayRefund,
)
from crm_desktop.services.deposits.deposit_lists import Deposit, PaperDeposits
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    BounceDeposit,
    ClearDeposit,
    ReceiveDeposit,
    Saved,
)
from crm_desktop.services.orders.orders import SaveOrder, SubmitOrder
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.registry import Command
from tests.services.desk import Desk, desk
from tests.services.shop import SellingShop

CHEQUE = (("bank", "กสิกรไทย"), ("cheque_number", "0012345"), ("cheque_date", "2026-11-22"))
TRANSFER = (("bank", "กสิกรไทย"), ("reference", "TX-1"))
DETAILS = {"cheque": CHEQUE, "transfer": TRANSFER, "card": (("card_last4", "4242"),)}
TABLES = ("document", "deposit", "deposit_entry", "deposit_claim", "request", "number_series")
PAYER = "บริษัท ก่อสร้างไทย จำกัด"


def baht(amount: object) -> Money:
    """Baht as money."""
    return Money.of(str(amount))


@dataclass
class DepositShop:
    """What the tests of deposits talk to."""

    shop: SellingShop

    @property
    def desk(self) -> Desk:
        """The people."""
        return self.shop.desk

    @property
    def today(self) -> date:
        """The day at the desk."""
        return self.desk.now.date()

    def order(self, *lines: LineInput, kind: str = "BO", **content: Any) -> int:
        """A confirmed order of the shop's customer: 10,000 baht with 30 % deposit unless said."""
        content = {"deposit_percent": 30, **content}
        typed = self.shop.content(*(lines or (self.line(10_000),)), **content)
        director = self.desk.director
        saved = director.execute(SaveOrder(kind, None, 0, typed))
        done = director.execute(SubmitOrder(saved.id, saved.version, issue=True))
        assert done.number is not None
        return done.id

    def line(self, price: object, quantity: object = 1, **values: Any) -> LineInput:
        """A line of cement at this price, VAT included."""
        return self.shop.line("CEM", quantity, unit_price=baht(price), **values)

    def read(self, deposit_id: int, who: str = "director") -> Deposit:
        """A deposit as that person reads it."""
        program: Application = getattr(self.desk, who)
        return program.read(deposit_lists.deposit, deposit_id)

    def paper(self, document_id: int) -> PaperDeposits:
        """What a paper has of deposits."""
        return self.desk.director.read(deposit_lists.paper_deposits, document_id)

    def do(self, who: str, command: Command[Any]) -> Any:
        """That person presses the key."""
        program: Application = getattr(self.desk, who)
        return program.execute(command)

    def refused(self, who: str, command: Command[Any]) -> Refused:
        """What the person is told, with not a row changed."""
        before = self.everything()
        with pytest.raises(Refused) as told:
            self.do(who, command)
        assert self.everything() == before
        return told.value

    def everything(self) -> list[Any]:
        """What deposits consist of, row by row."""
        run = self.shop.store.database.execute_sql
        return [sorted(map(str, run(f"SELECT * FROM {name}").fetchall())) for name in TABLES]

    def version(self, document_id: int) -> int:
        """The version of a paper."""
        rows = self.shop.store.database.execute_sql(
            f"SELECT version FROM document WHERE id = {document_id:d}"
        )
        return int(rows.fetchone()[0])

    def ask(self, document_id: int, amount: object = None) -> Saved:
        """The officer asks for a deposit."""
        sum_ = None if amount is None else baht(amount)
        return self.desk.officer.execute(AskDeposit(document_id, sum_))

    def receive(
        self, deposit_id: int, amount: object, method: str = "cash", **values: Any
    ) -> Deposit:
        """The cashier takes the money."""
        given = {"details": DETAILS.get(method, ()), "received_on": self.today, **values}
        version = self.read(deposit_id).version
        command = ReceiveDeposit(deposit_id, version, baht(amount), method, **given)
        return self.read(self.desk.cashier.execute(command).id)

    def held(
        self, document_id: int, amount: object = 3_000, method: str = "cash", **values: Any
    ) -> Deposit:
        """A deposit asked for and received."""
        return self.receive(self.ask(document_id, amount).id, amount, method, **values)

    def clear(self, deposit: Deposit, on: date | None = None) -> Deposit:
        """The cashier saw the money on the account."""
        version = self.read(deposit.id).version
        self.desk.cashier.execute(ClearDeposit(deposit.id, version, on or self.today))
        return self.read(deposit.id)

    def bounce(self, deposit: Deposit, reason: str = "เงินในบัญชีไม่พอ") -> Deposit:
        """The bank did not pay."""
        version = self.read(deposit.id).version
        self.desk.credit.execute(BounceDeposit(deposit.id, version, self.today, reason))
        return self.read(deposit.id)

    def apply(self, deposit: Deposit, document_id: int, amount: object) -> Deposit:
        """The officer deducts it."""
        version = self.read(deposit.id).version
        self.desk.officer.execute(ApplyDeposit(deposit.id, version, document_id, baht(amount)))
        return self.read(deposit.id)

    def refund(
        self, deposit: Deposit, amount: object, who: str = "officer", payee: str = PAYER
    ) -> Claimed:
        """Somebody asks to give money back."""
        version = self.read(deposit.id).version
        command = AskRefund(deposit.id, version, baht(amount), payee, "ลูกค้ายกเลิก")
        answer: Claimed = self.do(who, command)
        return answer

    def forfeit(
        self, deposit: Deposit, amount: object, who: str = "officer", term: str = "ข้อ 3"
    ) -> Claimed:
        """Somebody asks to keep the money."""
        version = self.read(deposit.id).version
        command = AskForfeit(deposit.id, version, baht(amount), term, "ลูกค้าไม่มารับ")
        answer: Claimed = self.do(who, command)
        return answer

    def transfer(
        self, deposit: Deposit, to_id: int, amount: object, who: str = "officer"
    ) -> Claimed:
        """Somebody asks to hold the money for another paper."""
        version = self.read(deposit.id).version
        command = AskTransfer(deposit.id, version, to_id, baht(amount), "ย้ายรายการ")
        answer: Claimed = self.do(who, command)
        return answer

    def answer(self, claimed: Claimed, verdict: str = "approve", who: str = "supervisor") -> None:
        """The superior answers."""
        request = self.shop.request(claimed.request_id)
        note = "" if verdict == "approve" else "ยังไม่ควร"
        self.do(who, AnswerRequest(request["id"], request["version"], verdict, note))

    def newest(self, table: str) -> int:
        """The id of the last record."""
        rows = self.shop.store.database.execute_sql(f"SELECT MAX(id) FROM {table}")
        return int(rows.fetchone()[0])

    def entries(self, deposit_id: int) -> list[int]:
        """The ids of a deposit's entries."""
        entry = self.shop.store.t.deposit_entry
        rows = entry.select(entry.c.id).where(entry.c.deposit_id == deposit_id)
        return [row[0] for row in rows.order_by(entry.c.id).tuples()]

    def request_of(self, claim_id: int) -> int:
        """The request that a claim waits for."""
        claim = self.shop.store.t.deposit_claim
        rows = claim.select(claim.c.request_id).where(claim.c.id == claim_id)
        return int(next(iter(rows.tuples()))[0])

    def lines(self, document_id: int) -> list[tuple[int, int]]:
        """The lines of a paper with their net in satang."""
        line = self.shop.store.t.document_line
        rows = line.select(line.c.id, line.c.net_satang).where(line.c.document_id == document_id)
        return list(rows.order_by(line.c.position).tuples())

    def payment(self, claim_id: int, **values: Any) -> PayRefund:
        """How credit-finance pays a claim as it stands now."""
        table = self.shop.store.t.deposit_claim
        claim = next(iter(table.select().where(table.c.id == claim_id).dicts()))
        given = {
            "method": "transfer",
            "reference": "PAY-1",
            "paid_on": self.today,
            "payee": claim["payee"],
            **values,
        }
        return PayRefund(claim_id, claim["version"], **given)

    def pay(self, claim_id: int, who: str = "credit", **values: Any) -> Saved:
        """Credit-finance pays."""
        saved: Saved = self.do(who, self.payment(claim_id, **values))
        return saved


@pytest.fixture
def till(desk: Desk) -> DepositShop:
    """The shop on either database."""
    return DepositShop(SellingShop(desk))


__all__ = ["desk", "till"]
