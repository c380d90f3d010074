"""One search box over customers, papers and products, within what the actor may see."""

from dataclasses import dataclass
from datetime import datetime

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.customers.customer_pages import CustomerRow, customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.families import read_permission
from crm_desktop.services.papers.finders import SheetHit, scanned
from crm_desktop.services.products.product_values import ProductRow
from crm_desktop.services.products.products import find_products
from crm_desktop.services.registry import Context, query
from crm_desktop.store import search

PAPERS = tuple(code for code, kind in KINDS.items() if kind.numbered_by)
CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class PaperHit:
    """A paper that the search found, with what tells it from others."""

    id: int
    kind: str
    reference: str
    revision: int
    state: str
    customer: str
    total: Money
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Hits:
    """The best few of each kind; `sheets` are what a scanned QR names beside papers."""

    sheets: tuple[SheetHit, ...] = ()
    customers: tuple[CustomerRow, ...] = ()
    papers: tuple[PaperHit, ...] = ()
    products: tuple[ProductRow, ...] = ()


@query("find")
def find(context: Context, text: str, limit: int = 8) -> Hits:
    """What the typed text may mean; kinds that the actor may not read stay empty."""
    if not text.strip():
        return Hits()
    may = context.actor.may
    wanted = ListQuery(text=text, limit=limit)
    return Hits(
        scanned(context, text),
        customer_page(context, wanted).rows if may("customer.read") else (),
        _papers(context, text, limit),
        find_products(context, text, limit) if may("product.read") else (),
    )


def _papers(context: Context, text: str, limit: int) -> tuple[PaperHit, ...]:
    """Papers by number, of kinds the actor may read and branches the actor reaches."""
    kinds = [kind for kind in PAPERS if context.actor.may(read_permission(kind))]
    ids = search.find(context.store, "document", text, CANDIDATES) if kinds else []
    if not ids:
        return ()
    paper, customer = context.t.document, context.t.customer
    columns = ("id", "kind", "branch_id", "revision", "state", "total_satang", "created_at")
    rows = (
        paper.select(
            *(getattr(paper.c, name) for name in columns),
            paper.c.number,
            paper.c.draft_reference,
            customer.c.name,
        )
        .join(customer, on=customer.c.id == paper.c.customer_id)
        .where(paper.c.id.in_(ids), paper.c.kind.in_(kinds))
    )
    reached = {
        row["id"]: row
        for row in rows.dicts()
        if context.branches(read_permission(row["kind"])) in (None, row["branch_id"])
    }
    best = [reached[each] for each in ids if each in reached][:limit]
    return tuple(
        PaperHit(
            row["id"],
            row["kind"],
            row["number"] or row["draft_reference"],
            row["revision"],
            row["state"],
            row["name"],
            Money(row["total_satang"]),
            datetime.fromisoformat(row["created_at"]),
        )
        for row in best
    )
