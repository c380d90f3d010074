"""The list of bills that the demo's accounts department sends every morning; the last is played."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from crm_desktop.demo.selling import bill_number
from crm_desktop.demo.stage import Stage
from crm_desktop.domain.money import Money
from crm_desktop.services.receivables import ImportReceivables
from crm_desktop.store.orm import fn

HEADINGS = ("bill", "code", "paper", "billed_on", "due_on", "amount", "paid")
TERM = timedelta(days=30)
FRESH = timedelta(days=3)
"""Bills this young are not on the list yet."""


def report_bills(stage: Stage) -> Iterator[datetime]:
    """What was delivered is billed; most of what is due was paid, some of it late or not."""
    today = stage.moment.date()
    rows = [_bill(stage, row, today) for row in _delivered(stage, today - FRESH)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bills.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADINGS)
            writer.writerows(rows)
        if rows:
            command = ImportReceivables(str(path), source="ระบบบัญชี")
            stage.do(stage.people["wichai"], command)
    yield from ()


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


def _bill(stage: Stage, row: dict[str, Any], today: date) -> tuple[str, ...]:
    luck = stage.luck(f"bill {row['id']}")
    day, amount = date.fromisoformat(row["day"]), Money(row["total_satang"])
    due = day + (TERM if row["kind"] == "company" else timedelta())
    paid = amount
    if row["kind"] == "company" and (due >= today or luck.random() < 0.2):
        paid = Money.ZERO
    number = row["outside_reference"] or bill_number(row["id"])
    return (
        *(number, row["code"], row["number"], day.isoformat(), due.isoformat()),
        *(str(amount.baht), str(paid.baht)),
    )
