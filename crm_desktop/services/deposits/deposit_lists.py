"""Deposits as they are read: the list, one with its ledger, what is asked, what a paper has."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.deposits import VatPart
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.deposit import KIND
from crm_desktop.domain.money import Money
from crm_desktop.domain.promptpay import promptpay
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.deposits.claim_lists import Claim, claims_of, claims_page, reaches
from crm_desktop.services.deposits.deposit_ledger import Account
from crm_desktop.services.paging import ListQuery, along, keyset
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.settings import load_shop
from crm_desktop.store import search

ClaimRow = Claim
SORTS = {"id": "id", "amount": "total_satang"}
MOST_FOUND = 200


@dataclass(frozen=True, slots=True)
class DepositRow:
    """A line of the list; `amount` came (zero before), `held` of it is still with the shop.

    `for_kind` is the name of the kind of the paper it is for; `method` is "" before it came.
    """

    id: int
    version: int
    reference: str
    number: str | None
    state: str
    customer_id: int
    customer: str
    for_id: int
    for_reference: str
    for_kind: str
    expected: Money
    amount: Money
    held: Money
    method: str
    received_on: date | None
    tax_invoice: str
    age_days: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the ledger; `balance` is what was held after it.

    `target_*` names the paper it paid or the deposit at the other end of a transfer; `reversed`
    says that a later entry took it back, `reversible` that one may, if the actor does.
    """

    id: int
    kind: str
    amount: Money
    vat: Money
    balance: Money
    dated: date
    at: datetime
    by: str
    method: str
    reference: str
    reason: str
    target_id: int | None = None
    target_reference: str = ""
    target_kind: str = ""
    delivery_id: int | None = None
    reverses_id: int | None = None
    claim_id: int | None = None
    reversed: bool = False
    reversible: bool = False


