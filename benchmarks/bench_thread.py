"""A 10-line quotation from draft to number through the door, beside bare peewee models.

Bare writes the same rows of document, lines, request and number in the same four durable
transactions, with no check, no audit and no authority. Both are SQLite files in WAL mode with
`synchronous=FULL`, measured in turn. Run as `python -m benchmarks.bench_thread`.
"""

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import peewee

from benchmarks.measure import verdict
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.papers.quotations import IssueQuotation
from crm_desktop.store import Store
from tests.services.desk import staffed
from tests.services.shop import SellingShop

RUNS = 60
LINES = 10
TARGET = 5.0


class Bare:
    """Models on a database of their own, as a plain peewee program would have them."""

    def __init__(self, path: Path) -> None:
        pragmas = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1}
        self.database = peewee.SqliteDatabase(str(path), pragmas=pragmas, lock_type="IMMEDIATE")
        database = self.database

        class Document(peewee.Model):
            number = peewee.TextField(null=True, unique=True)
            state = peewee.TextField()
            customer = peewee.TextField()
            total = peewee.IntegerField()

            class Meta:
                database = self.database

        class Line(peewee.Model):
            document = peewee.ForeignKeyField(Document)
            description = peewee.TextField()
            quantity = peewee.IntegerField()
            price = peewee.IntegerField()
            net = peewee.IntegerField()

            class Meta:
                database = self.database

        class Request(peewee.Model):
            document = peewee.ForeignKeyField(Document)
            state = peewee.TextField()
            note = peewee.TextField(default="")

            class Meta:
                database = self.database

        class Series(peewee.Model):
            last = peewee.IntegerField()

            class Meta:
                database = self.database

        database.create_tables([Document, Line, Request, Series])
        Series.create(last=0)
        self.document, self.line, self.request, self.series = Document, Line, Request, Series

    def once(self) -> None:
        """Create, submit, approve, issue: one transaction each."""
        atomic = self.database.atomic
        with atomic():
            document = self.document.create(state="draft", customer="ก", total=289_000)
            for _ in range(LINES):
                self.line.create(
                    document=document, description="กระเบื้อง", quantity=1, price=28_900, net=28_900
                )
        with atomic():
            document.state = "waiting"
            document.save()
            request = self.request.create(document=document, state="waiting")
        with atomic():
            request.state = "approved"
            request.save()
            document.state = "ready"
            document.save()
        with atomic():
            self.series.update(last=self.series.last + 1).execute()
            document.number = f"QT01-6911-{self.series.get().last:05d}"
            document.state = "issued"
            document.save()


def once(shop: SellingShop) -> None:
    """The same through the door: the supervisor approves what is beyond the officer."""
    lines = [shop.line("TILE", 1, discount="12%") for _ in range(LINES)]
    asked = shop.submit(shop.draft(*lines))
    assert asked.request_id is not None
    version = shop.request(asked.request_id)["version"]
    shop.desk.supervisor.execute(AnswerRequest(asked.request_id, version, "approve"))
    issued = shop.desk.officer.execute(IssueQuotation(asked.id, asked.version + 1))
    assert issued.number


def timed(work: Any, *arguments: Any) -> float:
    """Seconds that one call takes."""
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


def main() -> None:
    """Measure both in turn and print medians, ratio and target."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Bare(Path(folder) / "bare.db")
        store = Store.open(f"sqlite:///{folder}/desk.db", migrations=True)
        shop = SellingShop(staffed(store))
        bare_times, door_times = [], []
        for index in range(RUNS):
            shop.customer = shop.new_customer(f"ลูกค้า {index}")
            bare_times.append(timed(bare.once))
            door_times.append(timed(once, shop))
        store.close()
        bare.database.close()
    floor, ours = median(bare_times), median(door_times)
    print(
        f"quotation, {LINES} lines, draft to number: peewee {floor * 1000:.1f} ms,"
        f" program {ours * 1000:.1f} ms, ratio {ours / floor:.2f} (target {TARGET:.0f}):"
        f" {verdict(ours <= TARGET * floor)}"
    )


if __name__ == "__main__":
    main()
