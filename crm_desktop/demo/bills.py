"""The lists that the demo's accounts department sends every morning: bills, and credit by them.

Only the last morning is played. Where the desk's own papers do not come to what a customer owes,
bills of the other counters do.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from crm_desktop.demo.clients import Client
from crm_desktop.demo.selling import bill_number
from crm_desktop.demo.stage import Stage
from crm_desktop.domain.money import Money, share
from crm_desktop.services.credit.credit_lists import ImportCredit
from crm_desktop.services.credit.receivables import ImportReceivables
from crm_desktop.store.orm import fn

SOURCE = "ระบบบัญชี"
BILLS = ("bill", "code", "paper", "billed_on", "due_on", "amount", "paid")
CREDIT = ("code", "limit", "outstanding", "overdue", "term_days", "blocked")
TERM = timedelta(days=30)
SLOWEST = timedelta(days=120)
FRESH = timedelta(days=3)
"""Bills this young are not on the list yet."""
LATE = (((2, 9), (12, 26)), ((5, 20), (31, 56)), ((12, 30), (61, 88)))
BLOCKED = (31, 58), (74, 130)
"""How many days a customer's two bills are overdue; whoever is blocked is the latest."""
LARGEST = 150_000


@dataclass(frozen=True, slots=True)
class Bill:
    """A line of the accounts' list."""

    number: str
    code: str
    paper: str
    billed_on: date
    due_on: date
    amount: Money
    paid: Money

    @property
    def due(self) -> Money:
        """What is not paid of it."""
        return self.amount - self.paid

    def cells(self) -> tuple[str, ...]:
        """As the accounts write it."""
        days = (self.billed_on.isoformat(), self.due_on.isoformat())
        return self.number, self.code, self.paper, *days, *_baht(self.amount, self.paid)


def report_accounts(stage: Stage, clients: tuple[Client, ...]) -> Iterator[datetime]:
    """What was delivered is billed, what is due was paid by most; credit is what follows."""
    today, luck = stage.moment.date(), stage.luck("bills")
    codes = dict(stage.store.t.customer.select(*_columns(stage, "id", "code")).tuples())
    bills: dict[str, list[Bill]] = {codes[each.id]: [] for each in clients}
    slow = {codes[each.id] for each in clients if each.finance and each.finance.overdue}
    for row in _delivered(stage, today - FRESH):
        bills[row["code"]].append(_bill(row, today, row["code"] in slow))
    others = [
        each
        for client in clients
        for each in _others(luck, client, codes[client.id], bills[codes[client.id]], today)
    ]
    others.sort(key=lambda bill: bill.billed_on)
    for number, bill in enumerate(others, start=1):
        bills[bill.code].append(replace(bill, number=f"IC-{number:06d}"))
    _send(stage, ImportReceivables, BILLS, (each.cells() for each in chain(*bills.values())))
    told = (_credit(each, codes[each.id], bills[codes[each.id]], today) for each in clients)
    _send(stage, ImportCredit, CREDIT, filter(None, told))
    yield from ()


def _send(
    stage: Stage, command: Any, heading: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """The file as it comes from the accounts, taken in by credit-finance; none without a line."""
    listed = list(rows)
    if not listed:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(heading)
            writer.writerows(listed)
        stage.do(stage.people["wichai"], command(str(path), source=SOURCE))


def _delivered(stage: Stage, until: date) -> list[dict[str, Any]]:
    """Sales and back orders that went out whole, with the day of the last load."""
    document, delivery, customer = (
        getattr(stage.store.t, name) for name in ("document", "delivery", "customer")
    )
    last = fn.MAX(delivery.c.delivered_on)
    rows = (
        document.select(
            *(document.c.id, document.c.number, document.c.total_satang),
            *(document.c.outside_reference, customer.c.code, customer.c.kind),
            last.alias("day"),
        )
        .join(delivery, on=delivery.c.document_id == document.c.id)
        .join(customer, on=customer.c.id == document.c.customer_id)
        .where(document.c.kind << ("SO", "BO"), document.c.state << ("delivered", "settled"))
        .group_by(
            *(document.c.id, document.c.number, document.c.total_satang),
            *(document.c.outside_reference, customer.c.code, customer.c.kind),
        )
        .having(last <= until.isoformat())
        .order_by(document.c.id)
    )
    return list(rows.dicts())


def _bill(row: dict[str, Any], today: date, slow: bool) -> Bill:
    """Of a paper of this desk: companies pay at the end of their term, unless they are `slow`;
    others at the till."""
    day, amount = date.fromisoformat(row["day"]), Money(row["total_satang"])
    due = day + (TERM if row["kind"] == "company" else timedelta())
    waits = row["kind"] == "company" and (due >= today - (SLOWEST if slow else timedelta()))
    paid = Money.ZERO if waits else amount
    number = row["outside_reference"] or bill_number(row["id"])
    return Bill(number, row["code"], row["number"], day, due, amount, paid)


def _others(
    luck: Random, client: Client, code: str, own: list[Bill], today: date
) -> Iterator[Bill]:
    """Bills of the other counters, without their numbers, up to what the customer owes, and some
    that were paid."""
    finance = client.finance
    if finance is None:
        return
    for months in sorted(luck.sample(range(3, 12), luck.randint(2, 4)), reverse=True):
        amount = _some(luck, 4_000, 48_000)
        yield _at(code, today - timedelta(days=30 * months + luck.randint(0, 20)), amount, amount)
    overdue = finance.overdue - Money.sum(each.due for each in own if each.due_on < today)
    if overdue > Money.ZERO:
        spans = BLOCKED if finance.blocked else luck.choice(LATE)
        for span, amount in zip(spans, share(overdue, (luck.randint(2, 5), 3)), strict=True):
            part = _some(luck, 1_000, 9_000) if luck.random() < 0.3 else Money.ZERO
            yield _at(code, today - TERM - timedelta(days=luck.randint(*span)), amount + part, part)
    rest = finance.outstanding - finance.overdue
    rest -= Money.sum(each.due for each in own if each.due_on >= today)
    if rest > Money.ZERO:
        pieces = min(4, 1 + rest.satang // (LARGEST * 100))
        for amount in share(rest, [luck.randint(3, 7) for _ in range(pieces)]):
            yield _at(code, today - timedelta(days=luck.randint(4, 26)), amount, Money.ZERO)


def _at(code: str, day: date, amount: Money, paid: Money) -> Bill:
    """A bill of that day, or of the day before where nobody works."""
    day -= timedelta(days=day.weekday() == 6)
    return Bill("", code, "", day, day + TERM, amount, paid)


def _some(luck: Random, least: int, most: int) -> Money:
    return Money(luck.randint(least * 100, most * 100) // 25 * 25)


def _credit(client: Client, code: str, bills: list[Bill], today: date) -> tuple[str, ...]:
    """The word of credit-finance that goes with the bills; nothing about who has no credit."""
    finance = client.finance
    if finance is None:
        return ()
    open_sum = Money.sum(each.due for each in bills)
    late = Money.sum(each.due for each in bills if each.due_on < today)
    sums = _baht(finance.limit, open_sum, late)
    return code, *sums, str(finance.term_days), str(int(finance.blocked))


def _baht(*amounts: Money) -> tuple[str, ...]:
    return tuple(str(amount.baht) for amount in amounts)


def _columns(stage: Stage, *names: str) -> list[Any]:
    return [getattr(stage.store.t.customer.c, name) for name in names]
