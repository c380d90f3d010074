"""What a paper says, as frozen values: services fill them, printing only sets them.

Here is what papers share and the paper with lines; the other families have modules of their own,
loaded when such a paper is made. None of them loads ReportLab, so services may import them freely.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from crm_desktop.domain.money import Money

Language = Literal["th", "en", "both"]
Era = Literal["buddhist", "gregorian"]
LineKind = Literal["product", "text", "heading", "subtotal"]
PageSize = Literal["A4", "A5", "roll"]
PaperStyle = Literal["plain", "modern", "letterhead"]
SheetMark = Literal["original", "copy"]

ONE_SUM = ("DP", "PI", "RV")
"""Kinds of papers about one sum, which alone may go through the till's own printer, on a roll."""


LETTERHEAD_MM: Mapping[PageSize, int] = {"A4": 120, "A5": 60}
"""So much of a sheet may be printed already: below it a page must hold heads, rows and a foot."""


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
    """Whom the paper is for, the customer as copied onto it at submit; on a PR a department.

    A person has no `branch_code`.
    """

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
    """One row of the table; a subtotal carries the sum that services computed.

    `quantity` is what the paper is about: ordered, short, asked for or, on a delivery slip,
    delivered now, beside what was `ordered` and what remains after it. `due` is the day a PR
    needs it by or an order promises it for; `reference` the paper and customer a PR asks for;
    `note` is small print below the description: supplier, lot, shade.
    """

    kind: LineKind = "product"
    description: str = ""
    code: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    unit_price: Money | None = None
    discount: str = ""
    amount: Money | None = None
    ordered: Decimal | None = None
    remaining: Decimal | None = None
    due: date | None = None
    reference: str = ""
    note: str = ""

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
    """A deposit received against this paper, or the part of it that a delivery uses up.

    `vat` is the VAT within the amount; where given it prints below it.
    """

    number: str
    on: date
    amount: Money
    vat: Money | None = None


@dataclass(frozen=True)
class Sums:
    """The figures below the lines, as the document's own rules computed them.

    `discount` is the document discount in baht (never negative), `discount_text` what was
    typed; `withholding` is only a note and never taken from the total; `remainder_vat` is the
    residual, the document's VAT less that of its deposits.
    """

    subtotal: Money
    grand_total: Money
    vat: tuple[VatSum, ...] = ()
    discount: Money = field(default_factory=lambda: Money(0))
    discount_text: str = ""
    prices_include_vat: bool = False
    deposits: tuple[DepositReceived, ...] = ()
    remainder: Money | None = None
    remainder_vat: Money | None = None
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
    """Who stands below a signature line; `on` is the day of the act, None leaves it to a pen.

    `picture` is a PNG or JPEG of the signature itself, drawn on a screen or scanned; `alone` says
    that an approver approved what was their own.
    """

    name: str
    position: str = ""
    on: date | None = None
    picture: bytes | None = None
    alone: bool = False


@dataclass(frozen=True)
class Look:
    """The shop's own look: a finished style, accent colour as #rrggbb, page size.

    `letterhead_mm` leaves room on top for what is on the sheet already, in the style of that name
    alone; a `roll` is 80 mm wide, as long as its content, and only for papers about one sum (others
    are A5 then).
    """

    style: PaperStyle = "modern"
    accent: str = "#1f4e5f"
    page_size: PageSize = "A4"
    letterhead_mm: int = 0


@dataclass(frozen=True)
class Specification:
    """What a special order must be like: words, measurements as (what, value with unit), files.

    A measurement without a name is ("", words).
    `attachments` name the photos and drawings that go with the paper.
    """

    text: str = ""
    measurements: tuple[tuple[str, str], ...] = ()
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AnyPaper:
    """What papers of every kind have; `dated` is the day they speak of.

    Without `number` the paper shows its draft reference; `draft` adds the watermark, `stamp` names
    how the paper ended (`paper_stamp_<stamp>`) and stands large across every page;
    `copy_number` counts the reprints (0 is the first print); `sheets` prints the paper once per
    mark, each with its own page numbers (none: once, unmarked), and a reprint has no original.
    `proposer` and `approver` are the shop's own people, `customer_signed` is who signed for the
    customer, if anyone has yet. `details` are extra facts as (label code, value). `finder` is what
    the small QR says: scanned into the search box it finds the paper again (none: no QR). Nobody
    ever wrote a `sample`, and it says so as a draft does.
    """

    seller: Seller
    dated: date
    kind: str
    number: str | None = None
    draft_reference: str = ""
    revision: int = 1
    replaces: str = ""
    draft: bool = False
    stamp: str = ""
    copy_number: int = 0
    sheets: tuple[SheetMark, ...] = ()
    language: Language = "th"
    era: Era = "buddhist"
    details: tuple[tuple[str, str], ...] = ()
    remarks: str = ""
    terms: tuple[str, ...] = ()
    proposer: Signatory | None = None
    approver: Signatory | None = None
    customer_signed: Signatory | None = None
    look: Look = field(default_factory=Look)
    finder: str = ""
    sample: bool = False

    @property
    def watermark(self) -> str:
        """The code of the word that lies under every page, "" for none."""
        return "watermark_sample" if self.sample else "watermark" if self.draft else ""


@dataclass(frozen=True, kw_only=True)
class Paper(AnyPaper):
    """A paper with lines, of the kinds QT SO BO PR SP and the delivery slip DL.

    `source` is the paper it came from, `customer_reference` the customer's own order number.
    A PR prints no money whatever `sums` and the lines say.
    """

    customer: Party
    lines: tuple[PaperLine, ...]
    sums: Sums = field(default_factory=lambda: Sums(Money(0), Money(0)))
    kind: str = "QT"
    source: str = ""
    customer_reference: str = ""
    valid_until: date | None = None
    valid_days: int | None = None
    delivery: str = ""
    payment_terms: str = ""
    salesperson: str = ""
    salesperson_phone: str = ""
    subject: str = ""
    specification: Specification | None = None
    special_order_terms: str = ""
    bank: BankAccount | None = None
