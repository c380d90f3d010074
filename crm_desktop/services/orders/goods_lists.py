"""What waits on its way: to be told, to be fetched, to be answered, to be bought, at risk."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.back_order import OPEN_STATES
from crm_desktop.domain.kinds.purchase_request import SENT
from crm_desktop.domain.money import Money
from crm_desktop.services.orders import allocation, goods, pool, promises, steps
from crm_desktop.services.orders.goods_records import (
    deliveries,
    promises_of,
    receipts,
    supplier_quotes,
    tellings,
)
from crm_desktop.services.orders.goods_values import (
    DeliveryLineRow,
    DeliveryRow,
    PoolRow,
    PromiseRow,
    PurchaseRow,
    ReceiptLineRow,
    ReceiptRow,
    RiskRow,
    SupplierQuoteRow,
    TellingDue,
    TellingRow,
    WaitingGoods,
)
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.settings import load_shop
from crm_desktop.store import search
from crm_desktop.store.orm import fn

READ = "order.read"
LIVE = (*OPEN_STATES, "partly_delivered", "deposit_held", "inspected")
"""States of back orders and special orders whose goods are not all handed over."""
HERE = ("allocated", "told", "arrived")
AWAITED = tuple(dict.fromkeys((*promises.AWAITED["BO"], *promises.AWAITED["SP"])))
ASKED = (*SENT, "partly_received")
COLUMNS = (
    *("id", "version", "kind", "state", "number", "draft_reference", "customer_id", "branch_id"),
    *("total_satang", "issued_at", "arrived_on", "first_promise_on", "promised_on", "facts"),
    *("parent_id",),
)

R = TypeVar("R")


# ---------------------------------------------------------------- papers that wait


def _papers(context: Context, kinds: tuple[str, ...], states: Iterable[str]) -> Any:
    document = context.t.document
    customer, person = context.t.customer, context.t.person
    rows = (
        document.select(
            *(getattr(document.c, name) for name in COLUMNS),
            customer.c.name.alias("customer"),
            customer.c.phone,
            getattr(person.c, context.naming).alias("owner"),
        )
        .join(customer, on=(customer.c.id == document.c.customer_id))
        .join(person, on=(person.c.id == document.c.owner_id))
        .where(document.c.kind << kinds, document.c.state << list(states))
    )
    branch_id = context.branches(READ)
    return rows if branch_id is None else rows.where(document.c.branch_id == branch_id)


def _narrowed(context: Context, rows: Any, wanted: ListQuery) -> Any:
    document, filters = context.t.document, wanted.filters
    for name in ("kind", "state"):
        chosen = filters.get(name)
        if chosen:
            chosen = [chosen] if isinstance(chosen, str) else list(chosen)
            rows = rows.where(getattr(document.c, name) << chosen)
    if filters.get("customer_id"):
        rows = rows.where(document.c.customer_id == filters["customer_id"])
    if filters.get("mine"):
        rows = rows.where(document.c.owner_id == context.actor.person_id)
    if wanted.text.strip():
        ids = search.find(context.store, "document", wanted.text, 200)
        buyers = search.find(context.store, "customer", wanted.text, 200)
        rows = rows.where((document.c.id << ids) | (document.c.customer_id << buyers))
    return rows


def _page(
    context: Context,
    rows: Any,
    wanted: ListQuery,
    column: str,
    made: Callable[[list[dict[str, Any]]], Iterable[R]],
) -> Page[R]:
    document = context.t.document
    key = getattr(document.c, column)
    key = document.c.id if column == "id" else key
    found = keyset(_narrowed(context, rows, wanted), key, document.c.id, wanted)
    shown = found[: wanted.limit]
    following = (shown[-1][column], shown[-1]["id"]) if len(found) > wanted.limit else None
    return Page(tuple(made(shown)), following)


def stands(context: Context, stages: Iterable[str]) -> Any:
    """Whether something of the paper stands at one of the stages."""
    stage, document = context.t.goods_stage, context.t.document
    there = stage.select(stage.c.line_id).where(
        stage.c.document_id == document.c.id,
        stage.c.stage << list(stages),
        stage.c.quantity_milli > 0,
    )
    return fn.EXISTS(there)


def _not_inspected(context: Context) -> Any:
    """A special order whose goods nobody has compared with the specification yet."""
    document = context.t.document
    return (document.c.kind == "SP") & (document.c.state != "inspected")


@query(READ)
def uncollected(context: Context, wanted: ListQuery) -> Page[WaitingGoods]:
    """Goods that lie there for a customer, the longest first; filters kind, customer_id, mine."""
    rows = _papers(context, ("BO", "SP"), LIVE).where(
        context.t.document.c.arrived_on.is_null(False),
        ~_not_inspected(context),
        stands(context, HERE),
    )
    column = "id" if wanted.sort == "id" else "arrived_on"
    return _page(context, rows, wanted, column, lambda shown: _waiting_goods(context, shown))


def _waiting_goods(context: Context, shown: list[dict[str, Any]]) -> Iterable[WaitingGoods]:
    told, today = _last_told(context, [row["id"] for row in shown]), context.today
    for row in shown:
        here, value = _here(context, row)
        first = here[0]
        arrived = date.fromisoformat(row["arrived_on"])
        promised = _day(row["first_promise_on"])
        said = told.get(row["id"])
        told_at, told_by, channel = said if said and said[0][:10] >= row["arrived_on"] else _UNTOLD
        yield WaitingGoods(
            id=row["id"],
            version=row["version"],
            kind=row["kind"],
            reference=row["number"],
            state=row["state"],
            customer_id=row["customer_id"],
            customer=row["customer"],
            phone=row["phone"],
            owner=row["owner"],
            goods=first["description"],
            quantity=steps.quantity(first["here"]),
            unit=first["unit"],
            more=len(here) - 1,
            value=value,
            arrived_on=arrived,
            ordered_age=(today - date.fromisoformat(row["issued_at"][:10])).days,
            promise_age=(today - promised).days if promised else None,
            arrival_age=(today - arrived).days,
            told_at=datetime.fromisoformat(told_at) if told_at else None,
            told_by=told_by,
            told_channel=channel,
            fee=storage_fee(context, value, arrived),
        )


_UNTOLD = ("", "", "")


def _here(context: Context, listed: Mapping[str, Any]) -> tuple[list[dict[str, Any]], Money]:
    """The lines of which something lies there, how much, and what all of it costs with VAT."""
    row = context.row("document", listed["id"])
    stages, found, value = goods.stages(context, row["id"]), [], Money.ZERO
    for line_id, line in steps.lines_of(context, row["id"]).items():
        standing = stages.get(line_id, {})
        milli, gone = sum(standing.get(stage, 0) for stage in HERE), standing.get("delivered", 0)
        if milli:
            found.append({**line, "here": milli})
            value += goods.value_of(context, row, line_id, gone, gone + milli)
    return found, value


def storage_fee(context: Context, value: Money, arrived: date) -> Money:
    """The shop's percent of the value for each day beyond the free ones, half-up to the satang."""
    shop = load_shop(context)[0]
    days = max((context.today - arrived).days - shop.storage_free_days, 0)
    return value.times(Decimal(shop.storage_percent_per_day) * days / 100)


