"""Orders of every kind: written, submitted, confirmed with their number, stepped on, cancelled."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds import KINDS, ORDERS
from crm_desktop.services.authority import requests
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.orders import allocation, cancelling, goods, pool, promises, steps
from crm_desktop.services.papers import documents, other_matters, submitting
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.submitting import Outcome, Saved
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.taking_back import offer

CODES = tuple(kind.code for kind in ORDERS)
WRITTEN = tuple(code for code in CODES if code != "PR")
"""Kinds that begin by being written; a purchase request is drafted from the paper it serves."""

STEPS = {"SO": ("hand_off", "accept", "settle"), "PR": ("acknowledge",), "SP": ("change",)}


@dataclass(frozen=True)
class SaveOrder(Command[Saved]):
    """Writes a new order (id None) or changes one that is not confirmed yet.

    `parent_id` is the paper that a new one comes from; it gives its family.
    """

    name: ClassVar[str] = "order.save"
    kind: str
    id: int | None
    version: int
    content: Content
    parent_id: int | None = None


@dataclass(frozen=True)
class SubmitOrder(Command[Outcome]):
    """Asks the matrix; with `issue`, what is the actor's own is confirmed in the same step."""

    name: ClassVar[str] = "order.submit"
    id: int
    version: int
    plea: Plea = field(default_factory=Plea)
    consulted: Consulted | None = None
    issue: bool = False


@dataclass(frozen=True)
class IssueOrder(Command[Outcome]):
    """Confirms an approved order with its number; `reason` is for going on against advice."""

    name: ClassVar[str] = "order.issue"
    id: int
    version: int
    reason: str = ""


@dataclass(frozen=True)
class CancelOrder(Command[Outcome]):
    """Drops an order freely before it has its number; after that the matrix is asked.

    `lines` are (line id, quantity) of what is given up; none means all that is still open.
    """

    name: ClassVar[str] = "order.cancel"
    matter: ClassVar[str | None] = "document.cancel"
    id: int
    version: int
    reason: str
    lines: tuple[tuple[int, Decimal], ...] = ()


@dataclass(frozen=True)
class StepOrder(Command[Saved]):
    """A plain step of the header: hand_off, accept, settle (with its bill number), acknowledge,
    change."""

    name: ClassVar[str] = "order.step"
    permission: ClassVar[str] = "order.read"
    id: int
    version: int
    event: str
    note: str = ""
    reference: str = ""
    on: date | None = None


def at_version(context: Context, document_id: int, version: int, permission: str) -> dict[str, Any]:
    """The order as the caller saw it, held; Stale when somebody was there meanwhile."""
    return submitting.at_version(context, document_id, version, permission, CODES)


@handles(SaveOrder)
def save_order(context: Context, command: SaveOrder) -> Saved:
    """Keeps whatever is typed well; only submitting asks for a whole paper."""
    if command.kind not in CODES:
        raise Refused("bad_choice", "kind", value=command.kind)
    if command.id is None:
        return _new(context, command)
    row = submitting.held(context, command.id, command.name, (command.kind,))
    family_id = row["family_id"]
    priced = submitting.priced_content(context, command.kind, command.content, family_id)
    if row["parent_id"] is not None:
        parent = context.row("document", row["parent_id"])
        _require_same_customer(parent, priced.content)
        _require_moved(context, row, parent, priced.content)
    _require_own_deposits(context, row, priced.content)
    old = documents.content_of(context, row)
    saved = submitting.change(context, row, command.version, priced)
    if row["state"] == saved.state == KINDS[command.kind].states.initial:
        context.reversible(command, SaveOrder(command.kind, saved.id, saved.version, old))
    return saved


def _require_own_deposits(context: Context, row: Mapping[str, Any], content: Content) -> None:
    """A paper whose deposit is asked for, held, or may come back stays its customer's."""
    if content.customer_id == row["customer_id"]:
        return
    for each in deposit_ledger.accounts_for(context, row["id"]):
        if each.row["state"] != "cancelled":
            raise Refused("deposit_keeps_customer", "content.customer_id", reference=each.reference)


def _new(context: Context, command: SaveOrder) -> Saved:
    if command.kind not in WRITTEN:
        raise Refused("purchase_needs_order", "kind")
    columns: dict[str, Any] = {"family_id": 0}
    if command.parent_id is not None:
        parent = documents.row_of(context, command.parent_id, command.name)
        columns = {"parent_id": parent["id"], "family_id": parent["family_id"]}
    family_id = columns["family_id"]
    priced = submitting.priced_content(context, command.kind, command.content, family_id)
    if command.parent_id is not None:
        _require_same_customer(context.row("document", command.parent_id), priced.content)
    document_id = documents.insert(context, command.kind, priced, **columns)
    return Saved(document_id, 1, KINDS[command.kind].states.initial)


