"""Anonymisation: what says who somebody is goes; accounts, sums and the audit's chain stay whole.

Papers that were issued keep what was printed until their time is over, and are emptied when the
same customer is anonymised again after it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, Stale, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.privacy import REASONS
from crm_desktop.domain.thai import sort_key
from crm_desktop.messages import sentence
from crm_desktop.services.customers import aliases
from crm_desktop.services.customers.customers import TABLE_OF
from crm_desktop.services.customers.merging import hold_customers
from crm_desktop.services.privacy import import_copies, others, paper_names, traces
from crm_desktop.services.privacy.held import reached
from crm_desktop.services.privacy.holdings import HELD, ids_in
from crm_desktop.services.privacy.obstacles import obstacles
from crm_desktop.services.privacy.values import empty_values, forget_gone
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.store import bulk, search, triggers

ERASE = "privacy.erase"
WHOLE = ("customer", "customer_note", "customer_merge_part")
"""Records of which the audit keeps no value at all."""
EMPTY: dict[str, Any] = {
    **dict.fromkeys(("phone", "email", "line_id", "note", "rhythm"), ""),
    **dict.fromkeys(("tax_number", "near_front", "near_back", "completeness", "due_on")),
    "lacking": 0,
    "active": 0,
}
FREE = ("reason", "words", "note", "answer", "text", "promised", "purpose", "name")
"""What people typed into a line of the timeline; the rest of it are numbers, days and codes."""
ON_PAPER = ("receiver", "received_name", "payee", "signer")
"""Names in a line of the timeline that its paper has too: they go when it lets go of them."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What anonymising would come to: why not yet, how many papers keep their names and until
    when the last does, how many files go."""

    id: int
    version: int
    code: str
    name: str
    erased: bool
    obstacles: tuple[Refused, ...]
    papers: int
    kept: int
    kept_until: date | None
    files: int


@dataclass(frozen=True)
class Anonymise(Command[int]):
    """Takes the person out of the record for good; answers how many papers keep their names.

    `code` is the customer's code as typed once more, for this cannot be undone; `reason` is one
    of `REASONS`.
    """

    name: ClassVar[str] = "privacy.anonymise"
    permission: ClassVar[str] = ERASE
    customer_id: int
    version: int
    code: str
    reason: str


@query(ERASE)
def erasure_preview(context: Context, customer_id: int) -> Preview:
    """Read before somebody is asked to type the code."""
    row = reached(context, customer_id, ERASE)
    people = aliases.ids_of(context, row["id"])
    papers = paper_names.papers(context, people)
    kept = [paper.kept_until for paper in papers if paper.kept_until]
    return Preview(
        row["id"],
        row["version"],
        row["code"],
        row["name"],
        row["erased_at"] is not None,
        tuple(obstacles(context, people)),
        len(papers),
        len(kept),
        max(kept, default=None),
        len(paper_names.files(context, papers)) + len(_photos(context, people)),
    )


@handles(Anonymise)
def anonymise(context: Context, command: Anonymise) -> int:
    """Nothing is taken away unless all of it may be."""
    if command.reason not in REASONS:
        raise Refused("bad_choice", "reason", value=command.reason)
    people = aliases.ids_of(context, reached(context, command.customer_id, ERASE)["id"])
    hold_customers(context, people)
    row = reached(context, command.customer_id, ERASE)
    if "".join(command.code.split()).upper() != row["code"]:
        raise Refused("erase_wrong_code", "code", code=row["code"])
    if row["version"] != command.version:
        raise Stale("stale", record="customer", record_id=row["id"], version=row["version"])
    for refusal in obstacles(context, people):
        raise refusal
    if row["erased_at"] is not None and not _is_due(context, row["id"]):
        raise WrongState("erased_already", code=row["code"])
    papers = paper_names.papers(context, people)
    traces.overwrite(context)
    for customer_id in people:
        _empty_record(context, customer_id)
    _empty_around(context, people)
    kept = paper_names.empty(context, papers)
    _empty_words(context, people)
    others.forget(context, people)
    _empty_lines(context, people, papers)
    _empty_audit(context, people)
    import_copies.drop(context, people)
    traces.ask(context)
    _record(context, row, command.reason, min(kept, default=None))
    return len(kept)


def _is_due(context: Context, customer_id: int) -> bool:
    """Whether papers that kept their names need not any more."""
    rows = context.rows("customer_erasure", customer_id=customer_id)
    until = next((row["papers_until"] for row in rows), None)
    return until is not None and date.fromisoformat(until) < context.today


def _empty_record(context: Context, customer_id: int) -> None:
    """A stone with its code: papers and accounts still point to it, and nobody can be told."""
    row = context.row("customer", customer_id)
    name = sentence("customer_anonymised_name", "th", code=row["code"])
    values = EMPTY | {
        "name": name,
        "name_en": sentence("customer_anonymised_name", "en", code=row["code"]),
        "bare_name": search.bare_form(name),
        "sort_key": sort_key(name),
        "version": row["version"] + 1,
        "looked_version": row["version"] + 1,
        "erased_at": row["erased_at"] or context.moment,
    }
    customer = context.t.customer
    customer.update(**values).where(customer.c.id == customer_id).execute()
    for part in TABLE_OF.values():
        table = getattr(context.t, part)
        table.delete().where(table.c.customer_id == customer_id).execute()
    lasting = row["merged_into_id"] is None
    search.put(
        context.store, "customer", search.Record(customer_id, (), (row["code"],) if lasting else ())
    )
    context.audit("customer", customer_id, "anonymised")  # other desks read it again
    context.touched |= set(TABLE_OF.values())


def _empty_around(context: Context, people: list[int]) -> None:
    """Photos, likely doubles, copies that merges kept, letters to the shop's own people."""
    photo, pair, part = (
        getattr(context.t, name) for name in ("visit_photo", "customer_pair", "customer_merge_part")
    )
    photos, alike = (
        _photos(context, people),
        (pair.c.one_id << people) | (pair.c.other_id << people),
    )
    pairs = [row[0] for row in pair.select(pair.c.id).where(alike).tuples()]
    empty_values(context, "visit_photo", photos, ("name",))
    visits = [row["id"] for row in context.rows("visit", customer_id=tuple(people))]
    forget_gone(context, "visit_photo", "removed", "visit_id", visits)
    empty_values(context, "customer_pair", pairs, ("note",))
    photo.delete().where(photo.c.id << photos).execute()
    pair.delete().where(pair.c.id << pairs).execute()
    part.update(before="").where(part.c.customer_id << people).execute()
    letter, request = context.t.letter, context.t.request
    about = request.select(request.c.id).where(request.c.customer_id << people)
    written = letter.c.request_id << about
    letter.update(state="dropped").where(written, letter.c.state == "waiting").execute()
    letter.update(subject="", body="", failure="").where(written).execute()
    context.touched |= {"visit_photo", "customer_pair", "letter"}


