"""Orders and deposits on their way to the shop's ERP: each goes once, in a numbered batch that may
be written again.

The headings are the same in every language, for a program reads them; docs/exchange.md has the
layout.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import ORDERS
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.exchange.xlsx import Cell
from crm_desktop.services import settings
from crm_desktop.services.customers.customer_values import masked
from crm_desktop.services.deposits.deposit_reports import SIGNS, AccountingRow, accounted
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Command, Context, Page, handles, query
from crm_desktop.services.transfer.list_import import alone
from crm_desktop.store import bulk

KINDS_OUT = tuple(kind.code for kind in ORDERS if kind.code != "PR")
BEGINS = "erp"
MOST_AT_ONCE = 20_000
"""Records of one batch; what is more goes into the next."""

ORDER = """
SELECT d.id FROM document d WHERE d.kind IN ({kinds}) AND d.number IS NOT NULL
AND d.approved_request_id IS NOT NULL AND d.state <> 'cancelled' AND d.issued_at >= {mark}
AND ({mark} = 0 OR d.branch_id = {mark})
AND NOT EXISTS (SELECT 1 FROM erp_sent s WHERE s.what = 'order' AND s.record_id = d.id)
ORDER BY d.id LIMIT {most}
"""
CANCEL = """
SELECT d.id FROM erp_sent o JOIN document d ON d.id = o.record_id
WHERE o.what = 'order' AND d.state = 'cancelled' AND ({mark} = 0 OR d.branch_id = {mark})
AND NOT EXISTS (SELECT 1 FROM erp_sent s WHERE s.what = 'cancel' AND s.record_id = d.id)
ORDER BY d.id LIMIT {most}
"""
DEPOSIT = """
SELECT e.id FROM deposit_entry e JOIN document d ON d.id = e.deposit_id
LEFT JOIN deposit_entry u ON u.id = e.reverses_id
WHERE COALESCE(u.kind, e.kind) IN ({kinds}) AND e.at >= {mark}
AND ({mark} = 0 OR d.branch_id = {mark})
AND NOT EXISTS (SELECT 1 FROM erp_sent s WHERE s.what = 'deposit' AND s.record_id = e.id)
ORDER BY e.id LIMIT {most}
"""
LINES = """
SELECT l.document_id, l.position, l.kind, l.code, l.description, l.quantity_milli, l.unit,
l.unit_price_satang, l.discount, l.net_satang, l.vat_class FROM document_line l
WHERE l.document_id IN ({ids}) AND l.kind IN ('product', 'text') ORDER BY l.document_id, l.position
"""
HEADS = """
SELECT d.id, d.kind, d.number, d.issued_at, d.project, d.facts, d.total_satang, d.vat_satang,
d.vat_rate, d.prices_include_vat, d.document_discount, b.code, c.code,
c.name, c.tax_number, c.tax_branch, p.username, o.number
FROM document d JOIN branch b ON b.id = d.branch_id JOIN customer c ON c.id = d.customer_id
JOIN person p ON p.id = d.owner_id LEFT JOIN document o ON o.id = d.parent_id
WHERE d.id IN ({ids})
"""
HEAD = (
    *("id", "kind", "number", "issued_at", "project", "facts"),
    *("total", "vat", "vat_rate", "prices_include_vat", "document_discount"),
    *("branch", "customer_code", "customer", "tax_number", "tax_branch", "officer", "from_paper"),
)


@dataclass(frozen=True)
class ErpStart:
    """From which day papers go to the ERP at all; what is older it has already."""

    since: str = ""


@dataclass(frozen=True)
class SaveErpStart(Command[None]):
    """Replaces the day; `version` is what the caller read (0 for the first time)."""

    name: ClassVar[str] = "erp.start"
    permission: ClassVar[str] = "settings.save"
    version: int
    since: date | None


@dataclass(frozen=True)
class SendToErp(Command[int]):
    """Gathers what is new into a batch and answers its id: `orders` (and cancellations of such as
    were sent) or `deposits` (every movement of the ledger). Refused `erp_nothing_new`."""

    name: ClassVar[str] = "erp.send"
    subject: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What went out at once; `number` stands in every row of its file."""

    id: int
    subject: str
    records: int
    by: str
    at: datetime

    @property
    def number(self) -> str:
        """Its number."""
        return f"{self.id:06d}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of each wait for the next batch, counted to `MOST_AT_ONCE`."""

    orders: int
    cancels: int
    deposits: int
    since: date | None


@handles(SaveErpStart)
def save_start(context: Context, command: SaveErpStart) -> None:
    """None: everything there is."""
    old, known = erp_start(context)
    since = command.since.isoformat() if command.since else ""
    settings.store(context, BEGINS, command.version, asdict(ErpStart(since)))
    context.reversible(command, SaveErpStart(known + 1, old))


