"""Prices that pass down: what an approved paper said of a line holds on the papers made from it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.pricing import LineTotal
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Content, LineInput, Priced, stored_prices
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import fn

CLOSE_ENOUGH = Money(3)
"""What rounding a line and sharing two discounts may move, each by a satang."""

UNDER_WAY = ("waiting", "ready")
SAME = ("kind", "product_id", "unit", "unit_price", "vat_class")


def kept_lines(context: Context, priced: Priced, document_id: int | None) -> frozenset[int]:
    """Which lines (by index) sell what an approved paper of this customer sold, for no less.

    Goods, unit and price are the same, what is left after every discount is not less per unit,
    and all papers made from that line together do not take more than it offered.
    """
    content = priced.content
    if not any(line.source_id for line in content.lines):
        return frozenset()
    approved = _approved(context, priced)
    taken = drawn(context, approved, besides=document_id)
    totals, kept = iter(priced.totals.lines), set()
    for index, line in enumerate(content.lines):
        total = next(totals) if line.is_priced else None
        if total is None or line.source_id not in approved:
            continue
        source, sold = approved[line.source_id]
        taken[line.source_id] = taken.get(line.source_id, Decimal(0)) + line.quantity
        if taken[line.source_id] <= source.quantity and _same_price(line, total, source, sold):
            kept.add(index)
    return frozenset(kept)


def _same_price(line: LineInput, total: LineTotal, source: LineInput, sold: LineTotal) -> bool:
    if any(getattr(line, name) != getattr(source, name) for name in SAME):
        return False
    if line.product_id is None and line.description.strip() != source.description.strip():
        return False
    share = Fraction(line.quantity) / Fraction(source.quantity)
    return total.final >= sold.final.times(share) - CLOSE_ENOUGH


def _approved(context: Context, priced: Priced) -> dict[int, tuple[LineInput, LineTotal]]:
    """The lines of binding, numbered papers of the same customer that these lines come from."""
    content = priced.content
    found: dict[int, tuple[LineInput, LineTotal]] = {}
    for row in _source_papers(context, [each.source_id for each in content.lines]):
        same = row["customer_id"] == content.customer_id
        same &= bool(row["prices_include_vat"]) == content.prices_include_vat
        if same and row["number"] and _binds(row):
            found |= lines_of(context, row)
    return found


def _binds(row: Mapping[str, Any]) -> bool:
    """A quotation binds once it was accepted, which looks at its validity; other papers while they
    stand."""
    if row["kind"] == "QT":
        return bool(row["state"] == "accepted")
    return row["state"] in KINDS[row["kind"]].standing


def as_offered(context: Context, kind: str, content: Content) -> Content:
    """The content as a kind has it whose prices are for the matrix only: those of the lines that
    it asks for. Baht off a whole line or paper do not belong to a part; it counts in full."""
    if not KINDS[kind].prices_pass:
        return content
    papers = _source_papers(context, [line.source_id for line in content.lines])
    found = {key: line for row in papers for key, (line, _) in lines_of(context, row).items()}
    if not found:
        return content
    return replace(
        content,
        prices_include_vat=bool(papers[0]["prices_include_vat"]),
        document_discount="",
        lines=tuple(_as_source(line, found.get(line.source_id or 0)) for line in content.lines),
    )


def _as_source(line: LineInput, source: LineInput | None) -> LineInput:
    if source is None or not line.is_priced:
        return line
    discount = source.discount if "%" in source.discount else ""
    return replace(
        line, unit_price=source.unit_price, vat_class=source.vat_class, discount=discount
    )


def lines_of(context: Context, row: Mapping[str, Any]) -> dict[int, tuple[LineInput, LineTotal]]:
    """The priced lines of a stored paper with their money, by line id."""
    content = documents.content_of(context, row)
    totals = iter(stored_prices(content, Decimal(row["vat_rate"])).totals.lines)
    ids = [line["id"] for line in documents.line_rows(context, row["id"])]
    return {
        line_id: (line, next(totals))
        for line_id, line in zip(ids, content.lines, strict=True)
        if line.is_priced
    }


def _source_papers(context: Context, ids: Iterable[int | None]) -> list[dict[str, Any]]:
    document, line = context.t.document, context.t.document_line
    of_lines = line.select(line.c.document_id).where(line.c.id << [each for each in ids if each])
    return list(document.select().where(document.c.id << of_lines).dicts())


def drawn(
    context: Context, source_ids: Iterable[int], *, besides: int | None = None, drafts: bool = False
) -> dict[int, Decimal]:
    """How much of each line the papers made from it take: those asked about or numbered, with
    `drafts` those only begun too."""
    document, line = context.t.document, context.t.document_line
    rows = (
        line.select(
            line.c.source_id, document.c.kind, document.c.state, fn.SUM(line.c.quantity_milli)
        )
        .join(document, on=(document.c.id == line.c.document_id))
        .where(line.c.source_id << list(source_ids))
        .group_by(line.c.source_id, document.c.kind, document.c.state)
    )
    if besides is not None:
        rows = rows.where(document.c.id != besides)
    found: dict[int, Decimal] = {}
    for source_id, kind, state, milli in rows.tuples():
        counted = (*UNDER_WAY, *KINDS[kind].standing)
        begun = drafts and state != "cancelled" and state not in KINDS[kind].ends
        if state in counted or begun:
            found[source_id] = found.get(source_id, Decimal(0)) + Decimal(int(milli)).scaleb(-3)
    return found
