"""Lists on their way out to other programs, as sheets that `exchange.sheets` writes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from crm_desktop.domain.errors import NeedsApproval, Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.exchange.sheets import Cell, Sheet
from crm_desktop.messages import sentence
from crm_desktop.services import debts, documents, order_lists, order_papers, paper_parts
from crm_desktop.services.deposit_reports import AccountingRow, accounting, statement
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.till import till

R = TypeVar("R")
MOST_ROWS = 50_000


def _sheet(context: Context, title: str, rows: Iterable[dict[str, Cell]], *columns: str) -> Sheet:
    """Rows under headings in the actor's language; a title may be a number that is no code."""
    language = context.actor.language
    heading = tuple(sentence(f"export_{column}", language) for column in columns)
    cells = tuple(tuple(row[column] for column in columns) for row in rows)
    return Sheet(sentence(title, language), heading, cells)


def _all(
    context: Context, page: Callable[[Context, ListQuery], Page[R]], wanted: ListQuery
) -> Iterator[R]:
    """Every row of a list; Refused `export_too_long` beyond what a sheet should hold."""
    wanted = replace(wanted, limit=LARGEST_PAGE, after=None)
    count = 0
    while True:
        read = page(context, wanted)
        count += len(read.rows)
        if count > MOST_ROWS:
            raise Refused("export_too_long", most=MOST_ROWS)
        yield from read.rows
        if read.next is None:
            return
        wanted = replace(wanted, after=read.next)


# ---------------------------------------------------------------- orders


@query("order.read")
def purchase_request_sheet(context: Context, document_id: int) -> Sheet:
    """The lines of an issued purchase request for the purchasing program; no money in it."""
    row = documents.row_of(context, document_id, "order.read")
    if row["kind"] != "PR":
        raise Refused("not_found", record="document", record_id=document_id)
    if row["number"] is None:
        raise NeedsApproval("paper_not_issued", reference=row["draft_reference"])
    printed = order_papers.purchase_request(context, paper_parts.source(context, row))
    supplier = dict(printed.details).get("supplier", "")
    rows = (
        {
            "number": printed.number,
            "day": printed.dated,
            "place": place,
            "code": line.code,
            "description": line.description,
            "quantity": line.quantity,
            "unit": line.unit,
            "wanted_on": line.due,
            "for_paper": printed.source,
            "customer": context.known("customer", row["customer_id"])["name"],
            "supplier": supplier or line.note,
            "note": printed.remarks,
        }
        for place, line in enumerate((each for each in printed.lines if each.is_sold), start=1)
    )
    return _sheet(
        context,
        row["number"],
        rows,
        *("number", "day", "place", "code", "description", "quantity", "unit", "wanted_on"),
        *("for_paper", "customer", "supplier", "note"),
    )


@query("order.read")
def orders_sheet(context: Context, wanted: ListQuery) -> Sheet:
    """The orders that a list shows, all pages of it."""
    language = context.actor.language

    def cells(row: order_lists.OrderRow) -> dict[str, Cell]:
        kind = KINDS[row.kind]
        return {
            "kind": sentence(kind.title, language),
            "number": row.reference,
            "state": sentence(kind.states.state_code(row.state), language),
            "day": row.issued_on or row.created_on,
            "customer": row.customer,
            "owner": row.owner,
            "total": row.total,
            "deposit_percent": row.deposit_percent,
            "held": row.held,
            "delivered": row.delivered,
            "first_promise_on": row.first_promise_on,
            "promised_on": row.promised_on,
            "arrived_on": row.arrived_on,
            "age_days": row.age_days,
            "from_paper": row.parent_reference,
            "bill_number": row.outside_reference,
            "project": row.project,
        }

    rows = map(cells, _all(context, order_lists.order_page, wanted))
    return _sheet(
        context,
        "export_title_orders",
        rows,
        *("kind", "number", "state", "day", "customer", "owner", "total", "deposit_percent"),
        *("held", "delivered", "first_promise_on", "promised_on", "arrived_on", "age_days"),
        *("from_paper", "bill_number", "project"),
    )


# ---------------------------------------------------------------- money


@query("credit.read")
def due_sheet(context: Context, wanted: ListQuery) -> Sheet:
    """Every bill that a list of bills shows, with its customer and paper."""

    def cells(row: debts.BillRow) -> dict[str, Cell]:
        return {
            "bill_number": row.bill_number,
            "customer_code": row.customer_code,
            "customer": row.customer,
            "for_paper": row.reference,
            "billed_on": row.billed_on,
            "due_on": row.due_on,
            "amount": row.amount,
            "paid": row.paid,
            "due": row.due,
            "days_overdue": row.days_overdue,
            "as_of": row.as_of,
            "source": row.source,
        }

    rows = map(cells, _all(context, debts.bill_page, wanted))
    return _sheet(
        context,
        "export_title_due",
        rows,
        *("bill_number", "customer_code", "customer", "for_paper", "billed_on", "due_on"),
        *("amount", "paid", "due", "days_overdue", "as_of", "source"),
    )


