"""What is due and overdue, per customer and per bill, as the finance department last told it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store import search

BILL_SORTS = {"id": "id", "due_on": "due_on", "billed_on": "billed_on", "amount": "amount_satang"}
DEBTOR_SORTS = ("overdue", "due", "oldest")
AGES = (30, 60, 90)
"""Days overdue after which a debt falls into the next age: to 30, to 60, to 90, more."""

DEBTORS = """
SELECT t.customer_id, c.code, c.name, t.bills, t.due, t.overdue, t.oldest, {ages}, k.blocked,
    k.term_days, c.owner_id
FROM (
    SELECT customer_id, COUNT(*) AS bills, SUM(amount_satang - paid_satang) AS due,
        SUM(CASE WHEN due_on < {mark} THEN amount_satang - paid_satang ELSE 0 END) AS overdue,
        MIN(due_on) AS oldest, {sums}
    FROM receivable WHERE paid_satang < amount_satang GROUP BY customer_id
) t JOIN customer c ON c.id = t.customer_id
LEFT JOIN customer_credit k ON k.customer_id = t.customer_id
"""
AGED = """SUM(CASE WHEN due_on < {mark} AND due_on >= {mark} THEN amount_satang - paid_satang
    ELSE 0 END) AS age{place}"""


@dataclass(frozen=True, slots=True)
class BillRow:
    """One bill; `due` is what is not paid of it, `days_overdue` 0 while its day has not passed."""

    id: int
    bill_number: str
    customer_id: int
    customer_code: str
    customer: str
    document_id: int | None
    reference: str
    kind: str
    billed_on: date
    due_on: date
    amount: Money
    paid: Money
    due: Money
    days_overdue: int
    as_of: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Bought:
    """The bill that a customer got last."""

    on: date
    bill_number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class DebtorRow:
    """What one customer owes; `ages` split the overdue by days: to 30, to 60, to 90, more."""

    id: int
    code: str
    customer: str
    bills: int
    due: Money
    overdue: Money
    oldest_due_on: date
    days_overdue: int
    ages: tuple[Money, ...]
    blocked: bool
    term_days: int


@query("credit.read")
def last_bought(context: Context, customer_id: int) -> Bought | None:
    """Of the bills that finance's lists tell of, paid at once or on credit; None for none."""
    found = list[tuple[str, str, int]]()
    for table in (context.t.sale_bill, context.t.receivable):
        rows = table.select(table.c.billed_on, table.c.bill_number, table.c.amount_satang)
        rows = rows.where(table.c.customer_id == customer_id)
        found += list(rows.order_by(table.c.billed_on.desc(), table.c.id.desc()).limit(1).tuples())
    on, number, satang = max(found, default=("", "", 0))
    return Bought(date.fromisoformat(on), number, Money(satang)) if on else None


@query("credit.read")
def bill_page(context: Context, wanted: ListQuery) -> Page[BillRow]:
    """A page of bills by `due_on` (the default), `billed_on`, `amount` or `id`.

    Filters: customer_id, document_id, overdue, and paid to see settled ones as well.
    """
    sort = wanted.sort or "due_on"
    if sort not in BILL_SORTS:
        raise Refused("bad_choice", "sort", value=sort)
    table = context.t.receivable
    column = BILL_SORTS[sort]
    read = keyset(_bills(context, wanted), getattr(table.c, column), table.c.id, wanted)
    limit = min(wanted.limit, LARGEST_PAGE)
    rows, more = read[:limit], len(read) > limit
    end = (rows[-1][column], rows[-1]["id"]) if more else None
    return Page(tuple(_bill(row, context.today) for row in rows), end)


def _bills(context: Context, wanted: ListQuery) -> Any:
    bill, customer, document = context.t.receivable, context.t.customer, context.t.document
    names = ("id", "bill_number", "customer_id", "document_id", "billed_on", "due_on")
    sums = ("amount_satang", "paid_satang", "as_of", "source")
    rows = (
        bill.select(
            *(getattr(bill.c, name) for name in (*names, *sums)),
            customer.c.code,
            customer.c.name,
            document.c.kind,
            document.c.number,
        )
        .join(customer, on=(customer.c.id == bill.c.customer_id))
        .join(document, "LEFT JOIN", on=(document.c.id == bill.c.document_id))
    )
    if not wanted.filters.get("paid"):
        rows = rows.where(bill.c.paid_satang < bill.c.amount_satang)
    if wanted.filters.get("overdue"):
        late = bill.c.due_on < context.today.isoformat()
        rows = rows.where(late, bill.c.paid_satang < bill.c.amount_satang)
    for name in ("customer_id", "document_id"):
        if wanted.filters.get(name):
            rows = rows.where(getattr(bill.c, name) == wanted.filters[name])
    if text := wanted.text.strip():
        buyers = search.find(context.store, "customer", text, 200)
        papers = search.find(context.store, "document", text, 200)
        named = bill.c.bill_number.startswith("".join(text.split()).upper())
        rows = rows.where(named | (bill.c.customer_id << buyers) | (bill.c.document_id << papers))
    return rows


