"""How orders come to be: from a quotation, split by what is in stock, moved where stock failed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.splitting import Part, split_document, split_line
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.orders import cancelling, goods
from crm_desktop.services.papers import documents, passing, submitting
from crm_desktop.services.papers.contents import Content, LineInput, price, stored_prices
from crm_desktop.services.papers.submitting import Saved
from crm_desktop.services.products import products, stock
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.settings import load_shop

Take = tuple[tuple[int, Decimal], ...]
"""(position of a line, quantity to order), positions counted from 0 over all lines."""

Taken = Mapping[int, Decimal]
"""The same, checked."""


@dataclass(frozen=True)
class OrderFromQuotation(Command[Saved]):
    """Drafts an order (SO, BO or SP) of what an accepted quotation still offers."""

    name: ClassVar[str] = "order.from_quotation"
    permission: ClassVar[str] = "order.save"
    id: int
    version: int
    kind: str = "SO"


@dataclass(frozen=True, slots=True)
class Split:
    """The two papers of a split: the sales order that stays, the back order that was made."""

    order: Saved
    back_order: Saved


@dataclass(frozen=True)
class SplitOrder(Command[Split]):
    """Takes what must be ordered off a sales order that has no number yet, into a back order."""

    name: ClassVar[str] = "order.split"
    permission: ClassVar[str] = "order.save"
    id: int
    version: int
    take: Take


@dataclass(frozen=True)
class MoveShort(Command[Split]):
    """Moves what the warehouse lacks of a confirmed sales order into a back order draft."""

    name: ClassVar[str] = "order.move_short"
    permission: ClassVar[str] = "order.save"
    id: int
    version: int
    take: Take


@dataclass(frozen=True, slots=True)
class SplitLine:
    """One line of a sales order: how much is wanted, on the shelf, and so to be ordered.

    `on_shelf` is in the line's unit, less what confirmed orders still take; None for no product.
    """

    position: int
    description: str
    unit: str
    wanted: Decimal
    on_shelf: Decimal | None
    to_order: Decimal


@handles(OrderFromQuotation)
def order_from_quotation(context: Context, command: OrderFromQuotation) -> Saved:
    """Carries lines, prices and discounts over; what is ordered already is left out."""
    if command.kind not in ("SO", "BO", "SP"):
        raise Refused("bad_choice", "kind", value=command.kind)
    row = submitting.at_version(context, command.id, command.version, "order.save", ("QT",))
    if row["state"] != "accepted":
        state = KINDS["QT"].states.state_code(row["state"])
        raise WrongState("quotation_not_accepted", state=state)
    ids = [line["id"] for line in documents.line_rows(context, row["id"])]
    ordered = passing.drawn(context, ids, drafts=True)
    content = _sourced(documents.content_of(context, row), ids)
    rest = {
        index: line.quantity - ordered.get(ids[index], Decimal(0))
        for index, line in enumerate(content.lines)
        if line.is_priced and line.quantity > ordered.get(ids[index], Decimal(0))
    }
    if not rest:
        raise WrongState("quotation_ordered", reference=row["number"])
    _, offered = divide(content, Decimal(row["vat_rate"]), rest)
    return _made(context, row, command.kind, _as(context, command.kind, offered), "ordered")


def _sourced(content: Content, ids: Iterable[int]) -> Content:
    """The lines as taken from the stored ones."""
    pairs = zip(content.lines, ids, strict=True)
    lines = (replace(line, source_id=each if line.is_priced else None) for line, each in pairs)
    return replace(content, lines=tuple(lines))


def _made(
    context: Context, parent: Mapping[str, Any], kind: str, content: Content, event: str
) -> Saved:
    """Drafts a paper of the same family and tells its parent."""
    priced = submitting.priced_content(context, kind, content, parent["family_id"])
    family = {"parent_id": parent["id"], "family_id": parent["family_id"]}
    document_id = documents.insert(context, kind, priced, branch_id=parent["branch_id"], **family)
    made = context.row("document", document_id)
    context.tell(
        KINDS[parent["kind"]].name,
        parent["id"],
        event,
        parent["customer_id"],
        reference=made["draft_reference"],
    )
    return Saved(document_id, 1, made["state"])


@handles(SplitOrder)
def split_order(context: Context, command: SplitOrder) -> Split:
    """What is in stock stays; an approval outlives the split where the rest only asks less."""
    row = submitting.at_version(context, command.id, command.version, "order.save", ("SO",))
    if row["state"] not in ("draft", "ready"):
        KINDS["SO"].states.row(row["state"], "split")
    content = documents.content_of(context, row)
    lines = {index: line.quantity for index, line in enumerate(content.lines) if line.is_priced}
    taken = _checked(content, command.take, lines)
    stays, ordered = divide(content, Decimal(row["vat_rate"]), taken)
    if not any(line.is_priced for line in stays.lines):
        raise Refused("nothing_stays", "take")
    saved = submitting.change(context, row, row["version"], price(context, stays))
    back = _made(context, row, "BO", _as(context, "BO", ordered), "split")
    _deposits_follow(context, context.row("document", row["id"]), back)
    return Split(saved, back)


@handles(MoveShort)
def move_short(context: Context, command: MoveShort) -> Split:
    """What is not delivered yet moves on; the order is over for it, at the prices it had."""
    row = submitting.at_version(context, command.id, command.version, "order.save", ("SO",))
    documents.require_unlocked(context, row)
    ids = [line["id"] for line in documents.line_rows(context, row["id"])]
    there = goods.stages(context, row["id"])
    still = {
        index: Decimal(there[line_id]["open"]).scaleb(-3)
        for index, line_id in enumerate(ids)
        if there.get(line_id, {}).get("open")
    }
    if not still:
        KINDS["SO"].states.row(row["state"], "move")
    content = _sourced(documents.content_of(context, row), ids)
    taken = _checked(content, command.take, still)
    rate, worth = Decimal(row["vat_rate"]), _worth(context, row, ids, there, taken)
    ordered = _worth_this(divide(content, rate, taken)[1], rate, worth)
    back = _made(context, row, "BO", _as(context, "BO", ordered), "moved")
    for index, quantity in taken.items():
        milli = int(quantity * 1000)
        goods.shift(context, row, ids[index], "move", milli, target_id=back.id)
    deposit_ledger.require_affordable(context, row)
    row = goods.follow(context, row)
    _deposits_follow(context, row, back)
    if row["version"] == command.version:
        context.update("document", row["id"], row["version"], "moved")
        row = {**row, "version": row["version"] + 1}
    return Split(Saved(row["id"], row["version"], row["state"]), back)


def _deposits_follow(context: Context, row: Mapping[str, Any], back: Saved) -> None:
    """Money still to come is asked for only as far as the sales order still wants it."""
    reference = context.row("document", back.id)["draft_reference"]
    over = row["state"] in KINDS["SO"].states.finals
    follow = cancelling.leave_deposits if over else cancelling.expect_less
    follow(context, row, reference)


def _worth(
    context: Context,
    row: Mapping[str, Any],
    ids: Sequence[int],
    there: goods.Stages,
    taken: Taken,
) -> Money:
    """What the order no longer asks for, once this has moved."""
    worth = Money.ZERO
    for index, quantity in taken.items():
        stages = there[ids[index]]
        end = sum(stages.values()) - sum(stages.get(stage, 0) for stage in goods.GONE)
        worth += goods.value_of(context, row, ids[index], end - int(quantity * 1000), end)
    return worth


def _worth_this(content: Content, rate: Decimal, worth: Money) -> Content:
    """The content with the document discount that makes it come to this with VAT, where one can."""
    totals = stored_prices(content, rate).totals
    off = totals.sum - worth
    if not content.prices_include_vat or totals.grand_total == worth or off < Money.ZERO:
        return content
    return replace(content, document_discount=str(off.baht) if off else "")


def _checked(content: Content, take: Take, there: Taken) -> Taken:
    """How much of which line, all of them listed goods and no more than is there."""
    taken: dict[int, Decimal] = {}
    for place, (position, quantity) in enumerate(take):
        field = f"take.{place}"
        if position not in there:
            raise Refused("not_found", field, record="document_line", record_id=position)
        if content.lines[position].product_id is None:
            raise Refused("only_listed_goods", field, line=position + 1)
        taken[position] = taken.get(position, Decimal(0)) + quantity
        if not 0 <= quantity == round(quantity, 3) or taken[position] > there[position]:
            raise Refused("more_than_there", field, there=there[position], asked=quantity)
    taken = {position: quantity for position, quantity in taken.items() if quantity}
    if not taken:
        raise Refused("nothing_short", "take")
    return taken


def divide(content: Content, rate: Decimal, taken: Taken) -> tuple[Content, Content]:
    """The content without what is taken, and what is taken; both together come to the whole."""
    stays: list[LineInput] = []
    goes: list[LineInput] = []
    sums = [Money.ZERO, Money.ZERO]
    for index, line in enumerate(content.lines):
        if not line.is_priced:
            stays.append(line)
            goes.append(line)
            continue
        quantity = taken.get(index, Decimal(0))
        part = Part(line.quantity, line.unit_price, line.discount, quantity)
        pair = zip((stays, goes), (part.left, quantity), split_line(part), (0, 1), strict=True)
        for lines, much, discount, place in pair:
            if much:
                lines.append(replace(line, quantity=much, discount=discount))
                sums[place] += part.net(much, discount)
    whole = stored_prices(content, rate).totals.after_discount
    left, right = split_document(content.document_discount, whole, (sums[0], sums[1]))
    return (
        replace(content, lines=_tidy(stays), document_discount=left),
        replace(content, lines=_tidy(goes), document_discount=right),
    )


def _tidy(lines: Iterable[LineInput]) -> tuple[LineInput, ...]:
    """Headings and subtotals stand only where goods are left between them."""
    sections: list[list[LineInput]] = [[]]
    for line in lines:
        if line.kind == "heading":
            sections.append([])
        sections[-1].append(line)
    return tuple(
        line for section in sections if any(each.is_priced for each in section) for line in section
    )


def _as(context: Context, kind: str, content: Content) -> Content:
    """What another kind knows of it, with the deposit that the shop asks for that kind."""
    shop = load_shop(context)[0]
    asked = {"BO": shop.back_order_deposit_percent, "SP": shop.special_order_deposit_percent}
    known = {fact.key for fact in KINDS[kind].facts}
    return replace(
        content,
        follow_up_on=None,
        deposit_percent=max(content.deposit_percent, Decimal(asked.get(kind, 0))),
        facts=tuple((key, text) for key, text in content.facts if key in known),
    )


@query("order.read")
def split_proposal(context: Context, document_id: int) -> tuple[SplitLine, ...]:
    """Line by line what the shelf still holds for this sales order, and what must be ordered.

    Earlier lines are served first; what confirmed orders of the branch wait for is not free.
    """
    row = documents.row_of(context, document_id, "order.read")
    lines = documents.line_rows(context, document_id)
    ids = [line["product_id"] for line in lines if line["product_id"]]
    known = products.goods(context, ids)
    free = stock.free(context, ids, row["branch_id"], besides=document_id)
    there = goods.stages(context, document_id)
    found = []
    for line in lines:
        milli = there.get(line["id"], {}).get("open", 0) if there else line["quantity_milli"]
        if not milli:
            continue
        wanted, on_shelf = Decimal(milli).scaleb(-3), None
        to_order = Decimal(0)
        if line["product_id"]:
            factor = known[line["product_id"]].factor(line["unit"]) or Decimal(1)
            held = max(free[line["product_id"]], Decimal(0))
            on_shelf = (held / factor).quantize(Decimal("0.001"), ROUND_DOWN)
            to_order = max(wanted - on_shelf, Decimal(0))
            free[line["product_id"]] = held - (wanted - to_order) * factor
        found.append(
            SplitLine(
                line["position"], line["description"], line["unit"], wanted, on_shelf, to_order
            )
        )
    return tuple(found)
