"""What others are told of deposits: the customer's statement, and the list for accounting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.deposits import VatPart
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.customers.customer_values import masked
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import bulk
from crm_desktop.store.orm import fn

SIGNS = {
    "receive": 1,
    "transfer_in": 1,
    "bounce": -1,
    "apply": -1,
    "refund": -1,
    "forfeit": -1,
    "transfer_out": -1,
}
"""What an entry does to the money that is held; clearing moves nothing."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement of a customer's money; `amount` is signed, `balance` what is held after it.

    For a reversal `what` names the kind of entry that it took back.
    """

    dated: date
    deposit_id: int
    reference: str
    kind: str
    what: str
    amount: Money
    balance: Money
    target_reference: str
    method: str
    note: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A customer's deposits over a period, oldest first; `branch` names the only one they are of
    where the reader does not see the others'."""

    customer_id: int
    customer: str
    since: date
    until: date
    opening: Money
    lines: tuple[StatementLine, ...]
    branch: str = ""

    @property
    def closing(self) -> Money:
        """What is held at the end."""
        return self.lines[-1].balance if self.lines else self.opening


@dataclass(frozen=True, slots=True)
class AccountingRow:
    """One ledger entry for accounting, with its VAT per class; a reversal's sums are negative.

    `what` is the kind of entry, for a reversal the one taken back.
    """

    entry_id: int
    dated: date
    kind: str
    what: str
    deposit_id: int
    number: str
    received_on: date | None
    customer_code: str
    customer: str
    tax_number: str
    tax_branch: str
    amount: Money
    vat: Money
    parts: tuple[VatPart, ...]
    method: str
    reference: str
    for_reference: str
    target_reference: str
    tax_invoice: str
    tax_invoice_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class AccountingSums:
    """What came in a period, the VAT within, and how many receipts have no tax invoice yet."""

    received: Money
    vat: Money
    missing: int


@query("deposit.read")
def statement(context: Context, customer_id: int, since: date, until: date) -> Statement:
    """All deposits of a customer from `since` to `until` with the running balance; only those of
    the reader's own branch, unless their role is for all."""
    _check_period(since, until)
    customer = context.row("customer", customer_id)
    entry, document = context.t.deposit_entry, context.t.document
    rows = _entries(context).where(
        document.c.customer_id == customer_id, entry.c.dated <= until.isoformat()
    )
    branch_id = context.branches("deposit.read")
    if branch_id is not None:
        rows = rows.where(document.c.branch_id == branch_id)
    balance, opening, lines = Money.ZERO, Money.ZERO, []
    for row in rows.order_by(entry.c.dated, entry.c.id).dicts():
        amount = _signed(row)
        balance += amount
        if row["dated"] < since.isoformat():
            opening = balance
        elif amount:
            lines.append(_line(row, amount, balance))
    only = (
        ""
        if branch_id is None
        else context.row("branch", branch_id)[f"name_{context.actor.language}"]
    )
    return Statement(customer_id, customer["name"], since, until, opening, tuple(lines), only)


def _check_period(since: date, until: date) -> None:
    if until < since:
        raise Refused("period_backwards", "until", since=since, until=until)


def _signed(row: Mapping[str, Any]) -> Money:
    """What an entry does to the money that is held."""
    sign = SIGNS.get(row["was"] or row["kind"], 0)
    return Money(row["satang"] * (-sign if row["was"] else sign))


def _line(row: Mapping[str, Any], amount: Money, balance: Money) -> StatementLine:
    return StatementLine(
        dated=date.fromisoformat(row["dated"]),
        deposit_id=row["deposit_id"],
        reference=row["number"] or row["draft_reference"],
        kind=row["kind"],
        what=row["was"] or row["kind"],
        amount=amount,
        balance=balance,
        target_reference=row["target_number"] or row["target_draft"] or "",
        method=row["method"],
        note=row["reason"],
    )


@query("deposit.account")
def accounting(context: Context, since: date, until: date) -> tuple[AccountingRow, ...]:
    """Every entry of the period but clearings, oldest first: what came by VAT class, and what
    became of it; of a private person's tax number only the end."""
    entry = context.t.deposit_entry
    rows = _of_period(context, _entries(context), since, until)
    return tuple(_accounted(row) for row in rows.order_by(entry.c.dated, entry.c.id).dicts())


def accounted(context: Context, ids: Iterable[int]) -> list[AccountingRow]:
    """These entries of the ledger in the order in which they were written."""
    entry = context.t.deposit_entry
    return [
        _accounted(row)
        for chunk in bulk.chunks(ids, bulk.MOST_PARAMETERS)
        for row in _entries(context).where(entry.c.id << chunk).order_by(entry.c.id).dicts()
    ]


@query("deposit.account")
def accounting_page(context: Context, wanted: ListQuery) -> Page[AccountingRow]:
    """A page of the same; filters: since and until."""
    entry, period = context.t.deposit_entry, wanted.filters
    rows = _of_period(context, _entries(context), period["since"], period["until"])
    found = keyset(rows, entry.c.dated, entry.c.id, wanted)
    shown = found[: wanted.limit]
    end = shown[-1] if len(found) > len(shown) else None
    after = (end["dated"], end["entry_id"]) if end else None
    return Page(tuple(_accounted(row) for row in shown), after)


