"""Turns what the search found into lines of the search box."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crm_desktop.messages import sentence
from ui.desk import Desk
from ui.forms.lookup import Found

if TYPE_CHECKING:  # nothing is searched before the first window stands
    from crm_desktop.services.customers.customer_pages import CustomerRow
    from crm_desktop.services.finding import PaperHit
    from crm_desktop.services.papers.finders import SheetHit
    from crm_desktop.services.products.product_values import ProductRow

ICONS = {
    "SO": "shopping-cart",
    "BO": "hourglass-medium",
    "SP": "ruler",
    "PR": "shopping-bag",
    "DP": "wallet",
}
"""The icons of kinds of papers; a quotation has that of any paper."""


def finder(desk: Desk) -> Callable[[str], Sequence[Found]]:
    """The function the search box asks; what was scanned first, then customers, papers,
    products."""

    def ask(text: str) -> Sequence[Found]:
        from crm_desktop.services.finding import find

        hits = desk.read(find, text)
        return (
            *(_sheet(desk, each) for each in hits.sheets),
            *map(_customer, hits.customers),
            *map(_paper, hits.papers),
            *map(_product, hits.products),
        )

    return ask


def _sheet(desk: Desk, hit: "SheetHit") -> Found:
    title = sentence(f"paper_title_{hit.kind.lower()}", desk.language)
    return Found(hit.record_id, title, hit.reference, "paper", "qr-code")


def _customer(row: "CustomerRow") -> Found:
    hint = " · ".join(filter(None, (row.phone, row.code)))
    glyph = "buildings" if row.kind == "company" else "user"
    return Found(row.id, row.name, hint, "customer", glyph)


def _paper(hit: "PaperHit") -> Found:
    from crm_desktop.domain.kinds import KINDS

    name = hit.reference if hit.revision < 2 else f"{hit.reference} R{hit.revision}"
    return Found(
        hit.id,
        name,
        f"{hit.customer} · {hit.total}",
        KINDS[hit.kind].name,
        ICONS.get(hit.kind, "file-text"),
    )


def _product(row: "ProductRow") -> Found:
    price = "" if row.price is None else f"{row.price} / {row.unit}"
    hint = " · ".join(filter(None, (row.code, price)))
    return Found(row.id, row.name, hint, "product", "package")
