"""The head of a paper of any kind: what a window around its pages needs to know."""

from dataclasses import dataclass

from crm_desktop.services import documents
from crm_desktop.services.families import read_permission
from crm_desktop.services.registry import Context, query


@dataclass(frozen=True, slots=True)
class PaperHead:
    """`reference` is the number, or the draft's before there is one; `kind` its kind's code."""

    id: int
    version: int
    kind: str
    reference: str
    number: str | None
    state: str
    language: str
    print_count: int


@query("order.read")
def paper_head(context: Context, document_id: int) -> PaperHead:
    """The head of a paper that the actor may read; Refused `not_found`, NotAllowed."""
    kind = context.row("document", document_id)["kind"]
    context.actor.require(read_permission(kind))
    row = documents.row_of(context, document_id, read_permission(kind))
    return PaperHead(
        id=row["id"],
        version=row["version"],
        kind=kind,
        reference=row["number"] or row["draft_reference"],
        number=row["number"],
        state=row["state"],
        language=row["language"],
        print_count=row["print_count"],
    )


@query("order.read")
def paper_head_by_reference(context: Context, reference: str) -> PaperHead:
    """The head of the paper with this number or draft reference, case and spaces forgiven."""
    return paper_head(context, documents.id_of(context, reference))