@query("deposit.account")
def accounting_sums(context: Context, since: date, until: date) -> AccountingSums:
    """What the whole period comes to."""
    entry, document, deposit = context.t.deposit_entry, context.t.document, context.t.deposit
    written = fn.COUNT(fn.NULLIF(deposit.c.tax_invoice, ""))
    rows = (
        entry.select(
            fn.SUM(entry.c.satang), fn.SUM(entry.c.vat_satang), fn.COUNT(entry.c.id) - written
        )
        .join(document, on=(document.c.id == entry.c.deposit_id))
        .join(deposit, on=(deposit.c.document_id == document.c.id))
        .where(entry.c.kind == "receive")
    )
    received, vat, missing = next(iter(_of_period(context, rows, since, until).tuples()))
    return AccountingSums(Money(int(received or 0)), Money(int(vat or 0)), int(missing))


def _of_period(context: Context, rows: Any, since: date, until: date) -> Any:
    """Those of the period that the reader's branches wrote."""
    _check_period(since, until)
    entry, document = context.t.deposit_entry, context.t.document
    rows = rows.where(entry.c.dated >= since.isoformat(), entry.c.dated <= until.isoformat())
    branch_id = context.branches("deposit.account")
    return rows if branch_id is None else rows.where(document.c.branch_id == branch_id)


def _accounted(row: Mapping[str, Any]) -> AccountingRow:
    sign = -1 if row["was"] else 1
    amount, vat = Money(row["satang"]), Money(row["vat_satang"])
    return AccountingRow(
        entry_id=row["entry_id"],
        dated=date.fromisoformat(row["dated"]),
        kind=row["kind"],
        what=row["was"] or row["kind"],
        deposit_id=row["deposit_id"],
        number=row["number"] or row["draft_reference"],
        received_on=_day(row["received_on"]),
        customer_code=row["customer_code"],
        customer=row["customer"],
        tax_number=_tax_number(row),
        tax_branch=row["tax_branch"] or "",
        amount=amount * sign,
        vat=vat * sign,
        parts=tuple(_part_times(part, sign) for part in _parts(row, amount, vat)),
        method=row["method"],
        reference=row["reference"],
        for_reference=row["for_number"] or row["for_draft"],
        target_reference=row["target_number"] or row["target_draft"] or "",
        tax_invoice=row["tax_invoice"],
        tax_invoice_on=_day(row["tax_invoice_on"]),
        reason=row["reason"],
    )


def _tax_number(row: Mapping[str, Any]) -> str:
    """A company's whole number; asking for a person's is an act of its own."""
    number = row["tax_number"] or ""
    return number if row["tax_branch"] else masked(number)


def _parts(row: Mapping[str, Any], amount: Money, vat: Money) -> Iterable[VatPart]:
    return rules.piece(ledger.vat_parts(row["vat_split"]), amount, vat)


def _part_times(part: VatPart, sign: int) -> VatPart:
    return VatPart(part.vat_class, part.rate, part.amount * sign, part.vat * sign)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _entries(context: Context) -> Any:
    """Entries that move money, with the deposit, customer and papers they are about; `was` is what
    a reversal took back."""
    entry, document, deposit = context.t.deposit_entry, context.t.document, context.t.deposit
    customer = context.t.customer
    undone, target, paper = (
        entry.alias("undone"),
        document.alias("target"),
        document.alias("paper"),
    )
    plain = ("deposit_id", "kind", "satang", "vat_satang", "method", "reference", "reason")
    return (
        entry.select(
            entry.c.id.alias("entry_id"),
            *(getattr(entry.c, name) for name in (*plain, "dated")),
            *(getattr(document.c, name) for name in ("number", "draft_reference")),
            *(
                getattr(deposit.c, name)
                for name in ("vat_split", "received_on", "tax_invoice", "tax_invoice_on")
            ),
            *(getattr(customer.c, name) for name in ("tax_number", "tax_branch")),
            customer.c.code.alias("customer_code"),
            customer.c.name.alias("customer"),
            undone.c.kind.alias("was"),
            target.c.number.alias("target_number"),
            target.c.draft_reference.alias("target_draft"),
            paper.c.number.alias("for_number"),
            paper.c.draft_reference.alias("for_draft"),
        )
        .join(document, on=(document.c.id == entry.c.deposit_id))
        .join(deposit, on=(deposit.c.document_id == document.c.id))
        .join(customer, on=(customer.c.id == document.c.customer_id))
        .join(paper, on=(paper.c.id == deposit.c.for_id))
        .left_outer_join(undone, on=(undone.c.id == entry.c.reverses_id))
        .left_outer_join(target, on=(target.c.id == entry.c.target_id))
        .where((entry.c.kind << tuple(SIGNS)) | (undone.c.kind << tuple(SIGNS)))
    )