def _last_told(context: Context, ids: list[int]) -> dict[int, tuple[str, str, str]]:
    telling, person = context.t.telling, context.t.person
    rows = (
        telling.select(
            telling.c.document_id,
            telling.c.at,
            getattr(person.c, context.naming),
            telling.c.channel,
        )
        .join(person, on=(person.c.id == telling.c.by_id))
        .where(telling.c.document_id << ids, telling.c.about == "arrival")
        .order_by(telling.c.id)
    )
    return {document_id: (at, name, channel) for document_id, at, name, channel in rows.tuples()}


@query(READ)
def to_tell(context: Context, wanted: ListQuery) -> Page[TellingDue]:
    """Customers who do not know yet that goods are here, or that the promised day is another."""
    document = context.t.document
    arrival = arrival_untold(context)
    rows = _papers(context, ("BO", "SP"), LIVE).select_extend(
        arrival.alias("arrival"), _last_promise(context).alias("promised_at")
    )
    rows = rows.where(arrival | promise_untold(context))

    def made(shown: list[dict[str, Any]]) -> Iterable[TellingDue]:
        for row in shown:
            about = "arrival" if row["arrival"] else "promise"
            since = row["arrived_on"] if row["arrival"] else row["promised_at"][:10]
            yield TellingDue(
                **_who(row),
                about=about,
                since=date.fromisoformat(since),
                first_promise_on=_day(row["first_promise_on"]),
                promised_on=_day(row["promised_on"]),
            )

    about = wanted.filters.get("about")
    if about:
        rows = rows.where(arrival if about == "arrival" else ~arrival)
    column = "promised_on" if wanted.sort == "promised_on" else "id"
    if column == "promised_on":
        rows = rows.where(document.c.promised_on.is_null(False))
    return _page(context, rows, wanted, column, made)


