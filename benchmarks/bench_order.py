"""A 10-line back order from draft to the customer's hands, beside bare peewee models.

Through the door: written, confirmed, its deposit asked for and received, a purchase request
drafted and issued, the goods received, set aside and handed over. Bare writes the same rows in
the same nine durable transactions, with no check, no audit, no timeline and no authority. Both are
SQLite files in WAL mode with `synchronous=FULL`, measured in turn. Run as
`python -m benchmarks.bench_order`.
"""

import tempfile
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import peewee

from benchmarks.bench_thread import timed
from crm_desktop.domain.money import Money
from crm_desktop.services.orders.allocation import AllocateGoods
from crm_desktop.services.orders.receiving import ReceivedLine, ReceiveGoods
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.store import Store
from tests.services.desk import staffed
from tests.services.goods_shop import GoodsShop

RUNS = 40
LINES = 10
QUANTITY = 5
TARGET = 5.0

# The tables of the thread with the columns that matter: ids of others, then words, then figures.
TABLES = {
    "document": ("kind number state customer", "total version"),
    "line": ("description", "document_id quantity price net"),
    "request": ("state", "document_id"),
    "series": ("kind", "last"),
    "stage": ("stage", "line_id document_id quantity"),
    "move": ("event from_stage to_stage", "line_id document_id quantity"),
    "deposit": ("method", "document_id for_id expected"),
    "entry": ("kind", "deposit_id satang vat"),
    "receipt": ("received_on", "document_id"),
    "receipt_line": ("findings", "receipt_id line_id accepted"),
    "arrival": ("event", "product_id line_id quantity"),
    "delivery": ("receiver", "document_id value"),
    "delivery_line": ("mismatch", "delivery_id line_id quantity"),
}


class Bare:
    """Models on a database of their own, as a plain peewee program would have them."""

    def __init__(self, path: Path) -> None:
        pragmas = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1}
        self.database = peewee.SqliteDatabase(str(path), pragmas=pragmas, lock_type="IMMEDIATE")
        self.t = {name: self._model(name, *columns) for name, columns in TABLES.items()}
        self.database.create_tables(self.t.values())
        for kind in ("BO", "DP", "PR", "D"):
            self.t["series"].create(kind=kind, last=0)

    def _model(self, name: str, words: str, figures: str) -> Any:
        fields: dict[str, Any] = {word: peewee.TextField(default="") for word in words.split()}
        for figure in figures.split():
            fields[figure] = peewee.IntegerField(default=0, index=figure.endswith("_id"))
        meta = type("Meta", (), {"database": self.database})
        return type(name, (peewee.Model,), {**fields, "Meta": meta})

    def number(self, kind: str) -> str:
        """The next of a series."""
        series = self.t["series"]
        series.update(last=series.last + 1).where(series.kind == kind).execute()
        return f"{kind}01-6911-{series.get(series.kind == kind).last:05d}"

    def paper(self, kind: str, lines: int) -> tuple[Any, list[Any]]:
        """A draft with its lines."""
        self.number("D")
        paper = self.t["document"].create(kind=kind, state="draft", customer="ก", total=72_250)
        line = self.t["line"]
        rows = [
            line.create(document_id=paper.id, description="ปูน", quantity=QUANTITY, price=15_000)
            for _ in range(lines)
        ]
        return paper, rows

    def issued(self, paper: Any, rows: list[Any], stage: str) -> None:
        """Its answer, its number, its goods at their first stage."""
        self.t["request"].create(document_id=paper.id, state="approved")
        paper.number, paper.state = self.number(paper.kind), stage
        paper.save()
        for row in rows:
            of_line = {"line_id": row.id, "document_id": paper.id}
            self.t["stage"].create(stage=stage, quantity=QUANTITY, **of_line)

    def moved(self, paper: Any, rows: list[Any], event: str, stage: str) -> None:
        """Each line one stage on, and the header with them."""
        standing = self.t["stage"]
        for row in rows:
            of_line = {"line_id": row.id, "document_id": paper.id}
            self.t["move"].create(event=event, quantity=QUANTITY, **of_line)
            there = (standing.line_id == row.id) & (standing.quantity > 0)
            standing.update(quantity=0).where(there).execute()
            standing.create(stage=stage, quantity=QUANTITY, **of_line)
        paper.state = stage
        paper.save()

    def once(self) -> None:
        """The thread, one transaction for each act."""
        atomic, t = self.database.atomic, self.t
        with atomic():
            order, lines = self.paper("BO", LINES)
        with atomic():
            self.issued(order, lines, "short")
        with atomic():
            deposit, _ = self.paper("DP", 0)
            t["deposit"].create(document_id=deposit.id, for_id=order.id, expected=21_675)
        with atomic():
            for kind in ("receive", "clear"):
                t["entry"].create(deposit_id=deposit.id, kind=kind, satang=21_675, vat=1_418)
            deposit.number, deposit.state = self.number("DP"), "held"
            deposit.save()
        with atomic():
            request, asked = self.paper("PR", LINES)
        with atomic():
            self.issued(request, asked, "asked")
            self.moved(order, lines, "request", "requested")
        with atomic():
            receipt = t["receipt"].create(document_id=request.id, received_on="2026-11-22")
            for row in asked:
                t["receipt_line"].create(receipt_id=receipt.id, line_id=row.id, accepted=QUANTITY)
                t["arrival"].create(line_id=row.id, event="receive", quantity=QUANTITY)
            self.moved(request, asked, "receive", "received")
            self.moved(order, lines, "receive", "received")
        with atomic():
            for row in lines:
                t["arrival"].create(line_id=row.id, event="allocate", quantity=-QUANTITY)
            self.moved(order, lines, "allocate", "allocated")
        with atomic():
            delivery = t["delivery"].create(document_id=order.id, receiver="ข", value=72_250)
            for row in lines:
                t["delivery_line"].create(
                    delivery_id=delivery.id, line_id=row.id, quantity=QUANTITY
                )
            t["entry"].create(deposit_id=deposit.id, kind="apply", satang=21_675, vat=1_418)
            deposit.state = "applied"
            deposit.save()
            self.moved(order, lines, "deliver", "delivered")


