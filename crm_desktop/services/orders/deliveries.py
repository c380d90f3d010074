"""Goods handed over: what, to whom, against which signature, and the deposits taken off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services import attachments
from crm_desktop.services.deposits import deposit_ledger, deposit_uses
from crm_desktop.services.orders import goods, steps
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import stored_prices
from crm_desktop.services.papers.submitting import at_version
from crm_desktop.services.registry import Command, Context, handles, query

DELIVERED = ("SO", "BO", "SP")
READY = {"SO": ("open",), "BO": ("told", "allocated"), "SP": ("arrived",)}
"""Stages that goods are handed over from, by kind; what was told of goes first."""


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """What a delivery is worth with VAT, what deposits paid of it, and what remains to pay."""

    id: int
    version: int
    state: str
    delivery_id: int
    value: Money
    deducted: Money
    remainder: Money


@dataclass(frozen=True)
class DeliverGoods(Command[DeliveryResult]):
    """Hands over goods of a sales order, back order or special order.

    `lines` are (line id, quantity); `deposits` are (deposit id, amount), None takes them off in
    proportion. `signature_png` is base64, `mismatches` are (line id, what was not as ordered).
    `acknowledged` says that an open special order of the same goods was seen.
    """

    name: ClassVar[str] = "delivery.record"
    id: int
    version: int
    delivered_on: date
    lines: tuple[tuple[int, Decimal], ...]
    receiver: str
    deposits: tuple[tuple[int, Money], ...] | None = None
    signature_png: str = ""
    note: str = ""
    acknowledged: bool = False
    mismatches: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DeliverySums:
    """What goods cost with VAT, what deposits would pay of it, and what is to collect."""

    value: Money
    deducted: Money
    remainder: Money


@dataclass(frozen=True, slots=True)
class Part:
    """What is handed over of one line, and what it costs with VAT."""

    line_id: int
    milli: int
    value: Money
    mismatch: str


@handles(DeliverGoods)
def deliver_goods(context: Context, command: DeliverGoods) -> DeliveryResult:
    """Hands over what is there, keeps who signed for it, and takes the deposits off."""
    chosen = [deposit_id for deposit_id, _ in command.deposits or ()]
    deposit_ledger.hold(context, chosen, [command.id])
    row = at_version(context, command.id, command.version, command.name, DELIVERED)
    documents.require_unlocked(context, row)
    _require_open(context, row)
    steps.happened(context, row, command.delivered_on, "delivered_on")
    if not command.receiver.strip():
        raise Refused("receiver_needed", "receiver")
    lines = steps.lines_of(context, row["id"])
    quantities = _quantities(context, row, command.lines, lines)
    _require_goods(command, quantities)
    if row["kind"] != "SP" and not command.acknowledged:
        _warn_of_special(context, row, [lines[each]["product_id"] for each in quantities])
    steps.require_deposit(context, row)
    before = goods.stages(context, row["id"])
    parts = _parts(context, row, command.mismatches, quantities, before)
    value = Money.sum(part.value for part in parts)
    planned = deposit_uses.deductions(context, row, value, command.deposits)
    deducted = Money.sum(each.amount for each in planned)
    vat = _vat(context, row, lines, before, quantities)
    delivery_id, position = _write(context, row, command, parts, (value, vat, deducted))
    for part in parts:
        _hand_over(context, row, part, delivery_id, before[part.line_id])
    deposit_uses.apply_at_delivery(context, row, delivery_id, value, command.deposits)
    _tell(context, row, command, position, value)
    row = steps.follow(context, context.row("document", row["id"]), "delivered")
    row = deposit_ledger.follow_deposits(context, row)
    state, version = row["state"], row["version"]
    return DeliveryResult(row["id"], version, state, delivery_id, value, deducted, value - deducted)


@query("delivery.record")
def delivery_preview(
    context: Context,
    document_id: int,
    lines: tuple[tuple[int, Decimal], ...],
    deposits: tuple[tuple[int, Money], ...] | None = None,
) -> DeliverySums:
    """What handing this over would come to; refuses quantities and deposits as the act would."""
    row = documents.row_of(context, document_id, "delivery.record")
    quantities = _quantities(context, row, lines, steps.lines_of(context, document_id))
    parts = _parts(context, row, (), quantities, goods.stages(context, document_id))
    value = Money.sum(part.value for part in parts)
    planned = deposit_uses.deductions(context, row, value, deposits)
    deducted = Money.sum(each.amount for each in planned)
    return DeliverySums(value, deducted, value - deducted)


def _require_open(context: Context, row: Mapping[str, Any]) -> None:
    """Only a confirmed paper is delivered; a special order once it agrees with what was signed."""
    states = KINDS[row["kind"]].states
    if row["kind"] != "SP":
        if not row["number"] or row["state"] in (*states.finals, "delivered"):
            event = states.event_code("goods_delivered")
            raise WrongState("wrong_state", state=states.state_code(row["state"]), event=event)
        return
    if row["state"] == "arrived":
        raise WrongState("special_not_inspected")
    if row["state"] in ("confirmed", "deposit_held", "ordered"):
        raise Refused("special_not_arrived", "lines", reference=row["number"])
    states.row(row["state"], "goods_collected")


def _quantities(
    context: Context,
    row: Mapping[str, Any],
    asked: Sequence[tuple[int, Decimal]],
    lines: steps.Lines,
) -> dict[int, int]:
    """Thousandths by line; refused where more is asked than lies ready for this paper."""
    if not asked:
        raise Refused("nothing_delivered", "lines")
    stages, found = goods.stages(context, row["id"]), dict[int, int]()
    for index, (line_id, quantity) in enumerate(asked):
        where = f"lines.{index}"
        steps.known_line(lines, line_id, where)
        milli = steps.milli(quantity, where)
        standing = stages.get(line_id, {})
        there = sum(standing.get(stage, 0) for stage in READY[row["kind"]])
        if line_id in found or milli > there:
            code = "special_not_arrived" if row["kind"] == "SP" else "more_than_there"
            left = steps.quantity(there)
            raise Refused(code, where, there=left, asked=quantity, reference=row["number"])
        found[line_id] = milli
    return found


def _require_goods(command: DeliverGoods, quantities: Mapping[int, int]) -> None:
    for index, (line_id, _) in enumerate(command.mismatches):
        if line_id not in quantities:
            raise Refused("mismatch_without_goods", f"mismatches.{index}")


def _warn_of_special(context: Context, row: Mapping[str, Any], products: list[int | None]) -> None:
    """Goods of the shelf never quietly stand in for what was made for the same customer."""
    stage, document = context.t.goods_stage, context.t.document
    rows = (
        document.select(document.c.number)
        .join(stage, on=(stage.c.document_id == document.c.id))
        .where(
            document.c.customer_id == row["customer_id"],
            document.c.kind == "SP",
            stage.c.product_id << [each for each in products if each is not None],
            stage.c.stage << ("open", "arrived"),
            stage.c.quantity_milli > 0,
        )
        .order_by(document.c.id)
        .limit(1)
    )
    for (reference,) in rows.tuples():
        raise WrongState("special_order_open", "acknowledged", reference=reference)


def _parts(
    context: Context,
    row: Mapping[str, Any],
    said: Sequence[tuple[int, str]],
    quantities: Mapping[int, int],
    before: goods.Stages,
) -> list[Part]:
    mismatches = {line_id: text.strip() for line_id, text in said}
    found = []
    for line_id, milli in quantities.items():
        gone = before[line_id].get("delivered", 0)
        value = goods.value_of(context, row, line_id, gone, gone + milli)
        found.append(Part(line_id, milli, value, mismatches.get(line_id, "")))
    return found


def _vat(
    context: Context,
    row: Mapping[str, Any],
    lines: steps.Lines,
    before: goods.Stages,
    quantities: Mapping[int, int],
) -> Money:
    """The VAT within, per class as the difference of two cumulative shares of the paper's."""
    amounts = goods.amounts(context, row)
    content = documents.content_of(context, row)
    vat = Money.ZERO
    for part in stored_prices(content, Decimal(row["vat_rate"])).totals.classes:
        then = now = Fraction(0)
        for line_id, line in lines.items():
            if line["vat_class"] != part.vat_class.value or not line["quantity_milli"]:
                continue
            gone = before.get(line_id, {}).get("delivered", 0)
            each = Fraction(amounts[line_id].satang, line["quantity_milli"])
            then += each * gone
            now += each * (gone + quantities.get(line_id, 0))
        whole = part.gross.satang
        if whole:
            vat += part.vat.times(now / whole) - part.vat.times(then / whole)
    return vat


