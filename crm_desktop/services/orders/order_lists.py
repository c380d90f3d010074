"""Orders as they are read: the list of all kinds, the whole paper for its form, the preview."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS, ORDERS
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.deposits.deposit_lists import PaperDeposits, paper_deposits
from crm_desktop.services.orders import goods, purchasing
from crm_desktop.services.paging import ListQuery, along, keyset
from crm_desktop.services.papers import documents, families
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.families import FamilyNode
from crm_desktop.services.papers.quotation_lists import (
    Preview,
    RequestNote,
    latest_request,
    offered_events,
    preview_of,
)
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import search
from crm_desktop.store.orm import fn

CODES = tuple(kind.code for kind in ORDERS)
SORTS = {"id": "id", "total": "total_satang", "promised_on": "promised_on"}
COLUMNS = (
    *("id", "version", "kind", "number", "draft_reference", "state", "customer_id"),
    *("total_satang", "created_at", "issued_at", "promised_on", "first_promise_on"),
    *("arrived_on", "outside_reference", "deposit_percent", "project", "facts"),
)
# What a person does by hand to the header; the rest follows from answers, goods and money.
OFFERED = frozenset(
    {
        *("submit", "recall", "proceed", "confirm", "issue", "cancel", "change"),
        *("hand_off", "accept", "settle", "acknowledge", "decline"),
        *("sign", "quote", "inspect", "refuse"),
    }
)
# Acts on goods: the events of lines they stand for, what they ask for, and the kinds they are of.
ACTS = (
    ("move", frozenset({"move"}), "order.save", ("SO",)),
    ("request", frozenset({"request"}), "purchase.request", ("BO",)),
    ("allocate", frozenset({"allocate"}), "goods.allocate", ("BO",)),
    ("tell", frozenset({"tell"}), "order.tell", ("BO",)),
    ("receive", frozenset({"receive"}), "goods.receive", ("PR",)),
    ("deliver", frozenset({"deliver"}), "delivery.record", ("SO", "BO", "SP")),
)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A line of the list; `held` is the deposits that stand for the paper, used for it or not,
    `delivered` what the goods cost that were handed over by it.

    `age_days` count from the day the paper got its number.
    """

    id: int
    version: int
    kind: str
    reference: str
    number: str | None
    state: str
    customer_id: int
    customer: str
    owner: str
    total: Money
    created_on: date
    issued_on: date | None
    promised_on: date | None
    first_promise_on: date | None
    arrived_on: date | None
    outside_reference: str
    deposit_percent: Decimal
    held: Money
    project: str
    age_days: int | None
    parent_reference: str
    supplier: str
    delivered: Money


