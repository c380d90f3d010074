"""Deposits taken off what goods cost, by choice or with each delivery, and mistakes taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, NamedTuple

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.errors import NeedsApproval, Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.deposits.deposit_ledger import Account
from crm_desktop.services.orders import goods
from crm_desktop.services.papers.submitting import Saved
from crm_desktop.services.registry import Command, Context, handles


class Deduction(NamedTuple):
    """What one deposit pays of a delivery, and the VAT within."""

    deposit_id: int
    amount: Money
    vat: Money


@dataclass(frozen=True)
class ApplyDeposit(Command[Saved]):
    """Deducts cleared money from a numbered paper of the same customer."""

    name: ClassVar[str] = "deposit.apply"
    id: int
    version: int
    document_id: int
    amount: Money


@dataclass(frozen=True)
class ReverseEntry(Command[Saved]):
    """Takes a mistaken entry back by an opposite one; a receipt goes with its clearing, and ends
    its deposit: what the paper still wants is expected as a new one."""

    name: ClassVar[str] = "deposit.reverse"
    id: int
    version: int
    entry_id: int
    reason: str


@handles(ApplyDeposit)
def apply_deposit(context: Context, command: ApplyDeposit) -> Saved:
    """By choice: another paper of the customer may be paid too, but not what is held for it."""
    found = ledger.at_version(
        context, command.id, command.version, command.name, command.document_id
    )
    where = "document_id"
    row = ledger.takes_deposit(context, command.document_id, command.name, where, deducted=True)
    if row["customer_id"] != found.row["customer_id"]:
        raise Refused("deposit_other_customer", where)
    ledger.check_free(found, command.amount)
    stands = ledger.cover(context, row)
    own = found.facts["for_id"] == row["id"]
    if not own:
        _require_to_spare(context, found.facts["for_id"], command.amount, "amount")
    due = stands.due - stands.applied if own else stands.remainder
    if command.amount > due:
        raise Refused("deposit_above_due", "amount", due=max(due, Money.ZERO))
    (part,) = _parted(context, row, [(found, command.amount)])
    found = _deduct(context, found, row, command.amount, part.vat)
    ledger.follow_paper(context, found.facts["for_id"], fell="" if own else found.reference)
    return ledger.saved(found)


def _require_to_spare(context: Context, paper_id: int, amount: Money, field: str) -> None:
    """What a paper requires of deposit, less what was waived, leaves it by a transfer only, which
    is asked for, as long as something of it is to be handed over."""
    paper = context.row("document", paper_id)
    if paper["state"] in KINDS[paper["kind"]].over:
        return
    spare = ledger.cover(context, paper).spare
    if amount > spare:
        reference = paper["number"] or paper["draft_reference"]
        raise NeedsApproval("deposit_holds_goods", field, reference=reference, spare=spare)


def deductions(
    context: Context,
    row: Mapping[str, Any],
    value: Money,
    chosen: tuple[tuple[int, Money], ...] | None,
    delivery_id: int | None = None,
) -> tuple[Deduction, ...]:
    """What deposits would pay of a delivery worth `value`, nothing written yet.

    `chosen` are (deposit id, amount); None takes the part of all that is held for the paper that
    is delivered by then, so that nothing is held once everything is handed over. Refusals name
    the field `deposits`. The caller holds the paper; the deposits are held here.
    """
    theirs = ledger.accounts_for(context, row["id"])
    if chosen is None:
        ledger.hold(context, [each.id for each in theirs])
        theirs = ledger.accounts_for(context, row["id"])
        wanted = _in_proportion(context, row, value, theirs, delivery_id)
    else:
        ledger.hold(context, [one for one, _ in chosen])
        wanted = _as_chosen(context, row, value, chosen)
    return _parted(context, row, wanted)


def apply_at_delivery(
    context: Context,
    row: Mapping[str, Any],
    delivery_id: int,
    value: Money,
    chosen: tuple[tuple[int, Money], ...] | None,
) -> tuple[Deduction, ...]:
    """Deducts what `deductions` says from the paper, each entry naming its delivery."""
    planned = deductions(context, row, value, chosen, delivery_id)
    for each in planned:
        found = ledger.account(context, each.deposit_id)
        found = _deduct(context, found, row, each.amount, each.vat, delivery_id)
        if found.facts["for_id"] != row["id"]:
            ledger.follow_paper(context, found.facts["for_id"], fell=found.reference)
    return planned


def _in_proportion(
    context: Context,
    row: Mapping[str, Any],
    value: Money,
    theirs: Iterable[Account],
    delivery_id: int | None,
) -> list[tuple[Account, Money]]:
    """The delivered share of the paper's deposits, the oldest of them first."""
    usable = [each for each in theirs if each.free > Money.ZERO]
    free, due = Money.sum(each.free for each in usable), goods.due(context, row)
    applied, _ = ledger.applied_to(context, row["id"])
    delivered = _delivered(context, row["id"], delivery_id) + value
    by_then = free + applied
    if delivered < due:
        by_then = by_then.times(Fraction(delivered.satang, due.satang))
    wanted = max(min(by_then - applied, free, value, due - applied), Money.ZERO)
    found = []
    for each in usable:
        part = min(each.free, wanted)
        wanted -= part
        if part:
            found.append((each, part))
    return found