def _require_same_customer(parent: Mapping[str, Any], content: Content) -> None:
    if parent["customer_id"] != content.customer_id:
        reference = parent["number"] or parent["draft_reference"]
        raise Refused("other_customers_family", "customer_id", reference=reference)


@handles(SubmitOrder)
def submit_order(context: Context, command: SubmitOrder) -> Outcome:
    """Checks the paper whole, freezes it, and puts the question to whoever the matrix names."""
    steps.hold_family(context, command.id)
    row = at_version(context, command.id, command.version, command.name)
    return submitting.submit(context, row, command.plea, command.consulted, command.issue)


@handles(IssueOrder)
def issue_order(context: Context, command: IssueOrder) -> Outcome:
    """Numbers a ready order; from then on its goods are on their way."""
    steps.hold_family(context, command.id)
    row = at_version(context, command.id, command.version, command.name)
    return submitting.issue(context, row, command.reason)


@handles(StepOrder)
def step_order(context: Context, command: StepOrder) -> Saved:
    """Takes the header one plain step on; every other step is an act of its own."""
    row = at_version(context, command.id, command.version, "order.read")
    documents.require_unlocked(context, row)
    KINDS[row["kind"]].states.row(row["state"], command.event)
    if command.event not in STEPS.get(row["kind"], ()):
        raise WrongState("step_is_an_act", "event", event=command.event)
    on = _day_of(context, row, command.on)
    columns: dict[str, Any] = {}
    reference = command.reference.strip()
    if command.event == "settle":
        if not reference:
            raise Refused("bill_number_needed", "reference")
        columns["outside_reference"] = reference
    detail = {"on": on and on.isoformat(), "bill": reference}
    note = command.note.strip()
    row = documents.move(context, row, command.event, reason=note, detail=detail, **columns)
    return Saved(row["id"], row["version"], row["state"])


def _day_of(context: Context, row: Mapping[str, Any], on: date | None) -> date | None:
    if on is not None:
        steps.happened(context, row, on, "on")
    return on


@handles(CancelOrder)
def cancel_order(context: Context, command: CancelOrder) -> Outcome:
    """Before the number at once; after it as the matrix says."""
    hold_reach(context, command.id)
    row = at_version(context, command.id, command.version, command.name)
    documents.require_unlocked(context, row)
    KINDS[row["kind"]].states.row(row["state"], "cancel")
    reason = command.reason.strip()
    part = cancelling.part(context, row, command.lines)
    if not row["number"] and not _moved(context, row):
        outcome = submitting.drop(context, row, reason)
        cancelling.leave_deposits(context, row, reason)
        if row["parent_id"] is None:  # another order may come of what it came from
            offer(context, command)
        return outcome
    if not reason:
        raise Refused("reason_needed", "reason")
    if part:
        cancelling.tell(context, row, "asked_cancel_part", part, reason)
    return other_matters.ask_beside(context, row, "document.cancel", Plea(reason), part=part)


def _moved(context: Context, row: Mapping[str, Any]) -> dict[int, int]:
    """Thousandths by line of a confirmed order whose goods stand on this draft now."""
    move = context.t.goods_move
    rows = move.select(move.c.line_id, move.c.quantity_milli).where(
        move.c.document_id == row["parent_id"],
        move.c.target_id == row["id"],
        move.c.event == "move",
    )
    found: dict[int, int] = {}
    for line_id, milli in rows.tuples():
        found[line_id] = found.get(line_id, 0) + milli
    return found


def _require_moved(
    context: Context, row: Mapping[str, Any], parent: Mapping[str, Any], content: Content
) -> None:
    """What moved here off a confirmed order stays: to take it off is to cancel it."""
    moved, stored = _moved(context, row), steps.lines_of(context, parent["id"])
    for line_id, milli in moved.items():
        source = stored[line_id]
        kept = sum(
            (
                line.quantity
                for line in content.lines
                if line.source_id == line_id
                and (line.product_id, line.unit) == (source["product_id"], source["unit"])
            ),
            start=Decimal(0),
        )
        if kept < steps.quantity(milli):
            raise Refused(
                "moved_goods_stay",
                "lines",
                reference=parent["number"],
                goods=source["description"],
                moved=steps.quantity(milli),
            )


