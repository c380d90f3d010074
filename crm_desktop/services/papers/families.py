"""Families of papers: which came from which, and what happened to all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import waiting
from crm_desktop.services.customers.customer_lists import LINE, timeline_line
from crm_desktop.services.customers.customer_values import TimelineLine
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Context, query

MOST_PAPERS = 500


@dataclass(frozen=True, slots=True)
class FamilyNode:
    """One paper of a family; `on` is the day of its number, or of its first draft."""

    id: int
    kind: str
    reference: str
    state: str
    total: Money
    parent_id: int | None
    on: date


def read_permission(kind: str) -> str:
    """What reading papers of this kind asks for."""
    if KINDS[kind].is_order:
        return "order.read"
    return f"{KINDS[kind].name}.read"


@query("order.read")
def family(context: Context, document_id: int) -> tuple[FamilyNode, ...]:
    """All papers of the family that the actor may read, in the order they were begun."""
    row = documents.row_of(context, document_id, "order.read")
    return nodes(context, row["family_id"])


def nodes(context: Context, family_id: int) -> tuple[FamilyNode, ...]:
    """The papers of a family that the actor may read."""
    return tuple(
        FamilyNode(
            id=each["id"],
            kind=each["kind"],
            reference=each["number"] or each["draft_reference"],
            state=each["state"],
            total=Money(each["total_satang"]),
            parent_id=each["parent_id"] or each["replaces_id"],
            on=date.fromisoformat((each["issued_at"] or each["created_at"])[:10]),
        )
        for each in _papers(context, family_id)
    )


def _papers(context: Context, family_id: int) -> list[dict[str, Any]]:
    document = context.t.document
    columns = ("id", "kind", "number", "draft_reference", "state", "total_satang", "branch_id")
    more = ("parent_id", "replaces_id", "issued_at", "created_at")
    rows = document.select(*(getattr(document.c, name) for name in (*columns, *more)))
    rows = rows.where(document.c.family_id == family_id).order_by(document.c.id)
    return [row for row in rows.limit(MOST_PAPERS).dicts() if _may_read(context, row)]


def _may_read(context: Context, row: Mapping[str, Any]) -> bool:
    asked = read_permission(row["kind"])
    return context.actor.may(asked) and context.branches(asked) in (None, row["branch_id"])


def readable(context: Context, document_id: int) -> dict[str, Any]:
    """The stored header of a paper, for who may read its kind in its branch, and for whom a
    request about it waits, whatever their role and branch."""
    row = context.row("document", document_id)
    about = (context.t.request.c.document_id == document_id) & waiting.is_open(context)
    if not _may_read(context, row) and not waiting.reaches(context, about):
        permission = read_permission(row["kind"])
        context.actor.require(permission)
        context.require_branch(permission, row["branch_id"])
    return row


@query("order.read")
def family_timeline(
    context: Context, document_id: int, limit: int = 40
) -> tuple[TimelineLine, ...]:
    """What happened to all papers of the family and to what was asked about them, newest first."""
    row = documents.row_of(context, document_id, "order.read")
    return timeline_of(context, row["family_id"], limit)


def timeline_of(context: Context, family_id: int, limit: int) -> tuple[TimelineLine, ...]:
    """The same for who has read the paper already."""
    line, person, request = context.t.timeline, context.t.person, context.t.request
    by_kind: dict[str, list[int]] = {}
    for paper in _papers(context, family_id):
        by_kind.setdefault(paper["kind"], []).append(paper["id"])
    papers = [each for ids in by_kind.values() for each in ids]
    asked = request.select(request.c.id).where(request.c.document_id << papers).limit(MOST_PAPERS)
    told = (line.c.subject == "request") & (line.c.subject_id << [row[0] for row in asked.tuples()])
    for kind, ids in by_kind.items():
        told |= (line.c.subject == KINDS[kind].name) & (line.c.subject_id << ids)
    rows = (
        line.select(
            *(getattr(line.c, name) for name in LINE),
            getattr(person.c, context.naming).alias("actor"),
        )
        .join(person, "LEFT JOIN", on=(person.c.id == line.c.actor_id))
        .where(told)
        .order_by(line.c.id.desc())
        .limit(limit)
    )
    return tuple(timeline_line(each) for each in rows.dicts())
