"""An old paper written once more: the same goods at prices of today, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Content, LineInput, price
from crm_desktop.services.products.product_values import Goods
from crm_desktop.services.products.products import goods
from crm_desktop.services.registry import Context, query

COPIED = ("QT", "SO", "BO", "SP")


@dataclass(frozen=True, slots=True)
class Change:
    """What is not as it was on one line, by its place: a message's `code` with its `values`."""

    place: int
    code: str
    values: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """A content to begin a paper with; `follows` are the places whose price is the list's own, so
    that it goes on following; `source` says which paper it was."""

    content: Content
    follows: frozenset[int]
    changes: tuple[Change, ...]
    source: str = ""
    customer: str = ""


@query("quotation.save")
def copied(context: Context, document_id: int, customer_id: int | None = None) -> Copied:
    """A quotation or an order as a new quotation, for its customer or another one.

    Texts, sections and typed discounts stay; numbers, approvals, follow-ups and what the kind
    alone knows do not. Contact and address are of the customer it is for.
    """
    row = context.row("document", document_id)
    if row["kind"] not in COPIED:
        raise Refused("not_copied", kind=KINDS[row["kind"]].title)
    permission = "quotation.read" if row["kind"] == "QT" else "order.read"
    row = documents.row_of(context, document_id, permission)
    old = documents.content_of(context, row)
    buyer = customer(context, customer_id or row["customer_id"])
    content = replace(old, customer_id=buyer.id, follow_up_on=None, facts=())
    if buyer.id != old.customer_id:
        content = replace(content, contact="", delivery_address="", language=buyer.paper_language)
    made = renewed(context, content)
    return replace(made, source=row["number"] or row["draft_reference"], customer=buyer.name)


def renewed(context: Context, content: Content) -> Copied:
    """The lines at today's list prices for the paper's customer, with what changed since.

    Goods that are gone lose their product, so that nothing can be issued before they are replaced;
    a unit that is gone becomes the product's own, to be looked at.
    """
    lines, changes = _sellable(context, content.lines)
    known = tuple(
        replace(line, kind="text") if line.kind == "product" and line.product_id is None else line
        for line in lines
    )
    lists = price(context, replace(content, lines=known, document_discount="")).list_prices
    follows, told, found = set(), {each.place for each in changes}, []
    for place, (line, listed) in enumerate(zip(lines, lists, strict=True)):
        if line.product_id is None or listed is None:
            found.append(line)
            changes += [Change(place, "copied_no_price")] if line.product_id else []
            continue
        follows.add(place)
        found.append(replace(line, unit_price=listed))
        if line.unit_price not in (Money.ZERO, listed) and place not in told:
            values = (("old", line.unit_price), ("new", listed))
            changes.append(Change(place, "copied_price", values))
    changes.sort(key=lambda each: each.place)
    return Copied(replace(content, lines=tuple(found)), frozenset(follows), tuple(changes))


def _sellable(context: Context, lines: Sequence[LineInput]) -> tuple[list[LineInput], list[Change]]:
    ids = [line.product_id for line in lines if line.product_id is not None]
    listed, sold = goods(context, ids), _sold(context, ids)
    found, changes = [], []
    for place, given in enumerate(lines):
        good = listed.get(given.product_id or 0) if given.product_id in sold else None
        line, change = _still(replace(given, source_id=None), good, place)
        found.append(line)
        changes += [change] if change else []
    return found, changes


def _still(line: LineInput, good: Goods | None, place: int) -> tuple[LineInput, Change | None]:
    if line.kind != "product":
        return line, None
    if good is None:
        gone = replace(line, product_id=None, unit_price=Money.ZERO, discount="")
        return gone, Change(place, "copied_gone", (("name", line.description),))
    if good.factor(line.unit) is None:
        values = (("old", line.unit), ("new", good.unit))
        return replace(line, unit=good.unit, discount=""), Change(place, "copied_unit", values)
    return line, None


def _sold(context: Context, ids: Sequence[int]) -> set[int]:
    """Which of these products are still sold."""
    if not ids:
        return set()
    table = context.t.product
    rows = table.select(table.c.id).where(table.c.id.in_(list(set(ids))), table.c.active == 1)
    return {row[0] for row in rows.tuples()}
