"""The ERP's bill numbers come back to the orders that were sent to it, and settle them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.exchange.list_sheet import Column, ListLine, read_code, read_day, read_text
from crm_desktop.services.orders.orders import StepOrder, step_order
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.transfer.importing import Imported, Preview
from crm_desktop.services.transfer.list_import import Plan, is_first, known_rows, open_list
from crm_desktop.store import bulk

TAKEN = """
SELECT d.outside_reference, d.customer_id, d.number FROM document d
WHERE d.kind = 'SO' AND d.outside_reference <> '' AND d.outside_reference IN ({ids}) ORDER BY d.id
"""
BILLED = "SO"
"""The kind whose state says that it was billed."""


@dataclass(frozen=True)
class ImportBillNumbers(Command[Imported]):
    """Settles delivered sales orders by the bills of the list; refused with nothing stored if a
    line is wrong, unless such lines are to be skipped. What is settled by that bill already is
    left alone, so that a list may come twice."""

    name: ClassVar[str] = "order.bill_numbers"
    permission: ClassVar[str] = "order.settle"
    path: str
    skip_bad_rows: bool = False


COLUMNS = (
    Column(
        "order",
        "order ordernumber number salesorder เลขที่คำสั่งขาย คำสั่งขาย เลขที่ใบสั่งขาย เลขที่เอกสาร",
        read_code,
        needed=True,
    ),
    Column(
        "bill",
        "bill billnumber invoice invoicenumber เลขที่บิล เลขบิล บิล เลขที่ใบกำกับ เลขที่ใบกำกับภาษี",
        read_text,
        needed=True,
    ),
    Column("on", "date billdate billed billedon วันที่ วันที่บิล วันที่ออกบิล", read_day),
)


@query("order.settle")
def preview_bill_numbers(context: Context, path: str) -> Preview:
    """Reads the whole list and changes nothing."""
    return _plan(context, path).preview()


@handles(ImportBillNumbers)
def import_bill_numbers(context: Context, command: ImportBillNumbers) -> Imported:
    """Settles each order as if its number were typed; all of them or none."""
    plan = _plan(context, command.path)
    plan.require_sound(command.skip_bad_rows)
    for row in plan.rows:
        if row["changes"]:
            step = StepOrder(
                row["id"], row["version"], "settle", reference=row["bill"], on=row["on"]
            )
            step_order(context, step)
    return plan.record(context, "document")


def _plan(context: Context, path: str) -> Plan:
    plan = open_list(path, COLUMNS)
    papers = known_rows(context, "document", "number", plan.column("order"))
    taken = {
        bill: (customer_id, number)
        for bill, customer_id, number in bulk.rows_in(
            context.store.database, TAKEN, plan.column("bill")
        )
    }
    seen: dict[str, int] = {}
    for line in plan.lines:
        number = line.values.get("order", "")
        is_first(line, seen, number, "order", "import_order_twice")
        paper = papers.get(number)
        if paper is None or not KINDS[paper["kind"]].is_order:
            if number:
                line.wrong("order", "import_unknown_order", text=number)
            plan.take(line, {}, is_new=False)
            continue
        new = not _has(paper, line)
        if new:
            _check(context, line, paper, taken)
        plan.take(line, _row(line, paper, new), is_new=new)
    return plan


def _has(paper: dict[str, Any], line: ListLine) -> bool:
    """Whether the order stands as the line says already."""
    known = (paper["state"], paper["outside_reference"])
    return known == ("settled", line.values.get("bill", ""))


def _check(
    context: Context,
    line: ListLine,
    paper: dict[str, Any],
    taken: dict[str, tuple[int, str]],
) -> None:
    """The same that typing the number is refused for, each by its column."""
    if paper["kind"] != BILLED:
        line.wrong("order", "import_order_not_billed", kind=KINDS[paper["kind"]].title)
    elif context.branches("order.settle") not in (None, paper["branch_id"]):
        line.wrong("order", "other_branch")
    elif paper["state"] == "settled":
        line.wrong("bill", "import_other_bill", bill=paper["outside_reference"])
    elif paper["state"] != "delivered":
        state = KINDS[paper["kind"]].states.state_code(paper["state"])
        line.wrong("order", "import_order_not_delivered", state=state)
    else:
        _check_lock(context, line, paper)
        _check_day(context, line, paper)
    bill = line.values.get("bill", "")
    owner, number = taken.setdefault(bill, (paper["customer_id"], paper["number"]))
    if bill and owner != paper["customer_id"]:
        line.wrong("bill", "import_bill_taken", bill=bill, number=number)


def _check_lock(context: Context, line: ListLine, paper: dict[str, Any]) -> None:
    try:
        documents.require_unlocked(context, paper)
    except Refused as refusal:
        line.wrong("order", refusal.code, **refusal.values)


def _check_day(context: Context, line: ListLine, paper: dict[str, Any]) -> None:
    on: date | None = line.values.get("on")
    made = date.fromisoformat(paper["issued_at"][:10])
    if on and on < made:
        line.wrong("on", "date_before_paper", date=on, paper_date=made)
    elif on and on > context.today:
        line.wrong("on", "date_in_future", date=on, today=context.today)


def _row(line: ListLine, paper: dict[str, Any], new: bool) -> dict[str, Any]:
    return {
        "id": paper["id"],
        "version": paper["version"],
        "bill": line.values.get("bill", ""),
        "on": line.values.get("on"),
        "changes": new,
    }
