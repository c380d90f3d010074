"""Payments as credit-finance received them, and the bills of the till and the ERP that say when a
customer bought last, whoever pays cash among them."""

from collections.abc import Sequence
from datetime import date, datetime

from crm_desktop.domain.money import Money
from crm_desktop.exchange.cells import read_code, whole_number
from crm_desktop.exchange.list_sheet import Column, read_day, read_sum, read_text
from crm_desktop.services.transfer.bill_rows import AT, BILL, is_theirs
from crm_desktop.services.transfer.credit_rows import CUSTOMER, customers_of, source_of
from crm_desktop.services.transfer.intake import (
    Kind,
    Planner,
    Row,
    Shelf,
    Values,
    settle,
    stored,
    told,
)
from crm_desktop.services.transfer.list_import import moment_of, stamp

OWNER = AT["customer_id"]
PAYMENT = Shelf(
    "payment",
    "payment",
    ("reference", "bill_number"),
    (
        *("reference", "bill_number", "customer_id", "paid_on", "amount_satang", "counted"),
        *("as_of", "source"),
    ),
    silent=("as_of", "source", "counted"),
)
SALE = Shelf(
    "sale_bill",
    "sale_bill",
    ("bill_number",),
    (
        *("bill_number", "customer_id", "branch_id", "billed_on", "amount_satang", "paid_by"),
        *("as_of", "source"),
    ),
    silent=("as_of", "source"),
)
PAID_FOR = Column(
    "bill",
    "bill billnumber billno invoice invoicenumber invoiceno เลขที่บิล เลขบิล บิล เลขที่ใบแจ้งหนี้ เลขที่ใบกำกับ"
    " เลขที่ใบกำกับภาษี",
    read_code,
    needed=True,
)
PAYMENTS = (
    Column(
        "reference",
        "reference receipt receiptno payment paymentno เลขที่ใบเสร็จ ใบเสร็จ เลขที่รับชำระ อ้างอิง เลขที่ชำระ",
        read_code,
        needed=True,
    ),
    PAID_FOR,
    Column("code", CUSTOMER.headings, read_code),
    Column("paid_on", "paidon paid date paymentdate วันที่ วันที่ชำระ วันที่รับชำระ", read_day, needed=True),
    Column("amount", "amount sum total จำนวนเงิน ยอดชำระ ยอดเงิน ยอดรับชำระ", read_sum, needed=True),
)
SALES = (
    Column(
        "bill",
        f"{PAID_FOR.headings} docno receipt receiptno เลขที่เอกสาร เลขที่ใบเสร็จ",
        read_code,
        needed=True,
    ),
    CUSTOMER,
    Column(
        "billed_on",
        "date billed billdate docdate วันที่ วันที่บิล วันที่เอกสาร วันที่ใบกำกับ วันที่ใบกำกับภาษี",
        read_day,
        needed=True,
    ),
    Column("amount", "amount total net จำนวนเงิน ยอดบิล ยอดเงิน ยอดรวม ยอดสุทธิ", read_sum, needed=True),
    Column(
        "branch", "branch branchcode shop สาขา รหัสสาขา", lambda text: whole_number(text).strip()
    ),
    Column("paid_by", "paidby method payment ชำระโดย วิธีชำระ ประเภทการชำระ", read_text),
)


def _not_ahead(planner: Planner, row: Row, column: str) -> str:
    """The day as it is stored; one that is to come is an error."""
    day: date = row.values.get(column, planner.context.today)
    if day > planner.context.today:
        row.wrong(column, "date_in_future", date=day, today=planner.context.today)
    return day.isoformat()


