"""A deposit as it stands: its documents, its ledger, what is asked of it; read, held, checked.

A caller holds the papers first, then the deposits, each in the order of their ids.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.deposits import Balance, Entry, VatPart
from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.domain.kinds.deposit import KIND
from crm_desktop.domain.money import LARGEST_PRICE, Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.services.papers.submitting import Saved
from crm_desktop.services.registry import Context

OPEN_CLAIMS = ("waiting", "approved")


@dataclass(frozen=True, slots=True)
class Account:
    """A deposit as it stands: its document and deposit rows, its ledger, what is asked of it."""

    row: dict[str, Any]
    facts: dict[str, Any]
    entries: tuple[dict[str, Any], ...]
    balance: Balance
    reserved: Money

    @property
    def id(self) -> int:
        """The document's id."""
        return int(self.row["id"])

    @property
    def reference(self) -> str:
        """The number, or the draft reference before the money came."""
        return str(self.row["number"] or self.row["draft_reference"])

    @property
    def free(self) -> Money:
        """Cleared money that nobody has asked for."""
        return self.balance.cleared - self.reserved

    @property
    def parts(self) -> tuple[VatPart, ...]:
        """The VAT classes within the whole deposit."""
        return vat_parts(self.facts["vat_split"])

    @property
    def expected(self) -> Money:
        """What is still to come; zero once the money is there."""
        asked = self.row["state"] == KIND.states.initial
        return Money(self.facts["expected_satang"]) if asked else Money.ZERO


def saved(found: Account) -> Saved:
    """What an act left of a deposit."""
    return Saved(found.id, found.row["version"], found.row["state"])


# ---------------------------------------------------------------- reading


def entry_of(row: Mapping[str, Any]) -> Entry:
    """A stored entry as the rules know it."""
    return Entry(
        row["id"], row["kind"], Money(row["satang"]), Money(row["vat_satang"]), row["reverses_id"]
    )


def vat_parts(text: str) -> tuple[VatPart, ...]:
    """The stored split of a deposit over VAT classes."""
    return tuple(
        VatPart(VatClass(name), Decimal(rate), Money(amount), Money(vat))
        for name, rate, amount, vat in json.loads(text)
    )


def vat_text(parts: Iterable[VatPart]) -> str:
    """The split as it is stored."""
    plain = [
        [part.vat_class.value, str(part.rate), part.amount.satang, part.vat.satang]
        for part in parts
    ]
    return json.dumps(plain)


def accounts(context: Context, rows: Iterable[Mapping[str, Any]]) -> tuple[Account, ...]:
    """The accounts of stored DP documents, read together."""
    listed = [dict(row) for row in rows]
    if not listed:
        return ()
    ids = tuple(row["id"] for row in listed)
    facts = {each["document_id"]: each for each in context.rows("deposit", document_id=ids)}
    entries: dict[int, list[dict[str, Any]]] = {}
    for each in context.rows("deposit_entry", "id", deposit_id=ids):
        entries.setdefault(each["deposit_id"], []).append(each)
    reserved: dict[int, int] = {}
    for each in context.rows("deposit_claim", deposit_id=ids, state=OPEN_CLAIMS):
        reserved[each["deposit_id"]] = reserved.get(each["deposit_id"], 0) + each["satang"]
    return tuple(
        Account(
            row,
            facts[row["id"]],
            tuple(entries.get(row["id"], ())),
            rules.balance(map(entry_of, entries.get(row["id"], ()))),
            Money(reserved.get(row["id"], 0)),
        )
        for row in listed
    )


def account(context: Context, deposit_id: int) -> Account:
    """One deposit as it stands; Refused `not_found` for any other paper."""
    row = context.row("document", deposit_id)
    if row["kind"] != KIND.code:
        raise Refused("not_found", record="document", record_id=deposit_id)
    return accounts(context, [row])[0]


def accounts_for(context: Context, paper_id: int) -> tuple[Account, ...]:
    """The deposits asked of a paper's customer or held for it, oldest first."""
    ids = tuple(each["document_id"] for each in context.rows("deposit", for_id=paper_id))
    if not ids:
        return ()
    customer_id = context.row("document", paper_id)["customer_id"]
    return accounts(context, context.rows("document", "id", id=ids, customer_id=customer_id))


# ---------------------------------------------------------------- holding


def hold(context: Context, deposit_ids: Iterable[int], papers: Iterable[int] = ()) -> None:
    """Holds papers, those the deposits are for among them, then the deposits themselves."""
    ids = sorted(set(deposit_ids))
    deposit = context.t.deposit
    own = deposit.select(deposit.c.for_id).where(deposit.c.document_id << ids).tuples()
    for paper_id in sorted({*papers, *(row[0] for row in own)}):
        context.hold("document", paper_id)
    for deposit_id in ids:
        context.hold("document", deposit_id)


def at_version(
    context: Context, deposit_id: int, version: int, permission: str, *papers: int
) -> Account:
    """The deposit as the caller saw it, held with its papers; Stale when somebody was faster."""
    hold(context, [deposit_id], papers)
    found = account(context, deposit_id)
    context.require_branch(permission, found.row["branch_id"])
    if found.row["version"] != version:
        now = found.row["version"]
        raise Stale("stale", record="document", record_id=deposit_id, version=now)
    return found


# ---------------------------------------------------------------- checking


def can_bounce(found: Account) -> bool:
    """Cash does not come back from the bank, and a transfer is undone where it began."""
    return found.facts["method"] != "cash" and not found.balance.transferred_in


def check_amount(amount: Money, field: str = "amount") -> None:
    """Sums of money that move are above nothing."""
    if not Money.ZERO < amount <= LARGEST_PRICE:
        raise Refused("bad_price", field, text=str(amount), lowest=Money(1), highest=LARGEST_PRICE)


def check_day(context: Context, day: date, earliest: str, field: str) -> None:
    """What happened did so after the paper's day (ISO) and not tomorrow."""
    paper_date = date.fromisoformat(earliest[:10])
    if day < paper_date:
        raise Refused("date_before_paper", field, date=day, paper_date=paper_date)
    if day > context.today:
        raise Refused("date_in_future", field, date=day, today=context.today)


def check_reason(reason: str, field: str = "reason") -> str:
    """The reason without blanks around it; Refused `reason_needed` where there is none."""
    if not reason.strip():
        raise Refused("reason_needed", field)
    return reason.strip()


def check_free(found: Account, amount: Money) -> None:
    """A use takes what is held, is cleared, and nobody else has asked for."""
    check_amount(amount)
    if amount > found.balance.held:
        raise Refused("deposit_more_than_held", "amount", held=found.balance.held)
    if amount > found.balance.cleared:
        raise Refused("deposit_not_cleared", "amount", cleared=found.balance.cleared)
    if amount > found.free:
        raise Refused("deposit_reserved", "amount", free=found.free, reserved=found.reserved)