@query("settings.read")
def erp_start(context: Context) -> tuple[date | None, int]:
    """The day with the version that a save must name."""
    value, version = settings.load(context, BEGINS)
    since = value.get("since", "")
    return (date.fromisoformat(since) if since else None), version


@handles(SendToErp)
def send_to_erp(context: Context, command: SendToErp) -> int:
    """Two who press together get two batches, and no record is in both."""
    if command.subject not in ("orders", "deposits"):
        raise Refused("bad_choice", "subject", value=command.subject)
    alone(context, "erp_batch")
    found = _new(context, command.subject)
    if not found:
        raise Refused("erp_nothing_new", "subject")
    values = {"subject": command.subject, "records": len(found), "at": context.moment}
    values["branch_id"] = context.branches("erp.send")  # None: of all branches
    by_id = context.actor.person_id or None
    batch_id = context.insert("erp_batch", "sent", **values, by_id=by_id)
    rows = ((batch_id, what, record_id) for what, record_id in found)
    bulk.insert(context.store.database, "erp_sent", ("batch_id", "what", "record_id"), rows)
    return batch_id


def _new(context: Context, subject: str) -> list[tuple[str, int]]:
    """What no batch has yet, as (what, id)."""
    if subject == "deposits":
        return [("deposit", each) for each in _ids(context, DEPOSIT, tuple(SIGNS))]
    orders = [("order", each) for each in _ids(context, ORDER, KINDS_OUT)]
    return orders + [("cancel", each) for each in _ids(context, CANCEL, None)]


def _ids(context: Context, sql: str, kinds: tuple[str, ...] | None) -> list[int]:
    database = context.store.database
    branch_id = context.branches("erp.send") or 0
    since = [erp_start(context)[0]] if kinds else []
    text = sql.format(
        mark=database.param, most=MOST_AT_ONCE, kinds=", ".join(f"'{each}'" for each in kinds or ())
    )
    values = [*(day.isoformat() if day else "" for day in since), branch_id, branch_id]
    return [row[0] for row in database.execute_sql(text, values).fetchall()]


@query("erp.send")
def erp_waiting(context: Context) -> Waiting:
    """What a batch would take now."""
    orders = [what for what, _ in _new(context, "orders")]
    return Waiting(
        orders.count("order"),
        orders.count("cancel"),
        len(_new(context, "deposits")),
        erp_start(context)[0],
    )


@query("erp.send")
def erp_batches(context: Context, wanted: ListQuery) -> Page[Batch]:
    """A page of batches, newest first."""
    batch, person = context.t.erp_batch, context.t.person
    rows = batch.select(
        *(batch.c.id, batch.c.subject, batch.c.records, batch.c.at),
        getattr(person.c, context.naming).alias("by"),
    ).left_outer_join(person, on=person.c.id == batch.c.by_id)
    branch_id = context.branches("erp.send")
    if branch_id is not None:
        rows = rows.where(batch.c.branch_id == branch_id)
    newest = ListQuery(descending=True, after=wanted.after, limit=wanted.limit)
    read = keyset(rows, batch.c.id, batch.c.id, newest)
    page = read[: wanted.limit]
    end = (page[-1]["id"], page[-1]["id"]) if len(read) > len(page) else None
    return Page(tuple(_batch(row) for row in page), end)


def _batch(row: Mapping[str, Any]) -> Batch:
    at = datetime.fromisoformat(row["at"])
    return Batch(row["id"], row["subject"], row["records"], row["by"] or "", at)


@query("erp.send")
def erp_sheet(context: Context, batch_id: int) -> Sheet:
    """The file of a batch, the same rows however often it is written."""
    batch, reach = context.row("erp_batch", batch_id), context.branches("erp.send")
    if reach not in (None, batch["branch_id"]):
        raise Refused("not_found", record="erp_batch", record_id=batch_id)
    sent = context.rows("erp_sent", "id", batch_id=batch_id)
    ids: dict[str, list[int]] = {}
    for row in sent:
        ids.setdefault(row["what"], []).append(row["record_id"])
    number = f"{batch_id:06d}"
    if batch["subject"] == "deposits":
        entries = accounted(context, ids["deposit"])
        rows = tuple(_deposit(number, entry) for entry in entries)
        return Sheet(f"deposits {number}", DEPOSIT_COLUMNS, rows)
    orders = _orders(context, number, "order", ids.get("order", ()))
    cancels = _orders(context, number, "cancel", ids.get("cancel", ()))
    return Sheet(f"orders {number}", ORDER_COLUMNS, (*orders, *cancels))