def stocked(shop: GoodsShop) -> list[LineInput]:
    """Five pieces each of ten products that the shop gets for it."""
    with shop.store.write():
        ids = [shop.new_product(f"P{number}", 150) for number in range(LINES)]
    return [
        LineInput(
            product_id=product,
            code=f"P{number}",
            description=f"สินค้า P{number}",
            quantity=Decimal(QUANTITY),
            unit="ชิ้น",
            unit_price=Money.of(150),
        )
        for number, product in enumerate(ids)
    ]


def once(shop: GoodsShop, wanted: list[LineInput]) -> None:
    """The same through the door."""
    order = shop.confirmed("BO", *wanted, deposit_percent=Decimal(30)).id
    shop.pay(order)
    request = shop.purchase(order)
    lines = tuple(ReceivedLine(line, Decimal(QUANTITY)) for line in shop.lines(request))
    version, today = shop.row(request)["version"], shop.desk.now.date()
    receiving = shop.desk.receiving
    receiving.execute(ReceiveGoods(request, version, today, lines, allocate=False))
    assert len(receiving.execute(AllocateGoods())) == LINES
    assert shop.deliver(order, *[QUANTITY] * LINES, who="logistics").state == "delivered"


def main() -> None:
    """Measure both in turn and print medians, ratio and target."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Bare(Path(folder) / "bare.db")
        store = Store.open(f"sqlite:///{folder}/desk.db", migrations=True)
        shop = GoodsShop(staffed(store))
        wanted = stocked(shop)
        bare_times, door_times = [], []
        for index in range(RUNS):
            shop.customer = shop.new_customer(f"ลูกค้า {index}")
            bare_times.append(timed(bare.once))
            door_times.append(timed(once, shop, wanted))
        store.close()
        bare.database.close()
    floor, ours = median(bare_times), median(door_times)
    print(
        f"back order, {LINES} lines, draft to hands: peewee {floor * 1000:.1f} ms,"
        f" program {ours * 1000:.1f} ms, ratio {ours / floor:.2f} (target {TARGET:.0f})"
    )


if __name__ == "__main__":
    main()