def _write(
    context: Context,
    row: dict[str, Any],
    command: DeliverGoods,
    parts: list[Part],
    sums: tuple[Money, Money, Money],
) -> tuple[int, int]:
    value, vat, deducted = sums
    signature_id = None
    if command.signature_png:
        content = attachments.decoded(command.signature_png, "signature_png")
        signature_id = attachments.keep(
            context,
            row,
            "signature",
            f"{command.receiver.strip()}.png",
            content,
            field="signature_png",
            only=("image/png",),
        )
    position = steps.next_position(context, "delivery", row["id"])
    delivery_id = context.insert(
        "delivery",
        "delivered",
        document_id=row["id"],
        position=position,
        delivered_on=command.delivered_on.isoformat(),
        receiver=command.receiver.strip(),
        note=command.note.strip(),
        value_satang=value.satang,
        vat_satang=vat.satang,
        deducted_satang=deducted.satang,
        signature_id=signature_id,
        by_id=context.actor.person_id,
        at=context.moment,
    )
    for part in parts:
        context.insert(
            "delivery_line",
            "delivered",
            delivery_id=delivery_id,
            line_id=part.line_id,
            quantity_milli=part.milli,
            value_satang=part.value.satang,
            mismatch=part.mismatch,
        )
    return delivery_id, position


def _hand_over(
    context: Context,
    row: Mapping[str, Any],
    part: Part,
    delivery_id: int,
    standing: Mapping[str, int],
) -> None:
    left = part.milli
    for stage in READY[row["kind"]]:
        step = min(left, standing.get(stage, 0))
        if step:
            goods.shift(
                context, row, part.line_id, "deliver", step, stage=stage, delivery_id=delivery_id
            )
            left -= step


def _tell(
    context: Context, row: Mapping[str, Any], command: DeliverGoods, position: int, value: Money
) -> None:
    mismatches = "; ".join(text.strip() for _, text in command.mismatches if text.strip())
    context.tell(
        KINDS[row["kind"]].name,
        row["id"],
        "delivery_mismatch" if mismatches else "delivery",
        row["customer_id"],
        reference=row["number"],
        position=position,
        on=command.delivered_on.isoformat(),
        amount=str(value),
        receiver=command.receiver.strip(),
        reason=mismatches,
    )
