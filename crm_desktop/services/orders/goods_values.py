"""What lists and cards show of goods on their way, as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from crm_desktop.domain.money import Money


@dataclass(frozen=True, slots=True)
class WaitingGoods:
    """A paper whose goods are here and not fetched: BO and SP.

    Ages are in days to today from order, first promise and arrival; `goods` is the first line in
    words, `more` how many others wait with it; `fee` is the storage that the shop's terms come to.
    """

    id: int
    version: int
    kind: str
    reference: str
    state: str
    customer_id: int
    customer: str
    phone: str
    owner: str
    goods: str
    quantity: Decimal
    unit: str
    more: int
    value: Money
    arrived_on: date
    ordered_age: int
    promise_age: int | None
    arrival_age: int
    told_at: datetime | None
    told_by: str
    told_channel: str
    fee: Money


@dataclass(frozen=True, slots=True)
class TellingDue:
    """A customer who is to be told: `about` is arrival or promise."""

    id: int
    version: int
    kind: str
    reference: str
    state: str
    customer_id: int
    customer: str
    phone: str
    owner: str
    about: str
    since: date
    first_promise_on: date | None
    promised_on: date | None


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A promise that is over or near while goods are not here; `late_days` below zero: not yet."""

    id: int
    version: int
    kind: str
    reference: str
    state: str
    customer_id: int
    customer: str
    phone: str
    owner: str
    first_promise_on: date
    promised_on: date
    late_days: int
    total: Money


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """A purchase request as Sales sees it: no money; `needed_by` is the day the paper names."""

    id: int
    version: int
    reference: str
    state: str
    parent_id: int | None
    parent_reference: str
    customer: str
    owner: str
    supplier: str
    goods: str
    quantity: Decimal
    unit: str
    more: int
    issued_at: datetime
    age_days: int
    needed_by: date | None
    promised_on: date | None


@dataclass(frozen=True, slots=True)
class PoolRow:
    """Goods that arrived and are given to nobody, beside who waits for how much, in their own
    unit; `releasable` is what nobody waits for.

    What a special order left over and is in no list has no product but its `line_id`; its `code`
    is the paper's reference.
    """

    id: int
    product_id: int | None
    line_id: int | None
    code: str
    name: str
    unit: str
    there: Decimal
    wanted: Decimal
    releasable: Decimal


@dataclass(frozen=True, slots=True)
class ReceiptLineRow:
    """One inspected line of a receipt."""

    line_id: int
    description: str
    unit: str
    accepted: Decimal
    rejected: Decimal
    disposition: str
    findings: str


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One arrival of goods on a purchase request."""

    id: int
    document_id: int
    reference: str
    position: int
    received_on: date
    supplier_slip: str
    note: str
    by: str
    at: datetime
    lines: tuple[ReceiptLineRow, ...]


@dataclass(frozen=True, slots=True)
class DeliveryLineRow:
    """One line handed over."""

    line_id: int
    description: str
    quantity: Decimal
    unit: str
    value: Money
    mismatch: str


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One handing over of goods of a paper."""

    id: int
    document_id: int
    position: int
    delivered_on: date
    receiver: str
    note: str
    value: Money
    vat: Money
    deducted: Money
    remainder: Money
    signature_id: int | None
    by: str
    at: datetime
    lines: tuple[DeliveryLineRow, ...]


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One rung of the ladder: `source` is paper, supplier or desk."""

    id: int
    line_id: int
    description: str
    promised_on: date
    reason: str
    source: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TellingRow:
    """Once that the customer was told."""

    id: int
    about: str
    channel: str
    words: str
    promised_on: date | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SupplierQuoteRow:
    """What a supplier offered; `cost` is None for who may not see cost."""

    id: int
    supplier: str
    reference: str
    cost: Money | None
    lead_days: int
    valid_until: date | None
    note: str
    by: str
    at: datetime
