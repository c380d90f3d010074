"""What deposits and their papers have of each other, and the entries that change it.

The state that stands on a deposit's document is always the one its ledger comes to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.deposits import VatPart
from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.deposit import KIND
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass, vat_within
from crm_desktop.services.deposits.deposit_accounts import (
    OPEN_CLAIMS,
    Account,
    account,
    accounts,
    accounts_for,
    at_version,
    can_bounce,
    check_amount,
    check_day,
    check_free,
    check_reason,
    entry_of,
    hold,
    saved,
    vat_parts,
    vat_text,
)
from crm_desktop.services.orders import goods
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Content, price
from crm_desktop.services.registry import Context


@dataclass(frozen=True, slots=True)
class Cover:
    """What a paper has of its deposit: `cleared` is held for it and not asked back, `applied` is
    deducted already; `waived` need not come, and `missing` keeps its goods from being ordered."""

    required: Money
    cleared: Money
    awaiting: Money
    expected: Money
    applied: Money
    waived: Money
    held: Money
    due: Money

    @property
    def there(self) -> Money:
        """What counts towards what is required."""
        return self.cleared + self.applied

    @property
    def missing(self) -> Money:
        """What of the deposit must still come."""
        return max(self.required - self.waived - self.there, Money.ZERO)

    @property
    def spare(self) -> Money:
        """What is there beyond the deposit that must be."""
        return max(self.there - max(self.required - self.waived, Money.ZERO), Money.ZERO)

    @property
    def remainder(self) -> Money:
        """What the customer still has to pay once all that is held is deducted."""
        return self.due - self.applied - self.held

    @property
    def room(self) -> Money:
        """How much more may be asked for: the remainder less what is expected already."""
        return self.remainder - self.expected


# ---------------------------------------------------------------- what a paper has


def takes_deposit(
    context: Context, paper_id: int, permission: str, field: str, *, deducted: bool = False
) -> dict[str, Any]:
    """A paper that money may be held for: approved or numbered, its goods not all handed over.

    Where it is `deducted`, the paper has its number and was not given up; its goods may be gone.
    """
    row = context.row("document", paper_id)
    context.require_branch(permission, row["branch_id"])
    kind = KINDS[row["kind"]]
    if not kind.takes_deposit:
        raise Refused("deposit_not_for_this", field, kind=kind.title)
    open_to = set(kind.standing)
    if not deducted:
        open_to = (open_to | {"ready"}) - kind.over
    if row["state"] not in open_to:
        raise closed(row, field)
    return row


def is_open(row: Mapping[str, Any]) -> bool:
    """Whether a paper still wants its money: it did not come to an end."""
    return row["state"] not in KINDS[row["kind"]].states.finals


def closed(row: Mapping[str, Any], field: str) -> WrongState:
    """What is said when money comes for a paper that is no longer, or not yet, to be paid."""
    reference = row["number"] or row["draft_reference"]
    state = KINDS[row["kind"]].states.state_code(row["state"])
    return WrongState("deposit_paper_closed", field, reference=reference, state=state)


def paper_parts(context: Context, row: Mapping[str, Any]) -> tuple[VatPart, ...]:
    """What is due on a paper by VAT class, each with the VAT within."""
    rate, sums = Decimal(row["vat_rate"]), dict.fromkeys(VatClass, Money.ZERO)
    amounts, there = goods.amounts(context, row), goods.stages(context, row["id"])
    for line in documents.line_rows(context, row["id"]):
        if line["id"] in amounts:
            stages = there.get(line["id"], {})
            gone = sum(stages.get(stage, 0) for stage in goods.GONE)
            whole = line["quantity_milli"]
            owed = amounts[line["id"]]
            if gone:
                owed -= goods.value_of(context, row, line["id"], whole - gone, whole)
            sums[VatClass(line["vat_class"])] += owed
    return tuple(
        VatPart(each, each.rate(rate), amount, vat_within(amount, each.rate(rate)))
        for each, amount in sums.items()
        if amount > Money.ZERO
    )


def applied_to(context: Context, paper_id: int) -> tuple[Money, Money]:
    """What deposits of whatever paper pay of this one by now, and the VAT within."""
    paid = context.rows("deposit_entry", target_id=paper_id, kind="apply")
    ids = tuple(each["id"] for each in paid)
    undone = {each["reverses_id"] for each in context.rows("deposit_entry", reverses_id=ids)}
    found = [each for each in paid if each["id"] not in undone]
    satang, vat = (sum(each[name] for each in found) for name in ("satang", "vat_satang"))
    return Money(satang), Money(vat)


def cover(context: Context, row: Mapping[str, Any]) -> Cover:
    """What a paper requires of deposit and what it has; the caller holds the paper."""
    due, theirs = goods.due(context, row), accounts_for(context, row["id"])
    required = due.times(Decimal(row["deposit_percent"]) / 100)
    applied, _ = applied_to(context, row["id"])
    return Cover(
        required=required,
        cleared=Money.sum(each.free for each in theirs),
        awaiting=Money.sum(each.balance.awaiting for each in theirs),
        expected=Money.sum(each.expected for each in theirs),
        applied=applied,
        waived=_waived(context, row),
        held=Money.sum(each.balance.held for each in theirs),
        due=due,
    )


def _waived(context: Context, row: Mapping[str, Any]) -> Money:
    """What was missing when it was asked to do without it."""
    if row["waived_request_id"] is None:
        return Money.ZERO
    return Money(int(context.row("request", row["waived_request_id"])["detail"]))


def taken_parts(context: Context, row: Mapping[str, Any]) -> tuple[VatPart, ...]:
    """What deposits hold of a paper's VAT classes already, and what of it they have paid."""
    found: list[VatPart] = []
    for each in payers(context, row["id"]):
        amount, vat = standing(each, row["id"])
        found += rules.piece(each.parts, amount, vat) if amount else ()
    return tuple(found)


