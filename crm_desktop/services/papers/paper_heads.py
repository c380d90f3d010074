"""The head of a paper of any kind: what a window around its pages needs to know."""

from dataclasses import dataclass

from crm_desktop.domain.errors import Refused
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.families import readable
from crm_desktop.services.registry import Context, query


@dataclass(frozen=True, slots=True)
class PaperHead:
    """`reference` is the number, or the draft's before there is one; `kind` its kind's code;
    `email` the customer's as it is known today."""

    id: int
    version: int
    kind: str
    reference: str
    number: str | None
    state: str
    language: str
    print_count: int
    email: str


@query("order.read")
def paper_head(context: Context, document_id: int) -> PaperHead:
    """The head of a paper that the actor may read; Refused `not_found`, NotAllowed."""
    row = readable(context, document_id)
    return PaperHead(
        id=row["id"],
        version=row["version"],
        kind=row["kind"],
        reference=row["number"] or row["draft_reference"],
        number=row["number"],
        state=row["state"],
        language=row["language"],
        print_count=row["print_count"],
        email=context.row("customer", row["customer_id"])["email"],
    )


@query("order.read")
def paper_head_by_reference(context: Context, reference: str) -> PaperHead:
    """The head of the paper with this number or draft reference, case and spaces forgiven."""
    return paper_head(context, documents.id_of(context, reference))


@query("order.read")
def delivery_by_reference(context: Context, reference: str) -> int:
    """The delivery of a slip such as SO01-6911-00042/1; the paper's last where none is told."""
    number, _, place = reference.partition("/")
    table, paper = context.t.delivery, documents.id_of(context, number)
    rows = table.select(table.c.id).where(table.c.document_id == paper).order_by(table.c.id)
    return _nth(list(rows.tuples()), place, reference)


@query("deposit.read")
def refund_by_reference(context: Context, reference: str) -> int:
    """The refund of a voucher such as DP01-6911-00042/1; the deposit's last where none is told."""
    number, _, place = reference.partition("/")
    table, deposit = context.t.deposit_claim, documents.id_of(context, number)
    asked = (table.c.deposit_id == deposit) & (table.c.matter == "deposit.refund")
    rows = table.select(table.c.id).where(asked).order_by(table.c.id)
    return _nth(list(rows.tuples()), place, reference)


def _nth(ids: list[tuple[int]], place: str, reference: str) -> int:
    """Slips are counted from 1; Refused `slip_unknown`."""
    nth = place.strip() or str(len(ids))
    if not nth.isdecimal() or not 1 <= int(nth) <= len(ids):
        raise Refused("slip_unknown", "number", number=reference)
    return ids[int(nth) - 1][0]
