"""Bills as the finance department lists them: what was billed for which paper, paid, still due."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from crm_desktop.domain.money import Money
from crm_desktop.exchange.list_sheet import (
    Column,
    ListLine,
    read_code,
    read_day,
    read_moment,
    read_sum,
)
from crm_desktop.services.orders.commitments import COUNTED
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.transfer.importing import Preview
from crm_desktop.services.transfer.list_import import (
    Plan,
    alone,
    check_moment,
    customers_named,
    is_first,
    known_rows,
    moment_of,
    open_list,
    stamp,
    upsert,
)
from crm_desktop.store import bulk

BILL = (
    *("bill_number", "customer_id", "document_id", "billed_on", "due_on", "amount_satang"),
    *("paid_satang", "as_of", "source"),
)


@dataclass(frozen=True)
class BillsImported:
    """What an import did; `closed` bills were no longer listed, `settled` orders got their bill."""

    added: int
    updated: int
    skipped: int
    closed: int
    settled: int


@dataclass(frozen=True)
class ImportReceivables(Command[BillsImported]):
    """Takes a list of bills in; refused with nothing imported if a line is wrong, unless such lines
    are to be skipped. A line without a moment is of `as_of` (None: now).

    An empty due day follows from the customer's term, an empty `paid` is nothing. With `complete`
    the list has every open bill, so that one which is missing in it is paid.
    """

    name: ClassVar[str] = "credit.import_bills"
    permission: ClassVar[str] = "credit.import"
    path: str
    skip_bad_rows: bool = False
    complete: bool = False
    as_of: datetime | None = None
    source: str = ""


COLUMNS = (
    Column(
        "bill",
        "bill billnumber invoice invoicenumber เลขที่บิล เลขบิล บิล เลขที่ใบแจ้งหนี้ เลขที่ใบกำกับ",
        read_code,
        needed=True,
    ),
    Column("code", "code customer customercode รหัสลูกค้า รหัส ลูกค้า", read_code, needed=True),
    Column("paper", "paper order reference เอกสาร เลขที่คำสั่งขาย คำสั่งขาย อ้างอิง", read_code),
    Column("billed_on", "billed billedon billdate วันที่บิล วันที่ออกบิล", read_day, needed=True),
    Column("due_on", "due dueon duedate วันครบกำหนด ครบกำหนด กำหนดชำระ", read_day),
    Column("amount", "amount total ยอดบิล จำนวนเงิน ยอดเงิน", read_sum, needed=True),
    Column("paid", "paid ชำระแล้ว รับชำระ ยอดชำระ", read_sum),
    Column("as_of", "asof moment date ณวันที่ ข้อมูลณ", read_moment),
)


@query("credit.import")
def preview_receivables(context: Context, path: str, as_of: datetime | None = None) -> Preview:
    """Reads the whole list and changes nothing."""
    return _plan(context, path, as_of, "").preview()


@handles(ImportReceivables)
def import_receivables(context: Context, command: ImportReceivables) -> BillsImported:
    """Replaces what is known of each bill; a delivered sales order is settled by its bill."""
    alone(context, "receivable")
    plan = _plan(context, command.path, command.as_of, command.source)
    plan.require_sound(command.skip_bad_rows)
    upsert(context, "receivable", "bill_number", BILL, plan)
    closed = _close(context, plan, command) if command.complete else 0
    settled = [_settle(context, row) for row in plan.rows if row["document_id"]]
    done = plan.record(context, "receivable", closed=closed, settled=sum(settled))
    return BillsImported(done.added, done.updated, done.skipped, closed, sum(settled))


def _close(context: Context, plan: Plan, command: ImportReceivables) -> int:
    """Marks as paid what is open here and stands in no line, not even in a wrong one."""
    table, as_of = context.t.receivable, stamp(command.as_of or context.now)
    rows = table.select(table.c.id, table.c.bill_number).where(
        table.c.paid_satang < table.c.amount_satang, table.c.as_of <= as_of
    )
    listed = set(plan.column("bill"))
    gone = [row[0] for row in rows.tuples() if row[1] not in listed]
    source = command.source.strip() or plan.path.name
    for chunk in bulk.chunks(gone, bulk.MOST_PARAMETERS):
        paid = {"paid_satang": table.c.amount_satang, "as_of": as_of, "source": source}
        table.update(**paid).where(table.c.id << chunk).execute()
    return len(gone)


def _settle(context: Context, bill: dict[str, Any]) -> bool:
    """Whether the bill ended a sales order that was delivered and waited for it."""
    context.hold("document", bill["document_id"])
    row = context.row("document", bill["document_id"])
    if (row["kind"], row["state"]) != ("SO", "delivered"):
        return False
    number = bill["bill_number"]
    detail = {"bill": number}
    documents.move(context, row, "settle", asks=False, detail=detail, outside_reference=number)
    return True


# ---------------------------------------------------------------- the plan


def _plan(context: Context, path: str, as_of: datetime | None, source: str) -> Plan:
    plan = open_list(path, COLUMNS)
    plan.known = known_rows(context, "receivable", "bill_number", plan.column("bill"))
    ids, papers = customers_named(context, plan), _papers(context, plan)
    terms = _terms(context, ids)
    seen: dict[str, int] = {}
    for line in plan.lines:
        values = line.values
        bill, code = values.get("bill", ""), values.get("code", "")
        customer_id = ids.get(code)
        is_first(line, seen, bill, "bill", "import_bill_twice")
        if code and not customer_id:
            line.wrong("code", "import_unknown_customer", text=code)
        before = plan.known.get(bill)
        if before and customer_id and before["customer_id"] != customer_id:
            line.wrong("code", "import_bill_of_other", text=bill)
        row = {
            "bill_number": bill,
            "customer_id": customer_id,
            "document_id": _paper_id(line, papers, customer_id, before),
            "source": source.strip() or plan.path.name,
            **_days(context, line, terms.get(customer_id, 0)),
            **_sums(line),
            "as_of": _as_of(context, line, as_of or context.now, before),
        }
        plan.take(line, row, is_new=before is None)
    return plan


def _papers(context: Context, plan: Plan) -> dict[str, dict[str, Any]]:
    return known_rows(context, "document", "number", plan.column("paper"))


def _terms(context: Context, ids: dict[str, int]) -> dict[int | None, int]:
    known = known_rows(context, "customer_credit", "customer_id", ids.values())
    return {customer_id: row["term_days"] for customer_id, row in known.items()}


def _paper_id(
    line: ListLine,
    papers: dict[str, dict[str, Any]],
    customer_id: int | None,
    before: dict[str, Any] | None,
) -> int | None:
    """The paper that the bill is for; one told earlier stays where the list names none."""
    number = line.values.get("paper", "")
    if not number:
        return before["document_id"] if before else None
    paper = papers.get(number)
    if paper is None or paper["kind"] not in COUNTED:
        line.wrong("paper", "import_unknown_order", text=number)
        return None
    if customer_id and paper["customer_id"] != customer_id:
        line.wrong("paper", "import_order_of_other", text=number)
    return int(paper["id"])


def _days(context: Context, line: ListLine, term: int) -> dict[str, str]:
    billed: date = line.values.get("billed_on", context.today)
    due: date = line.values.get("due_on", billed + timedelta(days=term))
    if billed > context.today:
        line.wrong("billed_on", "date_in_future", date=billed, today=context.today)
    if due < billed:
        line.wrong("due_on", "import_due_before_bill", due=due, billed=billed)
    return {"billed_on": billed.isoformat(), "due_on": due.isoformat()}


def _sums(line: ListLine) -> dict[str, int]:
    amount: Money = line.values.get("amount", Money.ZERO)
    paid: Money = line.values.get("paid", Money.ZERO)
    if paid > amount and "amount" in line.values:
        line.wrong("paid", "import_paid_above_bill", paid=paid, amount=amount)
    return {"amount_satang": amount.satang, "paid_satang": paid.satang}


def _as_of(context: Context, line: ListLine, as_of: datetime, before: dict[str, Any] | None) -> str:
    moment = moment_of(context, line.values.get("as_of", as_of))
    check_moment(context, line, moment, before["as_of"] if before else None)
    return stamp(moment)
