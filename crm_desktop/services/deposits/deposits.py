"""Deposits: asked for, received, cleared or bounced, deducted; money that is a customer's."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.dates import check_cheque
from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds.deposit import KIND, USED
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import bare_name
from crm_desktop.services.authority import requests
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.deposits.deposit_ledger import Account, Cover, cover, follow_deposits
from crm_desktop.services.deposits.deposit_uses import Deduction, apply_at_delivery, deductions
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.submitting import Saved
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.store.orm import SQL

LONGEST_DETAIL = 100


@dataclass(frozen=True, slots=True)
class Received:
    """What a receipt left: its number, and the deposit that the rest is now expected as."""

    id: int
    version: int
    state: str
    number: str
    rest_id: int | None = None


@dataclass(frozen=True)
class AskDeposit(Command[Saved]):
    """Expects a deposit for an approved or numbered order; None asks what is still required."""

    name: ClassVar[str] = "deposit.ask"
    document_id: int
    amount: Money | None = None


@dataclass(frozen=True)
class ReceiveDeposit(Command[Received]):
    """Takes the money of an expected deposit; the receipt gets its number with it.

    `details` are (key, text) of what the method knows, see `domain.deposits.METHODS`; `payer` is
    the customer unless named; `confirmed` says that a person saw a transfer on the account.
    """

    name: ClassVar[str] = "deposit.receive"
    id: int
    version: int
    amount: Money
    method: str
    received_on: date
    details: tuple[tuple[str, str], ...] = ()
    payer: str = ""
    confirmed: bool = False


@dataclass(frozen=True)
class ClearDeposit(Command[Saved]):
    """Says that a cheque was paid, or that a transfer is on the account."""

    name: ClassVar[str] = "deposit.clear"
    id: int
    version: int
    on: date


@dataclass(frozen=True)
class BounceDeposit(Command[Saved]):
    """Says that the bank did not pay, or took the money back; what was asked of it is dropped."""

    name: ClassVar[str] = "deposit.bounce"
    permission: ClassVar[str] = "deposit.clear"
    id: int
    version: int
    on: date
    reason: str


@dataclass(frozen=True)
class CancelDeposit(Command[Saved]):
    """Gives up a deposit that never came."""

    name: ClassVar[str] = "deposit.cancel"
    permission: ClassVar[str] = "deposit.ask"
    id: int
    version: int
    reason: str


@dataclass(frozen=True)
class RecordTaxInvoice(Command[Saved]):
    """Keeps the number and day of the tax invoice that accounting wrote for a deposit."""

    name: ClassVar[str] = "deposit.tax_invoice"
    permission: ClassVar[str] = "deposit.account"
    id: int
    version: int
    number: str
    on: date


@handles(AskDeposit)
def ask_deposit(context: Context, command: AskDeposit) -> Saved:
    """One deposit is expected per paper at a time, so that two presses ask once."""
    context.hold("document", command.document_id)
    row = ledger.takes_deposit(context, command.document_id, command.name, "document_id")
    for each in ledger.accounts_for(context, row["id"]):
        if each.expected:
            raise Refused("deposit_asked_already", "amount", reference=each.reference)
    stands = cover(context, row)
    amount = command.amount
    if amount is None:
        amount = stands.required - stands.held - stands.applied
        if amount <= Money.ZERO:
            raise Refused("deposit_none_required", "amount", required=stands.required)
    ledger.check_amount(amount)
    if amount > stands.room:
        raise Refused("deposit_above_due", "amount", due=max(stands.room, Money.ZERO))
    document_id = ledger.expect(context, row, amount)
    return Saved(document_id, 1, KIND.states.initial)


@handles(ReceiveDeposit)
def receive_deposit(context: Context, command: ReceiveDeposit) -> Received:
    """Books the money, splits its VAT, numbers the receipt, and expects the rest anew."""
    found = ledger.at_version(context, command.id, command.version, command.name)
    KIND.states.row(found.row["state"], "receive")
    paper = context.row("document", found.facts["for_id"])
    _check_receipt(context, command, found, paper)
    rest = Money(found.facts["expected_satang"]) - command.amount
    parts = rules.split(
        command.amount,
        ledger.paper_parts(context, paper),
        ledger.taken_parts(context, paper),
    )
    # A draft before a number, as everywhere: who takes both never waits for one who has them.
    left = min(rest, cover(context, paper).room + rest)
    rest_id = ledger.expect(context, paper, left) if left > Money.ZERO else None
    found = _book(context, command, found, parts)
    ledger.follow_paper(context, paper["id"])
    row = found.row
    return Received(row["id"], row["version"], row["state"], row["number"], rest_id)


def _book(
    context: Context, command: ReceiveDeposit, found: Account, parts: tuple[rules.VatPart, ...]
) -> Account:
    amount, vat = command.amount, rules.vat_sum(parts)
    customer = context.known("customer", found.row["customer_id"])
    found = ledger.change_facts(
        context,
        found,
        "received",
        payer=command.payer.strip() or customer["name"],
        expected_satang=min(found.facts["expected_satang"], amount.satang),
        method=command.method,
        details=json.dumps(dict(command.details), ensure_ascii=False, sort_keys=True),
        vat_split=ledger.vat_text(parts),
        received_on=command.received_on.isoformat(),
        received_by_id=context.actor.person_id or None,
    )
    cleared = command.confirmed or command.method in rules.CLEAR_AT_ONCE
    method, day = command.method, command.received_on
    found = ledger.write(context, found, "receive", amount, vat=vat, dated=day, method=method)
    if cleared:
        found = ledger.write(context, found, "clear", amount, vat=vat, dated=day, method=method)
    event = "receive" if cleared else "receive_uncleared"
    return issue(context, found, event, amount, vat)


def issue(context: Context, found: Account, event: str, amount: Money, vat: Money) -> Account:
    """Gives the receipt its number for good, and copies the customer's data onto it."""
    number = documents.take_number(context, KIND.code, found.row["branch_id"])
    row = documents.move(
        context,
        found.row,
        event,
        asks=event != "take_over",
        detail={"amount": amount, "method": found.facts["method"]},
        number=number,
        base_number=number,
        issued_at=context.moment,
        total_satang=amount.satang,
        vat_satang=vat.satang,
        net_satang=(amount - vat).satang,
    )
    context.touched.add("deposit")
    return ledger.freeze(context, replace(found, row=row))


