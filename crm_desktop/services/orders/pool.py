"""Goods that arrived and are given to nobody.

The pool of a product in a branch is the sum of its `arrival_move` rows, in thousandths of the
product's own unit: what receipts brought, less what back orders hold and what went to the shelf.
`arrival_pool` keeps that sum. What special orders left over lies there too; goods of no list do so
by their line, until somebody says what became of them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from crm_desktop.services.orders import goods, steps
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import fn

HOLDING = ("allocated", "told", "delivered")
"""Stages of a back order whose goods came out of the pool."""

CAME = ("receive", "leave")
"""Events that brought goods into the pool: for a back order, left over by a special order."""


def lies(context: Context, product_id: int, branch_id: int) -> int:
    """Thousandths of the product's own unit that arrived and are given to nobody."""
    there = context.t.arrival_pool
    rows = there.select(there.c.quantity_milli).where(
        there.c.branch_id == branch_id, there.c.product_id == product_id
    )
    return next((int(row[0]) for row in rows.tuples()), 0)


def left(context: Context, line_id: int) -> int:
    """Thousandths that lie there of a special order's line whose goods are in no list."""
    there = context.t.arrival_pool
    rows = there.select(there.c.quantity_milli).where(there.c.line_id == line_id)
    return next((int(row[0]) for row in rows.tuples()), 0)


def products(context: Context, branch_id: int) -> list[int]:
    """The listed goods of which something lies there."""
    there = context.t.arrival_pool
    rows = there.select(there.c.product_id).where(
        there.c.branch_id == branch_id,
        there.c.quantity_milli > 0,
        there.c.product_id.is_null(False),
    )
    return sorted(row[0] for row in rows.tuples())


def account(
    context: Context,
    product_id: int | None,
    branch_id: int,
    line_id: int,
    event: str,
    stands: int,
    receipt_id: int | None = None,
) -> int:
    """Brings the pool's rows of one line to `stands` and answers the difference.

    Counted from the whole each time, so that parts of a line never round apart from it.
    """
    change = stands - accounted(context, line_id)
    if change:
        move(context, product_id, branch_id, line_id, event, change, receipt_id)
    return change


def move(
    context: Context,
    product_id: int | None,
    branch_id: int,
    line_id: int,
    event: str,
    change: int,
    receipt_id: int | None = None,
) -> None:
    """One row of the pool and its running sum; the caller holds the product, or the paper of goods
    that are in no list."""
    context.insert(
        "arrival_move",
        event,
        product_id=product_id,
        branch_id=branch_id,
        event=event,
        quantity_milli=change,
        line_id=line_id,
        receipt_id=receipt_id,
        by_id=context.actor.person_id or None,
        at=context.moment,
    )
    there = context.t.arrival_pool
    key = {"branch_id": branch_id, "product_id": product_id}
    mine = (there.c.branch_id == branch_id) & (there.c.product_id == product_id)
    if product_id is None:
        key = {"branch_id": branch_id, "line_id": line_id}
        mine = there.c.line_id == line_id
    stood = there.update(quantity_milli=there.c.quantity_milli + change).where(mine)
    if not stood.execute():
        there.insert(**key, quantity_milli=change).execute()


def accounted(context: Context, line_id: int) -> int:
    """What the pool has of a line so far; what went to the shelf is no line's."""
    arrival = context.t.arrival_move
    rows = arrival.select(fn.SUM(arrival.c.quantity_milli)).where(
        arrival.c.line_id == line_id, arrival.c.event != "release"
    )
    return int(next(iter(rows.tuples()))[0] or 0)


def give_back(context: Context, row: Mapping[str, Any]) -> None:
    """Leads what a back order no longer holds, after it was cancelled, back into the pool."""
    stages = goods.stages(context, row["id"])
    lines = steps.lines_of(context, row["id"])
    steps.hold(context, "product", {each["product_id"] for each in lines.values()} - {None})
    for line_id, line in lines.items():
        if line["product_id"] is None:
            continue
        held = sum(stages.get(line_id, {}).get(stage, 0) for stage in HOLDING)
        factor = factors(context, line["product_id"]).get(line["unit"], 1000)
        stands = -base(held, factor)
        account(context, line["product_id"], row["branch_id"], line_id, "give_back", stands)


def leave(context: Context, row: Mapping[str, Any], receipt_id: int | None = None) -> None:
    """Leads what came for a special order and is not its customer's into the pool: refused, given
    up after it came, or come after it was given up. What failed its inspection is still to come."""
    lines = steps.lines_of(context, row["id"])
    steps.hold(context, "product", {each["product_id"] for each in lines.values()} - {None})
    stages, came = goods.stages(context, row["id"]), _came(context, lines)
    for line_id, line in lines.items():
        theirs = stages.get(line_id, {})
        kept = theirs.get("arrived", 0) + theirs.get("delivered", 0)
        over, product_id = came.get(line_id, 0) - kept, line["product_id"]
        if product_id is not None:
            over = base(over, factors(context, product_id).get(line["unit"], 1000))
        account(context, product_id, row["branch_id"], line_id, "leave", over, receipt_id)


def _came(context: Context, lines: Iterable[int]) -> dict[int, int]:
    """Thousandths that passed inspection on purchase requests, by the line they were bought for."""
    line, stage = context.t.document_line, context.t.goods_stage
    rows = (
        line.select(line.c.source_id, fn.SUM(stage.c.quantity_milli))
        .join(stage, on=(stage.c.line_id == line.c.id))
        .where(line.c.source_id << list(lines), stage.c.stage == "received")
        .group_by(line.c.source_id)
    )
    return {source_id: int(milli) for source_id, milli in rows.tuples()}


def base(milli: int, factor: int) -> int:
    """Thousandths of a unit in thousandths of the product's own, half-up."""
    return (milli * factor + 500) // 1000


def factors(context: Context, product_id: int) -> dict[str, int]:
    """Thousandths of the product's own unit in one of each unit it is sold by."""
    unit = context.t.product_unit
    rows = unit.select(unit.c.unit, unit.c.factor_milli).where(unit.c.product_id == product_id)
    return dict(rows.tuples())
