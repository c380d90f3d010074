"""Deposits in the demo: asked for at the desk, paid at the till, cleared, bounced, given back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from crm_desktop.demo.acting import CREW, Agreed, Life, Player
from crm_desktop.demo.stage import Stage, words, workday
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits.deposit_claims import (
    AskForfeit,
    AskRefund,
    AskTransfer,
    PayRefund,
)
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    BounceDeposit,
    ClearDeposit,
    ReceiveDeposit,
    RecordTaxInvoice,
)
from crm_desktop.services.deposits.till import CountTill, till

METHODS = {"cash": 28, "transfer": 32, "promptpay": 16, "card": 10, "cheque": 14}
TO_CLEAR = {"transfer": 1, "cheque": 2}


class Payer(Player):
    """A customer whose paper wants a deposit first.

    In the plan, `stop` ends the life after a step of this name, `method` says how money comes,
    `bounce` that the cheque is not paid.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.said = words("orders")

    def _stops(self, step: str) -> bool:
        return bool(self.plan.get("stop") == step)

    def _soon(self, *, minutes: int = 0, days: int = 0) -> datetime:
        """Some time on, in the office hours of a working day."""
        at = self.stage.moment + timedelta(days=days, minutes=minutes)
        if at.hour >= 17:
            at = (at + timedelta(days=1)).replace(hour=8, minute=self.luck.randint(30, 59))
        return at + (workday(at.date()) - at.date())

    def _some(self, least: int, most: int) -> datetime:
        """A while that a person takes, in minutes; where there is `hurry`, the least and so many
        more."""
        most = min(most, least + self.plan.get("hurry", most))
        return self._soon(minutes=self.luck.randint(least, most))

    # ------------------------------------------------------------ in

    def _paid(self, paper: int, method: str = "") -> Agreed:
        """Whether the deposit that the paper requires is there and cleared."""
        deposit = self._do(AskDeposit(paper)).id
        if self._stops("asked"):
            return False
        yield self._some(8, 50)
        method = method or self.plan.get("method", "") or self._method()
        self._receive(deposit, method)
        if self._row(deposit)["state"] == "awaiting":
            if self._stops("awaiting"):
                return False
            yield self._soon(days=TO_CLEAR[method], minutes=self.luck.randint(0, 90))
            if method == "cheque" and self._bounces(deposit):
                yield self._some(30, 200)
                return (yield from self._paid(paper, "cash"))
            version = self._row(deposit)["version"]
            self._as("cashier", ClearDeposit(deposit, version, self._today))
        return True

    @property
    def _today(self) -> Any:
        return self.stage.moment.date()

    def _method(self) -> str:
        return self.luck.choices(list(METHODS), list(METHODS.values()))[0]

    def _receive(self, deposit: int, method: str) -> None:
        row, seen = self._row(deposit), method == "promptpay"
        seen |= method == "transfer" and self.luck.random() < 0.5 and not self._stops("awaiting")
        command = ReceiveDeposit(
            deposit,
            row["version"],
            Money(row["total_satang"]),
            method,
            self._today,
            self._details(method),
            confirmed=seen,
        )
        self._as("cashier", command)

    def _details(self, method: str) -> tuple[tuple[str, str], ...]:
        bank, number = self.luck.choice(self.said["banks"]), self.luck.randint(10**6, 10**7 - 1)
        return {
            "cash": (),
            "transfer": (("bank", bank), ("reference", f"TR{number}")),
            "promptpay": (("reference", f"PP{number}"),),
            "card": (("card_last4", f"{number % 10_000:04d}"),),
            "cheque": (
                *(("bank", bank), ("cheque_number", f"{number:08d}")),
                ("cheque_date", self._today.isoformat()),
            ),
        }[method]

    def _bounces(self, deposit: int) -> bool:
        if not self.plan.get("bounce", self.luck.random() < 0.12):
            return False
        self._bounce(deposit)
        return True

    def _bounce(self, deposit: int) -> None:
        reason = self.luck.choice(self.said["bounced"])
        version = self._row(deposit)["version"]
        self._as("credit", BounceDeposit(deposit, version, self._today, reason))

    def _deposit_of(self, paper: int) -> int:
        """The last deposit that money came for."""
        deposit = self.stage.store.t.deposit
        rows = deposit.select(deposit.c.document_id).where(
            deposit.c.for_id == paper, deposit.c.received_on.is_null(False)
        )
        return max(int(row[0]) for row in rows.tuples())

    # ------------------------------------------------------------ out

    def _agrees(self, deposit: int) -> Agreed:
        """Whether the superiors let money go; the officer reads what they said."""
        while self._request(deposit)["state"] == "waiting":
            if self._stops("claimed"):
                return False
            yield self._some(10, 150)
            self._answer(deposit)
        yield self._some(5, 60)
        self._mark_seen(deposit)
        return bool(self._request(deposit)["state"] == "approved")

    def _refunded(self, paper: int) -> Life:
        """Asked at the desk, approved, and paid by credit-finance."""
        deposit = self._deposit_of(paper)
        row, payer = self._row(deposit), self._payer(deposit)
        reason = self.luck.choice(self.said["refund_reasons"])
        amount = Money(row["total_satang"])
        asked = self._do(AskRefund(deposit, row["version"], amount, payer, reason))
        if not (yield from self._agrees(deposit)) or self._stops("approved"):
            return
        yield self._soon(days=1)
        claim, reference = asked.claim_id, f"PV{self._today:%y%m}-{asked.claim_id:04d}"
        version = self._claim_version(claim)
        self._as("credit", PayRefund(claim, version, "transfer", reference, self._today, payer))

    def _forfeited(self, paper: int) -> Life:
        """What was made for a customer who does not take it; the term that was signed is cited."""
        deposit = self._deposit_of(paper)
        row = self._row(deposit)
        term, reason = self.said["forfeit_term"], self.luck.choice(self.said["refused"])
        amount = Money(row["total_satang"])
        self._do(AskForfeit(deposit, row["version"], amount, term, reason))
        yield from self._agrees(deposit)

    def _transferred(self, paper: int, other: int, most: Money) -> Agreed:
        """The same customer's money for another paper."""
        deposit = self._deposit_of(paper)
        row = self._row(deposit)
        amount = min(Money(row["total_satang"]), most)
        reason = self.said["transfer_reason"]
        self._do(AskTransfer(deposit, row["version"], other, amount, reason))
        return (yield from self._agrees(deposit))

    def _payer(self, deposit: int) -> str:
        table = self.stage.store.t.deposit
        rows = table.select(table.c.payer).where(table.c.document_id == deposit)
        return str(next(iter(rows.tuples()))[0])

    def _claim_version(self, claim_id: int) -> int:
        claim = self.stage.store.t.deposit_claim
        rows = claim.select(claim.c.version).where(claim.c.id == claim_id)
        return int(next(iter(rows.tuples()))[0])


