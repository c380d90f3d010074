"""Credit as credit-finance states it: a dated snapshot, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.customers.aliases import living
from crm_desktop.services.customers.customer_values import Credit
from crm_desktop.services.orders import commitments
from crm_desktop.services.registry import Command, Context, handles

LONGEST_TERM_DAYS = 365
LARGEST_CREDIT = Money.of(1_000_000_000)


@dataclass(frozen=True)
class SetCredit(Command[None]):
    """Credit as finance states it at a moment (None: now); replaces the older snapshot."""

    name: ClassVar[str] = "customer.credit"
    customer_id: int
    blocked: bool
    limit: Money
    outstanding: Money
    overdue: Money
    term_days: int
    source: str
    as_of: datetime | None = None


@handles(SetCredit)
def set_credit(context: Context, command: SetCredit) -> None:
    """Replaces the snapshot unless it is older than the one that stands, or ahead of time: that
    one would keep every true figure out until its day."""
    _check_credit(command)
    customer_id, as_of = living(context, command.customer_id), command.as_of or context.now
    if as_of > context.now:
        raise Refused("credit_of_tomorrow", "as_of", as_of=as_of)
    context.hold("customer", customer_id)
    context.row("customer", customer_id)
    before = credit_row(context, customer_id)
    if before and as_of < datetime.fromisoformat(before["as_of"]):
        held = datetime.fromisoformat(before["as_of"])
        raise Refused("credit_older", "as_of", as_of=as_of, held=held)
    after = {
        "limit_satang": command.limit.satang,
        "outstanding_satang": command.outstanding.satang,
        "overdue_satang": command.overdue.satang,
        "term_days": command.term_days,
        "blocked": int(command.blocked),
        "as_of": as_of.isoformat(timespec="milliseconds"),
        "source": command.source.strip(),
    }
    credit = context.t.customer_credit
    credit.insert(customer_id=customer_id, **after).on_conflict(
        conflict_target=[credit.c.customer_id],
        update={getattr(credit.c, name): value for name, value in after.items()},
    ).execute()
    context.audit("customer_credit", customer_id, "stated", before, after)
    if bool(before.get("blocked")) != command.blocked:
        event = "credit_blocked" if command.blocked else "credit_unblocked"
        context.tell("credit", customer_id, event, customer_id)


def _check_credit(command: SetCredit) -> None:
    if not command.source.strip():
        raise Refused("credit_source_needed", "source")
    if not 0 <= command.term_days <= LONGEST_TERM_DAYS:
        raise Refused("bad_term", "term_days", highest=LONGEST_TERM_DAYS)
    for field in ("limit", "outstanding", "overdue"):
        amount: Money = getattr(command, field)
        if not Money.ZERO <= amount <= LARGEST_CREDIT:
            raise Refused("bad_credit_amount", field, highest=LARGEST_CREDIT)
    if command.overdue > command.outstanding:
        raise Refused("overdue_above_outstanding", "overdue")


def credit_row(context: Context, customer_id: int) -> dict[str, Any]:
    """The stored snapshot; empty for a customer without credit."""
    return next(iter(context.rows("customer_credit", customer_id=customer_id)), {})


def credit_of(context: Context, customer_id: int) -> Credit | None:
    """The snapshot as a value, with what the desk itself knows beyond it."""
    row = credit_row(context, customer_id)
    if not row:
        return None
    as_of = datetime.fromisoformat(row["as_of"])
    return Credit(
        Money(row["limit_satang"]),
        Money(row["outstanding_satang"]),
        Money(row["overdue_satang"]),
        row["term_days"],
        bool(row["blocked"]),
        as_of,
        row["source"],
        commitments.unbilled(context, customer_id, as_of),
        commitments.unapplied(context, customer_id),
        context.now,
    )


def credit_state(context: Context, customer_id: int, extra_satang: int = 0) -> frozenset[str]:
    """`ok`, or what holds of `over_limit`, `overdue`, `blocked` with that much more bought."""
    credit = credit_of(context, customer_id)
    return credit.states(Money(extra_satang)) if credit else frozenset({"ok"})
