"""The short forms of a deposit: asked for, cleared, failed, applied, reversed, invoiced."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.deposits import CLEAR_AT_ONCE
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits.deposit_lists import Deposit, EntryRow
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    BounceDeposit,
    CancelDeposit,
    ClearDeposit,
    RecordTaxInvoice,
)
from crm_desktop.services.orders.order_lists import order_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Command
from ui.deposits.renewing import MoneyForm
from ui.deposits.words import entry_line
from ui.desk import Desk
from ui.forms.lookup import Found
from ui.forms.rows import Rows
from ui.forms.side import SideForm

Today = Callable[[], date]
OFFERED = 10


class DepositForm(MoneyForm):
    """A form about one deposit; `STEP` names its draft, its head says whose money it is."""

    STEP: ClassVar[str] = ""

    def __init__(
        self, desk: Desk, about: Deposit, today: Today, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, self.STEP, about, today, parent)
        self.head(self.title, self.whose())
        rows = self.rows(columns=2)
        rows.hidden("version", about.version)
        self.ask(rows)
        self.adopt(rows)
        self.finish(self.button_words())
        self.load(self.begin_with())

    def whose(self) -> str:
        """Number, customer and what is held."""
        shown = self.about
        is_held = shown.held and shown.state != "awaiting"
        held = self.tr("{0} held").format(shown.held) if is_held else str(shown.expected)
        return " · ".join((shown.reference, shown.customer, held))

    def ask(self, rows: Rows) -> None:
        """Add the fields."""
        raise NotImplementedError

    def button_words(self) -> str:
        """What the button does."""
        return self.title

    def begin_with(self) -> Mapping[str, Any]:
        """What stands in the fields at first."""
        return {}

    def reason(self, rows: Rows) -> None:
        """Why, in words that stay on record."""
        rows.multiline("reason", self.tr("Reason"), required=True, lines=2)

    def amount(self, rows: Rows) -> None:
        """How much of it: never more than is there, which is said before anything is sent."""
        rows.money("amount", self.tr("Amount"), zero=False, required=True, judge=self._judge)

    def _judge(self, amount: Money) -> None:
        shown = self.about
        if amount > shown.held:
            raise Refused("deposit_more_than_held", "amount", held=shown.held)
        if amount > shown.cleared:
            raise Refused("deposit_not_cleared", "amount", cleared=shown.cleared)
        if amount > shown.free:
            raise Refused("deposit_reserved", "amount", free=shown.free, reserved=shown.reserved)

    def paper(self, rows: Rows, key: str, label: str) -> None:
        """An order of the same customer."""
        rows.lookup(key, label, self._find, required=True, span=2)

    def _find(self, text: str) -> list[Found]:
        return find_orders(self.desk, text, self.about.customer_id)


def find_orders(desk: Desk, text: str, customer_id: int | None = None) -> list[Found]:
    """Orders that money may be for, by a part of their number or customer."""
    filters = {"customer_id": customer_id} if customer_id else {}
    page = desk.read(order_page, ListQuery(text=text, filters=filters, limit=OFFERED))
    return [
        Found(row.id, row.reference, f"{row.customer} · {row.total}", "order", "file-text")
        for row in page.rows
    ]


class ClearForm(DepositForm):
    """Somebody has seen the money in the account."""

    STEP = "clear"

    @property
    def title(self) -> str:
        return self.tr("The money is in the account")

    def ask(self, rows: Rows) -> None:
        self.day(rows, "on", self.tr("Since"), span=2, help=self.tr("As the bank shows it."))

    def begin_with(self) -> Mapping[str, Any]:
        return {"on": self.today()}

    def command(self) -> Command[Any]:
        values = self.values()
        return ClearDeposit(self.about.id, values["version"], values["on"])


class BounceForm(DepositForm):
    """The bank sent the cheque back, or the transfer never came."""

    STEP = "bounce"

    @property
    def title(self) -> str:
        return self.tr("The money did not come")

    def ask(self, rows: Rows) -> None:
        self.day(rows, "on", self.tr("Reported by the bank on"), span=2)
        self.reason(rows)

    def begin_with(self) -> Mapping[str, Any]:
        return {"on": self.today()}

    def command(self) -> Command[Any]:
        values = self.values()
        return BounceDeposit(self.about.id, values["version"], values["on"], values["reason"])


class ApplyForm(DepositForm):
    """The money pays a part of a paper; how much is typed, for each delivery deducts its share."""

    STEP = "apply"

    @property
    def title(self) -> str:
        return self.tr("Apply to a paper")

    def ask(self, rows: Rows) -> None:
        self.paper(rows, "document_id", self.tr("Paper"))
        self.amount(rows)

    def begin_with(self) -> Mapping[str, Any]:
        paper = (self.about.for_id, self.about.for_reference)
        return {"document_id": paper}

    def command(self) -> Command[Any]:
        values = self.values()
        return ApplyDeposit(
            self.about.id, values["version"], values["document_id"], values["amount"]
        )


class ReverseForm(DepositForm):
    """A mistake is taken back by an opposite entry."""

    STEP = "reverse"

    @property
    def title(self) -> str:
        return self.tr("Reverse an entry")

    def ask(self, rows: Rows) -> None:
        entries: list[tuple[int | None, str]] = [
            (entry.id, entry_line(self.desk, entry))
            for entry in reversed(self.about.entries)
            if entry.reversible and not _arrives_by_itself(entry)
        ]
        if len(entries) > 1:
            entries.insert(0, (None, "–"))
        self.choice(rows, "entry_id", self.tr("Entry"), entries, required=True, span=2)
        self.reason(rows)

    def command(self) -> Command[Any]:
        values = self.values()
        return ReverseEntry(self.about.id, values["version"], values["entry_id"], values["reason"])


def _arrives_by_itself(entry: EntryRow) -> bool:
    """Whether it only follows the receipt, and is taken back with that."""
    return entry.kind == "clear" and entry.method in CLEAR_AT_ONCE


class InvoiceForm(DepositForm):
    """The number of the tax invoice that accounting wrote."""

    STEP = "invoice"

    @property
    def title(self) -> str:
        return self.tr("Tax invoice of this deposit")

    def ask(self, rows: Rows) -> None:
        rows.text("number", self.tr("Number"), required=True, longest=40)
        self.day(rows, "on", self.tr("Date"))

    def button_words(self) -> str:
        return self.tr("Save")

    def begin_with(self) -> Mapping[str, Any]:
        return {"number": self.about.tax_invoice, "on": self.about.tax_invoice_on or self.today()}

    def command(self) -> Command[Any]:
        values = self.values()
        return RecordTaxInvoice(self.about.id, values["version"], values["number"], values["on"])


class CancelForm(DepositForm):
    """Nobody expects this money any more."""

    STEP = "cancel"

    @property
    def title(self) -> str:
        return self.tr("No longer expected")

    def ask(self, rows: Rows) -> None:
        self.reason(rows)

    def command(self) -> Command[Any]:
        values = self.values()
        return CancelDeposit(self.about.id, values["version"], values["reason"])


class AskForm(SideForm):
    """A deposit to be paid for an order; without an amount what the paper still requires."""

    def __init__(self, desk: Desk, ident: str, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(desk, f"deposit:{ident}", today, parent)
        self.head(self.title)
        rows = self.rows()
        rows.lookup(
            "document_id",
            self.tr("For which order"),
            lambda text: find_orders(desk, text),
            required=True,
            placeholder=self.tr("Number or customer"),
        )
        rows.money(
            "amount",
            self.tr("Amount"),
            zero=False,
            help=self.tr("Leave empty for what the order still requires."),
        )
        self.adopt(rows)
        self.finish(self.tr("Ask for it"))
        self.load({})

    @property
    def title(self) -> str:
        return self.tr("Ask for a deposit")

    def command(self) -> Command[Any]:
        values = self.values()
        amount: Money | None = values["amount"]
        return AskDeposit(values["document_id"], amount)