def _delivered(context: Context, paper_id: int, but: int | None) -> Money:
    delivery = context.t.delivery
    rows = delivery.select(delivery.c.id, delivery.c.value_satang).where(
        delivery.c.document_id == paper_id
    )
    return Money(sum(value for one, value in rows.tuples() if one != but))


def _as_chosen(
    context: Context,
    row: Mapping[str, Any],
    value: Money,
    chosen: tuple[tuple[int, Money], ...],
) -> list[tuple[Account, Money]]:
    """What somebody chose, if all of it may be taken off."""
    if len({one for one, _ in chosen}) < len(chosen):
        raise Refused("deposit_chosen_twice", "deposits")
    stands, found = ledger.cover(context, row), []
    foreign: dict[int, Money] = {}
    for deposit_id, amount in chosen:
        account = ledger.account(context, deposit_id)
        if account.row["customer_id"] != row["customer_id"]:
            raise Refused("deposit_other_customer", "deposits")
        try:
            ledger.check_free(account, amount)
        except Refused as problem:
            raise Refused(problem.code, "deposits", **problem.values) from None
        if (paper_id := account.facts["for_id"]) != row["id"]:
            foreign[paper_id] = foreign.get(paper_id, Money.ZERO) + amount
        found.append((account, amount))
    total = Money.sum(amount for _, amount in chosen)
    most = min(value, stands.due - stands.applied)
    if total > most:
        raise Refused("deposit_above_due", "deposits", due=max(most, Money.ZERO))
    for paper_id, amount in foreign.items():
        _require_to_spare(context, paper_id, amount, "deposits")
    if Money.sum(foreign.values()) > max(stands.remainder, Money.ZERO):
        raise Refused("deposit_above_due", "deposits", due=max(stands.remainder, Money.ZERO))
    return found


def _parted(
    context: Context, row: Mapping[str, Any], wanted: Iterable[tuple[Account, Money]]
) -> tuple[Deduction, ...]:
    """Each deduction with the VAT within; Refused `residual_negative` where the paper has less.

    The VAT of every deposit was rounded once: what all of them are above the paper's by that is
    not deducted. It stays with the rest of the deposit, or is told where nothing is left of it.
    """
    listed = list(wanted)
    paper_vat = rules.vat_sum(ledger.paper_parts(context, row))
    left = rules.residual(paper_vat, ledger.applied_to(context, row["id"])[1])
    paying = {each.id for each in ledger.payers(context, row["id"])}
    rounding, found = Money(len(paying | {each.id for each, _ in listed})), []
    for account, amount in listed:
        vat = account.balance.vat_of(amount)
        if left < vat <= left + rounding:
            vat = left
        left = rules.residual(left, Money.ZERO, vat)
        found.append(Deduction(account.id, amount, vat))
    return tuple(found)


def _deduct(
    context: Context,
    found: Account,
    row: Mapping[str, Any],
    amount: Money,
    vat: Money,
    delivery_id: int | None = None,
) -> Account:
    paper, reason = row["number"] or row["draft_reference"], ""
    above = found.balance.vat_left - vat
    if amount == found.balance.held and above:
        reason = sentence("deposit_vat_rounded", context.actor.language, above=above)
    found = ledger.write(
        context,
        found,
        "apply",
        amount,
        vat=vat,
        target_id=row["id"],
        delivery_id=delivery_id,
        reason=reason,
    )
    return ledger.settle(context, found, "apply", detail={"amount": amount, "paper": paper})


# ---------------------------------------------------------------- taken back


