"""What a paper looks like to the authority matrix, and what the matrix answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from crm_desktop.domain.authority import Credit, Decision, Facts, decide
from crm_desktop.domain.kinds import KINDS, Kind
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import matrices
from crm_desktop.services.credit.credit import credit_state
from crm_desktop.services.papers import passing
from crm_desktop.services.papers.contents import Priced, below_cost, measured
from crm_desktop.services.products import stock
from crm_desktop.services.registry import Context
from crm_desktop.services.settings import load_shop
from crm_desktop.store.orm import fn


@dataclass(frozen=True, slots=True)
class Subject:
    """Which paper is judged: its own rows never count as its split, and who last edited or owns
    it (`barred`) does not answer."""

    kind: str
    officer_id: int
    branch_id: int
    document_id: int | None = None
    base_number: str | None = None
    barred: frozenset[int] = frozenset()

    @classmethod
    def of(cls, row: Mapping[str, Any], officer_id: int) -> "Subject":
        """The stored paper of a row."""
        barred = frozenset({row["edited_by_id"], row["owner_id"]})
        return cls(row["kind"], officer_id, row["branch_id"], row["id"], row["base_number"], barred)


def facts_of(context: Context, priced: Priced, subject: Subject) -> Facts:
    """The figures of a paper, together with the officer's others for the same customer.

    Lines that keep the price of an approved paper count as at list.
    """
    own, content = priced.totals.grand_total, priced.content
    kept = passing.kept_lines(context, priced, subject.document_id)
    said = measured(priced, kept) if kept else priced.totals
    split = split_amount(context, priced, subject)
    return Facts(
        amount=own + split,
        split_amount=split,
        discount=said.discount_percent,
        discount_by_group=dict(said.discount_by_group),
        below_cost=below_cost(
            priced, kept, quoted_cost(context, subject.kind, subject.document_id)
        ),
        unlisted=said.unlisted,
        credit=credit_with(context, content.customer_id, own),
        deposit_share=content.deposit_percent,
        stock=stock.of_content(context, priced, subject.branch_id),
        days=content.valid_days,
        branch=matrices.branch_code(context, subject.branch_id),
    )


def quoted_cost(context: Context, kind: str, document_id: int | None) -> Money | None:
    """What a special order costs before VAT by the last offer that names it and still holds.

    For the matrix; who may see cost reads it, nobody else.
    """
    if kind != "SP" or document_id is None:
        return None
    quote = context.t.supplier_quote
    rows = quote.select(quote.c.cost_satang).where(
        quote.c.document_id == document_id,
        quote.c.cost_satang.is_null(False),
        quote.c.valid_until.is_null() | (quote.c.valid_until >= context.today.isoformat()),
    )
    return next((Money(row[0]) for row in rows.order_by(quote.c.id.desc()).limit(1).tuples()), None)


def credit_with(context: Context, customer_id: int, extra: Money) -> frozenset[Credit]:
    """What credit-finance's snapshot says of `extra` baht more; a cash customer is `ok`."""
    return frozenset(map(Credit, credit_state(context, customer_id, extra.satang)))


def split_amount(context: Context, priced: Priced, subject: Subject) -> Money:
    """Baht of the same officer's other live papers of the kind for this customer or project.

    Those begun or issued in the last `split_days` days count, and whatever is on its way out, so
    that cutting an order in two changes nothing.
    """
    document, shop = context.t.document, load_shop(context)[0]
    since = (context.now - timedelta(days=shop.split_days)).isoformat(timespec="milliseconds")
    same = document.c.customer_id == priced.content.customer_id
    if priced.content.project.strip():
        same |= document.c.project == priced.content.project.strip()
    rows = document.select(fn.SUM(document.c.total_satang)).where(
        document.c.owner_id == subject.officer_id,
        document.c.kind == subject.kind,
        (document.c.created_at >= since)
        | (document.c.issued_at >= since)
        | (document.c.state << passing.UNDER_WAY),
        document.c.state << counted(KINDS[subject.kind]),
        same,
    )
    if subject.document_id is not None:
        rows = rows.where(document.c.id != subject.document_id)
    if subject.base_number is not None:
        base = document.c.base_number
        rows = rows.where(base.is_null() | (base != subject.base_number))
    return Money(int(next(iter(rows.tuples()))[0] or 0))


def counted(kind: Kind) -> tuple[str, ...]:
    """The states in which a paper counts: on its way out, or out and not given up."""
    return (*passing.UNDER_WAY, *kind.standing)


def judge(
    context: Context,
    matter: str,
    facts: Facts,
    officer_id: int,
    barred: frozenset[int] = frozenset(),
) -> Decision:
    """What the matrix in force decides for this person today."""
    actor = matrices.decider(context, officer_id, matter)
    return decide(matter, actor, facts, matrices.in_force(context), barred)


def judge_paper(context: Context, priced: Priced, subject: Subject) -> Decision:
    """Whose decision issuing this paper is."""
    matter = KINDS[subject.kind].matter
    assert matter is not None
    facts = facts_of(context, priced, subject)
    return judge(context, matter, facts, subject.officer_id, subject.barred)
