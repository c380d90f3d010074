"""Papers as values for printing; what may leave the house of them stands in exits.py."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from crm_desktop.domain.kinds.deposit import KIND as DEPOSIT
from crm_desktop.domain.kinds.quotation import KIND as QUOTATION
from crm_desktop.printing.paper import AnyPaper, Paper, SheetMark
from crm_desktop.services.look import dressed, terms
from crm_desktop.services.papers import (
    deposit_papers,
    documents,
    exits,
    order_papers,
    paper_parts,
)
from crm_desktop.services.papers.families import readable
from crm_desktop.services.papers.paper_parts import Source
from crm_desktop.services.registry import Context, query


@query("order.read")
def paper(
    context: Context,
    document_id: int,
    language: str = "",
    copy: int = 0,
    sheets: tuple[SheetMark, ...] = (),
) -> AnyPaper:
    """The paper as it prints, with the customer as frozen: watermarked until it is issued, stamped
    once it ended."""
    row = readable(context, document_id)
    made = MAKERS[row["kind"]](context, paper_parts.source(context, row, language))
    printed = replace(made, copy_number=copy, sheets=sheets, stamp=exits.stamp(row))
    return dressed(context, printed)


def _quotation(context: Context, of: Source) -> Paper:
    row, content, letterhead = of.row, of.content, of.parties["letterhead"]
    return Paper(
        **paper_parts.head(context, of),
        customer=paper_parts.party(
            of.parties["customer"], content.contact, content.delivery_address
        ),
        lines=paper_parts.lines(content, of.priced),
        sums=paper_parts.sums(content, of.priced),
        revision=row["revision"],
        replaces=_replaces(context, row),
        valid_until=_valid_until(context, row, content.valid_days),
        valid_days=content.valid_days,
        delivery=content.delivery_terms,
        payment_terms=content.payment_terms,
        salesperson=letterhead[f"officer_{of.tongue}"],
        subject=content.project,
        remarks=content.remarks,
        terms=terms(letterhead, of.language),
        details=paper_parts.deposit_required(content),
        bank=paper_parts.bank(letterhead),
    )


def _valid_until(context: Context, row: Mapping[str, Any], days: int) -> date:
    until = paper_parts.stored_day(row["valid_until"])
    return until or documents.valid_until(context, days)


def _replaces(context: Context, row: Mapping[str, Any]) -> str:
    if row["replaces_id"] is None:
        return ""
    return str(context.row("document", row["replaces_id"])["number"])


MAKERS: Mapping[str, Callable[[Context, Source], AnyPaper]] = {
    QUOTATION.code: _quotation,
    "SO": order_papers.order,
    "BO": order_papers.order,
    "SP": order_papers.order,
    "PR": order_papers.purchase_request,
    DEPOSIT.code: deposit_papers.deposit,
}