class Payments(Planner):
    """Each counts once, by its receipt and the bill it pays. What a list of bills knew already, by
    its moment, is only kept; the rest is paid of the bill from now on."""

    shelves = (PAYMENT, BILL)
    dated = True

    def begin(self) -> None:
        self.as_of = stamp(moment_of(self.context, self.asked.as_of or self.context.now))

    def plan(self, rows: Sequence[Row]) -> None:
        """Several payments of one bill follow from each other within a lot."""
        context = self.context
        ids = customers_of(context, rows)
        bills = {key: each[0] for key, each in stored(context, BILL, told(rows, "bill")).items()}
        known = {
            row[:2]: row
            for each in stored(context, PAYMENT, told(rows, "reference")).values()
            for row in each
        }
        before, last = dict(bills), dict[str, Row]()
        for row in rows:
            key = (row.values.get("reference", ""), row.values.get("bill", ""))
            row.label = " ".join(key)
            if all(key):
                self.once(row, key, "reference", "import_payment_twice")
            bill = bills.get(key[1])
            if key[1] and bill is None:
                row.wrong("bill", "import_unknown_bill", text=key[1])
            code = row.values.get("code", "")
            if code and bill:
                if is_theirs(context, bill, ids.get(code, 0)):
                    bill = (*bill[:OWNER], ids[code], *bill[OWNER + 1 :])
                else:
                    row.wrong("code", "import_bill_of_other", text=key[1])
            paid = _not_ahead(self, row, "paid_on")
            old = known.get(key)
            if bill and not row.errors:
                bills[key[1]] = self._count(row, bill, old, paid)
                last[key[1]] = row
            settle(row, is_new=old is None)
        for number, row in last.items():
            if before[number] != bills[number]:
                row.put(BILL, (number,), [before[number]], [bills[number]])

    def _count(self, row: Row, bill: Values, old: Values | None, paid_on: str) -> Values:
        amount = row.values.get("amount", Money.ZERO).satang
        listed = datetime.fromisoformat(bill[AT["as_of"]]).date().isoformat()
        if old is not None and (old[3], old[4]) == (paid_on, amount):
            return bill  # counted, or known to the list of bills, when it came first
        counts = paid_on > listed
        earlier = old[4] if old and old[5] and old[3] > listed else 0  # else the list has it itself
        due = bill[AT["amount_satang"]]
        paid = bill[AT["paid_satang"]] - earlier + (amount if counts else 0)
        if paid > due:
            sums = {"paid": Money(paid), "amount": Money(due)}
            row.wrong("amount", "import_paid_above_bill", **sums)
            return bill
        key = (row.values["reference"], row.values["bill"])
        after = (*key, bill[AT["customer_id"]], paid_on, amount, int(counts))
        row.put(PAYMENT, key, [old] if old else [], [(*after, self.as_of, source_of(self))])
        return (*bill[: AT["paid_satang"]], paid, *bill[AT["paid_satang"] + 1 :])


class Sales(Planner):
    """A bill says that its customer bought on its day; it is no debt here."""

    shelves = (SALE,)
    dated = True

    def begin(self) -> None:
        branch = self.context.t.branch
        self.branches = dict(branch.select(branch.c.code, branch.c.id).tuples())
        self.as_of = stamp(moment_of(self.context, self.asked.as_of or self.context.now))

    def plan(self, rows: Sequence[Row]) -> None:
        """Judges a lot with one look at what is known of it."""
        ids = customers_of(self.context, rows)
        known = stored(self.context, SALE, told(rows, "bill"))
        for row in rows:
            values = row.values
            row.label = bill = values.get("bill", "")
            if bill:
                self.once(row, bill, "bill", "import_bill_twice")
            code = values.get("code", "")
            if code and code not in ids:
                row.wrong("code", "import_unknown_customer", text=code)
            branch = self._branch(row)
            billed = _not_ahead(self, row, "billed_on")
            before = known.get(bill, [])
            if not row.errors:
                amount, paid_by = values["amount"].satang, values.get("paid_by", "")
                after = (bill, ids[code], branch, billed, amount, paid_by)
                row.put(SALE, (bill,), before, [(*after, self.as_of, source_of(self))])
            settle(row, is_new=not before)

    def _branch(self, row: Row) -> int | None:
        text = row.values.get("branch", "")
        found = self.branches.get(text) or self.branches.get(text.zfill(2))
        if text and found is None:
            row.wrong("branch", "import_unknown_branch", code=text)
        return found


KINDS = {
    "payments": Kind("payments", "credit.import", "receivable", PAYMENTS, Payments),
    "bills": Kind("bills", "credit.import", "sale_bill", SALES, Sales),
}
