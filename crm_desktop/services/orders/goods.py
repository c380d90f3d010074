"""Goods of a paper on their way: how much of each line stands at which stage, and what it is worth.

`goods_stage` holds what stands where now, `goods_move` every step that led there. A caller holds
the paper before it shifts anything.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.lifecycle import StateTable
from crm_desktop.domain.money import Money, share
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import stored_prices
from crm_desktop.services.registry import Context

Stages = dict[int, dict[str, int]]
"""Thousandths by line and by stage; a stage where nothing stands is left out."""

GONE = ("cancelled", "moved", "refused", "withdrawn")
"""Stages of what the customer will not get by this paper, and so does not pay for."""


def begin(context: Context, row: Mapping[str, Any]) -> None:
    """Every line with a quantity stands at the first stage of its kind."""
    table = _table(row)
    rows = [
        {
            "line_id": line["id"],
            "stage": table.initial,
            "quantity_milli": line["quantity_milli"],
            "document_id": row["id"],
            "product_id": line["product_id"],
            "branch_id": row["branch_id"],
        }
        for line in documents.line_rows(context, row["id"])
        if line["quantity_milli"]
    ]
    context.t.goods_stage.add_all(rows)
    context.touched.add("goods_stage")


def stages(context: Context, document_id: int) -> Stages:
    """What stands where, by line; empty before the paper has its number."""
    database = context.store.database
    rows = database.execute_sql(
        "SELECT line_id, stage, quantity_milli FROM goods_stage"
        f" WHERE document_id = {database.param} AND quantity_milli > 0",
        (document_id,),
    )
    found: Stages = {}
    for line_id, name, milli in rows.fetchall():
        found.setdefault(line_id, {})[name] = milli
    return found


def total(found: Stages) -> dict[str, int]:
    """Thousandths by stage over all lines of a paper."""
    added: dict[str, int] = {}
    for line in found.values():
        for stage, milli in line.items():
            added[stage] = added.get(stage, 0) + milli
    return added


def shift(
    context: Context,
    row: Mapping[str, Any],
    line_id: int,
    event: str,
    milli: int,
    *,
    stage: str | None = None,
    asks: bool = True,
    receipt_id: int | None = None,
    delivery_id: int | None = None,
    target_id: int | None = None,
    note: str = "",
    field: str = "quantity",
) -> None:
    """Takes so much of a line along one event, the least advanced first where no `stage` is named.

    Refuses `more_than_there` at `field`; WrongState where no row of the table leads on from what
    stands there; NotAllowed unless `asks` is False or the actor holds what the row asks for.
    """
    table, there = _table(row), stages(context, row["id"]).get(line_id, {})
    origins = _origins(table, there, event, stage)
    held = sum(there.get(each, 0) for each in origins)
    if not 0 < milli <= held:
        there_, asked = Decimal(held).scaleb(-3), Decimal(milli).scaleb(-3)
        raise Refused("more_than_there", field, there=there_, asked=asked)
    for origin in origins:
        part = min(milli, there.get(origin, 0))
        if not part:
            continue
        step = table.row(origin, event)
        if asks and not any(context.actor.may(permission) for permission in step.who):
            raise NotAllowed("not_allowed", permission=min(step.who))
        _put(context, row, line_id, origin, -part)
        _put(context, row, line_id, step.next, part)
        context.insert(
            "goods_move",
            event,
            document_id=row["id"],
            line_id=line_id,
            from_stage=origin,
            event=event,
            to_stage=step.next,
            quantity_milli=part,
            receipt_id=receipt_id,
            delivery_id=delivery_id,
            target_id=target_id,
            note=note,
            by_id=context.actor.person_id or None,
            at=context.moment,
        )
        milli -= part


def _table(row: Mapping[str, Any]) -> StateTable:
    table = KINDS[row["kind"]].goods
    if table is None:
        raise ValueError(f"{row['kind']} has no goods")
    return table


def _origins(
    table: StateTable, there: Mapping[str, int], event: str, stage: str | None
) -> list[str]:
    """The stages an event may take from, least advanced first; WrongState where nothing may."""
    if stage is not None:
        table.row(stage, event)
        return [stage]
    found = [each for each in table.states if event in table.events(each)]
    if not any(there.get(each) for each in found):
        standing = next((each for each in table.states if there.get(each)), table.initial)
        table.row(standing, event)
    return found


def _put(context: Context, row: Mapping[str, Any], line_id: int, stage: str, change: int) -> None:
    """Adds to (or takes from) what stands at a stage of a line."""
    database, mark = context.store.database, context.store.database.param
    done = database.execute_sql(
        f"UPDATE goods_stage SET quantity_milli = quantity_milli + {mark}"
        f" WHERE line_id = {mark} AND stage = {mark}",
        (change, line_id, stage),
    )
    if not done.rowcount:
        line = context.row("document_line", line_id)
        context.t.goods_stage.insert(
            line_id=line_id,
            stage=stage,
            quantity_milli=change,
            document_id=row["id"],
            product_id=line["product_id"],
            branch_id=row["branch_id"],
        ).execute()
    context.touched.add("goods_stage")


def follow(context: Context, row: dict[str, Any]) -> dict[str, Any]:
    """Lets the header follow its quantities, and returns it as it is then."""
    derive = KINDS[row["kind"]].derive
    state = derive(total(stages(context, row["id"]))) if derive is not None else None
    if state is None or state == row["state"]:
        return row
    return documents.move(context, row, f"goods_{state}", asks=False)


def amounts(context: Context, row: Mapping[str, Any]) -> dict[int, Money]:
    """What each line costs the customer with VAT and every discount, adding up to the total."""
    key = ("amounts", row["id"], row["version"])
    if key not in context.memo:
        content = documents.content_of(context, row)
        totals = stored_prices(content, Decimal(row["vat_rate"])).totals
        lines = [each for each in documents.line_rows(context, row["id"]) if each["quantity_milli"]]
        found = {}
        for part in totals.classes:
            places = [
                index
                for index, line in enumerate(lines)
                if line["vat_class"] == part.vat_class.value
            ]
            finals = [max(totals.lines[place].final.satang, 0) for place in places]
            for place, money in zip(places, share(part.gross, finals), strict=True):
                found[lines[place]["id"]] = money
        context.memo[key] = found
    amounts_: dict[int, Money] = context.memo[key]
    return amounts_


def value_of(
    context: Context, row: Mapping[str, Any], line_id: int, milli_before: int, milli_after: int
) -> Money:
    """What the part of a line between two running quantities costs, VAT included.

    Counted as the difference of two cumulative shares, so that all parts of a line add up to it.
    """
    whole = context.known("document_line", line_id)["quantity_milli"]
    amount = amounts(context, row)[line_id]
    before, after = (amount.times(Fraction(each, whole)) for each in (milli_before, milli_after))
    return after - before


def due(context: Context, row: Mapping[str, Any]) -> Money:
    """The grand total less what the customer will not get by this paper: cancelled, refused or
    moved to another one, counted from the end of each line."""
    owed = Money(row["total_satang"])
    for line_id, line in stages(context, row["id"]).items():
        gone = sum(line.get(stage, 0) for stage in GONE)
        if gone:
            whole = sum(line.values())
            owed -= value_of(context, row, line_id, whole - gone, whole)
    return owed