def _bill(row: Mapping[str, Any], today: date) -> BillRow:
    due_on, amount = date.fromisoformat(row["due_on"]), Money(row["amount_satang"])
    due = amount - Money(row["paid_satang"])
    return BillRow(
        id=row["id"],
        bill_number=row["bill_number"],
        customer_id=row["customer_id"],
        customer_code=row["code"],
        customer=row["name"],
        document_id=row["document_id"],
        reference=row["number"] or "",
        kind=row["kind"] or "",
        billed_on=date.fromisoformat(row["billed_on"]),
        due_on=due_on,
        amount=amount,
        paid=Money(row["paid_satang"]),
        due=due,
        days_overdue=max((today - due_on).days, 0) if due else 0,
        as_of=datetime.fromisoformat(row["as_of"]),
        source=row["source"],
    )


@query("credit.read")
def debtor_page(context: Context, wanted: ListQuery) -> Page[DebtorRow]:
    """A page of customers with open bills by `overdue` (the default), `due` or `oldest`; the
    largest, or the longest due, first unless `descending` is asked of `oldest`.

    Filters: overdue (only who is late), owner (a person's id), mine.
    """
    sort = wanted.sort or "overdue"
    if sort not in DEBTOR_SORTS:
        raise Refused("bad_choice", "sort", value=sort)
    down = wanted.descending if wanted.sort else True
    text, values = _debtors(context)
    conditions, more_values = _debtor_filters(context, wanted)
    mark = context.store.database.param
    if wanted.after is not None:
        sign = "<" if down else ">"
        conditions.append(f"(t.{sort}, t.customer_id) {sign} ({mark}, {mark})")
        more_values += list(wanted.after)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    way = "DESC" if down else "ASC"
    limit = min(wanted.limit, LARGEST_PAGE)
    text += f"{where} ORDER BY t.{sort} {way}, t.customer_id {way} LIMIT {limit + 1}"
    found = context.store.database.execute_sql(text, (*values, *more_values)).fetchall()
    rows = [_debtor(context, row) for row in found[:limit]]
    key = {"overdue": 5, "due": 4, "oldest": 6}[sort]
    last = found[limit - 1] if len(found) > limit else None
    end = last and (last[key] if sort == "oldest" else int(last[key]), last[0])
    return Page(tuple(rows), end)


def _debtors(context: Context) -> tuple[str, list[Any]]:
    """The text of the list with its days: today, and for each age its two ends."""
    mark, today = context.store.database.param, context.today
    ends = [today - timedelta(days=days) for days in AGES]
    spans = list(zip((today, *ends), (*ends, date.min), strict=True))
    sums = ", ".join(AGED.format(mark=mark, place=place) for place in range(len(spans)))
    ages = ", ".join(f"t.age{place}" for place in range(len(spans)))
    days = [today, *(end for span in spans for end in span)]
    return DEBTORS.format(mark=mark, sums=sums, ages=ages), [day.isoformat() for day in days]


def _debtor_filters(context: Context, wanted: ListQuery) -> tuple[list[str], list[Any]]:
    mark = context.store.database.param
    conditions: list[str] = []
    values: list[Any] = []
    if wanted.filters.get("overdue"):
        conditions.append("t.overdue > 0")
    owner = context.actor.person_id if wanted.filters.get("mine") else wanted.filters.get("owner")
    if owner:
        conditions.append(f"c.owner_id = {mark}")
        values.append(owner)
    if text := wanted.text.strip():
        ids = search.find(context.store, "customer", text, 200)
        conditions.append(f"t.customer_id IN ({', '.join([mark] * len(ids)) or 'NULL'})")
        values += ids
    return conditions, values


def _debtor(context: Context, row: tuple[Any, ...]) -> DebtorRow:
    customer_id, code, name, bills, due, overdue, oldest, *rest = row
    ages, (blocked, term_days, _) = rest[: len(AGES) + 1], rest[len(AGES) + 1 :]
    oldest_on = date.fromisoformat(oldest)
    return DebtorRow(
        id=customer_id,
        code=code,
        customer=name,
        bills=int(bills),
        due=Money(int(due)),
        overdue=Money(int(overdue)),
        oldest_due_on=oldest_on,
        days_overdue=max((context.today - oldest_on).days, 0),
        ages=tuple(Money(int(age)) for age in ages),
        blocked=bool(blocked),
        term_days=term_days or 0,
    )