@query("credit.read")
def debtors_sheet(context: Context, wanted: ListQuery) -> Sheet:
    """What each customer owes, by age."""
    ages = ("age_30", "age_60", "age_90", "age_more")

    def cells(row: debts.DebtorRow) -> dict[str, Cell]:
        return {
            "customer_code": row.code,
            "customer": row.customer,
            "bills": row.bills,
            "due": row.due,
            "overdue": row.overdue,
            **dict(zip(ages, row.ages, strict=True)),
            "oldest_due_on": row.oldest_due_on,
            "days_overdue": row.days_overdue,
            "term_days": row.term_days,
        }

    rows = map(cells, _all(context, debts.debtor_page, wanted))
    return _sheet(
        context,
        "export_title_debtors",
        rows,
        *("customer_code", "customer", "bills", "due", "overdue", *ages),
        *("oldest_due_on", "days_overdue", "term_days"),
    )


@query("till.read")
def till_sheet(context: Context, day: date, cashier_id: int | None = None) -> Sheet:
    """A day's till by cashier and method, with what was counted and the difference."""
    language = context.actor.language
    rows: Iterator[dict[str, Cell]] = (
        {
            "day": day,
            "cashier": row.cashier,
            "method": sentence(f"paper_method_{row.method}", language),
            "count": len(row.entries),
            "system": row.system,
            "counted": row.counted,
            "difference": row.difference,
            "note": row.note,
        }
        for row in till(context, day, cashier_id).rows
    )
    return _sheet(
        context,
        "export_title_till",
        rows,
        *("day", "cashier", "method", "count", "system", "counted", "difference", "note"),
    )


@query("deposit.read")
def statement_sheet(context: Context, customer_id: int, since: date, until: date) -> Sheet:
    """What a customer's printed statement says, beginning with what was held before."""
    told = statement(context, customer_id, since, until)
    who = {
        "customer_code": context.row("customer", customer_id)["code"],
        "customer": told.customer,
    }
    first = {"movement": sentence("paper_brought_forward", context.actor.language)}
    blank = dict.fromkeys(("deposit_number", "target", "method", "amount", "note"))
    rows: list[dict[str, Cell]] = [
        {**who, **blank, **first, "day": told.since, "balance": told.opening}
    ]
    rows += [
        {
            **who,
            "day": line.dated,
            "deposit_number": line.reference,
            "movement": _movement(context, line.kind, line.what),
            "target": line.target_reference,
            "method": _method(context, line.method),
            "note": line.note,
            "amount": line.amount,
            "balance": line.balance,
        }
        for line in told.lines
    ]
    return _sheet(
        context,
        "export_title_statement",
        rows,
        *("customer_code", "customer", "day", "deposit_number", "movement", "target"),
        *("method", "note", "amount", "balance"),
    )


def _movement(context: Context, kind: str, what: str) -> str:
    """The kind of entry, for a reversal the one that it took back."""
    language = context.actor.language
    reversal = f" ({sentence('paper_movement_reverse', language)})" * (kind == "reverse")
    return sentence(f"paper_movement_{what}", language) + reversal


def _method(context: Context, method: str) -> str:
    return sentence(f"paper_method_{method}", context.actor.language) if method else ""


@query("deposit.account")
def deposits_sheet(context: Context, since: date, until: date) -> Sheet:
    """Every movement of deposits in a period for accounting, with the VAT of each class; of a
    private person's number only the end, for asking for it whole is an act of its own."""

    def cells(row: AccountingRow) -> dict[str, Cell]:
        bases = {part.vat_class: part.amount - part.vat for part in row.parts}
        return {
            "day": row.dated,
            "movement": _movement(context, row.kind, row.what),
            "deposit_number": row.number,
            "received_on": row.received_on,
            "customer_code": row.customer_code,
            "customer": row.customer,
            "tax_number": row.tax_number,
            "tax_branch": row.tax_branch,
            "for_paper": row.for_reference,
            "target": row.target_reference,
            "method": _method(context, row.method),
            "reference": row.reference,
            "amount": row.amount,
            "base": bases.get(VatClass.STANDARD, Money.ZERO),
            "vat": row.vat,
            "base_zero": bases.get(VatClass.ZERO, Money.ZERO),
            "base_exempt": bases.get(VatClass.EXEMPT, Money.ZERO),
            "tax_invoice": row.tax_invoice,
            "tax_invoice_on": row.tax_invoice_on,
            "note": row.reason,
        }

    return _sheet(
        context,
        "export_title_deposits",
        map(cells, accounting(context, since, until)),
        *("day", "movement", "deposit_number", "received_on", "customer_code", "customer"),
        *("tax_number", "tax_branch", "for_paper", "target", "method", "reference", "amount"),
        *("base", "vat", "base_zero", "base_exempt", "tax_invoice", "tax_invoice_on", "note"),
    )