def payers(context: Context, paper_id: int) -> tuple[Account, ...]:
    """The deposits of a paper and those of others that paid of it, each oldest first."""
    own = accounts_for(context, paper_id)
    entry, document = context.t.deposit_entry, context.t.document
    paid = entry.select(entry.c.deposit_id).where(
        entry.c.target_id == paper_id, entry.c.kind == "apply"
    )
    foreign = {each[0] for each in paid.tuples()} - {each.id for each in own}
    if not foreign:
        return own
    rows = document.select().where(document.c.id << sorted(foreign)).order_by(document.c.id)
    return (*own, *accounts(context, rows.dicts()))


def standing(found: Account, paper_id: int) -> tuple[Money, Money]:
    """Money and VAT that one deposit paid of a paper and, where it is its own, holds for it."""
    live = {each.id for each in rules.live(map(entry_of, found.entries))}
    paid = [
        each
        for each in found.entries
        if each["id"] in live and each["kind"] == "apply" and each["target_id"] == paper_id
    ]
    amount = Money(sum(each["satang"] for each in paid))
    vat = Money(sum(each["vat_satang"] for each in paid))
    if found.facts["for_id"] == paper_id:
        amount += found.balance.held
        vat += found.balance.vat_left
    return amount, vat


def deducted_at(context: Context, delivery_ids: Iterable[int]) -> tuple[dict[str, Any], ...]:
    """The deductions of deliveries that nobody took back, each with its deposit's number."""
    entry, document, deposit = context.t.deposit_entry, context.t.document, context.t.deposit
    undone = entry.alias("undone")
    rows = (
        entry.select(entry.c.delivery_id, entry.c.satang, entry.c.vat_satang)
        .select_extend(document.c.number, deposit.c.received_on)
        .join(document, on=(document.c.id == entry.c.deposit_id))
        .join(deposit, on=(deposit.c.document_id == entry.c.deposit_id))
        .left_outer_join(undone, on=(undone.c.reverses_id == entry.c.id))
        .where(
            entry.c.delivery_id << list(delivery_ids),
            entry.c.kind == "apply",
            undone.c.id.is_null(),
        )
    )
    return tuple(rows.order_by(entry.c.id).dicts())


# ---------------------------------------------------------------- writing


def expect(context: Context, row: Mapping[str, Any], amount: Money) -> int:
    """A new DP document of the paper's family, its money still to come."""
    content = Content(
        row["customer_id"],
        contact=row["contact"],
        project=row["project"],
        language=row["language"],
        prices_include_vat=True,
    )
    document_id = documents.insert(
        context,
        KIND.code,
        price(context, content),
        parent_id=row["id"],
        family_id=row["family_id"],
        branch_id=row["branch_id"],
        owner_id=row["owner_id"],
        vat_rate=row["vat_rate"],
        total_satang=amount.satang,
    )
    values = {"for_id": row["id"], "payer": "", "expected_satang": amount.satang}
    context.t.deposit.insert(document_id=document_id, **values).execute()
    context.audit("deposit", document_id, "asked", {}, values)
    return document_id


def write(
    context: Context,
    found: Account,
    kind: str,
    amount: Money,
    *,
    vat: Money,
    dated: date | None = None,
    target_id: int | None = None,
    delivery_id: int | None = None,
    reverses_id: int | None = None,
    claim_id: int | None = None,
    method: str = "",
    reference: str = "",
    reason: str = "",
) -> Account:
    """Adds one entry for good and answers the account with it."""
    values = {
        "deposit_id": found.id,
        "kind": kind,
        "satang": amount.satang,
        "vat_satang": vat.satang,
        "target_id": target_id,
        "delivery_id": delivery_id,
        "reverses_id": reverses_id,
        "claim_id": claim_id,
        "method": method,
        "reference": reference,
        "reason": reason,
        "dated": (dated or context.today).isoformat(),
        "by_id": context.actor.person_id or None,
        "at": context.moment,
    }
    entry_id = context.insert("deposit_entry", kind, **values)
    entries = (*found.entries, {"id": entry_id, **values})
    return replace(found, entries=entries, balance=rules.balance(map(entry_of, entries)))


