"""What every act on goods asks first: the papers held in one order, true days, true quantities."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import NeedsApproval, Refused
from crm_desktop.domain.money import LARGEST_QUANTITY
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.orders import goods
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import fn

Lines = dict[int, dict[str, Any]]
"""Stored lines by id, in the order of their paper."""


def hold(context: Context, table: str, record_ids: Iterable[int]) -> None:
    """Holds several records in ascending order, so that two who need the same never wait in a
    circle."""
    for record_id in sorted(set(record_ids)):
        context.hold(table, record_id)


def hold_family(context: Context, document_id: int) -> None:
    """Holds the first paper of the family and the one that this was taken from, before this one
    itself is held: what all papers of a family draw from one line is counted by one at a time."""
    row = context.row("document", document_id)
    hold(context, "document", {row["family_id"], row["parent_id"]} - {None})


def happened(context: Context, row: Mapping[str, Any], on: date, field: str) -> None:
    """Refuses a day before the paper's own or after today."""
    made = date.fromisoformat((row["issued_at"] or row["created_at"])[:10])
    if on < made:
        raise Refused("date_before_paper", field, date=on, paper_date=made)
    if on > context.today:
        raise Refused("date_in_future", field, date=on, today=context.today)


def milli(quantity: Decimal, field: str, *, zero: bool = False) -> int:
    """The quantity in thousandths; Refused `bad_quantity` for what is none."""
    lowest = Decimal(0) if zero else Decimal("0.001")
    if not lowest <= quantity <= LARGEST_QUANTITY or quantity != round(quantity, 3):
        raise Refused(
            "bad_quantity", field, text=str(quantity), lowest=lowest, highest=LARGEST_QUANTITY
        )
    return int(quantity * 1000)


def quantity(thousandths: int) -> Decimal:
    """Thousandths as the quantity that people read."""
    return Decimal(thousandths).scaleb(-3)


def lines_of(context: Context, document_id: int) -> Lines:
    """The lines of a paper by id."""
    return {line["id"]: line for line in documents.line_rows(context, document_id)}


def known_line(lines: Lines, line_id: int, field: str) -> dict[str, Any]:
    """The line of this id; Refused `not_found` where it belongs to another paper."""
    if line_id not in lines:
        raise Refused("not_found", field, record="document_line", record_id=line_id)
    return lines[line_id]


def follow(context: Context, row: dict[str, Any], event: str) -> dict[str, Any]:
    """The header after its goods moved: its version always grows, so that whoever still sees the
    old quantities is told."""
    after = goods.follow(context, row)
    if after["version"] == row["version"]:
        context.update("document", row["id"], row["version"], event)
        after = {**row, "version": row["version"] + 1}
    return after


def require_deposit(context: Context, row: Mapping[str, Any]) -> None:
    """Goods are bought or handed over only against the deposit that the paper requires, held and
    cleared, less what was waived of it."""
    missing = deposit_ledger.cover(context, row).missing
    if missing:
        reference = row["number"] or row["draft_reference"]
        raise NeedsApproval("deposit_not_held", missing=missing, reference=reference)


def next_position(context: Context, table: str, document_id: int) -> int:
    """One more than the receipts or deliveries that the held paper has."""
    found = getattr(context.t, table)
    rows = found.select(fn.COUNT(found.c.id)).where(found.c.document_id == document_id)
    return int(next(iter(rows.tuples()))[0]) + 1
