"""What a request is about beside its paper: goods to give up, money held, a supplier's offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.deposits.claim_lists import Claim
from crm_desktop.services.deposits.deposit_lists import Deposit
from crm_desktop.services.orders import goods, goods_records, steps
from crm_desktop.services.papers import documents, submitting
from crm_desktop.services.registry import Context


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
    """The fields of a request's card that its matter and the kind of its paper call for."""
    kind = KINDS[document["kind"]]
    if kind.code == "DP":
        return {"held": _held(context, stored)}
    if not kind.is_order:
        return {}
    there = goods.stages(context, document["id"])
    offers = goods_records.supplier_quotes(context, document["id"]) if kind.code == "SP" else ()
    return {
        "part": _part(context, stored, document, there),
        "goods": _standing(context, document, there),
        "money": deposit_lists.paper_deposits(context, document["id"])
        if kind.takes_deposit
        else None,
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
        for each, milli in submitting.part_of(stored).items()
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
    deposit = deposit_lists.deposit(context, stored["document_id"])
    claim = next((each for each in deposit.claims if each.request_id == stored["id"]), None)
    if claim is None:
        return None
    target, due = None, None
    if claim.target_id is not None:
        target = paper(context.row("document", claim.target_id))
        due = deposit_lists.paper_deposits(context, claim.target_id).remainder
    return HeldMoney(claim, deposit, paper(context.row("document", deposit.for_id)), target, due)