@dataclass(frozen=True, slots=True)
class Deposit:
    """A whole deposit: `free` is cleared and nobody's claim; `events` may this actor do now."""

    id: int
    version: int
    reference: str
    number: str | None
    state: str
    customer_id: int
    customer: str
    payer: str
    for_id: int
    for_reference: str
    for_kind: str
    expected: Money
    amount: Money
    held: Money
    awaiting: Money
    cleared: Money
    reserved: Money
    free: Money
    vat: Money
    vat_split: tuple[VatPart, ...]
    method: str
    details: tuple[tuple[str, str], ...]
    received_on: date | None
    received_by: str
    tax_invoice: str
    tax_invoice_on: date | None
    print_count: int
    entries: tuple[EntryRow, ...]
    claims: tuple[Claim, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperDeposits:
    """What a paper has of deposits: `remainder` is to pay once all that is held is deducted.

    `at_risk` says that goods were ordered on a deposit that is not there any more.
    """

    required: Money
    expected: Money
    received: Money
    awaiting: Money
    held: Money
    cleared: Money
    applied: Money
    missing: Money
    due: Money
    remainder: Money
    at_risk: bool
    rows: tuple[DepositRow, ...]


# ---------------------------------------------------------------- the list


@query("deposit.read")
def deposit_page(context: Context, wanted: ListQuery) -> Page[DepositRow]:
    """A page of the branch's deposits; filters: state (one or several), customer_id,
    document_id (the paper they are for), method."""
    document = context.t.document
    name = SORTS[wanted.sort or "id"]
    kind = along(context.store, wanted, context.t.document.c.kind)
    rows = _narrowed(context, _select(context).where(kind == KIND.code), wanted)
    found = keyset(rows, getattr(document.c, name), document.c.id, wanted)
    shown = found[: wanted.limit]
    following = (shown[-1][name], shown[-1]["id"]) if len(found) > wanted.limit else None
    return Page(_rows(context, shown), following)


def _select(context: Context) -> Any:
    document, deposit, customer = context.t.document, context.t.deposit, context.t.customer
    paper = document.alias("paper")
    names = ("id", "version", "kind", "number", "draft_reference", "state", "customer_id")
    return (
        document.select(
            *(getattr(document.c, name) for name in (*names, "total_satang", "created_at")),
            deposit.c.for_id,
            paper.c.kind.alias("for_code"),
            paper.c.number.alias("for_number"),
            paper.c.draft_reference.alias("for_draft"),
            customer.c.name.alias("customer"),
        )
        .join(deposit, on=(deposit.c.document_id == document.c.id))
        .join(paper, on=(paper.c.id == deposit.c.for_id))
        .join(customer, on=(customer.c.id == document.c.customer_id))
    )


def _narrowed(context: Context, rows: Any, wanted: ListQuery) -> Any:
    document, deposit, filters = context.t.document, context.t.deposit, wanted.filters
    branch_id = context.branches("deposit.read")
    if branch_id is not None:
        rows = rows.where(along(context.store, wanted, document.c.branch_id) == branch_id)
    states = filters.get("state")
    if states:
        rows = rows.where(document.c.state << ([states] if isinstance(states, str) else states))
    if filters.get("customer_id"):
        rows = rows.where(document.c.customer_id == filters["customer_id"])
    if filters.get("document_id"):
        rows = rows.where(deposit.c.for_id == filters["document_id"])
    if filters.get("method"):
        rows = rows.where(deposit.c.method == filters["method"])
    if wanted.text.strip():
        ids = search.find(context.store, "document", wanted.text, MOST_FOUND)
        payers = search.find(context.store, "customer", wanted.text, MOST_FOUND)
        rows = rows.where(
            (document.c.id << ids) | (deposit.c.for_id << ids) | (document.c.customer_id << payers)
        )
    return rows


def _rows(context: Context, rows: Iterable[Mapping[str, Any]]) -> tuple[DepositRow, ...]:
    return tuple(_row(context, each) for each in ledger.accounts(context, rows))


def _row(context: Context, found: Account) -> DepositRow:
    row, facts = found.row, found.facts
    since = facts["received_on"] or row["created_at"][:10]
    return DepositRow(
        id=found.id,
        version=row["version"],
        reference=found.reference,
        number=row["number"],
        state=row["state"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        for_id=row["for_id"],
        for_reference=row["for_number"] or row["for_draft"],
        for_kind=KINDS[row["for_code"]].name,
        expected=Money(facts["expected_satang"]),
        amount=found.balance.came,
        held=found.balance.held,
        method=facts["method"],
        received_on=_day(facts["received_on"]),
        tax_invoice=facts["tax_invoice"],
        age_days=(context.today - date.fromisoformat(since)).days,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# ---------------------------------------------------------------- one


@query("deposit.read")
def deposit(context: Context, deposit_id: int) -> Deposit:
    """One deposit with its ledger; Refused `not_found`, NotAllowed for another branch's."""
    found = ledger.account(context, deposit_id)
    context.require_branch("deposit.read", found.row["branch_id"])
    return whole(context, found)


def whole(context: Context, found: Account) -> Deposit:
    """The same for who may read about it already."""
    row, facts, balance = found.row, found.facts, found.balance
    paper = context.row("document", facts["for_id"])
    claims = claims_of(context, found.id)
    entries = _entries(context, found)
    return Deposit(
        id=found.id,
        version=row["version"],
        reference=found.reference,
        number=row["number"],
        state=row["state"],
        customer_id=row["customer_id"],
        customer=context.row("customer", row["customer_id"])["name"],
        payer=facts["payer"],
        for_id=paper["id"],
        for_reference=paper["number"] or paper["draft_reference"],
        for_kind=KINDS[paper["kind"]].name,
        expected=Money(facts["expected_satang"]),
        amount=balance.came,
        held=balance.held,
        awaiting=balance.awaiting,
        cleared=balance.cleared,
        reserved=found.reserved,
        free=found.free,
        vat=balance.vat,
        vat_split=found.parts,
        method=facts["method"],
        details=tuple(json.loads(facts["details"]).items()),
        received_on=_day(facts["received_on"]),
        received_by=_name(context, facts["received_by_id"]),
        tax_invoice=facts["tax_invoice"],
        tax_invoice_on=_day(facts["tax_invoice_on"]),
        print_count=row["print_count"],
        entries=entries,
        claims=claims,
        events=_events(context, found, entries, claims),
    )


@query("deposit.read")
def deposit_by_reference(context: Context, reference: str) -> Deposit:
    """A deposit by its number or draft reference, case and spaces forgiven."""
    return deposit(context, documents.id_of(context, reference))


def _name(context: Context, person_id: int | None) -> str:
    return str(context.known("person", person_id)[context.naming]) if person_id else ""


def _entries(context: Context, found: Account) -> tuple[EntryRow, ...]:
    plain = [ledger.entry_of(each) for each in found.entries]
    counted = {each.id for each in rules.live(plain)}
    shown = []
    for number, each in enumerate(found.entries, start=1):
        target = each["target_id"] and context.known("document", each["target_id"])
        shown.append(
            EntryRow(
                id=each["id"],
                kind=each["kind"],
                amount=Money(each["satang"]),
                vat=Money(each["vat_satang"]),
                balance=rules.balance(plain[:number]).held,
                dated=date.fromisoformat(each["dated"]),
                at=datetime.fromisoformat(each["at"]),
                by=_name(context, each["by_id"]),
                method=each["method"],
                reference=each["reference"],
                reason=each["reason"],
                target_id=each["target_id"],
                target_reference=target["number"] or target["draft_reference"] if target else "",
                target_kind=KINDS[target["kind"]].name if target else "",
                delivery_id=each["delivery_id"],
                reverses_id=each["reverses_id"],
                claim_id=each["claim_id"],
                reversed=each["reverses_id"] is None and each["id"] not in counted,
                reversible=each["id"] in counted and _reversible(found, each["kind"]),
            )
        )
    return tuple(shown)


def _reversible(found: Account, kind: str) -> bool:
    """Whether nothing was built on the entry meanwhile, as far as this deposit knows."""
    if kind == "receive" and found.facts["tax_invoice"]:
        return False
    if kind in ("receive", "clear"):
        return not (found.balance.used or found.reserved or found.balance.bounced)
    return kind != "transfer_in"


def _events(
    context: Context, found: Account, entries: tuple[EntryRow, ...], claims: tuple[Claim, ...]
) -> tuple[str, ...]:
    """What this actor may do with the deposit now, in the order of its life."""
    legal = KIND.states.events(found.row["state"])
    waiting = {claim.matter for claim in claims if claim.state == "waiting"}
    free = found.free > Money.ZERO
    possible = {
        "receive": ("deposit.receive", "receive" in legal),
        "clear": ("deposit.clear", "clear" in legal),
        "bounce": ("deposit.clear", "bounce" in legal and ledger.can_bounce(found)),
        "cancel": ("deposit.ask", "cancel" in legal),
        "apply": ("deposit.apply", free),
        **{
            matter.split(".")[1]: (matter, free and matter not in waiting)
            for matter in ("deposit.refund", "deposit.forfeit", "deposit.transfer")
        },
        "pay": ("deposit.pay", any(claim.payable for claim in claims)),
        "drop": ("deposit.refund", any(claim.droppable for claim in claims)),
        "reverse": ("deposit.reverse", any(entry.reversible for entry in entries)),
        "invoice": ("deposit.account", bool(found.balance.came)),
    }
    branch = found.row["branch_id"]
    return tuple(
        event
        for event, (permission, there) in possible.items()
        if there and reaches(context, permission, branch)
    )


# ---------------------------------------------------------------- what a paper has


@query("deposit.read")
def paper_deposits(context: Context, document_id: int) -> PaperDeposits:
    """What an order requires, has and still costs; Refused for a kind that takes no deposit."""
    row = documents.row_of(context, document_id, "deposit.read")
    if not KINDS[row["kind"]].takes_deposit:
        raise Refused("deposit_not_for_this", "document_id", kind=KINDS[row["kind"]].title)
    return deposits_for(context, row)


def deposits_for(context: Context, row: Mapping[str, Any]) -> PaperDeposits:
    """The same for who has read the paper already."""
    stands = ledger.cover(context, row)
    deposits = context.t.deposit
    found = _select(context).where(deposits.c.for_id == row["id"])
    rows = _rows(context, found.order_by(context.t.document.c.id).dicts())
    return PaperDeposits(
        required=stands.required,
        expected=stands.expected,
        received=Money.sum(each.amount for each in rows),
        awaiting=stands.awaiting,
        held=stands.held,
        cleared=stands.cleared,
        applied=stands.applied,
        missing=stands.missing,
        due=stands.due,
        remainder=stands.remainder,
        at_risk=bool(stands.missing) and ledger.is_committed(context, row),
        rows=rows,
    )


@query("deposit.read")
def qr_of(context: Context, document_id: int, amount: Money | None = None) -> str:
    """The text of the PromptPay QR for an expected deposit or, for an order, what it still
    requires; `amount` replaces the sum. Refuses `qr_zero`, and `promptpay_missing` where the shop
    has no account for it. Scanning it is no proof of payment."""
    row = documents.row_of(context, document_id, "deposit.read")
    target = load_shop(context)[0].promptpay
    if not target:
        raise Refused("promptpay_missing", "promptpay")
    if amount is None:
        amount = _asked(context, row)
    return promptpay(target, amount)


def _asked(context: Context, row: Mapping[str, Any]) -> Money:
    if row["kind"] == KIND.code:
        return ledger.account(context, row["id"]).expected
    stands = ledger.cover(context, row)
    return max(stands.required - stands.held - stands.applied, Money.ZERO)


__all__ = [
    "Claim",
    "ClaimRow",
    "Deposit",
    "DepositRow",
    "EntryRow",
    "PaperDeposits",
    "claims_page",
    "deposit",
    "deposit_by_reference",
    "deposit_page",
    "paper_deposits",
    "qr_of",
]
