"""What the desk knows of a customer, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.domain.phones import Phone
from crm_desktop.services.places import Address

KINDS = ("person", "company")
PRICE_LEVELS = ("retail", "wholesale", "contractor", "project")
PURPOSES = ("marketing", "satisfaction", "sharing")
CHANNELS = ("counter", "paper", "phone", "line", "email")
MASK = "•"
SHOWN_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to talk to at a customer."""

    name: str
    duty: str = ""
    phone: str = ""
    email: str = ""
    line_id: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """The last word of a customer on one purpose."""

    purpose: str
    given: bool
    text_version: str
    channel: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class CreditPart:
    """One figure of `limit`, `outstanding`, `orders`, `deposits`: as of when, and who says so.

    The desk's own count has no `source`.
    """

    part: str
    amount: Money
    as_of: datetime
    source: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Credit as finance last reported it; `as_of` and `source` say how old it is and whose.

    `orders` are confirmed ones that no bill is written for yet, as far as they are still due;
    `deposits` are cleared and not used up. Both are the desk's own, of the moment `counted_at`.
    """

    limit: Money
    outstanding: Money
    overdue: Money
    term_days: int
    blocked: bool
    as_of: datetime
    source: str
    orders: Money = Money.ZERO
    deposits: Money = Money.ZERO
    counted_at: datetime | None = None

    @property
    def available(self) -> Money:
        """What may still be bought on credit; negative when the limit is already passed."""
        return self.limit - self.outstanding - self.orders + self.deposits

    @property
    def parts(self) -> tuple[CreditPart, ...]:
        """What `available` is made of, in the order it is counted."""
        counted_at = self.counted_at or self.as_of
        return (
            CreditPart("limit", self.limit, self.as_of, self.source),
            CreditPart("outstanding", self.outstanding, self.as_of, self.source),
            CreditPart("orders", self.orders, counted_at),
            CreditPart("deposits", self.deposits, counted_at),
        )

    def states(self, extra: Money = Money.ZERO) -> frozenset[str]:
        """`blocked`, `overdue`, `over_limit` as far as they hold with `extra` more; else `ok`.

        A customer without limit and debt pays cash and is never over a limit.
        """
        on_credit = bool(self.limit or self.outstanding)
        held = {
            "blocked": self.blocked,
            "overdue": self.overdue > Money.ZERO,
            "over_limit": on_credit and extra > self.available,
        }
        return frozenset(name for name, holds in held.items() if holds) or frozenset({"ok"})


@dataclass(frozen=True, slots=True)
class Customer:
    """A whole customer; a person's tax number is masked unless it was asked for by command."""

    id: int
    version: int
    code: str
    kind: str
    name: str
    name_en: str
    tax_number: str
    tax_branch: str
    phones: tuple[Phone, ...]
    email: str
    line_id: str
    contacts: tuple[Contact, ...]
    addresses: tuple[Address, ...]
    segment: str
    zone: str
    price_level: str
    paper_language: str
    owner_id: int | None
    owner: str
    branch_id: int
    note: str
    active: bool
    created_at: datetime
    consents: tuple[Consent, ...] = ()
    credit: Credit | None = None
    rhythm: str = ""
    contact_on: date | None = None
    due_on: date | None = None

    @property
    def is_company(self) -> bool:
        """Whether tax branch and company rules apply."""
        return self.kind == "company"

    def address(self, use: str) -> Address | None:
        """The first address of that use; delivery falls back to billing."""
        found = [address for address in self.addresses if address.use == use]
        return found[0] if found else next(iter(self.addresses), None)


@dataclass(frozen=True, slots=True)
class Double:
    """A customer that may be the same; `reasons` among same_tax_number, same_phone, same_name,
    similar_name, strongest first."""

    id: int
    code: str
    name: str
    phone: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """Something that happened around a customer; `detail` fills the sentence of its event."""

    id: int
    at: datetime
    actor: str
    subject: str
    subject_id: int
    event: str
    detail: Mapping[str, Any] = field(default_factory=dict)


def masked(number: str) -> str:
    """An identity number of which only the end may be seen."""
    return MASK * (len(number) - SHOWN_DIGITS) + number[-SHOWN_DIGITS:]
