"""Papers about the money of a customer and of the till, as frozen values.

Nothing here loads ReportLab, so services may import it freely.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from crm_desktop.domain.money import Money
from crm_desktop.printing.paper import AnyPaper, BankAccount, Party, Signatory, VatSum

Method = Literal["cash", "transfer", "card", "cheque", "promptpay"]


@dataclass(frozen=True)
class Payment:
    """How money came or goes out; a method leaves empty what it does not know.

    `bank` is the account's, the card's or the cheque's; `account` is paid from or refunded to;
    `at` is when a transfer arrived; `cheque_on` the date written on the cheque.
    """

    method: Method
    bank: str = ""
    account: str = ""
    reference: str = ""
    at: datetime | None = None
    card_last_four: str = ""
    cheque_number: str = ""
    cheque_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MoneyPaper(AnyPaper):
    """A paper about one sum: deposit receipt `DP`, pay-in slip `PI`, refund voucher `RV`.

    `amount` is received, asked for or paid out; `vat` splits it by VAT class (base and VAT
    within); `for_paper` names the order it belongs to, `paper_total` and `remainder` what that
    order comes to and what stays due; `deposit_number` is the receipt that a refund gives back.
    `cashier` took or paid the money. A `bank` with `qr_payload` prints the Thai QR.
    """

    customer: Party
    amount: Money
    payment: Payment | None = None
    for_paper: str = ""
    paper_total: Money | None = None
    remainder: Money | None = None
    deposit_number: str = ""
    vat: tuple[VatSum, ...] = ()
    tax_invoice: str = ""
    tax_invoice_on: date | None = None
    due: date | None = None
    reason: str = ""
    bank: BankAccount | None = None
    cashier: Signatory | None = None


@dataclass(frozen=True)
class Movement:
    """One line of a statement; `event` is a ledger entry's kind (`paper_movement_<event>`).

    `amount` is what it adds to the balance (negative: takes away), `balance` what is held then.
    """

    on: date
    number: str
    event: str
    amount: Money
    balance: Money
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Statement(AnyPaper):
    """The deposits of one customer from `since` to `dated`, oldest first, with the balance."""

    kind: str = "ST"
    customer: Party
    since: date | None = None
    opening: Money = field(default_factory=lambda: Money(0))
    movements: tuple[Movement, ...] = ()

    @property
    def balance(self) -> Money:
        """What is held at the end."""
        return self.movements[-1].balance if self.movements else self.opening


@dataclass(frozen=True)
class TillRow:
    """What one cashier took by one method: by the program, and as counted (None: not yet)."""

    cashier: str
    method: Method
    count: int
    amount: Money
    counted: Money | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TillList(AnyPaper):
    """The deposits taken on the day `dated`; the rows of one cashier stand together."""

    kind: str = "TL"
    rows: tuple[TillRow, ...] = ()