def _orders(
    context: Context, batch: str, event: str, ids: Iterable[int]
) -> Iterable[tuple[Cell, ...]]:
    """A row for each line of an order; one alone for an order that was cancelled."""
    database, listed = context.store.database, list(ids)
    lines: dict[int, list[tuple[Any, ...]]] = {}
    if event == "order":
        for line in bulk.rows_in(database, LINES, listed):
            lines.setdefault(line[0], []).append(line[1:])
    read = bulk.rows_in(database, HEADS, listed)
    heads = {row[0]: dict(zip(HEAD, row, strict=True)) for row in read}
    for each in listed:
        head = heads[each]
        places = count(1)
        sold = [_line(next(places), line) for line in lines.get(each, ())]
        for values in sold or [{}]:
            values |= {"batch": batch, "event": event}
            yield tuple(cell(head, values) for cell in ORDER_READ)


def _line(place: int, line: tuple[Any, ...]) -> dict[str, Cell]:
    _, _, code, description, milli, unit, price, discount, net, vat_class = line
    return {
        "line": place,
        "code": code,
        "description": description,
        "quantity": Decimal(milli).scaleb(-3),
        "unit": unit,
        "unit_price": Money(price),
        "discount": discount,
        "net": Money(net),
        "vat_class": vat_class,
    }


Read = Callable[[Mapping[str, Any], Mapping[str, Cell]], Cell]


def _of_head(name: str) -> Read:
    return lambda head, _: head[name] or ""


def _of_line(name: str) -> Read:
    return lambda _, line: line.get(name)


def _while_it_holds(read: Callable[[Mapping[str, Any]], Cell]) -> Read:
    """Of an order that was cancelled no sum goes out any more."""
    return lambda head, line: read(head) if line["event"] == "order" else None


ORDER_FIELDS: Mapping[str, Read] = {
    "batch": _of_line("batch"),
    "event": _of_line("event"),
    "kind": _of_head("kind"),
    "order_number": _of_head("number"),
    "order_date": lambda head, _: date.fromisoformat(head["issued_at"][:10]),
    "branch": _of_head("branch"),
    "customer_code": _of_head("customer_code"),
    "customer": _of_head("customer"),
    "tax_number": lambda head, _: tax_number(head),
    "tax_branch": _of_head("tax_branch"),
    "officer": _of_head("officer"),
    "from_paper": _of_head("from_paper"),
    "customer_order": lambda head, _: json.loads(head["facts"]).get("customer_order") or "",
    "project": _of_head("project"),
    **{
        name: _of_line(name)
        for name in (
            *("line", "code", "description", "quantity", "unit", "unit_price", "discount", "net"),
            "vat_class",
        )
    },
    "order_discount": _while_it_holds(lambda head: head["document_discount"]),
    "prices_include_vat": _while_it_holds(lambda head: int(head["prices_include_vat"])),
    "vat_rate": _while_it_holds(lambda head: Decimal(head["vat_rate"])),
    "order_vat": _while_it_holds(lambda head: Money(head["vat"])),
    "order_total": _while_it_holds(lambda head: Money(head["total"])),
}
ORDER_COLUMNS, ORDER_READ = tuple(ORDER_FIELDS), tuple(ORDER_FIELDS.values())


def tax_number(row: Mapping[str, Any]) -> str:
    """A company's whole number; asking for a person's is an act of its own."""
    number = row["tax_number"] or ""
    return number if row["tax_branch"] else masked(number)


DEPOSIT_COLUMNS = (
    *("batch", "entry", "event", "reverses", "date", "deposit_number", "customer_code", "customer"),
    *("tax_number", "tax_branch", "for_order", "target", "method", "reference", "amount", "vat"),
    *("base", "base_zero", "base_exempt", "note"),
)


def _deposit(batch: str, entry: AccountingRow) -> tuple[Cell, ...]:
    undone = entry.what if entry.kind == "reverse" else ""
    return (
        *(batch, entry.entry_id, entry.kind, undone, entry.dated, entry.number),
        *(entry.customer_code, entry.customer, entry.tax_number, entry.tax_branch),
        *(entry.for_reference, entry.target_reference, entry.method, entry.reference),
        *(entry.amount, entry.vat),
        *(_base(entry, each) for each in (VatClass.STANDARD, VatClass.ZERO, VatClass.EXEMPT)),
        entry.reason,
    )


def _base(entry: AccountingRow, vat_class: VatClass) -> Money:
    return Money.sum(part.amount - part.vat for part in entry.parts if part.vat_class == vat_class)