@handles(ReverseEntry)
def reverse_entry(context: Context, command: ReverseEntry) -> Saved:
    """Only what the ledger can do without is taken back: nothing that was built on meanwhile."""
    partner = _partner(context, command.entry_id)
    ledger.hold(context, [command.id, *([partner] if partner else [])])
    found = ledger.at_version(context, command.id, command.version, command.name)
    entry = _entry(found, command.entry_id)
    reason = ledger.check_reason(command.reason)
    paper = context.row("document", found.facts["for_id"])
    if entry["kind"] in ("receive", "clear"):
        _require_untouched(found)
    if entry["kind"] == "receive":
        _require_no_invoice(found)
        for clearing in _alive(found, "clear"):
            found = _oppose(context, found, clearing, reason)
    if entry["kind"] == "bounce":
        _require_room(context, paper, Money(entry["satang"]))
    found = _oppose(context, found, entry, reason)
    detail = {"amount": Money(entry["satang"]), "what": entry["kind"], "reason": reason}
    found = ledger.settle(context, found, "reverse", detail=detail)
    if entry["kind"] == "receive":
        _expect_again(context, paper, found)
    if partner:
        _give_back(context, partner, reason)
    for paper_id in {paper["id"], entry["target_id"]} - {None, partner}:
        ledger.follow_paper(context, paper_id, fell=found.reference)
    return ledger.saved(found)


def _partner(context: Context, entry_id: int) -> int | None:
    """The deposit that a transfer made, which goes with it."""
    entry = context.row("deposit_entry", entry_id)
    return entry["target_id"] if entry["kind"] == "transfer_out" else None


def _entry(found: Account, entry_id: int) -> dict[str, Any]:
    """The entry as it may be taken back: this deposit's own, and only once."""
    for each in found.entries:
        if each["id"] != entry_id:
            continue
        if each["kind"] == "transfer_in":
            raise Refused("reverse_at_source", "entry_id")
        if each["kind"] == "reverse" or each not in _alive(found, each["kind"]):
            raise Refused("entry_reversed_already", "entry_id")
        return each
    raise Refused("not_found", "entry_id", record="deposit_entry", record_id=entry_id)


def _alive(found: Account, kind: str) -> list[dict[str, Any]]:
    counted = {each.id for each in rules.live(map(ledger.entry_of, found.entries))}
    return [each for each in found.entries if each["kind"] == kind and each["id"] in counted]


def _require_untouched(found: Account) -> None:
    """Money that was used, asked for or bounced stays received until that is taken back."""
    if found.balance.used:
        raise Refused("deposit_used", "entry_id", used=found.balance.used)
    if found.reserved:
        raise Refused("deposit_reserved", "entry_id", free=found.free, reserved=found.reserved)
    if found.balance.bounced:
        raise WrongState("deposit_bounced", "entry_id")


def _require_no_invoice(found: Account) -> None:
    """What has its tax invoice is not undone by us: accounting writes a credit note for it."""
    if number := found.facts["tax_invoice"]:
        raise WrongState("deposit_invoiced", "entry_id", number=number)


def _require_room(context: Context, paper: Mapping[str, Any], amount: Money) -> None:
    """Money that came after all fits what an open paper still costs, as a receipt must."""
    due = ledger.cover(context, paper).remainder
    if ledger.is_open(paper) and amount > due:
        raise Refused("deposit_above_due", "entry_id", due=max(due, Money.ZERO))


def _expect_again(context: Context, paper: Mapping[str, Any], found: Account) -> None:
    """What a receipt was wrongly written for is asked for as before, as far as it is due."""
    asked = Money(found.facts["expected_satang"])
    amount = min(asked, ledger.cover(context, paper).room)
    if ledger.is_open(paper) and amount > Money.ZERO:
        ledger.expect(context, paper, amount)


def _oppose(context: Context, found: Account, entry: Mapping[str, Any], reason: str) -> Account:
    return ledger.write(
        context,
        found,
        "reverse",
        Money(entry["satang"]),
        vat=Money(entry["vat_satang"]),
        target_id=entry["target_id"],
        reverses_id=entry["id"],
        method=entry["method"],
        reference=entry["reference"],
        reason=reason,
    )


def _give_back(context: Context, deposit_id: int, reason: str) -> None:
    """Ends the deposit that a transfer made, whose money goes back where it came from."""
    found = ledger.account(context, deposit_id)
    _require_untouched(found)
    _require_no_invoice(found)
    for entry in _alive(found, "transfer_in"):
        found = _oppose(context, found, entry, reason)
    found = ledger.settle(context, found, "reverse", detail={"reason": reason})
    ledger.follow_paper(context, found.facts["for_id"], fell=found.reference)


__all__ = ["ApplyDeposit", "Deduction", "ReverseEntry", "apply_at_delivery", "deductions"]
