"""What is asked about a deposit and decided by others: refund, forfeiture, transfer; the paying."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.services.authority.approval_queue import request_card
from crm_desktop.services.authority.approvals import RecallRequest
from crm_desktop.services.deposits.deposit_claims import (
    AskForfeit,
    AskRefund,
    AskTransfer,
    DropClaim,
    PayRefund,
)
from crm_desktop.services.deposits.deposit_lists import Claim, Deposit
from crm_desktop.services.registry import Command
from ui.deposits.forms import DepositForm, Today
from ui.deposits.words import claim_sentence, method_word
from ui.desk import Desk
from ui.forms.rows import Rows

CASH = "cash"
PAID_BY = ("transfer", CASH, "cheque")


class RefundForm(DepositForm):
    """Who asks for it neither approves nor pays it."""

    STEP = "refund"

    @property
    def title(self) -> str:
        return self.tr("Ask for a refund")

    def ask(self, rows: Rows) -> None:
        self.amount(rows)
        rows.text(
            "payee",
            self.tr("To whom"),
            required=True,
            help=self.tr("Only the payer or the customer."),
        )
        self.reason(rows)

    def begin_with(self) -> Mapping[str, Any]:
        return {"amount": self.about.free, "payee": self.about.payer or self.about.customer}

    def command(self) -> Command[Any]:
        values = self.values()
        return AskRefund(
            self.about.id, values["version"], values["amount"], values["payee"], values["reason"]
        )


class ForfeitForm(DepositForm):
    """The shop keeps the money: the term that the customer broke must be cited."""

    STEP = "forfeit"

    @property
    def title(self) -> str:
        return self.tr("Forfeit the deposit")

    def ask(self, rows: Rows) -> None:
        self.amount(rows)
        rows.multiline(
            "term",
            self.tr("Term it rests on"),
            required=True,
            lines=2,
            help=self.tr("As it stands on the paper that the customer signed."),
        )
        self.reason(rows)

    def begin_with(self) -> Mapping[str, Any]:
        return {"amount": self.about.free}

    def command(self) -> Command[Any]:
        values = self.values()
        return AskForfeit(
            self.about.id, values["version"], values["amount"], values["term"], values["reason"]
        )


class TransferForm(DepositForm):
    """The money goes on to another paper of the same customer."""

    STEP = "transfer"

    @property
    def title(self) -> str:
        return self.tr("Transfer to another paper")

    def ask(self, rows: Rows) -> None:
        self.paper(rows, "to_document_id", self.tr("To which paper"))
        self.amount(rows)
        self.reason(rows)

    def begin_with(self) -> Mapping[str, Any]:
        return {"amount": self.about.free}

    def command(self) -> Command[Any]:
        values = self.values()
        return AskTransfer(
            self.about.id,
            values["version"],
            values["to_document_id"],
            values["amount"],
            values["reason"],
        )


class ClaimForm(DepositForm):
    """A form about one claim."""

    def __init__(
        self,
        desk: Desk,
        about: Deposit,
        claim: Claim,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        self.claim = claim
        super().__init__(desk, about, today, parent)


class DropForm(ClaimForm):
    """Nobody wants it any more: what waits is recalled, what was approved is let go."""

    STEP = "drop"

    @property
    def title(self) -> str:
        return self.tr("Withdraw what was asked")

    def ask(self, rows: Rows) -> None:
        label = QLabel(claim_sentence(self.desk, self.claim), self)
        label.setWordWrap(True)
        rows.place(label, 2)
        rows.multiline("reason", self.tr("Reason"), required=not self.waits, lines=2)
        if self.waits:
            self._asked = self.desk.read(request_card, self.claim.request_id).row

    @property
    def waits(self) -> bool:
        """Whether somebody may still answer it."""
        return self.claim.state == "waiting"

    def button_words(self) -> str:
        return self.tr("Withdraw")

    def command(self) -> Command[Any]:
        if self.waits:
            return RecallRequest(self._asked.id, self._asked.version)
        return DropClaim(self.claim.id, self.claim.version, self.values()["reason"])


class PayForm(ClaimForm):
    """An approved refund leaves the house."""

    STEP = "pay"

    @property
    def title(self) -> str:
        return self.tr("Pay the refund of {0}").format(self.claim.amount)

    def ask(self, rows: Rows) -> None:
        rows.text("payee", self.tr("To whom"), required=True, span=2)
        methods = [(method, method_word(self.desk, method)) for method in PAID_BY]
        self.choice(rows, "method", self.tr("Paid by"), methods, required=True)
        self.day(rows, "paid_on", self.tr("Paid on"))
        rows.text(
            "reference",
            self.tr("Reference"),
            span=2,
            help=self.tr("Of the transfer, or the number of the cheque."),
        )
        self.reference_label = rows.labels["reference"]
        method = rows.fields["method"]

        def star() -> None:
            rows.star("reference", needed=method.raw() != CASH)

        method.changed.connect(star)
        star()

    def button_words(self) -> str:
        return self.tr("Paid")

    def begin_with(self) -> Mapping[str, Any]:
        return {"payee": self.claim.payee, "method": PAID_BY[0], "paid_on": self.today()}

    def command(self) -> Command[Any]:
        values = self.values()
        return PayRefund(
            self.claim.id,
            self.claim.version,
            values["method"],
            values["reference"],
            values["paid_on"],
            values["payee"],
        )
