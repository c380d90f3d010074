"""What is read of merges: the preview side by side, one merge whole, and those of a customer."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.phones import parse_phone
from crm_desktop.services.authority import delegations
from crm_desktop.services.customers import consents, merge_moves, merge_plan
from crm_desktop.services.customers.customer_values import Contact, masked
from crm_desktop.services.customers.merge_plan import FIELDS, Plan
from crm_desktop.services.customers.merging import MATTER, of_paper, parts_in, preview_decision
from crm_desktop.services.customers.unmerging import obstacles
from crm_desktop.services.papers import documents
from crm_desktop.services.places import Address
from crm_desktop.services.registry import Context, query

CODED = {
    "tax_number": "merge_kind_{}",
    "price_level": "price_level_{}",
    "paper_language": "merge_language_{}",
}
"""Fields whose value is a code, or begins with one, and what its sentence is called."""


@dataclass(frozen=True, slots=True)
class Side:
    """One record of a merge: `pointing` is how much points to it, by table."""

    id: int
    version: int
    code: str
    name: str
    kind: str
    phone: str
    active: bool
    pointing: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field: what each record has (as shown, empty for nothing), and whose stays.

    Codes (kind, level, language) stay codes, that of the kind before its tax number; an owner is a
    name; a person's number is masked.
    """

    field: str
    values: tuple[str, ...]
    chosen: int
    differs: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """What counts of a consent once the records are one."""

    purpose: str
    given: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Several records side by side, the survivor first, and what becomes of them.

    `problem` keeps them from becoming one at all. `blocked` says that the credit of all stays
    blocked; `amount` is the money that changes hands, `level` and `answerer` whose decision it is.
    """

    sides: tuple[Side, ...]
    fields: tuple[FieldChoice, ...] = ()
    phones: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()
    note: str = ""
    consents: tuple[Agreed, ...] = ()
    limit: Money | None = None
    outstanding: Money | None = None
    blocked: bool = False
    amount: Money = Money.ZERO
    level: str = ""
    answerer: str = ""
    problem: Refused | None = None


@dataclass(frozen=True, slots=True)
class MergeCard:
    """A merge as a paper: its state, who asked and why, and what was or will be chosen.

    `obstacle` is why it cannot be undone any more, None where it can.
    """

    id: int
    version: int
    reference: str
    state: str
    reason: str
    by: str
    at: datetime
    merged_at: datetime | None
    undone_at: datetime | None
    sides: tuple[Side, ...]
    choices: tuple[tuple[str, int], ...]
    fields: tuple[FieldChoice, ...]
    request_id: int | None = None
    obstacle: Refused | None = None


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """A record that a customer stands for, and the paper that merged it."""

    customer_id: int
    code: str
    name: str
    document_id: int
    at: datetime


@query("customer.merge")
def merge_preview(
    context: Context, ids: Sequence[int], choices: tuple[tuple[str, int], ...] = ()
) -> MergePreview:
    """What becomes of these, the first surviving; a `problem` where they cannot be merged."""
    sides = tuple(_side(context, context.row("customer", each)) for each in dict.fromkeys(ids))
    try:
        plan = merge_plan.plan(context, list(ids), dict(choices))
        credit = plan.credit
    except Refused as problem:
        return MergePreview(sides, problem=problem)
    decision = preview_decision(context, plan, frozenset())
    words = consents.strictest(record.words for record in plan.records)
    return MergePreview(
        sides=sides,
        fields=_fields(context, plan),
        phones=tuple(parse_phone(each).display for each in plan.phones),
        contacts=plan.contacts,
        addresses=plan.addresses,
        note=plan.note,
        consents=tuple(Agreed(name, bool(word["given"])) for name, word in words.items()),
        limit=Money(credit["limit_satang"]) if credit else None,
        outstanding=Money(credit["outstanding_satang"]) if credit else None,
        blocked=bool(credit and credit["blocked"]),
        amount=merge_plan.amount(context, plan.lost),
        level=decision.level.name,
        answerer=delegations.named(context, decision.answerer, MATTER),
    )


@query("customer_merge.read")
def merge_card(context: Context, document_id: int) -> MergeCard:
    """One merge whole; what was chosen stands as it was even after it was undone."""
    row, merge = context.row("document", document_id), of_paper(context, document_id)
    parts = parts_in(context, merge["id"])
    stored = [context.row("customer", part["customer_id"]) for part in parts]
    before = [json.loads(part["before"])["row"] if part["before"] else None for part in parts]
    rows = [then or now for then, now in zip(before, stored, strict=True)]
    chosen = json.loads(merge["choices"])
    obstacle = None
    if row["state"] == "merged":
        obstacle = next(iter(obstacles(context, merge, parts)), None)
    request = documents.open_request(context, document_id)
    by = context.known("person", merge["by_id"])[context.naming] if merge["by_id"] else ""
    return MergeCard(
        id=document_id,
        version=row["version"],
        reference=row["draft_reference"],
        state=row["state"],
        reason=merge["reason"],
        by=by,
        at=datetime.fromisoformat(row["created_at"]),
        merged_at=_moment(merge["merged_at"]),
        undone_at=_moment(merge["undone_at"]),
        sides=tuple(_side(context, each) for each in stored),
        choices=tuple(chosen.items()),
        fields=tuple(_field(context, field, rows, chosen[field]) for field in chosen),
        request_id=request["id"] if request else None,
        obstacle=obstacle,
    )


@query("customer_merge.read")
def merged_records(context: Context, customer_id: int) -> tuple[MergedRecord, ...]:
    """The records that a customer stands for now, the latest first, each with its paper."""
    part, merge = context.t.customer_merge_part, context.t.customer_merge
    customer = context.t.customer
    rows = (
        part.select(
            *(customer.c.id, customer.c.code, customer.c.name),
            *(merge.c.document_id, merge.c.merged_at),
        )
        .join(merge, on=(merge.c.id == part.c.merge_id))
        .join(customer, on=(customer.c.id == part.c.customer_id))
        .where(
            customer.c.merged_into_id == customer_id,
            merge.c.merged_at.is_null(False),
            merge.c.undone_at.is_null(),
            merge.c.survivor_id != part.c.customer_id,
        )
        .order_by(merge.c.id.desc())
    )
    return tuple(
        MergedRecord(each, code, name, paper, datetime.fromisoformat(at))
        for each, code, name, paper, at in rows.tuples()
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _side(context: Context, row: Mapping[str, Any]) -> Side:
    pointing = merge_moves.counts(context, [row["id"]])
    names = ("id", "version", "code", "name", "kind", "phone")
    values = {name: row[name] for name in names}
    return Side(**values, active=bool(row["active"]), pointing=pointing)


def _fields(context: Context, plan: Plan) -> tuple[FieldChoice, ...]:
    rows = [record.row for record in plan.records]
    return tuple(_field(context, field, rows, plan.chosen[field]) for field in FIELDS)


def _field(
    context: Context, field: str, rows: Sequence[Mapping[str, Any]], chosen: int
) -> FieldChoice:
    values = tuple(_shown(context, field, row) for row in rows)
    return FieldChoice(field, values, chosen, len(set(values)) > 1)


def _shown(context: Context, field: str, row: Mapping[str, Any]) -> str:
    value: Any = row[merge_plan.COLUMN_OF.get(field, field)] or ""
    if field == "owner_id" and value:
        return str(context.known("person", value)[context.naming])
    if field == "tax_number":
        company = row["kind"] == "company"
        shown = masked(value) if value and not company else value
        branch = row["tax_branch"] if value and company else ""
        return " ".join(filter(None, (row["kind"], shown, branch)))
    return str(value)