def settle(
    context: Context,
    found: Account,
    told: str,
    *,
    detail: Mapping[str, Any] | None = None,
    **columns: Any,
) -> Account:
    """Puts the state that the ledger comes to on the document and tells the act once.

    Every act counts the version up, so that whoever looked before it is told.
    """
    if not found.balance.is_sound:
        raise ValueError(f"ledger of deposit {found.id} does not balance")
    before, after = found.row["state"], rules.state_of(found.balance)
    if after != before:
        event = told if told in KIND.states.events(before) else f"ledger_{after}"
        columns["state"] = KIND.states.next(before, event)
    if columns.get("state", before) != after:
        raise ValueError(f"deposit {found.id} is {before}, its ledger says {after}")
    return mark(context, found, told, columns, detail)


def mark(
    context: Context,
    found: Account,
    told: str,
    values: Mapping[str, Any] | None = None,
    detail: Mapping[str, Any] | None = None,
) -> Account:
    """Counts the version up, writes columns of the document, and tells what was done."""
    row = found.row
    context.update("document", row["id"], row["version"], told, **(values or {}))
    context.touched.add("deposit")
    fresh = {**row, **(values or {}), "version": row["version"] + 1}
    context.tell(
        KIND.name,
        row["id"],
        told,
        row["customer_id"],
        reference=fresh["number"] or fresh["draft_reference"],
        before=row["state"],
        after=fresh["state"],
        **(detail or {}),
    )
    return replace(found, row=fresh)


def freeze(context: Context, found: Account) -> Account:
    """Copies the customer's printed data onto the receipt, which prints them so ever after."""
    frozen = documents.freeze(context, found.row)
    context.update("document", found.id, found.row["version"], "frozen", frozen_sha256=frozen)
    version = found.row["version"] + 1
    return replace(found, row={**found.row, "frozen_sha256": frozen, "version": version})


def change_facts(context: Context, found: Account, event: str, **values: Any) -> Account:
    """Writes columns of the deposit's own row with their audit line."""
    deposit = context.t.deposit
    deposit.update(**values).where(deposit.c.document_id == found.id).execute()
    before = {name: found.facts[name] for name in values}
    context.audit("deposit", found.id, event, before, values)
    return replace(found, facts={**found.facts, **values})


# ---------------------------------------------------------------- what follows for the paper


def follow_deposits(context: Context, row: dict[str, Any]) -> dict[str, Any]:
    """Lets a paper's header follow the deposits held for it; answers the row as it is then.

    To be called after whatever changes its deposits, its goods or its state; refuses what would
    leave a paper cheaper than what deposits paid of it already.
    """
    require_affordable(context, row)
    events = KINDS[row["kind"]].states.events(row["state"])
    if "deposit_comes" in events or "deposit_goes" in events:
        stands = cover(context, row)
        is_there = stands.there >= stands.required
        if "deposit_comes" in events and stands.required and is_there:
            return documents.move(context, row, "deposit_comes", asks=False)
        if "deposit_goes" in events and not is_there:
            return documents.move(context, row, "deposit_goes", asks=False)
    return row


def require_affordable(context: Context, row: Mapping[str, Any]) -> None:
    """Refuses `deposit_deducted_more`: goods that a deposit paid go off a paper only after that
    deduction is reversed."""
    if not KINDS[row["kind"]].takes_deposit:
        return
    applied, _ = applied_to(context, row["id"])
    if applied and applied > (due := goods.due(context, row)):
        raise Refused("deposit_deducted_more", applied=applied, due=due)


def follow_paper(context: Context, paper_id: int, fell: str = "") -> None:
    """`follow_deposits` of a stored paper; `fell` names what made its deposit less, so that a
    paper whose goods are ordered already is told to be at risk."""
    row = follow_deposits(context, context.row("document", paper_id))
    if not fell or not is_committed(context, row):
        return
    missing = cover(context, row).missing
    if missing:
        reference = row["number"] or row["draft_reference"]
        name = KINDS[row["kind"]].name
        detail = {"reference": reference, "missing": missing, "deposit": fell}
        context.tell(name, row["id"], "deposit_at_risk", row["customer_id"], **detail)


def is_committed(context: Context, row: Mapping[str, Any]) -> bool:
    """Whether goods of a live paper are ordered from a supplier."""
    if not is_open(row):
        return False
    document = context.t.document
    sent = document.select(document.c.id).where(
        document.c.parent_id == row["id"],
        document.c.kind == "PR",
        document.c.number.is_null(False),
        document.c.state.not_in(("cancelled", "declined")),
    )
    return bool(list(sent.limit(1).tuples()))


__all__ = [
    "OPEN_CLAIMS",
    "Account",
    "Cover",
    "account",
    "accounts",
    "accounts_for",
    "applied_to",
    "at_version",
    "can_bounce",
    "change_facts",
    "check_amount",
    "check_day",
    "check_free",
    "check_reason",
    "closed",
    "cover",
    "deducted_at",
    "entry_of",
    "expect",
    "follow_deposits",
    "follow_paper",
    "freeze",
    "hold",
    "is_committed",
    "is_open",
    "mark",
    "paper_parts",
    "payers",
    "require_affordable",
    "saved",
    "settle",
    "standing",
    "taken_parts",
    "takes_deposit",
    "vat_parts",
    "vat_text",
    "write",
]
