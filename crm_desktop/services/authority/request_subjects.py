"""What a request is about beside its paper: goods to give up, money held, a supplier's offer, and
what else this customer has or had."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from crm_desktop.domain.kinds import KINDS, Kind
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import appraisal
from crm_desktop.services.customers import merge_lists
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.deposits.claim_lists import Claim
from crm_desktop.services.deposits.deposit_lists import Deposit
from crm_desktop.services.orders import goods, goods_records, steps
from crm_desktop.services.papers import documents, other_matters
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.registry import Context

LAST_PRICES = 3


@dataclass(frozen=True, slots=True)
class OtherPaper:
    """Another paper of the same customer."""

    id: int
    reference: str
    state: str
    total: Money
    created_on: date
    kind: str = "QT"


@dataclass(frozen=True, slots=True)
class LastPrice:
    """What this customer paid (or was offered) for one of the goods before."""

    description: str
    reference: str
    on: date
    unit_price: Money
    discount: str
    unit: str
    now: Money


@dataclass(frozen=True, slots=True)
class AskedPart:
    """What of one line a request is about, and what the customer pays for it with VAT."""

    line_id: int
    description: str
    quantity: Decimal
    unit: str
    value: Money


@dataclass(frozen=True, slots=True)
class LineStanding:
    """A line of a paper and how much of it stands at which stage; no stages before its number."""

    line_id: int
    description: str
    quantity: Decimal
    unit: str
    stages: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class HeldMoney:
    """What is asked of a deposit, the deposit, the paper it is for, and the one it is to go to
    with what that one still costs."""

    claim: Claim
    deposit: Deposit
    paper: OtherPaper
    target: OtherPaper | None
    target_due: Money | None


def paper(row: Mapping[str, Any]) -> OtherPaper:
    """A stored header in short."""
    return OtherPaper(
        row["id"],
        row["number"] or row["draft_reference"],
        row["state"],
        Money(row["total_satang"]),
        date.fromisoformat(row["created_at"][:10]),
        row["kind"],
    )


def of_request(
    context: Context, stored: Mapping[str, Any], document: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields of a request's card that its matter and the kind of its paper call for, for
    who may open the card, whatever their role and branch."""
    kind = KINDS[document["kind"]]
    if kind.code == "DP":
        return {"held": _held(context, stored)}
    if kind.code == "CM":
        return {"merge": merge_lists.merge_card(context, document["id"])}
    if not kind.is_order:
        return {}
    there = goods.stages(context, document["id"])
    offers = goods_records.quotes_for(context, document["id"]) if kind.code == "SP" else ()
    return {
        "part": _part(context, stored, document, there),
        "goods": _standing(context, document, there),
        "money": deposit_lists.deposits_for(context, document) if kind.takes_deposit else None,
        "offer": max(offers, key=lambda each: each.id, default=None),
    }


def _part(
    context: Context, stored: Mapping[str, Any], document: Mapping[str, Any], there: goods.Stages
) -> tuple[AskedPart, ...]:
    lines = steps.lines_of(context, document["id"])
    return tuple(
        AskedPart(
            each,
            lines[each]["description"],
            steps.quantity(milli),
            lines[each]["unit"],
            _worth(context, stored, document, there.get(each, {}), each, milli),
        )
        for each, milli in other_matters.part_of(stored).items()
    )


def _worth(
    context: Context,
    stored: Mapping[str, Any],
    document: Mapping[str, Any],
    line: Mapping[str, int],
    line_id: int,
    milli: int,
) -> Money:
    """By how much less the customer pays; counted behind what is gone while nobody answered."""
    gone = 0 if stored["closed_at"] else sum(line.get(stage, 0) for stage in goods.GONE)
    end = sum(line.values()) - gone
    return goods.value_of(context, document, line_id, end - milli, end)


def _standing(
    context: Context, document: Mapping[str, Any], there: goods.Stages
) -> tuple[LineStanding, ...]:
    return tuple(
        LineStanding(
            line["id"],
            line["description"],
            steps.quantity(line["quantity_milli"]),
            line["unit"],
            {stage: steps.quantity(milli) for stage, milli in there.get(line["id"], {}).items()},
        )
        for line in documents.line_rows(context, document["id"])
        if line["quantity_milli"]
    )


def _held(context: Context, stored: Mapping[str, Any]) -> HeldMoney | None:
    deposit = deposit_lists.whole(context, ledger.account(context, stored["document_id"]))
    claim = next((each for each in deposit.claims if each.request_id == stored["id"]), None)
    if claim is None:
        return None
    target, due = None, None
    if claim.target_id is not None:
        row = context.row("document", claim.target_id)
        target, due = paper(row), deposit_lists.deposits_for(context, row).remainder
    return HeldMoney(claim, deposit, paper(context.row("document", deposit.for_id)), target, due)


def last_prices(
    context: Context, document: Mapping[str, Any], content: Content
) -> tuple[LastPrice, ...]:
    """The latest issued prices of these goods for this customer, a few per paper line; a purchase
    request is no offer to anybody."""
    line, other = context.t.document_line, context.t.document
    now = {each.product_id: each.unit_price for each in content.lines if each.product_id}
    if not now:
        return ()
    rows = (
        line.select(
            *(getattr(line.c, name) for name in ("product_id", "description", "unit")),
            *(getattr(line.c, name) for name in ("unit_price_satang", "discount")),
            other.c.number,
            other.c.issued_at,
        )
        .join(other, on=(other.c.id == line.c.document_id))
        .where(
            line.c.product_id << list(now),
            other.c.customer_id == document["customer_id"],
            other.c.number.is_null(False),
            other.c.kind != "PR",
            other.c.id != document["id"],
        )
        .order_by(other.c.id.desc())
        .limit(200)
    )
    found: dict[int, list[LastPrice]] = {}
    for each in rows.dicts():
        kept = found.setdefault(each["product_id"], [])
        if len(kept) < LAST_PRICES:
            kept.append(_last_price(each, now[each["product_id"]]))
    return tuple(price for prices in found.values() for price in prices)


def _last_price(row: Mapping[str, Any], now: Money) -> LastPrice:
    return LastPrice(
        row["description"],
        row["number"],
        date.fromisoformat(row["issued_at"][:10]),
        Money(row["unit_price_satang"]),
        row["discount"],
        row["unit"],
        now,
    )


def others(context: Context, document: Mapping[str, Any]) -> tuple[OtherPaper, ...]:
    """The customer's other papers that are on their way or stand, the newest first."""
    other = context.t.document
    rows = other.select().where(
        other.c.customer_id == document["customer_id"],
        other.c.id != document["id"],
        reduce(or_, (_stands(other, kind) for kind in KINDS.values())),
    )
    return tuple(paper(each) for each in rows.order_by(other.c.id.desc()).limit(20).dicts())


def _stands(document: Any, kind: Kind) -> Any:
    return (document.c.kind == kind.code) & (document.c.state << appraisal.counted(kind))