def arrival_untold(context: Context) -> Any:
    """Allocated and not told; inspected and not told since it arrived."""
    document, telling = context.t.document, context.t.telling
    told = telling.select(telling.c.id).where(
        telling.c.document_id == document.c.id,
        telling.c.about == "arrival",
        telling.c.at >= document.c.arrived_on,
    )
    special = (document.c.kind == "SP") & (document.c.state == "inspected") & ~fn.EXISTS(told)
    return ((document.c.kind == "BO") & stands(context, ("allocated",))) | special


def promise_untold(context: Context) -> Any:
    """What was said last, or printed on the paper, is not the day that is promised now; of one
    that is over nobody is told."""
    document, telling, promise = context.t.document, context.t.telling, context.t.promise
    said = (
        telling.select(telling.c.promised_on)
        .where(telling.c.document_id == document.c.id, telling.c.promised_on.is_null(False))
        .order_by(telling.c.id.desc())
        .limit(1)
    )
    printed = promise.select(fn.MAX(promise.c.promised_on)).where(
        promise.c.document_id == document.c.id, promise.c.source == "paper"
    )
    known = fn.COALESCE(said, printed, "")
    changed = (known != document.c.promised_on) & stands(context, AWAITED)
    return changed & (document.c.promised_on >= context.today.isoformat())


def came_to_nothing(context: Context, event: str) -> Any:
    """Whether goods of the paper failed their inspection, by the event that says so there."""
    step, document = context.t.goods_move, context.t.document
    there = step.select(step.c.id).where(step.c.document_id == document.c.id, step.c.event == event)
    return fn.EXISTS(there)


def replacement_awaited(context: Context) -> Any:
    """Whether a special order whose goods failed their inspection has no day for others: they are
    to be ordered anew, or the supplier has not named it."""
    document = context.t.document
    request = document.alias("request")
    undated = request.select(request.c.id).where(
        request.c.parent_id == document.c.id,
        request.c.kind == "PR",
        request.c.state << ASKED,
        request.c.promised_on.is_null(),
    )
    wanted = (document.c.state << ("confirmed", "deposit_held")) | fn.EXISTS(undated)
    failed = (document.c.kind == "SP") & came_to_nothing(context, "reject")
    return failed & stands(context, promises.AWAITED["SP"]) & wanted


def _last_promise(context: Context) -> Any:
    document, promise = context.t.document, context.t.promise
    return promise.select(fn.MAX(promise.c.at)).where(promise.c.document_id == document.c.id)


@query(READ)
def promises_at_risk(context: Context, wanted: ListQuery) -> Page[RiskRow]:
    """Promises that are over, or within the shop's days of warning, while goods are not here."""
    document = context.t.document
    last = context.today + timedelta(days=load_shop(context)[0].promise_risk_days)
    rows = _papers(context, ("BO", "SP"), LIVE).where(
        document.c.promised_on <= last.isoformat(), stands(context, AWAITED)
    )

    def made(shown: list[dict[str, Any]]) -> Iterable[RiskRow]:
        for row in shown:
            promised = date.fromisoformat(row["promised_on"])
            yield RiskRow(
                **_who(row),
                first_promise_on=date.fromisoformat(row["first_promise_on"]),
                promised_on=promised,
                late_days=(context.today - promised).days,
                total=Money(row["total_satang"]),
            )

    return _page(context, rows, wanted, "promised_on", made)


def _who(row: Mapping[str, Any]) -> dict[str, Any]:
    names = ("id", "version", "kind", "state", "customer_id", "customer", "phone", "owner")
    return {**{name: row[name] for name in names}, "reference": row["number"]}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# ---------------------------------------------------------------- purchase requests and the pool


@query(READ)
def purchases(context: Context, wanted: ListQuery) -> Page[PurchaseRow]:
    """What Sales is asked to buy, the oldest first; filters state (those under way by default),
    customer_id, mine."""
    states = () if wanted.filters.get("state") else ASKED
    rows = _papers(context, ("PR",), states or KINDS["PR"].states.states)
    rows = rows.where(context.t.document.c.number.is_null(False))
    return _page(context, rows, wanted, "id", lambda shown: _purchases(context, shown))


