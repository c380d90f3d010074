"""The finance department's list of credit: who may owe how much, owes it, and owes it too long."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.exchange.list_sheet import (
    YES_NO,
    Column,
    ListLine,
    one_of,
    read_code,
    read_moment,
    read_sum,
)
from crm_desktop.services.credit.credit import LONGEST_TERM_DAYS
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.transfer.importing import Imported, Preview
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

BLOCKED = {
    **YES_NO,
    **dict.fromkeys(("blocked", "ระงับ", "ระงับเครดิต"), 1),
    **dict.fromkeys(("-", "ok", "normal", "ปกติ"), 0),
}
CREDIT = (
    *("customer_id", "limit_satang", "outstanding_satang", "overdue_satang", "term_days"),
    *("blocked", "as_of", "source"),
)
SUMS = ("limit", "outstanding", "overdue")
KEPT = {"term_days": 0, "blocked": 0}


@dataclass(frozen=True)
class ImportCredit(Command[Imported]):
    """Takes a credit list in; refused with nothing imported if a line is wrong, unless such lines
    are to be skipped. A line without a moment is of `as_of` (None: now).

    The three sums belong together and must all stand in a line; an empty term or block leaves
    what is known. `source` says whose figures they are, the file's name if it is empty.
    """

    name: ClassVar[str] = "credit.import"
    path: str
    skip_bad_rows: bool = False
    as_of: datetime | None = None
    source: str = ""


def read_term(text: str) -> int:
    """Days of credit; refuses `bad_term`."""
    digits = arabic_digits(text).removesuffix("วัน").strip()
    if not digits.isdecimal() or len(digits) > 4 or int(digits) > LONGEST_TERM_DAYS:
        raise Refused("bad_term", highest=LONGEST_TERM_DAYS)
    return int(digits)


COLUMNS = (
    Column("code", "code customer customercode รหัสลูกค้า รหัส ลูกค้า", read_code, needed=True),
    Column("limit", "limit creditlimit วงเงิน วงเงินเครดิต", read_sum, needed=True),
    Column("outstanding", "outstanding balance ยอดค้าง ยอดคงค้าง ยอดหนี้", read_sum, needed=True),
    Column("overdue", "overdue เกินกำหนด ยอดเกินกำหนด ค้างเกินกำหนด", read_sum, needed=True),
    Column("term_days", "term termdays creditterm เครดิต วันเครดิต ระยะเครดิต", read_term),
    Column("blocked", "blocked block ระงับ ระงับเครดิต", one_of(BLOCKED)),
    Column("as_of", "asof moment date ณวันที่ วันที่ ข้อมูลณ", read_moment),
)


@query("credit.import")
def preview_credit(context: Context, path: str, as_of: datetime | None = None) -> Preview:
    """Reads the whole list and changes nothing."""
    return _plan(context, path, as_of, "").preview()


@handles(ImportCredit)
def import_credit(context: Context, command: ImportCredit) -> Imported:
    """Replaces the snapshots; whose credit is blocked now, or free again, hears of it."""
    alone(context, "customer_credit")
    plan = _plan(context, command.path, command.as_of, command.source)
    plan.require_sound(command.skip_bad_rows)
    upsert(context, "customer_credit", "customer_id", CREDIT, plan)
    for row in plan.rows:
        _tell_block(context, row, plan.known.get(row["customer_id"], {}))
    return plan.record(context, "customer_credit")


def _tell_block(context: Context, row: dict[str, Any], before: dict[str, Any]) -> None:
    if bool(before.get("blocked")) == bool(row["blocked"]):
        return
    customer_id = row["customer_id"]
    event = "credit_blocked" if row["blocked"] else "credit_unblocked"
    context.audit("customer_credit", customer_id, "stated", before, row)
    context.tell("credit", customer_id, event, customer_id)


def _plan(context: Context, path: str, as_of: datetime | None, source: str) -> Plan:
    plan = open_list(path, COLUMNS)
    ids, seen = customers_named(context, plan), dict[str, int]()
    plan.known = known_rows(context, "customer_credit", "customer_id", ids.values())
    for line in plan.lines:
        code = line.values.get("code", "")
        is_first(line, seen, code, "code", "import_customer_twice")
        if code and code not in ids:
            line.wrong("code", "import_unknown_customer", text=code)
        row = _row(context, line, plan.known.get(ids.get(code), {}), as_of or context.now)
        row |= {"customer_id": ids.get(code), "source": source.strip() or plan.path.name}
        plan.take(line, row, is_new=ids.get(code) not in plan.known)
    return plan


def _row(
    context: Context, line: ListLine, before: dict[str, Any], as_of: datetime
) -> dict[str, Any]:
    """What the line says, and of what it leaves out what is known."""
    values = line.values
    moment = moment_of(context, values.get("as_of", as_of))
    check_moment(context, line, moment, before.get("as_of"))
    sums = {name: values.get(name, Money.ZERO) for name in SUMS}
    if sums["overdue"] > sums["outstanding"] and "outstanding" in values:
        line.wrong("overdue", "overdue_above_outstanding")
    return {
        **{f"{name}_satang": amount.satang for name, amount in sums.items()},
        **{name: values.get(name, before.get(name, KEPT[name])) for name in KEPT},
        "as_of": stamp(moment),
    }
