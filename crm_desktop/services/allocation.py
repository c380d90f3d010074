"""Who gets what arrived: first come, first served, and never more than passed inspection.

The pool of a product in a branch is the sum of its `arrival_move` rows, in thousandths of the
product's own unit: what receipts brought, less what back orders hold and what went to the shelf.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services import goods, promises, steps
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.store.orm import fn

WAITING = promises.AWAITED["BO"]
COMING = promises.AWAITED["PR"]
HELD = "waiters_held"
HOLDING = ("allocated", "told", "delivered")
"""Stages of a back order whose goods came out of the pool."""


@dataclass(frozen=True, slots=True)
class Allocated:
    """What one line of a back order got, in its own unit."""

    document_id: int
    reference: str
    customer_id: int
    line_id: int
    product_id: int
    quantity: Decimal
    unit: str


@dataclass(frozen=True)
class AllocateGoods(Command[tuple[Allocated, ...]]):
    """Gives out what lies unassigned in a branch (None: the actor's own): of one product or all."""

    name: ClassVar[str] = "goods.allocate"
    product_id: int | None = None
    branch_id: int | None = None


@dataclass(frozen=True)
class ReleaseToStock(Command[None]):
    """Puts what nobody waits for among the shop's normal stock; in the product's own unit."""

    name: ClassVar[str] = "goods.release"
    permission: ClassVar[str] = "goods.allocate"
    product_id: int
    quantity: Decimal
    note: str = ""
    branch_id: int | None = None


@dataclass
class Waiter:
    """One line that waits for a product, with what stands where; `factor` is thousandths of the
    product's own unit in one of the line's."""

    line_id: int
    document_id: int
    unit: str
    factor: int
    stages: dict[str, int]

    @property
    def wanted(self) -> int:
        """Thousandths that it still waits for."""
        return sum(self.stages.get(stage, 0) for stage in WAITING)

    @property
    def held(self) -> int:
        """Thousandths that it had out of the pool."""
        return sum(self.stages.get(stage, 0) for stage in HOLDING)


@handles(AllocateGoods)
def allocate_goods(context: Context, command: AllocateGoods) -> tuple[Allocated, ...]:
    """Gives out product by product; who else does so meanwhile waits, and finds the rest."""
    branch_id = _branch(context, command.branch_id)
    products = _in_pools(context, branch_id)
    if command.product_id is not None:
        context.row("product", command.product_id)
        products = [command.product_id]
    hold_waiters(context, products, branch_id)
    day = context.today.isoformat()
    return tuple(
        got for product_id in products for got in give_out(context, product_id, branch_id, day)
    )


def _branch(context: Context, branch_id: int | None) -> int:
    branch_id = context.actor.branch_id if branch_id is None else branch_id
    context.require_branch("goods.allocate", branch_id)
    return branch_id


def _in_pools(context: Context, branch_id: int) -> list[int]:
    arrival = context.t.arrival_move
    rows = arrival.select(arrival.c.product_id).where(arrival.c.branch_id == branch_id)
    rows = rows.group_by(arrival.c.product_id).having(fn.SUM(arrival.c.quantity_milli) > 0)
    return sorted(row[0] for row in rows.tuples())


def hold_waiters(
    context: Context, products: Iterable[int], branch_id: int, *others: int | None
) -> None:
    """Holds every back order that waits for one of the products (and `others`), then the products:
    the one order in which all acts on shared goods do."""
    products = sorted(set(products))
    stage, document = context.t.goods_stage, context.t.document
    rows = (
        stage.select(stage.c.document_id)
        .distinct()
        .join(document, on=(document.c.id == stage.c.document_id))
        .where(
            stage.c.branch_id == branch_id,
            stage.c.product_id << products,
            stage.c.stage << WAITING,
            stage.c.quantity_milli > 0,
            document.c.kind == "BO",
        )
    )
    waiting = {row[0] for row in rows.tuples()}
    waiting |= {each for each in others if each is not None}
    steps.hold(context, "document", waiting)
    context.memo[HELD] = waiting | context.memo.get(HELD, set())
    steps.hold(context, "product", products)


def hold_for(context: Context, request_id: int) -> None:
    """Holds everybody whom the goods of a purchase request may concern, before the request."""
    row = context.row("document", request_id)
    lines = steps.lines_of(context, request_id).values()
    products = {line["product_id"] for line in lines} - {None}
    hold_waiters(context, products, row["branch_id"], row["parent_id"])


def give_out(context: Context, product_id: int, branch_id: int, day: str) -> list[Allocated]:
    """Serves those who wait in the order in which their papers were confirmed.

    What is kept for a later one gives way when the pool does not reach that far. The caller holds
    who waits; a paper confirmed since then is the last in the row, and served the next time.
    """
    there, found = pool(context, product_id, branch_id), []
    waiters = [
        each
        for each in waiting(context, product_id, branch_id)
        if each.document_id in context.memo[HELD]
    ]
    for waiter in waiters:
        if there <= 0:
            break
        got, taken = _serve(context, waiter, product_id, branch_id, there, day)
        there -= taken
        if got:
            found.append(_allocated(context, waiter, product_id, got))
    for waiter in waiters:
        _give_way(context, waiter)
    match_what_comes(context, product_id, branch_id)
    for document_id in dict.fromkeys(each.document_id for each in found):
        _told_of(context, document_id)
    return found


def _serve(
    context: Context, waiter: Waiter, product_id: int, branch_id: int, there: int, day: str
) -> tuple[int, int]:
    """Gives a line what it wants or what is there: thousandths of its own unit, and of the pool."""
    accounted = -_accounted(context, waiter.line_id)
    reach = (there + accounted) * 1000 // waiter.factor - waiter.held
    got = left = max(min(waiter.wanted, reach), 0)
    if not got:
        return 0, 0
    row = _lies_there(context, context.row("document", waiter.document_id), day)
    for stage in reversed(WAITING):
        part = min(left, waiter.stages.get(stage, 0))
        if part:
            goods.shift(context, row, waiter.line_id, "allocate", part, stage=stage, asks=False)
            waiter.stages[stage] -= part
            left -= part
    waiter.stages["allocated"] = waiter.stages.get("allocated", 0) + got
    taken = account(
        context, product_id, branch_id, waiter.line_id, "allocate", -_base(waiter, waiter.held)
    )
    return got, -taken


def _allocated(context: Context, waiter: Waiter, product_id: int, got: int) -> Allocated:
    row = context.row("document", waiter.document_id)
    return Allocated(
        row["id"],
        row["number"],
        row["customer_id"],
        waiter.line_id,
        product_id,
        steps.quantity(got),
        waiter.unit,
    )


def _give_way(context: Context, waiter: Waiter) -> None:
    """What is left of `received` was given to an earlier paper: this one waits for the next."""
    left = waiter.stages.get("received", 0)
    if not left:
        return
    row = context.row("document", waiter.document_id)
    goods.shift(context, row, waiter.line_id, "give_way", left, stage="received", asks=False)
    steps.follow(context, row, "give_way")


def _lies_there(context: Context, row: dict[str, Any], day: str) -> dict[str, Any]:
    """The first goods that lie there for the customer name the day from which they wait."""
    here = goods.total(goods.stages(context, row["id"]))
    if here.get("allocated") or here.get("told"):
        return row
    context.update("document", row["id"], row["version"], "arrived", arrived_on=day)
    return {**row, "arrived_on": day, "version": row["version"] + 1}


def _told_of(context: Context, document_id: int) -> None:
    """The paper follows its goods."""
    row, name = context.row("document", document_id), KINDS["BO"].name
    context.tell(name, row["id"], "allocated", row["customer_id"], reference=row["number"])
    steps.follow(context, row, "allocated")


# ---------------------------------------------------------------- the pool


def pool(context: Context, product_id: int, branch_id: int) -> int:
    """Thousandths of the product's own unit that arrived and are given to nobody."""
    arrival = context.t.arrival_move
    rows = arrival.select(fn.SUM(arrival.c.quantity_milli)).where(
        arrival.c.branch_id == branch_id, arrival.c.product_id == product_id
    )
    return int(next(iter(rows.tuples()))[0] or 0)


def account(
    context: Context,
    product_id: int,
    branch_id: int,
    line_id: int,
    event: str,
    stands: int,
    receipt_id: int | None = None,
) -> int:
    """Brings the pool's rows of one line to `stands` and answers the difference.

    Counted from the whole each time, so that parts of a line never round apart from it.
    """
    change = stands - _accounted(context, line_id)
    if change:
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
    return change


def _accounted(context: Context, line_id: int) -> int:
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


def products_of(context: Context, document_id: int) -> list[int]:
    """The listed goods of a paper."""
    lines = steps.lines_of(context, document_id).values()
    return sorted({line["product_id"] for line in lines} - {None})


def base(milli: int, factor: int) -> int:
    """Thousandths of a unit in thousandths of the product's own, half-up."""
    return (milli * factor + 500) // 1000


def _base(waiter: Waiter, milli: int) -> int:
    return base(milli, waiter.factor)


def factors(context: Context, product_id: int) -> dict[str, int]:
    """Thousandths of the product's own unit in one of each unit it is sold by."""
    unit = context.t.product_unit
    rows = unit.select(unit.c.unit, unit.c.factor_milli).where(unit.c.product_id == product_id)
    return dict(rows.tuples())


def waiting(context: Context, product_id: int, branch_id: int) -> list[Waiter]:
    """The lines of back orders that wait for a product, the one confirmed first in front."""
    return [
        each for each in _lines(context, product_id, branch_id, "BO", WAITING) if each.wanted > 0
    ]


def _lines(
    context: Context, product_id: int, branch_id: int, kind: str, stages: tuple[str, ...]
) -> list[Waiter]:
    """Lines of a kind of which something stands at one of the stages, each with all its stages.

    Requests are those of back orders. Written out, because goods that arrive ask it many times;
    the kind is looked at afterwards, so that no engine goes through all papers of a kind.
    """
    database = context.store.database
    mark = database.param
    rows = database.execute_sql(
        "SELECT paper.kind, parent.kind, stage.line_id, stage.document_id, line.unit,"
        " stage.stage, stage.quantity_milli"
        " FROM goods_stage AS stage"
        " JOIN document AS paper ON paper.id = stage.document_id"
        " JOIN document_line AS line ON line.id = stage.line_id"
        " LEFT JOIN document AS parent ON parent.id = paper.parent_id"
        " WHERE stage.quantity_milli > 0 AND stage.line_id IN (SELECT line_id FROM goods_stage"
        f"  WHERE branch_id = {mark} AND product_id = {mark}"
        f"   AND stage IN ({', '.join([mark] * len(stages))}) AND quantity_milli > 0)"
        " ORDER BY paper.issued_at, paper.id, line.position",
        (branch_id, product_id, *stages),
    )
    found, by_unit = dict[int, Waiter](), factors(context, product_id)
    for its, parents, line_id, document_id, unit, name, milli in rows.fetchall():
        if its == kind and (kind != "PR" or parents == "BO"):
            new = Waiter(line_id, document_id, unit, by_unit.get(unit, 1000), {})
            found.setdefault(line_id, new).stages[name] = milli
    return list(found.values())


def match_what_comes(context: Context, product_id: int, branch_id: int, reason: str = "") -> None:
    """Where less comes than was asked for, the last in the row are short again, not `ordered`."""
    waiters = waiting(context, product_id, branch_id)
    requests = _lines(context, product_id, branch_id, "PR", COMING)
    expected = sum(_base(each, each.wanted - each.stages.get("short", 0)) for each in waiters)
    coming = sum(
        _base(each, sum(each.stages.get(stage, 0) for stage in COMING)) for each in requests
    )
    excess = expected - coming - pool(context, product_id, branch_id)
    if excess <= sum(each.factor != 1000 for each in (*waiters, *requests)):
        return  # nothing, or what rounding between units makes of nothing
    for waiter in reversed(waiters):
        asked = waiter.stages.get("requested", 0) + waiter.stages.get("ordered", 0)
        part = min(asked, excess * 1000 // waiter.factor)
        if part > 0:
            row = context.row("document", waiter.document_id)
            goods.shift(context, row, waiter.line_id, "withdraw", part, asks=False, note=reason)
            steps.follow(context, row, "withdrawn")
            excess -= _base(waiter, part)


@handles(ReleaseToStock)
def release_to_stock(context: Context, command: ReleaseToStock) -> None:
    """Takes out of the pool what no back order waits for; the shop's own system counts it then."""
    branch_id = _branch(context, command.branch_id)
    context.hold("product", command.product_id)
    context.row("product", command.product_id)
    milli = steps.milli(command.quantity, "quantity")
    free = releasable(context, command.product_id, branch_id)
    if milli > free:
        there = steps.quantity(free)
        raise Refused("more_than_there", "quantity", there=there, asked=command.quantity)
    arrival = context.t.arrival_move
    came = arrival.select(arrival.c.line_id).where(
        arrival.c.branch_id == branch_id,
        arrival.c.product_id == command.product_id,
        arrival.c.event == "receive",
    )
    line_id = next(iter(came.order_by(arrival.c.id.desc()).limit(1).tuples()))[0]
    context.insert(
        "arrival_move",
        "release",
        product_id=command.product_id,
        branch_id=branch_id,
        event="release",
        quantity_milli=-milli,
        line_id=line_id,
        by_id=context.actor.person_id or None,
        at=context.moment,
    )
    request = context.row("document", context.row("document_line", line_id)["document_id"])
    context.tell(
        KINDS["PR"].name,
        request["id"],
        "released",
        request["customer_id"],
        reference=request["number"],
        quantity=str(command.quantity),
        reason=command.note.strip(),
    )


def releasable(context: Context, product_id: int, branch_id: int) -> int:
    """Thousandths of the product's own unit in the pool that no back order waits for."""
    wanted = sum(_base(each, each.wanted) for each in waiting(context, product_id, branch_id))
    return max(pool(context, product_id, branch_id) - wanted, 0)
