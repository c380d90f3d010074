"""Goods arrive: counted, inspected line by line, and kept for those who wait for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.orders import allocation, goods, pool, steps
from crm_desktop.services.orders.allocation import Allocated
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.submitting import at_version
from crm_desktop.services.registry import Command, Context, handles

DISPOSITIONS = ("return", "claim", "scrap")
PR = KINDS["PR"]


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """What the inspection says of one line of the request; rejected goods name what becomes of
    them (return, claim, scrap) and the findings."""

    line_id: int
    accepted: Decimal
    rejected: Decimal = Decimal(0)
    disposition: str = ""
    findings: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The request as it is then, the receipt, and who got goods of it."""

    id: int
    version: int
    state: str
    receipt_id: int
    allocated: tuple[Allocated, ...]


@dataclass(frozen=True)
class ReceiveGoods(Command[Received]):
    """Takes in goods of a purchase request; with `allocate` they are given out at once."""

    name: ClassVar[str] = "goods.receive"
    id: int
    version: int
    received_on: date
    lines: tuple[ReceivedLine, ...]
    supplier_slip: str = ""
    allocate: bool = True
    note: str = ""


@handles(ReceiveGoods)
def receive_goods(context: Context, command: ReceiveGoods) -> Received:
    """Writes the receipt, lets every waiting line follow, and gives the goods out in their turn."""
    allocation.hold_for(context, command.id)
    row = at_version(context, command.id, command.version, command.name, (PR.code,))
    documents.require_unlocked(context, row)
    PR.states.row(row["state"], "goods_received")
    steps.happened(context, row, command.received_on, "received_on")
    lines = steps.lines_of(context, row["id"])
    _check(context, row, command.lines, lines)
    receipt_id, position = _write(context, row, command)
    for line in command.lines:
        if line.accepted:
            _accept(context, row, lines[line.line_id], int(line.accepted * 1000), receipt_id)
    context.tell(
        PR.name,
        row["id"],
        "receipt",
        row["customer_id"],
        reference=row["number"],
        position=position,
        on=command.received_on.isoformat(),
        rejected=str(sum(line.rejected for line in command.lines)),
    )
    row = steps.follow(context, row, "received")
    _parent_follows(context, row["parent_id"], command.received_on)
    got: tuple[Allocated, ...] = ()
    if command.allocate:
        got = _give_out(context, row, command, lines)
    return Received(row["id"], row["version"], row["state"], receipt_id, got)


def _check(
    context: Context,
    row: Mapping[str, Any],
    received: tuple[ReceivedLine, ...],
    lines: steps.Lines,
) -> None:
    """Accepted and rejected together never exceed what is still asked for; what is rejected has
    findings and a fate."""
    if not any(line.accepted or line.rejected for line in received):
        raise Refused("nothing_received", "lines")
    stages, seen = goods.stages(context, row["id"]), set[int]()
    for index, line in enumerate(received):
        where = f"lines.{index}"
        steps.known_line(lines, line.line_id, where)
        accepted = steps.milli(line.accepted, f"{where}.accepted", zero=True)
        rejected = steps.milli(line.rejected, f"{where}.rejected", zero=True)
        found = stages.get(line.line_id, {})
        there = sum(found.get(stage, 0) for stage in allocation.COMING)
        if line.line_id in seen or accepted + rejected > there:
            raise Refused(
                "received_too_much",
                f"{where}.accepted",
                there=steps.quantity(there),
                asked=steps.quantity(accepted + rejected),
            )
        seen.add(line.line_id)
        if rejected and line.disposition not in DISPOSITIONS:
            raise Refused("disposition_needed", f"{where}.disposition")
        if rejected and not line.findings.strip():
            raise Refused("findings_needed", f"{where}.findings")


def _write(context: Context, row: Mapping[str, Any], command: ReceiveGoods) -> tuple[int, int]:
    """The receipt with its lines; its number on the paper counts from one."""
    position = steps.next_position(context, "receipt", row["id"])
    receipt_id = context.insert(
        "receipt",
        "received",
        document_id=row["id"],
        position=position,
        received_on=command.received_on.isoformat(),
        supplier_slip=command.supplier_slip.strip(),
        note=command.note.strip(),
        by_id=context.actor.person_id,
        at=context.moment,
    )
    for line in command.lines:
        if not line.accepted and not line.rejected:
            continue
        context.insert(
            "receipt_line",
            "received",
            receipt_id=receipt_id,
            line_id=line.line_id,
            accepted_milli=int(line.accepted * 1000),
            rejected_milli=int(line.rejected * 1000),
            disposition=line.disposition if line.rejected else "",
            findings=line.findings.strip(),
        )
    return receipt_id, position


def _accept(
    context: Context, row: dict[str, Any], line: Mapping[str, Any], milli: int, receipt_id: int
) -> None:
    """What passed inspection: of a back order it lies in the pool, of a special order it is the
    customer's alone, as far as it is still wanted."""
    goods.shift(context, row, line["id"], "receive", milli, receipt_id=receipt_id)
    parent = context.row("document", row["parent_id"])
    source = goods.stages(context, parent["id"]).get(line["source_id"], {})
    if parent["kind"] == "SP":
        part = min(milli, source.get("open", 0))
    else:
        part = min(milli, source.get("requested", 0) + source.get("ordered", 0))
        _into_pool(context, row, line, receipt_id)
    if part:
        goods.shift(context, parent, line["source_id"], "receive", part, receipt_id=receipt_id)
    if parent["kind"] == "SP":
        pool.leave(context, parent, receipt_id)


def _into_pool(
    context: Context, row: Mapping[str, Any], line: Mapping[str, Any], receipt_id: int
) -> None:
    product_id = line["product_id"]
    received = goods.stages(context, row["id"])[line["id"]]["received"]
    factor = pool.factors(context, product_id).get(line["unit"], 1000)
    stands = pool.base(received, factor)
    branch_id = row["branch_id"]
    pool.account(context, product_id, branch_id, line["id"], "receive", stands, receipt_id)


def _parent_follows(context: Context, parent_id: int, on: date) -> None:
    """A back order follows its lines; a special order has arrived once all of it is there."""
    parent = context.row("document", parent_id)
    stages = goods.total(goods.stages(context, parent_id))
    if parent["kind"] == "SP" and parent["state"] == "ordered" and not stages.get("open"):
        documents.move(context, parent, "arrive", arrived_on=on.isoformat())
        return
    steps.follow(context, parent, "received")


def _give_out(
    context: Context, row: Mapping[str, Any], command: ReceiveGoods, lines: steps.Lines
) -> tuple[Allocated, ...]:
    """Back orders share what arrives, and what special orders leave of it."""
    came = {lines[line.line_id]["product_id"] for line in command.lines if line.accepted} - {None}
    day, branch_id = command.received_on.isoformat(), row["branch_id"]
    return tuple(
        got
        for product_id in sorted(came)
        for got in allocation.give_out(context, product_id, branch_id, day)
    )