def _check_receipt(
    context: Context, command: ReceiveDeposit, found: Account, paper: Mapping[str, Any]
) -> None:
    ledger.check_amount(command.amount)
    if command.method not in rules.METHODS:
        raise Refused("bad_choice", "method", value=command.method)
    ledger.check_day(context, command.received_on, paper["created_at"], "received_on")
    _check_details(command, context.today)
    if not ledger.is_open(paper):
        raise ledger.closed(paper, "amount")
    due = cover(context, paper).remainder
    if command.amount > due:
        raise Refused("deposit_above_due", "amount", due=max(due, Money.ZERO))


def _check_details(command: ReceiveDeposit, today: date) -> None:
    """What the method knows, each under `details.<key>`; no cheque is money before it is paid."""
    known, needed = rules.METHODS[command.method]
    said = dict(command.details)
    for key, text in said.items():
        if key not in known:
            raise Refused("fact_unknown", f"details.{key}", key=key)
        if len(text) > LONGEST_DETAIL:
            raise Refused("text_too_long", f"details.{key}", most=LONGEST_DETAIL)
    for key in needed:
        if not said.get(key, "").strip():
            raise Refused("deposit_detail_missing", f"details.{key}")
    last4 = said.get("card_last4", "")
    if last4 and not (len(last4) == 4 and last4.isascii() and last4.isdigit()):
        raise Refused("bad_card_last4", "details.card_last4", text=last4)
    if said.get("cheque_date"):
        written = _day(said["cheque_date"], "details.cheque_date")
        check_cheque(written, today, "details.cheque_date")
    if command.confirmed and command.method not in (*rules.CLEAR_WHEN_SEEN, *rules.CLEAR_AT_ONCE):
        raise Refused("cheque_clears_later", "confirmed")


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("bad_date", field, text=text) from None


@handles(ClearDeposit)
def clear_deposit(context: Context, command: ClearDeposit) -> Saved:
    """From now on the money may be used, and goods may be ordered on it."""
    found = ledger.at_version(context, command.id, command.version, command.name)
    KIND.states.row(found.row["state"], "clear")
    ledger.check_day(context, command.on, found.facts["received_on"], "on")
    cheque_date = json.loads(found.facts["details"]).get("cheque_date", "")
    if cheque_date > command.on.isoformat():
        raise Refused("cheque_before_its_day", "on", date=date.fromisoformat(cheque_date))
    amount, vat = found.balance.awaiting, found.balance.vat
    found = ledger.write(context, found, "clear", amount, vat=vat, dated=command.on)
    found = ledger.settle(context, found, "clear", detail={"amount": amount})
    ledger.follow_paper(context, found.facts["for_id"])
    return ledger.saved(found)


