"""Giving up a part of an order: what of it, whose goods and purchases it is, and what the header is
then."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits import deposit_ledger, deposits
from crm_desktop.services.orders import allocation, goods, pool, promises, purchasing, steps
from crm_desktop.services.papers import documents, other_matters, submitting
from crm_desktop.services.papers.other_matters import Part
from crm_desktop.services.registry import Context

KINDS_IN_PARTS = ("SO", "BO", "SP")
BUYING = {"BO": ("requested", "ordered"), "SP": ("open",)}
"""Stages of a line for which goods may be on their way."""


def part(context: Context, row: Mapping[str, Any], lines: tuple[tuple[int, Decimal], ...]) -> Part:
    """What is asked to be given up, in thousandths by line; Refused `more_than_there` for what is
    delivered or gone. Empty where it is all that is open."""
    if not lines:
        return {}
    if row["kind"] not in KINDS_IN_PARTS:
        raise Refused("cancel_whole_only", "lines")
    if not row["number"]:
        raise Refused("cancel_part_of_draft", "lines")
    there, stored = open_of(context, row), steps.lines_of(context, row["id"])
    asked: Part = {}
    for index, (line_id, quantity) in enumerate(lines):
        where = f"lines.{index}"
        steps.known_line(stored, line_id, where)
        milli, left = steps.milli(quantity, where), there.get(line_id, 0)
        if line_id in asked or milli > left:
            raise Refused("more_than_there", where, there=steps.quantity(left), asked=quantity)
        asked[line_id] = milli
    return {} if asked == there else asked


def open_of(context: Context, row: Mapping[str, Any]) -> Part:
    """Thousandths by line that can still be given up."""
    table = KINDS[row["kind"]].goods
    assert table is not None
    found = {
        line_id: sum(milli for stage, milli in line.items() if "cancel" in table.events(stage))
        for line_id, line in goods.stages(context, row["id"]).items()
    }
    return {line_id: milli for line_id, milli in found.items() if milli}


def cancel_part(context: Context, row: dict[str, Any], reason: str, asked: Part) -> None:
    """Takes the part off, the least advanced first; refuses what a deposit paid for already.

    What Sales has not bought of it is not bought; the header follows what is left.
    """
    if asked == open_of(context, row):
        submitting.ROADS[row["kind"]].cancel(context, row, reason)
        return
    for line_id, milli in asked.items():
        before = _buying(context, row, line_id)
        goods.shift(context, row, line_id, "cancel", milli, asks=False, note=reason)
        if row["kind"] in BUYING:
            purchasing.buy_less(
                context, row, line_id, before - _buying(context, row, line_id), reason
            )
    tell(context, row, "cancel_part", asked, reason)
    row = steps.follow(context, context.row("document", row["id"]), "cancel_part")
    row = _goods_follow(context, row, reason)
    row = promises.again(context, row)
    expect_less(context, row, reason)
    deposit_ledger.follow_deposits(context, row)


def _buying(context: Context, row: Mapping[str, Any], line_id: int) -> int:
    line = goods.stages(context, row["id"]).get(line_id, {})
    return sum(line.get(stage, 0) for stage in BUYING.get(row["kind"], ()))


def _goods_follow(context: Context, row: dict[str, Any], reason: str) -> dict[str, Any]:
    """A back order gives back what lay there for it; a special order that waits for nothing more
    has arrived."""
    if row["kind"] == "BO":
        pool.give_back(context, row)
        for product_id in allocation.products_of(context, row["id"]):
            allocation.match_what_comes(context, product_id, row["branch_id"], reason)
        return context.row("document", row["id"])
    if row["kind"] == "SP":
        pool.leave(context, row)
    there = goods.total(goods.stages(context, row["id"]))
    events = KINDS[row["kind"]].states.events(row["state"])
    if there.get("arrived") and not there.get("open") and "close_rest" in events:
        on = context.today.isoformat()
        return documents.move(context, row, "close_rest", asks=False, reason=reason, arrived_on=on)
    return row


def leave_deposits(context: Context, row: Mapping[str, Any], reason: str) -> None:
    """Money that is still to come is no longer asked for; what is held stays the customer's."""
    if not KINDS[row["kind"]].takes_deposit:
        return
    deposits.drop_expected(context, row["id"], reason)
    held = deposit_ledger.cover(context, row).held
    if held:
        name, amount = KINDS[row["kind"]].name, str(held)
        context.tell(name, row["id"], "deposits_stay", row["customer_id"], amount=amount)


def expect_less(context: Context, row: Mapping[str, Any], reason: str) -> None:
    """No more money is asked for than the paper, a part of which was given up, still wants."""
    above = -deposit_ledger.cover(context, row).room
    for each in deposit_ledger.accounts_for(context, row["id"]):
        if above <= Money.ZERO or not each.expected:
            continue
        left = max(each.expected - above, Money.ZERO)
        above -= each.expected - left
        if left:
            less = deposit_ledger.change_facts(context, each, "less", expected_satang=left.satang)
            detail = {"amount": left, "reason": reason}
            deposit_ledger.mark(context, less, "less", {"total_satang": left.satang}, detail)
        else:
            documents.move(context, each.row, "cancel", asks=False, reason=reason)
            context.touched.add("deposit")


def tell(context: Context, row: Mapping[str, Any], event: str, asked: Part, reason: str) -> None:
    """Says on the timeline what of the paper it is about."""
    lines = steps.lines_of(context, row["id"])
    named = [
        f"{lines[each]['description']} {steps.quantity(milli).normalize():f} {lines[each]['unit']}"
        for each, milli in asked.items()
    ]
    context.tell(
        KINDS[row["kind"]].name,
        row["id"],
        event,
        row["customer_id"],
        reference=row["number"],
        goods=", ".join(named),
        reason=reason,
    )


other_matters.PARTS |= dict.fromkeys(KINDS_IN_PARTS, cancel_part)
