"""Two or more records become one customer: asked as a paper, decided by the matrix, carried out
whole or not at all. The way back is unmerging.py."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.authority import Decision, Facts, Level
from crm_desktop.domain.errors import Refused, Stale, WrongState
from crm_desktop.domain.kinds.customer_merge import KIND
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.services.authority import answerers, appraisal, matrices, requests
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.credit.credit import credit_row
from crm_desktop.services.customers import consents, merge_moves, merge_plan, rhythms
from crm_desktop.services.customers.customers import TABLE_OF, save_customer
from crm_desktop.services.customers.merge_plan import Plan
from crm_desktop.services.papers import documents, submitting
from crm_desktop.services.papers.contents import Content, price
from crm_desktop.services.papers.submitting import Outcome
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.store import search

MATTER = "customer.merge"
LONGEST_REASON = 1_000


@dataclass(frozen=True)
class MergeCustomers(Command[Outcome]):
    """Makes one customer of several, the first of `ids` stays; `seen` are their versions as they
    were looked at, `choices` whose value of a field stays (field, customer) where it is not the
    one proposed. `id` names the paper where it was asked before and came back."""

    name: ClassVar[str] = "customer.merge"
    matter: ClassVar[str | None] = MATTER
    ids: tuple[int, ...]
    seen: tuple[int, ...]
    choices: tuple[tuple[str, int], ...] = ()
    reason: str = ""
    id: int | None = None
    customer_waiting: bool = False


@dataclass(frozen=True)
class DropMerge(Command[None]):
    """Gives up a merge that came back."""

    name: ClassVar[str] = "customer.merge_drop"
    permission: ClassVar[str] = "customer.merge"
    id: int
    version: int


@handles(MergeCustomers)
def merge_customers(context: Context, command: MergeCustomers) -> Outcome:
    """Done at once where it is the actor's own; else it waits, and is done as it is answered."""
    if len(command.reason) > LONGEST_REASON:
        raise Refused("text_too_long", "reason", most=LONGEST_REASON)
    hold_customers(context, command.ids)
    plan = merge_plan.plan(context, command.ids, dict(command.choices))
    _require_seen(context, plan, command.seen)
    _require_first(context, command)
    plan.credit  # noqa: B018 - refuses two limits
    row, merge = _paper(context, command, plan)
    decision = judge(context, plan, row)
    plea = Plea(command.reason, customer_waiting=command.customer_waiting)
    request_id = requests.ask(context, row, decision, plea)
    if decision.level is Level.OWN:
        row = carry_out(context, row, merge, "merge")
        _let_part(context, command, row)
    else:
        row = documents.move(context, row, "submit", detail={"level": decision.level.name})
    return submitting.outcome_of(context, row, decision, request_id)


def _let_part(context: Context, command: MergeCustomers, row: Mapping[str, Any]) -> None:
    from crm_desktop.services.customers.unmerging import UndoMerge  # late: it is made of this

    why = sentence("merge_taken_back", context.actor.language)
    context.reversible(command, UndoMerge(row["id"], row["version"], why))


@handles(DropMerge)
def drop_merge(context: Context, command: DropMerge) -> None:
    """Nothing was changed, so there is nothing to take back."""
    row = submitting.at_version(
        context, command.id, command.version, "customer.merge", (KIND.code,)
    )
    documents.move(context, row, "cancel")


def judge(context: Context, plan: Plan, row: Mapping[str, Any]) -> Decision:
    """Whose decision it is: by the money that changes hands with the records that are lost."""
    return preview_decision(context, plan, answerers.barred(context.actor.person_id, row))


def preview_decision(context: Context, plan: Plan, barred: frozenset[int]) -> Decision:
    """The same before there is a paper."""
    branch = matrices.branch_code(context, plan.survivor.row["branch_id"])
    facts = Facts(amount=merge_plan.amount(context, plan.lost), branch=branch)
    actor = context.actor.person_id
    return appraisal.judge(context, MATTER, facts, actor, barred - {actor})


def hold_customers(context: Context, ids: Iterable[int]) -> None:
    """Nobody changes these, or begins to write about them, before this command ends; always in
    the order of their ids, so that two who merge the same wait and do not lock each other."""
    if context.store.engine == "postgresql":
        for customer_id in sorted(set(ids)):
            text = "SELECT id FROM customer WHERE id = %s FOR UPDATE"
            context.store.database.execute_sql(text, (customer_id,))


