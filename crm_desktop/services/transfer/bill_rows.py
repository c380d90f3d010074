"""Open bills as the finance department lists them: what was billed, paid, and is still due."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.exchange.cells import read_code
from crm_desktop.exchange.list_sheet import Column, read_day, read_sum
from crm_desktop.services.customers import merge_moves
from crm_desktop.services.orders.commitments import COUNTED
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.credit_rows import (
    CREDIT,
    CUSTOMER,
    MOMENT,
    TERM,
    customers_of,
    source_of,
)
from crm_desktop.services.transfer.intake import (
    Change,
    Kind,
    Planner,
    Row,
    Shelf,
    Values,
    settle,
    stored,
    told,
)
from crm_desktop.services.transfer.kept import NAMED
from crm_desktop.services.transfer.list_import import (
    alone,
    check_moment,
    known_rows,
    moment_of,
    stamp,
)
from crm_desktop.store import bulk

BILL = Shelf(
    "receivable",
    "receivable",
    ("bill_number",),
    (
        *("bill_number", "customer_id", "document_id", "billed_on", "due_on", "amount_satang"),
        *("paid_satang", "as_of", "source"),
    ),
    silent=("as_of", "source"),
)
PAID_SINCE = (
    "SELECT bill_number, paid_on, amount_satang FROM payment"
    " WHERE counted = 1 AND bill_number IN ({ids})"
)
AT = {name: place for place, name in enumerate(BILL.columns)}
COLUMNS = (
    Column(
        "bill",
        "bill billnumber billno invoice invoicenumber invoiceno docno เลขที่บิล เลขบิล บิล เลขที่ใบแจ้งหนี้"
        " เลขที่ใบกำกับ เลขที่ใบกำกับภาษี เลขที่เอกสาร",
        read_code,
        needed=True,
    ),
    CUSTOMER,
    Column("paper", "paper order reference เอกสาร เลขที่คำสั่งขาย คำสั่งขาย อ้างอิง", read_code),
    Column(
        "billed_on",
        "billed billedon billdate docdate วันที่บิล วันที่ออกบิล วันที่ใบกำกับ วันที่ใบกำกับภาษี",
        read_day,
        needed=True,
    ),
    Column("due_on", "due dueon duedate วันครบกำหนด ครบกำหนด กำหนดชำระ", read_day),
    Column("amount", "amount total ยอดบิล จำนวนเงิน ยอดเงิน ยอดรวม", read_sum, needed=True),
    Column("paid", "paid ชำระแล้ว รับชำระ ยอดชำระ", read_sum),
    MOMENT,
)


class Receivables(Planner):
    """An empty due day follows from the customer's term, an empty `paid` is nothing. A delivered
    sales order is settled by its bill."""

    shelves = (BILL,)
    dated = True

    def begin(self) -> None:
        self.as_of = self.asked.as_of or self.context.now
        self.settled = self.closed = 0
        self.listed: set[str] = set()
        self.unread = 0
        if self.write:
            alone(self.context, BILL.table)

    def plan(self, rows: Sequence[Row]) -> None:
        """Judges a lot with one look at what is known of it."""
        context, ids = self.context, customers_of(self.context, rows)
        known = stored(context, BILL, told(rows, "bill"))
        counted: dict[str, list[tuple[str, int]]] = {}
        for number, *payment in bulk.rows_in(
            context.store.database, PAID_SINCE, told(rows, "bill")
        ):
            counted.setdefault(number, []).append((payment[0], payment[1]))
        papers = known_rows(context, "document", "number", told(rows, "paper"))
        terms = {
            customer_id: each[0][TERM]
            for customer_id, each in stored(context, CREDIT, ids.values()).items()
        }
        for row in rows:
            bill, code = row.values.get("bill", ""), row.values.get("code", "")
            row.label, customer_id = bill, ids.get(code)
            self.listed.add(bill)
            if not bill or any(e.code == "import_too_many_cells" for e in row.errors):
                self.unread = self.unread or row.line
            if bill:
                self.once(row, bill, "bill", "import_bill_twice")
            if code and not customer_id:
                row.wrong("code", "import_unknown_customer", text=code)
            before = known.get(bill, [])
            old = before[0] if before else None
            if old and customer_id and not is_theirs(context, old, customer_id):
                row.wrong("code", "import_bill_of_other", text=bill)
            paper = _paper_id(row, papers, customer_id, old)
            days, as_of = self._days(row, terms.get(customer_id or 0, 0)), self._as_of(row, old)
            sums = _sums(row, [sum_ for day, sum_ in counted.get(bill, []) if day > as_of[:10]])
            if not row.errors:
                after = (bill, customer_id, paper, *days, *sums, as_of, source_of(self))
                row.put(BILL, (bill,), before, [after])
            settle(row, is_new=not before)

    def _days(self, row: Row, term: int) -> tuple[str, str]:
        today = self.context.today
        billed: date = row.values.get("billed_on", today)
        due: date = row.values.get("due_on", billed + timedelta(days=term))
        if billed > today:
            row.wrong("billed_on", "date_in_future", date=billed, today=today)
        if due < billed:
            row.wrong("due_on", "import_due_before_bill", due=due, billed=billed)
        return billed.isoformat(), due.isoformat()

    def _as_of(self, row: Row, old: Values | None) -> str:
        moment = moment_of(self.context, row.values.get("as_of", self.as_of))
        check_moment(self.context, row, moment, old[AT["as_of"]] if old else None)
        return stamp(moment)

    def written(self, rows: Sequence[Row]) -> None:
        """Settles the orders that waited for their bill."""
        for row in rows:
            for change in row.changes:
                self.settled += self._settle(change.after[0])

    def _settle(self, bill: Values) -> bool:
        """Whether the bill ended a sales order that was delivered and waited for it."""
        context, paper_id = self.context, bill[AT["document_id"]]
        if not paper_id:
            return False
        context.hold("document", paper_id)
        paper = context.row("document", paper_id)
        if (paper["kind"], paper["state"]) != ("SO", "delivered"):
            return False
        number = bill[0]
        detail = {"bill": number}
        documents.move(
            context, paper, "settle", asks=False, detail=detail, outside_reference=number
        )
        return True

    def last(self) -> list[Change]:
        """Of a complete list: what is open here and stands in no line, not even in a wrong one,
        is paid."""
        if not self.asked.complete:
            return []
        if self.unread:  # the bill that it names may be any of those that would be closed
            raise Refused("import_complete_unread", "path", line=self.unread)
        table, as_of = self.context.t.receivable, stamp(self.as_of)
        names = [getattr(table.c, name) for name in BILL.columns]
        open_ = table.select(*names).where(
            table.c.paid_satang < table.c.amount_satang, table.c.as_of <= as_of
        )
        changes = []
        for row in open_.tuples():
            if row[0] not in self.listed:
                after = list(row)
                after[AT["paid_satang"]] = row[AT["amount_satang"]]
                after[AT["as_of"]], after[AT["source"]] = as_of, source_of(self)
                changes.append(Change(BILL, (row[0],), [tuple(row)], [tuple(after)]))
        self.closed = len(changes)
        return changes

    def finish(self) -> dict[str, int]:
        """Bills closed and orders settled."""
        return {"closed": self.closed, "settled": self.settled}


def is_theirs(context: Context, bill: Values, customer_id: int) -> bool:
    """Whether a bill is that customer's, or was written for who stood for them until a merge was
    undone: the first list from then on says whose it is."""
    owner: int = bill[AT["customer_id"]]
    parted = "" if owner == customer_id else merge_moves.parted(context, owner, customer_id)
    return owner == customer_id or bill[AT["as_of"]][:10] <= parted[:10]


def _paper_id(
    row: Row, papers: dict[str, dict[str, Any]], customer_id: int | None, old: Values | None
) -> int | None:
    """The paper that the bill is for; one told earlier stays where the list names none."""
    number = row.values.get("paper", "")
    if not number:
        return old[AT["document_id"]] if old else None
    paper = papers.get(number)
    if paper is None or paper["kind"] not in COUNTED:
        row.wrong("paper", "import_unknown_order", text=number)
        return None
    if customer_id and paper["customer_id"] != customer_id:
        row.wrong("paper", "import_order_of_other", text=number)
    return int(paper["id"])


def _sums(row: Row, since: Sequence[int]) -> tuple[int, int]:
    """What is billed and paid; payments of days `since` the list was made are beyond it."""
    amount: Money = row.values.get("amount", Money.ZERO)
    paid: Money = row.values.get("paid", Money.ZERO)
    if paid > amount and "amount" in row.values:
        row.wrong("paid", "import_paid_above_bill", paid=paid, amount=amount)
    return amount.satang, min(amount.satang, paid.satang + sum(since))


def undone(context: Context, _shelf: str, numbers: Sequence[Any]) -> None:
    """A payment without its bill would be counted nowhere: refuses `import_used_payments`."""
    database = context.store.database
    there = stored(context, BILL, numbers)
    sql = "SELECT DISTINCT bill_number FROM payment WHERE bill_number IN ({ids})"
    paid = [row[0] for row in bulk.rows_in(database, sql, [n for n in numbers if n not in there])]
    if paid:
        named = ", ".join(sorted(paid)[:NAMED])
        raise WrongState("import_used_payments", count=len(paid), names=named)


KINDS = {
    "receivables": Kind(
        "receivables", "credit.import", "receivable", COLUMNS, Receivables, undone=undone
    )
}
