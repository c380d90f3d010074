"""Who gets what arrived: first come, first served, and never more than passed inspection."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.orders import goods, pool, promises, steps
from crm_desktop.services.registry import Command, Context, handles

WAITING = promises.AWAITED["BO"]
COMING = promises.AWAITED["PR"]
HELD = "waiters_held"


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
    """Puts what nobody waits for among the shop's normal stock; in the product's own unit.

    What a special order left over and is in no list is named by its line (`line_id`, the product
    None), in the line's unit; `note` says then what became of it: sold, sent back, scrapped.
    """

    name: ClassVar[str] = "goods.release"
    permission: ClassVar[str] = "goods.allocate"
    product_id: int | None
    quantity: Decimal
    note: str = ""
    branch_id: int | None = None
    line_id: int | None = None


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
        return sum(self.stages.get(stage, 0) for stage in pool.HOLDING)


@handles(AllocateGoods)
def allocate_goods(context: Context, command: AllocateGoods) -> tuple[Allocated, ...]:
    """Gives out product by product; who else does so meanwhile waits, and finds the rest."""
    branch_id = _branch(context, command.branch_id)
    products = pool.products(context, branch_id)
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
    there, found = pool.lies(context, product_id, branch_id), []
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
    accounted = -pool.accounted(context, waiter.line_id)
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
    taken = pool.account(
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


def products_of(context: Context, document_id: int) -> list[int]:
    """The listed goods of a paper."""
    lines = steps.lines_of(context, document_id).values()
    return sorted({line["product_id"] for line in lines} - {None})


def _base(waiter: Waiter, milli: int) -> int:
    return pool.base(milli, waiter.factor)


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
    found, by_unit = dict[int, Waiter](), pool.factors(context, product_id)
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
    excess = expected - coming - pool.lies(context, product_id, branch_id)
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
    if command.product_id is None:
        _dispose(context, command)
        return
    branch_id = _branch(context, command.branch_id)
    context.hold("product", command.product_id)
    context.row("product", command.product_id)
    milli = _taken(command, releasable(context, command.product_id, branch_id))
    arrival = context.t.arrival_move
    came = arrival.select(arrival.c.line_id).where(
        arrival.c.branch_id == branch_id,
        arrival.c.product_id == command.product_id,
        arrival.c.event << pool.CAME,
    )
    line_id = next(iter(came.order_by(arrival.c.id.desc()).limit(1).tuples()))[0]
    _release(context, command, branch_id, line_id, milli, "released")


def _dispose(context: Context, command: ReleaseToStock) -> None:
    """Goods in no list come off the pool with the word that says where they are."""
    if command.line_id is None:
        raise Refused("not_found", record="document_line", record_id=0)
    line = context.row("document_line", command.line_id)
    context.hold("document", line["document_id"])
    branch_id = context.row("document", line["document_id"])["branch_id"]
    context.require_branch(command.permission, branch_id)
    if not command.note.strip():
        raise Refused("disposal_needed", "note")
    milli = _taken(command, pool.left(context, line["id"]))
    _release(context, command, branch_id, line["id"], milli, "disposed")


def _taken(command: ReleaseToStock, free: int) -> int:
    milli = steps.milli(command.quantity, "quantity")
    if milli > free:
        there = steps.quantity(free)
        raise Refused("more_than_there", "quantity", there=there, asked=command.quantity)
    return milli


def _release(
    context: Context,
    command: ReleaseToStock,
    branch_id: int,
    line_id: int,
    milli: int,
    told: str,
) -> None:
    """Writes it down, and tells the paper that the goods came by."""
    pool.move(context, command.product_id, branch_id, line_id, "release", -milli)
    paper = context.row("document", context.row("document_line", line_id)["document_id"])
    context.tell(
        KINDS[paper["kind"]].name,
        paper["id"],
        told,
        paper["customer_id"],
        reference=paper["number"],
        quantity=str(command.quantity),
        reason=command.note.strip(),
    )


def releasable(context: Context, product_id: int, branch_id: int) -> int:
    """Thousandths of the product's own unit in the pool that no back order waits for."""
    wanted = sum(_base(each, each.wanted) for each in waiting(context, product_id, branch_id))
    return max(pool.lies(context, product_id, branch_id) - wanted, 0)
