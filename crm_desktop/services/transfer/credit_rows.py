"""The finance department's list of credit: who may owe how much, owes it, and owes it too long."""

from collections.abc import Sequence
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.exchange.cells import read_code
from crm_desktop.exchange.list_sheet import YES_NO, Column, one_of, read_moment, read_sum
from crm_desktop.services.credit.credit import LONGEST_TERM_DAYS
from crm_desktop.services.registry import Context
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
from crm_desktop.services.transfer.list_import import (
    CUSTOMERS,
    alone,
    check_moment,
    moment_of,
    stamp,
)
from crm_desktop.store import bulk

CREDIT = Shelf(
    "credit",
    "customer_credit",
    ("customer_id",),
    (
        *("customer_id", "limit_satang", "outstanding_satang", "overdue_satang", "term_days"),
        *("blocked", "as_of", "source"),
    ),
    silent=("as_of", "source"),
)
TERM, BLOCK, AS_OF = (CREDIT.columns.index(name) for name in ("term_days", "blocked", "as_of"))
BLOCKED = {
    **YES_NO,
    **dict.fromkeys(("blocked", "ระงับ", "ระงับเครดิต"), 1),
    **dict.fromkeys(("-", "ok", "normal", "ปกติ"), 0),
}
SUMS = ("limit", "outstanding", "overdue")


def read_term(text: str) -> int:
    """Days of credit; refuses `bad_term`."""
    digits = arabic_digits(text).removesuffix("วัน").strip()
    if not digits.isdecimal() or len(digits) > 4 or int(digits) > LONGEST_TERM_DAYS:
        raise Refused("bad_term", highest=LONGEST_TERM_DAYS)
    return int(digits)


CUSTOMER = Column(
    "code",
    "code customer customercode custcode รหัสลูกค้า รหัส ลูกค้า รหัสลูกหนี้",
    read_code,
    needed=True,
)
MOMENT = Column("as_of", "asof moment date ณวันที่ วันที่ ข้อมูลณ", read_moment)
COLUMNS = (
    CUSTOMER,
    Column("limit", "limit creditlimit วงเงิน วงเงินเครดิต", read_sum, needed=True),
    Column(
        "outstanding", "outstanding balance ยอดค้าง ยอดคงค้าง ยอดหนี้ ยอดค้างชำระ", read_sum, needed=True
    ),
    Column("overdue", "overdue เกินกำหนด ยอดเกินกำหนด ค้างเกินกำหนด", read_sum, needed=True),
    Column("term_days", "term termdays creditterm เครดิต วันเครดิต ระยะเครดิต", read_term),
    Column("blocked", "blocked block ระงับ ระงับเครดิต", one_of(BLOCKED)),
    MOMENT,
)


class Credits(Planner):
    """The three sums belong together and must all stand in a line; an empty term or block leaves
    what is known. `source` says whose figures they are, the file's name if it is empty."""

    shelves = (CREDIT,)
    dated = True

    def begin(self) -> None:
        self.as_of = self.asked.as_of or self.context.now
        if self.write:
            alone(self.context, CREDIT.table)

    def plan(self, rows: Sequence[Row]) -> None:
        """Judges a lot with one look at what is known of it."""
        ids = customers_of(self.context, rows)
        known = stored(self.context, CREDIT, ids.values())
        for row in rows:
            row.label = code = row.values.get("code", "")
            customer_id = ids.get(code, 0)
            if code:
                self.once(row, customer_id or code, "code", "import_customer_twice", code)
            if code and not customer_id:
                row.wrong("code", "import_unknown_customer", text=code)
            before = known.get(customer_id, [])
            after = self._values(row, customer_id, before[0] if before else None)
            if not row.errors:
                row.put(CREDIT, (customer_id,), before, [after])
            settle(row, is_new=not before)

    def _values(self, row: Row, customer_id: int, before: Values | None) -> Values:
        values = row.values
        moment = moment_of(self.context, values.get("as_of", self.as_of))
        check_moment(self.context, row, moment, before[AS_OF] if before else None)
        sums = [values.get(name, Money.ZERO) for name in SUMS]
        if sums[2] > sums[1] and "outstanding" in values:
            row.wrong("overdue", "overdue_above_outstanding")
        term = values.get("term_days", before[TERM] if before else 0)
        blocked = values.get("blocked", before[BLOCK] if before else 0)
        satang = (amount.satang for amount in sums)
        return (customer_id, *satang, term, blocked, stamp(moment), source_of(self))

    def written(self, rows: Sequence[Row]) -> None:
        """Whose credit is blocked now, or free again, hears of it."""
        for row in rows:
            for change in row.changes:
                before = change.before[0] if change.before else None
                tell_block(self.context, change.key[0], before, change.after[0])


def customers_of(context: Context, rows: Sequence[Row]) -> dict[str, int]:
    """The customers that the lines name, by code; those put aside too, for debts outlive them."""
    return dict(bulk.rows_in(context.store.database, CUSTOMERS, told(rows, "code")))


def source_of(planner: Planner) -> str:
    """Whose figures they are."""
    asked = planner.asked
    return asked.source.strip() or asked.path.replace("\\", "/").rpartition("/")[2]


def tell_block(
    context: Context, customer_id: int, before: Values | None, after: Values | None
) -> None:
    """A line for the customer whose credit is another; nothing where it is not."""
    was, now = bool(before and before[BLOCK]), bool(after and after[BLOCK])
    if was == now:
        return
    event = "credit_blocked" if now else "credit_unblocked"
    stated = [
        dict(zip(CREDIT.columns, each, strict=True)) if each else {} for each in (before, after)
    ]
    context.audit("customer_credit", customer_id, "stated", *stated)
    context.tell("credit", customer_id, event, customer_id)


def undone(context: Context, _shelf: str, ids: Sequence[Any]) -> None:
    """Who is blocked again, or no more, hears of it: the last line tells how it stood."""
    line = context.t.timeline
    for customer_id in ids:
        last = (
            line.select(line.c.event)
            .where(line.c.customer_id == customer_id, line.c.subject == "credit")
            .order_by(line.c.id.desc())
            .limit(1)
        )
        was = [row[0] for row in last.tuples()] == ["credit_blocked"]
        rows = stored(context, CREDIT, [customer_id]).get(customer_id, [])
        if was != bool(rows and rows[0][BLOCK]):
            event = "credit_unblocked" if was else "credit_blocked"
            context.tell("credit", customer_id, event, customer_id)


KINDS = {
    "credit": Kind("credit", "credit.import", "customer_credit", COLUMNS, Credits, undone=undone)
}