@dataclass(frozen=True, slots=True)
class OrderLine:
    """How much of a line stands at which stage, and what was promised for it."""

    line_id: int
    position: int
    stages: Mapping[str, Decimal]
    first_promise_on: date | None = None
    promised_on: date | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A whole order for its form: `events` are what this actor may do with it now."""

    id: int
    version: int
    kind: str
    reference: str
    number: str | None
    state: str
    content: Content
    customer: str
    owner: str
    total: Money
    due: Money
    issued_on: date | None
    print_count: int
    events: tuple[str, ...]
    request: RequestNote | None
    family: tuple[FamilyNode, ...]
    vat_rate: Decimal
    promised_on: date | None
    first_promise_on: date | None
    outside_reference: str
    parent: tuple[int, str, str] | None
    lines: tuple[OrderLine, ...]
    deposits: PaperDeposits | None
    waived: bool


@query("order.read")
def order_page(context: Context, wanted: ListQuery) -> Page[OrderRow]:
    """A page of the branch's orders; filters: kind and state (one or several), customer_id, mine,
    document_id (its family)."""
    document, parent = context.t.document, context.t.document.alias("parent")
    customer, person = context.t.customer, context.t.person
    rows = (
        document.select(
            *(getattr(document.c, name) for name in COLUMNS),
            customer.c.name.alias("customer"),
            getattr(person.c, context.naming).alias("owner"),
            parent.c.number.alias("parent_number"),
            parent.c.draft_reference.alias("parent_draft"),
        )
        .join(customer, on=(customer.c.id == document.c.customer_id))
        .join(person, on=(person.c.id == document.c.owner_id))
        .left_outer_join(parent, on=(parent.c.id == document.c.parent_id))
    )
    rows = _narrowed(context, rows, wanted)
    name = SORTS[wanted.sort or "id"]
    key = document.c.id if name == "id" else getattr(document.c, name)
    if name == "promised_on":
        rows = rows.where(key.is_null(False))
    found = keyset(rows, key, document.c.id, wanted)
    shown = found[: wanted.limit]
    following = (shown[-1][name], shown[-1]["id"]) if len(found) > wanted.limit else None
    ids = [each["id"] for each in shown]
    sums = _held(context, ids), _delivered(context, ids)
    return Page(tuple(_row(context, each, *sums) for each in shown), following)


def _narrowed(context: Context, rows: Any, wanted: ListQuery) -> Any:
    document, filters = context.t.document, wanted.filters
    kind = along(context.store, wanted, document.c.kind)
    rows = rows.where(kind << _several(filters.get("kind") or CODES))
    branch_id = context.branches("order.read")
    if branch_id is not None:
        rows = rows.where(along(context.store, wanted, document.c.branch_id) == branch_id)
    if filters.get("state"):
        rows = rows.where(document.c.state << _several(filters["state"]))
    if filters.get("customer_id"):
        rows = rows.where(document.c.customer_id == filters["customer_id"])
    if filters.get("mine"):
        rows = rows.where(document.c.owner_id == context.actor.person_id)
    if filters.get("document_id"):
        row = documents.row_of(context, filters["document_id"], "order.read")
        rows = rows.where(document.c.family_id == row["family_id"])
    if wanted.text.strip():
        ids = search.find(context.store, "document", wanted.text, 200)
        buyers = search.find(context.store, "customer", wanted.text, 200)
        rows = rows.where((document.c.id << ids) | (document.c.customer_id << buyers))
    return rows


def _several(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _held(context: Context, ids: list[int]) -> dict[int, Money]:
    """What stands for each paper: the money of its deposits that was not given back or moved."""
    deposit, document = context.t.deposit, context.t.document
    rows = (
        document.select()
        .join(deposit, on=(deposit.c.document_id == document.c.id))
        .where(deposit.c.for_id << ids)
    )
    held: dict[int, Money] = {}
    for account in deposit_ledger.accounts(context, rows.dicts()):
        paper = account.facts["for_id"]
        stands = account.balance.held + account.balance.applied
        held[paper] = held.get(paper, Money.ZERO) + stands
    return held


def _delivered(context: Context, ids: list[int]) -> dict[int, Money]:
    delivery = context.t.delivery
    rows = delivery.select(delivery.c.document_id, fn.SUM(delivery.c.value_satang))
    rows = rows.where(delivery.c.document_id << ids).group_by(delivery.c.document_id)
    return {paper: Money(int(satang)) for paper, satang in rows.tuples()}


def _row(
    context: Context,
    row: Mapping[str, Any],
    held: Mapping[int, Money],
    delivered: Mapping[int, Money],
) -> OrderRow:
    issued_on = _day((row["issued_at"] or "")[:10])
    return OrderRow(
        id=row["id"],
        version=row["version"],
        kind=row["kind"],
        reference=row["number"] or row["draft_reference"],
        number=row["number"],
        state=row["state"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        owner=row["owner"],
        total=Money(row["total_satang"]),
        created_on=date.fromisoformat(row["created_at"][:10]),
        issued_on=issued_on,
        promised_on=_day(row["promised_on"]),
        first_promise_on=_day(row["first_promise_on"]),
        arrived_on=_day(row["arrived_on"]),
        outside_reference=row["outside_reference"],
        deposit_percent=Decimal(row["deposit_percent"]),
        held=held.get(row["id"], Money.ZERO),
        project=row["project"],
        age_days=(context.today - issued_on).days if issued_on else None,
        parent_reference=row["parent_number"] or row["parent_draft"] or "",
        supplier=json.loads(row["facts"]).get("supplier", ""),
        delivered=delivered.get(row["id"], Money.ZERO),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@query("order.read")
def order(context: Context, document_id: int) -> Order:
    """The whole paper; Refused `not_found`, NotAllowed for another branch's."""
    row = documents.row_of(context, document_id, "order.read")
    if row["kind"] not in CODES:
        raise Refused("not_found", record="document", record_id=document_id)
    there = goods.stages(context, document_id)
    return Order(
        id=row["id"],
        version=row["version"],
        kind=row["kind"],
        reference=row["number"] or row["draft_reference"],
        number=row["number"],
        state=row["state"],
        content=documents.content_of(context, row),
        customer=context.row("customer", row["customer_id"])["name"],
        owner=context.row("person", row["owner_id"])[context.naming],
        total=Money(row["total_satang"]),
        due=goods.due(context, row),
        issued_on=_day((row["issued_at"] or "")[:10]),
        print_count=row["print_count"],
        events=_events(context, row, there),
        request=latest_request(context, row),
        family=families.nodes(context, row["family_id"]),
        vat_rate=Decimal(row["vat_rate"]),
        promised_on=_day(row["promised_on"]),
        first_promise_on=_day(row["first_promise_on"]),
        outside_reference=row["outside_reference"],
        parent=_parent(context, row),
        lines=_lines(context, document_id, there),
        deposits=paper_deposits(context, document_id) if KINDS[row["kind"]].takes_deposit else None,
        waived=row["waived_request_id"] is not None,
    )