def evenings(stage: Stage) -> Iterator[datetime]:
    """Every evening the cashiers count their tills, and the accounts write tax invoices."""
    luck, said = stage.luck("tills"), words("orders")
    cashiers = [stage.people[crew["cashier"]] for crew in CREW.values()]
    while True:
        for cashier in cashiers:
            _count(stage, cashier, said["till_note"] if luck.random() < 0.06 else "")
        if luck.random() < 0.6:
            _invoice(stage)
        yield stage.moment + timedelta(days=1)


def _count(stage: Stage, cashier: int, note: str) -> None:
    """As the program says, or twenty baht short with a word why."""
    entry, day = stage.store.t.deposit_entry, stage.moment.date()
    taken = entry.select(entry.c.id).where(
        entry.c.dated == day.isoformat(), entry.c.by_id == cashier, entry.c.kind == "receive"
    )
    if not list(taken.limit(1).tuples()):
        return
    rows = stage.read(cashier, till, day, cashier).rows
    off = Money.of(20) if note else Money.ZERO
    counts = tuple(
        (row.method, row.system - off if row.method == "cash" else row.system) for row in rows
    )
    short = note if any(row.method == "cash" for row in rows) else ""
    stage.do(cashier, CountTill(day, counts, short))


def _invoice(stage: Stage) -> None:
    """Accounting's numbers come back for what was received before today."""
    document, deposit = stage.store.t.document, stage.store.t.deposit
    day = stage.moment.date()
    rows = (
        document.select(document.c.id, document.c.version)
        .join(deposit, on=deposit.c.document_id == document.c.id)
        .where(
            document.c.kind == "DP",
            document.c.state << ("held", "partly_used", "applied"),
            deposit.c.tax_invoice == "",
            deposit.c.received_on < day.isoformat(),
        )
        .order_by(document.c.id)
    )
    for paper, version in list(rows.tuples()):
        number = f"TX{day:%y%m}-{paper:05d}"
        stage.do(stage.people["wichai"], RecordTaxInvoice(paper, version, number, day))