def _require_seen(context: Context, plan: Plan, seen: tuple[int, ...]) -> None:
    """Each record as the caller looked at it."""
    for record, version in zip(plan.records, seen, strict=False):
        if record.row["version"] != version:
            raise Stale("merge_record_changed", "seen", **changed_by(context, record.row))
    if len(seen) != len(plan.records):
        raise Refused("merge_how_many", "seen", most=merge_plan.MOST_AT_ONCE)


def changed_by(context: Context, row: Mapping[str, Any]) -> dict[str, Any]:
    """Who changed a customer last."""
    line, person = context.t.audit_line, context.t.person
    rows = (
        line.select(getattr(person.c, context.naming))
        .join(person, "LEFT JOIN", on=person.c.id == line.c.actor_id)
        .where(line.c.record == "customer", line.c.record_id == row["id"])
        .order_by(line.c.id.desc())
        .limit(1)
    )
    name = next((each[0] for each in rows.tuples()), None)
    return {"code": row["code"], "name": name or "–"}


def _require_first(context: Context, command: MergeCustomers) -> None:
    """One question about a record at a time."""
    part, merge, document = (
        context.t.customer_merge_part,
        context.t.customer_merge,
        context.t.document,
    )
    rows = (
        part.select(document.c.draft_reference)
        .join(merge, on=(merge.c.id == part.c.merge_id))
        .join(document, on=(document.c.id == merge.c.document_id))
        .where(part.c.customer_id << list(command.ids), document.c.state == "waiting")
    )
    for (reference,) in rows.limit(1).tuples():
        raise WrongState("merge_waits_already", "ids", reference=reference)


