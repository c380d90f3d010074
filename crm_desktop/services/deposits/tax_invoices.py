"""The numbers of tax invoices that accounting wrote for deposits, taken back from its list."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.exchange.list_sheet import Column, ListLine, read_code, read_day, read_text
from crm_desktop.services.deposits.deposits import RecordTaxInvoice, record_tax_invoice
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.transfer.importing import Imported, Preview
from crm_desktop.services.transfer.list_import import Plan, is_first, known_rows, open_list
from crm_desktop.store import bulk

TAKEN = """
SELECT p.tax_invoice, d.customer_id, d.number FROM deposit p
JOIN document d ON d.id = p.document_id WHERE p.tax_invoice IN ({ids}) AND p.tax_invoice <> ''
ORDER BY d.id
"""
NOTHING_CAME = ("expected", "bounced", "cancelled")


@dataclass(frozen=True)
class ImportTaxInvoices(Command[Imported]):
    """Takes accounting's list in; refused with nothing imported if a line is wrong, unless such
    lines are to be skipped. What stands there already is left alone."""

    name: ClassVar[str] = "deposit.tax_invoices"
    permission: ClassVar[str] = "deposit.account"
    path: str
    skip_bad_rows: bool = False


COLUMNS = (
    Column(
        "deposit",
        "deposit receipt number เลขที่ใบรับเงินมัดจำ ใบรับเงินมัดจำ ใบรับมัดจำ",
        read_code,
        needed=True,
    ),
    Column(
        "invoice",
        "taxinvoice invoice ใบกำกับภาษี เลขที่ใบกำกับภาษี เลขที่ใบกำกับ",
        read_text,
        needed=True,
    ),
    Column("on", "date taxinvoicedate วันที่ วันที่ใบกำกับภาษี วันที่ใบกำกับ", read_day, needed=True),
)


@query("deposit.account")
def preview_tax_invoices(context: Context, path: str) -> Preview:
    """Reads the whole list and changes nothing."""
    return _plan(context, path).preview()


@handles(ImportTaxInvoices)
def import_tax_invoices(context: Context, command: ImportTaxInvoices) -> Imported:
    """Records each number as if it were typed; all of them or none."""
    plan = _plan(context, command.path)
    plan.require_sound(command.skip_bad_rows)
    for row in plan.rows:
        if row["changes"]:
            version = context.row("document", row["id"])["version"]
            number, on = row["invoice"], row["on"]
            record_tax_invoice(context, RecordTaxInvoice(row["id"], version, number, on))
    return plan.record(context, "deposit")


def _plan(context: Context, path: str) -> Plan:
    plan = open_list(path, COLUMNS)
    papers = known_rows(context, "document", "number", plan.column("deposit"))
    ids = [row["id"] for row in papers.values() if row["kind"] == "DP"]
    plan.known = known_rows(context, "deposit", "document_id", ids)
    taken: dict[str, tuple[int, str]] = {}
    for invoice, *owner in bulk.rows_in(context.store.database, TAKEN, plan.column("invoice")):
        taken.setdefault(invoice, (owner[0], owner[1]))
    seen: dict[str, int] = {}
    for line in plan.lines:
        number = line.values.get("deposit", "")
        is_first(line, seen, number, "deposit", "import_deposit_twice")
        paper = papers.get(number)
        facts = plan.known.get(paper["id"]) if paper else None
        if paper is None or facts is None:
            if number:
                line.wrong("deposit", "import_unknown_deposit", text=number)
            plan.take(line, {}, is_new=False)
            continue
        _check(context, line, paper, facts, taken)
        plan.take(line, _row(line, facts), is_new=not facts["tax_invoice"])
    return plan


def _check(
    context: Context,
    line: ListLine,
    paper: dict[str, Any],
    facts: dict[str, Any],
    taken: dict[str, tuple[int, str]],
) -> None:
    """The same that typing a number is refused for, each by its column."""
    on: date | None = line.values.get("on")
    invoice = line.values.get("invoice", "")
    if paper["state"] in NOTHING_CAME:
        line.wrong("deposit", "deposit_not_received")
    elif on and on < date.fromisoformat(facts["received_on"]):
        day = date.fromisoformat(facts["received_on"])
        line.wrong("on", "date_before_paper", date=on, paper_date=day)
    if on and on > context.today:
        line.wrong("on", "date_in_future", date=on, today=context.today)
    owner, reference = taken.setdefault(invoice, (paper["customer_id"], paper["number"]))
    if invoice and owner != paper["customer_id"]:
        line.wrong("invoice", "tax_invoice_taken", number=invoice, reference=reference)


def _row(line: ListLine, facts: dict[str, Any]) -> dict[str, Any]:
    invoice, on = line.values.get("invoice", ""), line.values.get("on")
    stands = (facts["tax_invoice"], facts["tax_invoice_on"])
    changes = stands != (invoice, on and on.isoformat())
    return {"id": facts["document_id"], "invoice": invoice, "on": on, "changes": changes}
