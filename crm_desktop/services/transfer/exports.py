"""Lists on their way out to other programs, as sheets that `exchange.sheets` writes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from operator import attrgetter
from typing import TypeVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.exchange.xlsx import Cell
from crm_desktop.messages import sentence
from crm_desktop.services.credit import debts
from crm_desktop.services.deposits.deposit_reports import (
    AccountingRow,
    StatementLine,
    accounting,
    statement,
)
from crm_desktop.services.deposits.till import till
from crm_desktop.services.orders import order_lists
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.papers import documents, exits, order_papers, paper_parts
from crm_desktop.services.registry import Context, Page, query

R = TypeVar("R")
MOST_ROWS = 50_000


def _sheet(
    context: Context,
    title: str,
    rows: Iterable[R],
    columns: Mapping[str, str | Callable[[R], Cell]],
) -> Sheet:
    """Rows under headings in the actor's language, each column the attribute of a row of that
    name or worked out of the row; a title may be a number that is no code."""
    language = context.actor.language
    heading = tuple(sentence(f"export_{column}", language) for column in columns)
    read = [attrgetter(each) if isinstance(each, str) else each for each in columns.values()]
    cells = tuple(tuple(cell(row) for cell in read) for row in rows)
    return Sheet(sentence(title, language), heading, cells)


def _same(*names: str) -> dict[str, str]:
    """Columns that are called as what they show."""
    return dict(zip(names, names, strict=True))


def _all(
    context: Context, page: Callable[[Context, ListQuery], Page[R]], wanted: ListQuery
) -> Iterator[R]:
    """Every row of a list; Refused `export_too_long` beyond what a sheet should hold."""
    wanted = replace(wanted, limit=LARGEST_PAGE, after=None)
    found = 0
    while True:
        read = page(context, wanted)
        found += len(read.rows)
        if found > MOST_ROWS:
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
    exits.leaving(row, "export")
    printed = order_papers.purchase_request(context, paper_parts.source(context, row))
    supplier = dict(printed.details).get("supplier", "")
    customer = context.known("customer", row["customer_id"])["name"]
    places = count(1)
    return _sheet(
        context,
        row["number"],
        [line for line in printed.lines if line.is_sold],
        {
            "number": lambda _: printed.number,
            "day": lambda _: printed.dated,
            "place": lambda _: next(places),
            **_same("code", "description", "quantity", "unit"),
            "wanted_on": "due",
            "for_paper": lambda _: printed.source,
            "customer": lambda _: customer,
            "supplier": lambda line: supplier or line.note,
            "note": lambda _: printed.remarks,
        },
    )


@query("order.read")
def orders_sheet(context: Context, wanted: ListQuery) -> Sheet:
    """The orders that a list shows, all pages of it; of one that is not issued no sum goes out."""
    language = context.actor.language

    def issued(name: str) -> Callable[[order_lists.OrderRow], Cell]:
        return lambda row: (
            getattr(row, name) if exits.is_issued(row.kind, row.state, row.number) else None
        )

    def state(row: order_lists.OrderRow) -> str:
        return sentence(KINDS[row.kind].states.state_code(row.state), language)

    return _sheet(
        context,
        "export_title_orders",
        _all(context, order_lists.order_page, wanted),
        {
            "kind": lambda row: sentence(KINDS[row.kind].title, language),
            "number": "reference",
            "state": state,
            "day": lambda row: row.issued_on or row.created_on,
            **_same("customer", "owner"),
            **{name: issued(name) for name in ("total", "deposit_percent", "held", "delivered")},
            **_same("first_promise_on", "promised_on", "arrived_on", "age_days"),
            "from_paper": "parent_reference",
            "bill_number": "outside_reference",
            "project": "project",
        },
    )


# ---------------------------------------------------------------- money


@query("credit.read")
def due_sheet(context: Context, wanted: ListQuery) -> Sheet:
    """Every bill that a list of bills shows, with its customer and paper."""
    return _sheet(
        context,
        "export_title_due",
        _all(context, debts.bill_page, wanted),
        {
            **_same("bill_number", "customer_code", "customer"),
            "for_paper": "reference",
            **_same("billed_on", "due_on", "amount", "paid", "due", "days_overdue", "as_of"),
            "source": "source",
        },
    )


@query("credit.read")
def debtors_sheet(context: Context, wanted: ListQuery) -> Sheet:
    """What each customer owes, by age."""
    ages = ("age_30", "age_60", "age_90", "age_more")
    return _sheet(
        context,
        "export_title_debtors",
        _all(context, debts.debtor_page, wanted),
        {
            "customer_code": "code",
            **_same("customer", "bills", "due", "overdue"),
            **{age: _at(number) for number, age in enumerate(ages)},
            **_same("oldest_due_on", "days_overdue", "term_days"),
        },
    )


def _at(number: int) -> Callable[[debts.DebtorRow], Cell]:
    return lambda row: row.ages[number]


@query("till.read")
def till_sheet(context: Context, day: date, cashier_id: int | None = None) -> Sheet:
    """A day's till by cashier and method, with what was counted and the difference."""
    return _sheet(
        context,
        "export_title_till",
        till(context, day, cashier_id).rows,
        {
            "day": lambda _: day,
            "cashier": "cashier",
            "method": lambda row: _method(context, row.method),
            "count": lambda row: len(row.entries),
            **_same("system", "counted", "difference", "note"),
        },
    )


@query("deposit.read")
def statement_sheet(context: Context, customer_id: int, since: date, until: date) -> Sheet:
    """What a customer's printed statement says, beginning with what was held before."""
    told = statement(context, customer_id, since, until)
    code = context.row("customer", customer_id)["code"]
    before = StatementLine(
        *(told.since, 0, "", "", "", Money.ZERO, told.opening),
        target_reference="",
        method="",
        note="",
    )

    def movement(line: StatementLine) -> str:
        if line is before:
            return sentence("paper_brought_forward", context.actor.language)
        return _movement(context, line.kind, line.what)

    return _sheet(
        context,
        "export_title_statement",
        (before, *told.lines),
        {
            "customer_code": lambda _: code,
            "customer": lambda _: told.customer,
            "day": "dated",
            "deposit_number": "reference",
            "movement": movement,
            "target": "target_reference",
            "method": lambda line: _method(context, line.method),
            "note": "note",
            "amount": lambda line: None if line is before else line.amount,
            "balance": "balance",
        },
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
    return _sheet(
        context,
        "export_title_deposits",
        accounting(context, since, until),
        {
            "day": "dated",
            "movement": lambda row: _movement(context, row.kind, row.what),
            "deposit_number": "number",
            **_same("received_on", "customer_code", "customer", "tax_number", "tax_branch"),
            "for_paper": "for_reference",
            "target": "target_reference",
            "method": lambda row: _method(context, row.method),
            **_same("reference", "amount"),
            "base": _base(VatClass.STANDARD),
            "vat": "vat",
            "base_zero": _base(VatClass.ZERO),
            "base_exempt": _base(VatClass.EXEMPT),
            **_same("tax_invoice", "tax_invoice_on"),
            "note": "reason",
        },
    )


def _base(vat_class: VatClass) -> Callable[[AccountingRow], Money]:
    """What a movement is without VAT, of one class of it."""
    return lambda row: Money.sum(
        part.amount - part.vat for part in row.parts if part.vat_class == vat_class
    )