class Road:
    """The way of a paper with goods: its number sends them on their way, its end takes them off."""

    def columns(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        return {}

    def numbered(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        goods.begin(context, row)
        if row["kind"] == "BO":
            row = _promise(context, row)
        return deposit_ledger.follow_deposits(context, row)

    def cancel(self, context: Context, row: dict[str, Any], reason: str) -> dict[str, Any]:
        if not row["number"]:
            requests.void(context, row, "cancelled")
        given_up = cancelling.open_of(context, row)
        _cancel_goods(context, row, reason)
        event = _end_of(context, row)
        if event != "cancel":
            cancelling.tell(context, row, "cancel_part", given_up, reason)
        row = documents.move(context, row, event, asks=False, reason=reason)
        _cancel_purchases(context, row, reason)
        if row["kind"] == "BO":
            pool.give_back(context, row)
        elif row["kind"] == "SP":
            pool.leave(context, row)
        cancelling.leave_deposits(context, row, reason)
        return context.row("document", row["id"])


def _end_of(context: Context, row: Mapping[str, Any]) -> str:
    """The event that ends a paper whose rest is given up: where its quantities say otherwise than
    `cancel` does, as for a special order that was handed over in part, they are right."""
    kind = KINDS[row["kind"]]
    state = kind.derive(goods.total(goods.stages(context, row["id"]))) if kind.derive else None
    stays = state is None or state == kind.states.next(row["state"], "cancel")
    return "cancel" if stays else f"goods_{state}"


def _promise(context: Context, row: dict[str, Any]) -> dict[str, Any]:
    """The first promise: the day the customer wants, or the one the goods take to come if later."""
    wanted = json.loads(row["facts"]).get("wanted_on") or ""
    by_day: dict[str, list[int]] = {}
    for line in documents.line_rows(context, row["id"]):
        if line["product_id"]:
            lead = context.known("product", line["product_id"])["lead_days"]
            ready = (context.today + timedelta(days=lead)).isoformat() if lead is not None else ""
            by_day.setdefault(max(wanted, ready), []).append(line["id"])
    for day, lines in by_day.items():
        if day:
            on = date.fromisoformat(day)
            row = promises.record(context, row, tuple(lines), on, "", "paper")
    return row


def _cancel_goods(context: Context, row: Mapping[str, Any], reason: str) -> None:
    """Takes what is not handed over yet off the paper, line by line."""
    table = KINDS[row["kind"]].goods
    assert table is not None
    for line_id, stages in goods.stages(context, row["id"]).items():
        for stage, milli in stages.items():
            if "cancel" in table.events(stage):
                goods.shift(
                    context, row, line_id, "cancel", milli, stage=stage, asks=False, note=reason
                )


def _cancel_purchases(context: Context, row: Mapping[str, Any], reason: str) -> None:
    """What Sales has not bought yet is not bought; what is bought comes and is named."""
    document, ends = context.t.document, KINDS["PR"].ends
    asked = document.select().where(document.c.parent_id == row["id"], document.c.kind == "PR")
    for each in list(asked.order_by(document.c.id).dicts()):
        context.hold("document", each["id"])
        if not each["number"] and each["state"] not in ends:
            _drop_request(context, each, reason)
        elif each["state"] in ("issued", "acknowledged"):
            requests.void_open(context, each, "cancelled")
            submitting.ROADS["PR"].cancel(context, each, reason)
        elif each["state"] not in ends:
            name, reference = KINDS[row["kind"]].name, each["number"]
            context.tell(
                name, row["id"], "purchase_goes_on", row["customer_id"], reference=reference
            )


def _drop_request(context: Context, row: dict[str, Any], reason: str) -> None:
    requests.void(context, row, "cancelled")
    if row["state"] == "waiting":
        row = documents.move(context, row, "void", asks=False, frozen_sha256=None)
    documents.move(context, row, "cancel", asks=False, reason=reason)


def hold_reach(context: Context, document_id: int) -> None:
    """Holds those whose goods the end of this paper may concern, before the paper itself."""
    row = context.row("document", document_id)
    if row["kind"] == "PR":
        allocation.hold_for(context, document_id)
    elif row["kind"] == "BO":
        lines = documents.line_rows(context, document_id)
        products = {line["product_id"] for line in lines} - {None}
        allocation.hold_waiters(context, products, row["branch_id"], document_id)


def _hold(context: Context, document_id: int) -> None:
    hold_reach(context, document_id)
    context.hold("document", document_id)


submitting.ROADS |= {code: Road() for code in WRITTEN}
requests.HOLDS["document.cancel"] = _hold