@handles(BounceDeposit)
def bounce_deposit(context: Context, command: BounceDeposit) -> Saved:
    """Takes the money off the books; what its paper has ordered meanwhile is told to be at risk."""
    found = ledger.at_version(context, command.id, command.version, "deposit.clear")
    if found.row["state"] in ("partly_used", *USED):
        raise Refused("deposit_used", "reason", used=found.balance.used)
    KIND.states.row(found.row["state"], "bounce")
    if not ledger.can_bounce(found):
        raise Refused("deposit_cannot_bounce", "reason")
    reason = ledger.check_reason(command.reason)
    ledger.check_day(context, command.on, found.facts["received_on"] or "", "on")
    drop_claims(context, found, "bounced")
    amount, vat = found.balance.held, found.balance.vat
    found = ledger.write(context, found, "bounce", amount, vat=vat, dated=command.on, reason=reason)
    detail = {"amount": amount, "reason": reason}
    found = ledger.settle(context, replace(found, reserved=Money.ZERO), "bounce", detail=detail)
    ledger.follow_paper(context, found.facts["for_id"], fell=found.reference)
    return ledger.saved(found)


def drop_claims(context: Context, found: Account, why: str) -> None:
    """Ends what was asked of money that is not there any more."""
    claim = context.t.deposit_claim
    asked = claim.select().where(
        claim.c.deposit_id == found.id, claim.c.state << ledger.OPEN_CLAIMS
    )
    for each in list(asked.dicts()):
        context.update("deposit_claim", each["id"], each["version"], why, state="dropped")
        requests.void_open(context, found.row, why)


@handles(CancelDeposit)
def cancel_deposit(context: Context, command: CancelDeposit) -> Saved:
    """Only what never came is given up; money that is there is refunded, moved or forfeited."""
    found = ledger.at_version(context, command.id, command.version, "deposit.ask")
    reason = ledger.check_reason(command.reason)
    row = documents.move(context, found.row, "cancel", reason=reason)
    context.touched.add("deposit")
    return ledger.saved(replace(found, row=row))


def drop_expected(context: Context, paper_id: int, reason: str) -> None:
    """Gives up what was still to come for a paper that is cancelled; held money stays held.

    Refuses `deposit_deducted_more` where deposits paid more of it than it still costs.
    """
    ledger.require_affordable(context, context.row("document", paper_id))
    for each in ledger.accounts_for(context, paper_id):
        if each.row["state"] == KIND.states.initial:
            documents.move(context, each.row, "cancel", asks=False, reason=reason)
            context.touched.add("deposit")


@handles(RecordTaxInvoice)
def record_tax_invoice(context: Context, command: RecordTaxInvoice) -> Saved:
    """A number belongs to one customer; writing it again corrects it."""
    found = ledger.at_version(context, command.id, command.version, "deposit.account")
    number = command.number.strip()
    if not number:
        raise Refused("tax_invoice_missing", "number")
    if len(number) > LONGEST_DETAIL:
        raise Refused("text_too_long", "number", most=LONGEST_DETAIL)
    if not found.balance.came:
        raise WrongState("deposit_not_received", "number")
    ledger.check_day(context, command.on, found.facts["received_on"], "on")
    _check_tax_invoice(context, found, number)
    values = {"tax_invoice": number, "tax_invoice_on": command.on.isoformat()}
    found = ledger.change_facts(context, found, "tax_invoice", **values)
    return ledger.saved(ledger.mark(context, found, "tax_invoice", detail={"number": number}))


def _check_tax_invoice(context: Context, found: Account, number: str) -> None:
    deposit, document = context.t.deposit, context.t.document
    rows = (
        deposit.select(document.c.number, document.c.customer_id)
        .join(document, on=(document.c.id == deposit.c.document_id))
        .where(deposit.c.tax_invoice == number, deposit.c.tax_invoice != SQL("''"))
    )
    for reference, customer_id in rows.tuples():
        if customer_id != found.row["customer_id"]:
            raise Refused("tax_invoice_taken", "number", number=number, reference=reference)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one, titles and company forms aside."""
    return bool(one.strip()) and bare_name(one) == bare_name(other)


__all__ = [
    "AskDeposit",
    "BounceDeposit",
    "CancelDeposit",
    "ClearDeposit",
    "Cover",
    "Deduction",
    "ReceiveDeposit",
    "Received",
    "RecordTaxInvoice",
    "Saved",
    "apply_at_delivery",
    "cover",
    "deductions",
    "drop_expected",
    "follow_deposits",
]
