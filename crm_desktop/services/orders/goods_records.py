"""What was received, handed over, promised, said and offered for one paper, oldest first."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.orders import steps
from crm_desktop.services.orders.goods_values import (
    DeliveryLineRow,
    DeliveryRow,
    PromiseRow,
    ReceiptLineRow,
    ReceiptRow,
    SupplierQuoteRow,
    TellingRow,
)
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Context, query

READ = "order.read"


def _of(context: Context, table: str, ids: list[int]) -> list[dict[str, Any]]:
    """The rows of a table that belong to papers, each with the name of who wrote it."""
    found = getattr(context.t, table)
    rows = found.select().where(found.c.document_id << ids).order_by(found.c.id)
    return [{**row, "by": _name(context, row["by_id"])} for row in list(rows.dicts())]


def _name(context: Context, person_id: int | None) -> str:
    return "" if person_id is None else str(context.known("person", person_id)[context.naming])


def _details(
    context: Context, table: str, key: str, ids: list[int]
) -> dict[int, list[dict[str, Any]]]:
    """The lines of receipts or deliveries with what they are called on the paper."""
    found = getattr(context.t, table)
    rows = found.select().where(getattr(found.c, key) << ids).order_by(found.c.id)
    by_parent: dict[int, list[dict[str, Any]]] = {}
    for row in list(rows.dicts()):
        line = context.known("document_line", row["line_id"])
        named = {name: line[name] for name in ("description", "unit")}
        by_parent.setdefault(row[key], []).append({**row, **named})
    return by_parent


@query(READ)
def receipts(context: Context, document_id: int) -> tuple[ReceiptRow, ...]:
    """What came by a purchase request, or by those that serve this order."""
    row = documents.row_of(context, document_id, READ)
    document = context.t.document
    requests = document.select(document.c.id, document.c.number).where(
        document.c.kind == "PR",
        (document.c.id == row["id"]) | (document.c.parent_id == row["id"]),
    )
    numbers = dict(requests.tuples())
    found = _of(context, "receipt", list(numbers))
    lines = _details(context, "receipt_line", "receipt_id", [each["id"] for each in found])
    return tuple(
        ReceiptRow(
            id=each["id"],
            document_id=each["document_id"],
            reference=numbers[each["document_id"]],
            position=each["position"],
            received_on=date.fromisoformat(each["received_on"]),
            supplier_slip=each["supplier_slip"],
            note=each["note"],
            by=each["by"],
            at=datetime.fromisoformat(each["at"]),
            lines=tuple(map(_receipt_line, lines.get(each["id"], ()))),
        )
        for each in found
    )


def _receipt_line(line: Mapping[str, Any]) -> ReceiptLineRow:
    return ReceiptLineRow(
        line_id=line["line_id"],
        description=line["description"],
        unit=line["unit"],
        accepted=steps.quantity(line["accepted_milli"]),
        rejected=steps.quantity(line["rejected_milli"]),
        disposition=line["disposition"],
        findings=line["findings"],
    )


@query(READ)
def deliveries(context: Context, document_id: int) -> tuple[DeliveryRow, ...]:
    """Every handing over of a paper's goods, with the deductions that nobody took back."""
    documents.row_of(context, document_id, READ)
    found = _of(context, "delivery", [document_id])
    ids = [each["id"] for each in found]
    lines = _details(context, "delivery_line", "delivery_id", ids)
    deducted = dict.fromkeys(ids, Money.ZERO)
    for each in deposit_ledger.deducted_at(context, ids):
        deducted[each["delivery_id"]] += Money(each["satang"])
    return tuple(
        DeliveryRow(
            id=each["id"],
            document_id=document_id,
            position=each["position"],
            delivered_on=date.fromisoformat(each["delivered_on"]),
            receiver=each["receiver"],
            note=each["note"],
            value=Money(each["value_satang"]),
            vat=Money(each["vat_satang"]),
            deducted=deducted[each["id"]],
            remainder=Money(each["value_satang"]) - deducted[each["id"]],
            signature_id=each["signature_id"],
            by=each["by"],
            at=datetime.fromisoformat(each["at"]),
            lines=tuple(map(_delivery_line, lines.get(each["id"], ()))),
        )
        for each in found
    )


def _delivery_line(line: Mapping[str, Any]) -> DeliveryLineRow:
    return DeliveryLineRow(
        line_id=line["line_id"],
        description=line["description"],
        quantity=steps.quantity(line["quantity_milli"]),
        unit=line["unit"],
        value=Money(line["value_satang"]),
        mismatch=line["mismatch"],
    )


@query(READ)
def promises_of(context: Context, document_id: int) -> tuple[PromiseRow, ...]:
    """The promise ladder of a paper, every rung of every line."""
    documents.row_of(context, document_id, READ)
    lines = steps.lines_of(context, document_id)
    return tuple(
        PromiseRow(
            id=each["id"],
            line_id=each["line_id"],
            description=lines[each["line_id"]]["description"],
            promised_on=date.fromisoformat(each["promised_on"]),
            reason=each["reason"],
            source=each["source"],
            by=each["by"],
            at=datetime.fromisoformat(each["at"]),
        )
        for each in _of(context, "promise", [document_id])
    )


@query(READ)
def tellings(context: Context, document_id: int) -> tuple[TellingRow, ...]:
    """When the customer was told what, and by whom."""
    documents.row_of(context, document_id, READ)
    return tuple(
        TellingRow(
            id=each["id"],
            about=each["about"],
            channel=each["channel"],
            words=each["words"],
            promised_on=date.fromisoformat(each["promised_on"]) if each["promised_on"] else None,
            by=each["by"],
            at=datetime.fromisoformat(each["at"]),
        )
        for each in _of(context, "telling", [document_id])
    )


@query(READ)
def supplier_quotes(context: Context, document_id: int) -> tuple[SupplierQuoteRow, ...]:
    """What suppliers offered for a special order; the cost only for who may see cost."""
    documents.row_of(context, document_id, READ)
    return quotes_for(context, document_id)


def quotes_for(context: Context, document_id: int) -> tuple[SupplierQuoteRow, ...]:
    """The same for who has read the paper already."""
    sees = context.actor.may("cost.see")
    return tuple(
        SupplierQuoteRow(
            id=each["id"],
            supplier=each["supplier"],
            reference=each["reference"],
            cost=Money(each["cost_satang"]) if sees and each["cost_satang"] is not None else None,
            lead_days=each["lead_days"],
            valid_until=date.fromisoformat(each["valid_until"]) if each["valid_until"] else None,
            note=each["note"],
            by=each["by"],
            at=datetime.fromisoformat(each["at"]),
        )
        for each in _of(context, "supplier_quote", [document_id])
    )
