"""How much of a paper can be taken from the shelf of its branch, as the shop's system last said."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from crm_desktop.domain.authority import Stock
from crm_desktop.services.papers.contents import Priced
from crm_desktop.services.registry import Context

Needs = Mapping[int, Decimal]
"""Product id to the quantity wanted, in the product's own unit."""


def of_content(context: Context, priced: Priced, branch_id: int) -> Stock | None:
    """The standing of a paper as typed; None where nothing of it is a product."""
    needs: dict[int, Decimal] = {}
    for line, good in zip(priced.content.lines, priced.goods, strict=True):
        if good is not None:
            wanted = line.quantity * (good.factor(line.unit) or 1)
            needs[good.id] = needs.get(good.id, Decimal(0)) + wanted
    return _standing(context, needs, branch_id)


def of_document(context: Context, document_id: int, branch_id: int) -> Stock | None:
    """The standing of a stored paper at this moment."""
    line, product, unit = context.t.document_line, context.t.product, context.t.product_unit
    rows = (
        line.select(line.c.product_id, line.c.quantity_milli, unit.c.factor_milli)
        .join(product, on=(product.c.id == line.c.product_id))
        .left_outer_join(
            unit, on=(unit.c.product_id == line.c.product_id) & (unit.c.unit == line.c.unit)
        )
        .where(line.c.document_id == document_id)
    )
    needs: dict[int, Decimal] = {}
    for product_id, quantity, factor in rows.tuples():
        wanted = Decimal(quantity).scaleb(-3) * Decimal(factor or 1000).scaleb(-3)
        needs[product_id] = needs.get(product_id, Decimal(0)) + wanted
    return _standing(context, needs, branch_id)


def free(
    context: Context, products: Iterable[int], branch_id: int, besides: int | None = None
) -> dict[int, Decimal]:
    """What the shelf holds of each product less what confirmed sales orders still take, in the
    product's own unit; below zero where more was promised than is there."""
    wanted = list(products)
    held = _held(context, wanted, branch_id)
    left = {product: held.get(product, Decimal(0)) for product in wanted}
    stage, document = context.t.goods_stage, context.t.document
    line, unit = context.t.document_line, context.t.product_unit
    rows = (
        stage.select(stage.c.product_id, stage.c.quantity_milli, unit.c.factor_milli)
        .join(document, on=(document.c.id == stage.c.document_id))
        .join(line, on=(line.c.id == stage.c.line_id))
        .left_outer_join(
            unit, on=(unit.c.product_id == line.c.product_id) & (unit.c.unit == line.c.unit)
        )
        .where(
            stage.c.branch_id == branch_id,
            stage.c.product_id << wanted,
            stage.c.stage == "open",
            stage.c.quantity_milli > 0,
            document.c.kind == "SO",
        )
    )
    if besides is not None:
        rows = rows.where(document.c.id != besides)
    for product, milli, factor in rows.tuples():
        left[product] -= Decimal(milli).scaleb(-3) * Decimal(factor or 1000).scaleb(-3)
    return left


def worse(*states: Stock | None) -> Stock | None:
    """The one that leaves more to be ordered; None only where none is known."""
    known = [state for state in states if state is not None]
    return max(known, key=list(Stock).index, default=None)


def _standing(context: Context, needs: Needs, branch_id: int) -> Stock | None:
    if not needs:
        return None
    held = _held(context, needs, branch_id)
    covered = [held.get(product, Decimal(0)) >= wanted for product, wanted in needs.items()]
    if all(covered):
        return Stock.STOCKED
    return Stock.PARTLY if any(held.get(product) for product in needs) else Stock.NONE


def _held(context: Context, products: Iterable[int], branch_id: int) -> dict[int, Decimal]:
    rows = context.rows("product_stock", product_id=tuple(products), branch_id=branch_id)
    return {row["product_id"]: Decimal(row["quantity_milli"]).scaleb(-3) for row in rows}
