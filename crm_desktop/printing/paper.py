"""What a paper says, as frozen values: services fill them, printing only sets them.

Nothing here loads ReportLab, so services may import it freely.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from crm_desktop.domain.money import Money

Language = Literal["th", "en", "both"]
Era = Literal["buddhist", "gregorian"]
LineKind = Literal["product", "text", "heading", "subtotal"]
PageSize = Literal["A4", "A5"]


@dataclass(frozen=True)
class Seller:
    """The shop as its papers name it; `branch_code` is the Revenue Department's five digits."""

    name_th: str
    name_en: str
    tax_number: str
    branch_code: str = "00000"
    address_th: tuple[str, ...] = ()
    address_en: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    logo: bytes | None = None
    footer: str = ""


@dataclass(frozen=True)
class Party:
    """The customer as copied onto the paper at submit; a person has no `branch_code`."""

    name: str
    code: str = ""
    tax_number: str = ""
    branch_code: str = ""
    address: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    email: str = ""
    site: str = ""


@dataclass(frozen=True)
class PaperLine:
    """One row of the table; a subtotal carries the sum that services computed."""

    kind: LineKind = "product"
    description: str = ""
    code: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    unit_price: Money | None = None
    discount: str = ""
    amount: Money | None = None

    @property
    def is_sold(self) -> bool:
        """Whether it is numbered and summed: goods, or free text with an amount of its own."""
        return self.kind == "product" or (self.kind == "text" and self.amount is not None)


@dataclass(frozen=True)
class VatSum:
    """One VAT class of the document: `rate` in percent, None for exempt goods."""

    rate: Decimal | None
    base: Money
    vat: Money


@dataclass(frozen=True)
class DepositReceived:
    """A deposit already received against this paper."""

    number: str
    on: date
    amount: Money


@dataclass(frozen=True)
class Sums:
    """The figures below the lines, as the document's own rules computed them.

    `discount` is the document discount in baht (never negative), `discount_text` what was
    typed; `withholding` is only a note and never taken from the total.
    """

    subtotal: Money
    grand_total: Money
    vat: tuple[VatSum, ...] = ()
    discount: Money = field(default_factory=lambda: Money(0))
    discount_text: str = ""
    prices_include_vat: bool = False
    deposits: tuple[DepositReceived, ...] = ()
    remainder: Money | None = None
    withholding_rate: Decimal | None = None
    withholding: Money | None = None


@dataclass(frozen=True)
class BankAccount:
    """Where to pay: an account, a Thai QR payload (EMVCo text), or both."""

    bank: str = ""
    branch: str = ""
    name: str = ""
    number: str = ""
    qr_payload: str = ""


@dataclass(frozen=True)
class Signatory:
    """Who stands below a signature line; `on` is the day of the act, None leaves it to a pen."""

    name: str
    position: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Look:
    """The shop's own look: accent colour as #rrggbb, page size, room for a letterhead."""

    accent: str = "#1f4e5f"
    page_size: PageSize = "A4"
    letterhead_mm: int = 0


@dataclass(frozen=True)
class Paper:
    """One paper of any kind; `details` are the extra facts of a kind as (label code, value).

    Without `number` the paper shows its draft reference; `draft` adds the watermark;
    `copy_number` counts the reprints (0 is the first print).
    """

    seller: Seller
    customer: Party
    dated: date
    lines: tuple[PaperLine, ...]
    sums: Sums
    kind: str = "QT"
    number: str | None = None
    draft_reference: str = ""
    revision: int = 1
    replaces: str = ""
    draft: bool = False
    copy_number: int = 0
    language: Language = "th"
    era: Era = "buddhist"
    valid_until: date | None = None
    valid_days: int | None = None
    delivery: str = ""
    payment_terms: str = ""
    salesperson: str = ""
    salesperson_phone: str = ""
    subject: str = ""
    details: tuple[tuple[str, str], ...] = ()
    remarks: str = ""
    terms: tuple[str, ...] = ()
    special_order_terms: str = ""
    bank: BankAccount | None = None
    proposer: Signatory | None = None
    approver: Signatory | None = None
    keep_words: frozenset[str] = frozenset()
    look: Look = field(default_factory=Look)