def _paper(
    context: Context, command: MergeCustomers, plan: Plan
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The paper that carries the question, new or the one that came back, and what it says."""
    values = {"survivor_id": plan.survivor.id, "choices": json.dumps(dict(plan.chosen))}
    values |= {"reason": command.reason.strip()}
    if command.id is None:
        content = Content(plan.survivor.id)
        branch = {"branch_id": plan.survivor.row["branch_id"]}
        document_id = documents.insert(context, KIND.code, price(context, content), **branch)
        merge_id = context.put(
            "customer_merge", document_id=document_id, by_id=context.actor.person_id, **values
        )
    else:
        document_id = command.id
        row = submitting.held(context, document_id, "customer.merge", (KIND.code,))
        KIND.states.row(row["state"], "submit")
        merge_id = of_paper(context, document_id)["id"]
        merge, part = context.t.customer_merge, context.t.customer_merge_part
        merge.update(**values).where(merge.c.id == merge_id).execute()
        part.delete().where(part.c.merge_id == merge_id).execute()
        edited = {"edited_by_id": context.actor.person_id, "customer_id": plan.survivor.id}
        context.update("document", document_id, row["version"], "changed", **edited)
    context.t.customer_merge_part.add_all(
        {"merge_id": merge_id, "customer_id": each.id, "seen_version": each.row["version"]}
        for each in plan.records
    )
    return context.row("document", document_id), context.row("customer_merge", merge_id)


def of_paper(context: Context, document_id: int) -> dict[str, Any]:
    """What the paper merges; Refused `not_found` for another paper."""
    for row in context.rows("customer_merge", document_id=document_id):
        return row
    raise Refused("not_found", record="customer_merge", record_id=document_id)


def parts_in(context: Context, merge_id: int) -> list[dict[str, Any]]:
    """The records of a merge, the survivor first."""
    return context.rows("customer_merge_part", "id", merge_id=merge_id)


# ---------------------------------------------------------------- carried out


def carry_out(
    context: Context, row: dict[str, Any], merge: Mapping[str, Any], event: str
) -> dict[str, Any]:
    """Merges as it was asked; Refused where a record is not as it was when it was asked."""
    parts = parts_in(context, merge["id"])
    ids = [part["customer_id"] for part in parts]
    hold_customers(context, ids)
    plan = merge_plan.plan(context, ids, json.loads(merge["choices"]))
    _require_seen(context, plan, tuple(part["seen_version"] for part in parts))
    _keep_before(context, plan, parts)
    credit = plan.credit
    context.update(
        "customer_merge",
        merge["id"],
        merge["version"],
        "merged",
        merged_at=context.moment,
        consents=consents.brought(context, (record.words for record in plan.records)),
    )
    moved = sum(_lose(context, merge["id"], plan, record.id) for record in plan.lost)
    save_customer(context, plan.command)
    write_credit(context, plan.survivor.id, credit)
    days = [record.row["contact_on"] for record in plan.records if record.row["contact_on"]]
    if days:
        rhythms.met(context, plan.survivor.id, date.fromisoformat(max(days)))
    _keep_after(context, parts)
    codes = ", ".join(record.row["code"] for record in plan.lost)
    row = documents.move(
        context, row, event, asks=event == "merge", detail={"codes": codes, "moved": moved}
    )
    for record in plan.lost:
        into = {"code": plan.survivor.row["code"], "name": plan.survivor.row["name"]}
        context.tell("customer", record.id, "merged_into", record.id, **into)
    return row


def _keep_before(context: Context, plan: Plan, parts: list[dict[str, Any]]) -> None:
    table = context.t.customer_merge_part
    for part, record in zip(parts, plan.records, strict=True):
        before: dict[str, Any] = {"row": dict(record.row), "credit": dict(record.credit)}
        before["amount_satang"] = merge_plan.amount(context, (record,)).satang
        for name in TABLE_OF.values():
            before[name] = context.rows(name, "id", customer_id=record.id)
        text = json.dumps(before, ensure_ascii=False)
        table.update(before=text).where(table.c.id == part["id"]).execute()


def _lose(context: Context, merge_id: int, plan: Plan, lost_id: int) -> int:
    """The record stays as a stone that names who stands for it; the rest goes over."""
    row, into = context.row("customer", lost_id), plan.survivor.id
    values = {"active": 0, "merged_into_id": into, "due_on": None, "completeness": None}
    context.update("customer", lost_id, row["version"], "merged", **values)
    credit = context.t.customer_credit
    credit.delete().where(credit.c.customer_id == lost_id).execute()
    search.put(context.store, "customer", search.Record(lost_id))
    return merge_moves.move_all(context, merge_id, lost_id, into)


def write_credit(context: Context, customer_id: int, values: Mapping[str, Any]) -> None:
    """Puts one snapshot in place of what stands there; none where there is none."""
    credit = context.t.customer_credit
    before = credit_row(context, customer_id)
    if before in ({**values, "customer_id": customer_id}, values):
        return
    credit.delete().where(credit.c.customer_id == customer_id).execute()
    if values:
        credit.insert(**{**values, "customer_id": customer_id}).execute()
    context.audit("customer_credit", customer_id, "stated", before, dict(values))


def _keep_after(context: Context, parts: Iterable[Mapping[str, Any]]) -> None:
    """The versions that the merge left, by which the way back sees whether anybody was there."""
    table = context.t.customer_merge_part
    for part in parts:
        version = context.row("customer", part["customer_id"])["version"]
        credit = json.dumps(credit_row(context, part["customer_id"]))
        write = table.update(left_version=version, credit=credit)
        write.where(table.c.id == part["id"]).execute()


class _Merge:
    """customer.merge: an approval carries it out, anything else leaves both as they are."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        if row["state"] == "waiting":
            carry_out(context, row, of_paper(context, row["id"]), "approve")

    def sent_back(
        self, context: Context, row: dict[str, Any], request: dict[str, Any], event: str, note: str
    ) -> None:
        documents.move(context, row, event, asks=False, reason=note)

    def amount_now(self, context: Context, row: Mapping[str, Any]) -> Money:
        """Finance and bills leave a customer's version alone, so the money is counted again."""
        parts = parts_in(context, of_paper(context, row["id"])["id"])
        return merge_plan.amount(context, merge_plan.records(context, parts[1:]))


def _hold(context: Context, document_id: int) -> None:
    """The records come before the paper, as they do when it is asked."""
    merge = of_paper(context, document_id)
    hold_customers(context, [part["customer_id"] for part in parts_in(context, merge["id"])])
    context.hold("document", document_id)


requests.EFFECTS[MATTER] = _Merge()
requests.HOLDS[MATTER] = _hold
