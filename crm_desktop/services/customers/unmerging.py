"""The way back from a merge: every record and every pointer as before, or a sentence that says
what happened since. What was written since the merge stays with the survivor."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.authority import TOP, Facts, Level
from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.kinds.customer_merge import KIND
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.services.authority import appraisal, delegations, matrices
from crm_desktop.services.credit.credit import credit_row
from crm_desktop.services.customers import merge_moves, rhythms
from crm_desktop.services.customers.customers import TABLE_OF, index, parts_of
from crm_desktop.services.customers.merging import (
    MATTER,
    changed_by,
    hold_customers,
    of_paper,
    parts_in,
    write_credit,
)
from crm_desktop.services.papers import documents, submitting
from crm_desktop.services.registry import Command, Context, handles

KEPT = frozenset({"id", "version", "looked_version", "near_front", "near_back"})
"""Columns that the way back leaves: a version never counts down, for somebody may have read it."""


@dataclass(frozen=True)
class UndoMerge(Command[int]):
    """Makes the records of a merge several again; answers how many pointers went back."""

    name: ClassVar[str] = "customer.unmerge"
    permission: ClassVar[str] = "customer.merge"
    id: int
    version: int
    reason: str


@handles(UndoMerge)
def undo_merge(context: Context, command: UndoMerge) -> int:
    """Nothing is put back unless all of it can be."""
    reason = command.reason.strip()
    if not reason:
        raise Refused("undo_reason_needed", "reason")
    merge = of_paper(context, command.id)
    parts = parts_in(context, merge["id"])
    hold_customers(context, [part["customer_id"] for part in parts])
    row = submitting.at_version(
        context, command.id, command.version, "customer.merge", (KIND.code,)
    )
    KIND.states.row(row["state"], "undo")
    merge = of_paper(context, command.id)
    for refusal in obstacles(context, merge, parts_in(context, merge["id"])):
        raise refusal
    return _put_back(context, row, merge, reason)


def obstacles(
    context: Context, merge: Mapping[str, Any], parts: list[dict[str, Any]]
) -> Iterator[Refused]:
    """Why it cannot be parted: not by the actor, or what happened since the merge."""
    rows = [context.row("customer", part["customer_id"]) for part in parts]
    for code in [row["code"] for row in rows if row["erased_at"] is not None]:
        yield WrongState("customer_anonymised", code=code)
        return
    yield from _beyond(context, merge, parts)
    yield from _later_merges(context, parts)
    for part in parts:
        row = context.row("customer", part["customer_id"])
        if row["version"] != part["left_version"]:
            yield WrongState("undo_record_changed", **changed_by(context, row))
        yield from _number_taken(context, part, [each["customer_id"] for each in parts])
    yield from _money_and_word(context, merge, parts)
    for table, record_id in merge_moves.strayed(context, merge["id"], merge["survivor_id"]):
        yield WrongState("undo_moved_on", what=_named(context, table, record_id))


def _beyond(
    context: Context, merge: Mapping[str, Any], parts: list[dict[str, Any]]
) -> Iterator[Refused]:
    """The money that was merged changes hands again, so whoever could not merge it without asking
    cannot part it either: judged by the matrix of today."""
    lost = (json.loads(part["before"]) for part in parts[1:])
    amount = Money(sum(record.get("amount_satang", 0) for record in lost))
    branch = matrices.branch_code(
        context, context.row("document", merge["document_id"])["branch_id"]
    )
    facts = Facts(amount=amount, branch=branch)
    decision = appraisal.judge(context, MATTER, facts, context.actor.person_id)
    if decision.level is not Level.OWN:
        name = delegations.named(context, decision.answerer, MATTER)
        top = sentence(f"authority_grade_{TOP.name.lower()}", context.actor.language)
        yield NotAllowed("undo_beyond_authority", name=name or top)


def _later_merges(context: Context, parts: list[dict[str, Any]]) -> Iterator[Refused]:
    """A merge on top of this one, which saw a record as this one left it, is undone first."""
    part, document = context.t.customer_merge_part, context.t.document
    other = context.t.customer_merge
    for each in parts:
        rows = (
            part.select(document.c.draft_reference)
            .join(other, on=(other.c.id == part.c.merge_id))
            .join(document, on=(document.c.id == other.c.document_id))
            .where(
                part.c.customer_id == each["customer_id"],
                part.c.seen_version >= each["left_version"],
                document.c.state == "merged",
            )
        )
        for (reference,) in rows.limit(1).tuples():
            yield WrongState("undo_later_merge", reference=reference)


def _number_taken(context: Context, part: Mapping[str, Any], ids: list[int]) -> Iterator[Refused]:
    """A company that came since with the number that goes back."""
    row = json.loads(part["before"])["row"]
    if row["kind"] == "company" and row["tax_number"]:
        same = {name: row[name] for name in ("kind", "tax_number", "tax_branch")}
        for other in context.rows("customer", "id", active=1, **same):
            if other["id"] not in ids:
                named = {"customer_id": other["id"], "code": other["code"], "name": other["name"]}
                yield WrongState("company_exists", **named)


def _money_and_word(
    context: Context, merge: Mapping[str, Any], parts: list[dict[str, Any]]
) -> Iterator[Refused]:
    survivor = context.row("customer", merge["survivor_id"])
    if credit_row(context, survivor["id"]) != json.loads(parts[0]["credit"]):
        yield WrongState("undo_credit_changed", code=survivor["code"])
    consent = context.t.customer_consent
    since = consent.select(consent.c.purpose).where(
        consent.c.customer_id == survivor["id"],
        consent.c.id > json.loads(merge["consents"])["last_id"],
    )
    if list(since.limit(1).tuples()):
        yield WrongState("undo_consent_changed", code=survivor["code"])


def _named(context: Context, table: str, record_id: int) -> str:
    """A record as people call it."""
    if table == "document":
        for row in context.rows("document", id=record_id):
            return str(row["number"] or row["draft_reference"])
    if table == "receivable":
        for row in context.rows("receivable", id=record_id):
            return str(row["bill_number"])
    return f"{table} {record_id}"


def _put_back(context: Context, row: dict[str, Any], merge: dict[str, Any], reason: str) -> int:
    parts = parts_in(context, merge["id"])
    survivor = context.row("customer", merge["survivor_id"])
    moved = merge_moves.move_back(context, merge["id"])
    # The survivor first lets go of a company's number that one of the others had.
    for part in parts:
        _restore(context, part["customer_id"], json.loads(part["before"]))
        _as_merge_left_it(context, part)
    for part in parts:  # once none of them stands for another any more
        customer_id = part["customer_id"]
        index(
            context,
            customer_id,
            context.row("customer", customer_id),
            parts_of(context, customer_id),
        )
    _contact_since(context, survivor, parts)
    context.update(
        "customer_merge", merge["id"], merge["version"], "undone", undone_at=context.moment
    )
    codes = ", ".join(context.row("customer", part["customer_id"])["code"] for part in parts[1:])
    documents.move(context, row, "undo", reason=reason, detail={"codes": codes, "moved": moved})
    for part in parts[1:]:
        told = {"code": survivor["code"], "name": survivor["name"], "reason": reason}
        context.tell("customer", part["customer_id"], "parted", part["customer_id"], **told)
    return moved


def _restore(context: Context, customer_id: int, before: Mapping[str, Any]) -> None:
    stored = context.row("customer", customer_id)
    values = {name: value for name, value in before["row"].items() if name not in KEPT}
    values = {name: value for name, value in values.items() if name in stored}
    values["due_on"] = rhythms.due_of(context, values["rhythm"], {**stored, **values})
    context.update("customer", customer_id, stored["version"], "parted", **values)
    for name in TABLE_OF.values():
        table = getattr(context.t, name)
        table.delete().where(table.c.customer_id == customer_id).execute()
        table.add_all(before[name])
    write_credit(context, customer_id, before["credit"])


def _contact_since(
    context: Context, merged: Mapping[str, Any], parts: list[dict[str, Any]]
) -> None:
    """Who was met since the merge stays met."""
    known = max(json.loads(part["before"])["row"]["contact_on"] or "" for part in parts)
    if (merged["contact_on"] or "") > known:
        rhythms.met(context, int(merged["id"]), date.fromisoformat(merged["contact_on"]))


def _as_merge_left_it(context: Context, part: Mapping[str, Any]) -> None:
    """A record that is again as an earlier merge left it can be parted from that one too."""
    table = context.t.customer_merge_part
    version = context.row("customer", part["customer_id"])["version"]
    table.update(left_version=version).where(
        table.c.customer_id == part["customer_id"],
        table.c.merge_id != part["merge_id"],
        table.c.left_version == part["seen_version"],
    ).execute()