@query("order.read")
def order_by_reference(context: Context, reference: str) -> Order:
    """A paper by its number or draft reference, case and spaces forgiven."""
    return order(context, documents.id_of(context, reference))


def _parent(context: Context, row: Mapping[str, Any]) -> tuple[int, str, str] | None:
    if row["parent_id"] is None:
        return None
    parent = context.row("document", row["parent_id"])
    return parent["id"], parent["kind"], parent["number"] or parent["draft_reference"]


def _lines(context: Context, document_id: int, there: goods.Stages) -> tuple[OrderLine, ...]:
    promises = _promises(context, document_id)
    return tuple(
        OrderLine(
            line["id"],
            line["position"],
            {
                stage: Decimal(milli).scaleb(-3)
                for stage, milli in there.get(line["id"], {}).items()
            },
            *promises.get(line["id"], (None, None)),
        )
        for line in documents.line_rows(context, document_id)
        if line["quantity_milli"]
    )


def _promises(context: Context, document_id: int) -> dict[int, tuple[date, date]]:
    """The first and the last day promised, by line."""
    promise = context.t.promise
    rows = promise.select(promise.c.line_id, promise.c.promised_on).where(
        promise.c.document_id == document_id
    )
    found: dict[int, tuple[date, date]] = {}
    for line_id, text in rows.order_by(promise.c.id).tuples():
        on = date.fromisoformat(text)
        found[line_id] = (found.get(line_id, (on, on))[0], on)
    return found


def _events(context: Context, row: Mapping[str, Any], there: goods.Stages) -> tuple[str, ...]:
    """Steps of the header, then acts on goods and money, as far as they are possible now."""
    offered = offered_events(context, row)
    steps = [event for event in offered if event in OFFERED]
    waiting = documents.open_request(context, row["id"])
    if waiting is not None and waiting["state"] == "waiting":
        return tuple(steps)
    return tuple(dict.fromkeys([*steps, *_acts(context, row, goods.total(there))]))


def _acts(context: Context, row: Mapping[str, Any], there: Mapping[str, int]) -> Iterable[str]:
    kind, may = KINDS[row["kind"]], context.actor.may
    possible = {
        event for stage in there for event in (kind.goods and kind.goods.events(stage)) or ()
    }
    if kind.code == "SO" and row["state"] in ("draft", "ready") and may("order.save"):
        yield "split"
    for act, events, permission, kinds in ACTS:
        if kind.code in kinds and events & possible and may(permission):
            yield act
    special = kind.code == "SP" and row["state"] in purchasing.ORDERABLE
    if special and may("purchase.request") and purchasing.askable(context, row):
        yield "request"
    yield from _beside_goods(context, row, live=bool(possible))


def _beside_goods(context: Context, row: Mapping[str, Any], *, live: bool) -> Iterable[str]:
    """Promises, deposits and attachments of a paper whose goods are still to come."""
    kind, may = KINDS[row["kind"]], context.actor.may
    if live and kind.code in ("BO", "SP") and may("order.promise"):
        yield "promise"
    if kind.takes_deposit and (live or row["state"] == "ready"):
        stands = deposit_ledger.cover(context, row)
        if stands.room > Money.ZERO and may("deposit.ask"):
            yield "deposit"
        if live and stands.missing and kind.code in ("BO", "SP") and may("deposit.waive"):
            yield "waive"
    if row["state"] not in kind.ends and may("order.save"):
        yield "attach"


@query("order.save")
def preview_order(
    context: Context,
    kind: str,
    content: Content,
    document_id: int | None = None,
    parent_id: int | None = None,
) -> Preview:
    """What this content comes to and whose decision it would be; nothing is stored."""
    if kind not in CODES:
        raise Refused("bad_choice", "kind", value=kind)
    KINDS[kind].check_facts(dict(content.facts))
    if parent_id is not None:
        documents.row_of(context, parent_id, "order.save")
    return preview_of(context, kind, content, document_id, "order.save")


__all__ = ["Order", "OrderLine", "OrderRow", "Preview"]