def _photos(context: Context, people: Iterable[int]) -> list[int]:
    return ids_in(context, next(each for each in HELD if each.table == "visit_photo"), people)


def _empty_words(context: Context, people: list[int]) -> None:
    """Free texts about the person, wherever they stand, and what the audit keeps of them."""
    run = context.store.database.execute_sql
    for holding in HELD:
        if not holding.words:
            continue
        ids = ids_in(context, holding, people)
        for chunk in bulk.chunks(ids, 500):
            listed = ", ".join(map(str, chunk))
            emptied = ", ".join(f"{name} = ''" for name in holding.words)
            run(f"UPDATE {holding.table} SET {emptied} WHERE id IN ({listed})")
        empty_values(context, holding.table, ids, holding.words)
        context.touched.add(holding.table)


def _empty_lines(context: Context, people: list[int], papers: Sequence[paper_names.Paper]) -> None:
    """Of the timeline only what says who it was: that goods left and who approved it stays."""
    line = context.t.timeline
    kept = {(KINDS[paper.kind].name, paper.id) for paper in papers if paper.kept_until}
    rows = line.select(line.c.id, line.c.subject, line.c.subject_id, line.c.detail)
    theirs = rows.where(line.c.customer_id << people, line.c.detail != "{}").tuples()
    gone = [line_id for line_id, *of, detail in theirs if _names(of[0], detail, tuple(of) in kept)]
    empty = triggers.EMPTIED["timeline"]["detail"]
    for chunk in bulk.chunks(gone, 500):
        line.update(detail=empty).where(line.c.id << chunk).execute()


def _names(subject: str, detail: str, kept: bool) -> bool:
    said = json.loads(detail)
    if subject in ("customer", "note") or any(map(said.get, FREE)):
        return True
    return not kept and any(map(said.get, ON_PAPER))


def _empty_audit(context: Context, people: list[int]) -> None:
    for record in WHOLE[:2]:
        empty_values(context, record, people)
    part = context.t.customer_merge_part
    rows = part.select(part.c.id).where(part.c.customer_id << people)
    empty_values(context, WHOLE[2], [row[0] for row in rows.tuples()])


def _record(context: Context, row: dict[str, Any], reason: str, until: date | None) -> None:
    """Who did it and when, and what of papers is to be emptied later."""
    erasure = context.t.customer_erasure
    values: dict[str, Any] = {"papers_until": until and until.isoformat(), "reason": reason}
    values |= {"by_id": context.actor.person_id, "at": context.moment}
    where = {"customer_id": row["id"], "code": row["code"]}
    erasure.insert(**where, **values).on_conflict(
        conflict_target=[erasure.c.customer_id],
        update={getattr(erasure.c, name): value for name, value in values.items()},
    ).execute()
    context.audit("customer_erasure", row["id"], "anonymised", {}, {**where, **values})
    context.tell("customer", row["id"], "customer_anonymised", row["id"])