@query(READ)
def unacknowledged(context: Context, wanted: ListQuery) -> Page[PurchaseRow]:
    """Purchase requests that Sales has not taken up yet."""
    rows = _papers(context, ("PR",), ("issued",))
    return _page(context, rows, wanted, "id", lambda shown: _purchases(context, shown))


def _purchases(context: Context, shown: list[dict[str, Any]]) -> Iterable[PurchaseRow]:
    parents = _references(context, [row["parent_id"] for row in shown if row["parent_id"]])
    for row in shown:
        lines = [each for each in steps.lines_of(context, row["id"]).values() if _counts(each)]
        facts = json.loads(row["facts"])
        issued = datetime.fromisoformat(row["issued_at"])
        yield PurchaseRow(
            id=row["id"],
            version=row["version"],
            reference=row["number"],
            state=row["state"],
            parent_id=row["parent_id"],
            parent_reference=parents.get(row["parent_id"], ""),
            customer=row["customer"],
            owner=row["owner"],
            supplier=facts.get("supplier", ""),
            goods=lines[0]["description"],
            quantity=steps.quantity(lines[0]["quantity_milli"]),
            unit=lines[0]["unit"],
            more=len(lines) - 1,
            issued_at=issued,
            age_days=(context.today - issued.date()).days,
            needed_by=_day(facts.get("wanted_on")),
            promised_on=_day(row["promised_on"]),
        )


def _counts(line: Mapping[str, Any]) -> bool:
    return bool(line["quantity_milli"])


def _references(context: Context, ids: list[int]) -> dict[int, str]:
    document = context.t.document
    rows = document.select(document.c.id, document.c.number, document.c.draft_reference)
    rows = rows.where(document.c.id << ids)
    return {each: number or draft for each, number, draft in rows.tuples()}


@query(READ)
def arrivals_pool(context: Context, wanted: ListQuery) -> Page[PoolRow]:
    """Goods that lie unassigned in the actor's branch, by product, and what special orders left of
    goods that are in no list, by line; filter product_id."""
    heap, product, line = context.t.arrival_pool, context.t.product, context.t.document_line
    document, branch_id = context.t.document, context.actor.branch_id
    rows = (
        heap.select(
            *(heap.c.id, heap.c.product_id, heap.c.line_id, heap.c.quantity_milli),
            *(product.c.code, product.c.name, product.c.name_en, product.c.unit),
            *(line.c.description, line.c.unit.alias("line_unit"), document.c.number),
        )
        .left_outer_join(product, on=(product.c.id == heap.c.product_id))
        .left_outer_join(line, on=(line.c.id == heap.c.line_id))
        .left_outer_join(document, on=(document.c.id == line.c.document_id))
        .where(heap.c.branch_id == branch_id, heap.c.quantity_milli > 0)
    )
    if wanted.filters.get("product_id"):
        rows = rows.where(heap.c.product_id == wanted.filters["product_id"])
    found = keyset(rows, heap.c.id, heap.c.id, wanted)
    shown = found[: wanted.limit]
    following = (shown[-1]["id"], shown[-1]["id"]) if len(found) > wanted.limit else None
    return Page(tuple(_pool_row(context, row, branch_id) for row in shown), following)


def _pool_row(context: Context, row: Mapping[str, Any], branch_id: int) -> PoolRow:
    there, listed = row["quantity_milli"], row["product_id"] is not None
    waiting = allocation.waiting(context, row["product_id"], branch_id) if listed else ()
    wanted = sum(pool.base(each.wanted, each.factor) for each in waiting)
    english = context.actor.language == "en" and row["name_en"]
    name = row["name_en"] if english else row["name"]
    return PoolRow(
        id=row["id"],
        product_id=row["product_id"],
        line_id=row["line_id"],
        code=row["code"] if listed else row["number"],
        name=name if listed else row["description"],
        unit=row["unit"] if listed else row["line_unit"],
        there=steps.quantity(there),
        wanted=steps.quantity(wanted),
        releasable=steps.quantity(max(there - wanted, 0)),
    )


__all__ = [
    "DeliveryLineRow",
    "DeliveryRow",
    "PoolRow",
    "PromiseRow",
    "PurchaseRow",
    "ReceiptLineRow",
    "ReceiptRow",
    "RiskRow",
    "SupplierQuoteRow",
    "TellingDue",
    "TellingRow",
    "WaitingGoods",
    "arrivals_pool",
    "deliveries",
    "promises_at_risk",
    "promises_of",
    "purchases",
    "receipts",
    "supplier_quotes",
    "tellings",
    "to_tell",
    "unacknowledged",
    "uncollected",
]
