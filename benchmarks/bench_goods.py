"""Importing 200,000 products with their prices into a new file, the same list a day later,
and that one taken back.

The promise is 30 s for the first. The program is `ImportFile` through the door: everything read,
checked, audited, found by every part and kept for undoing, in one durable transaction. The floor
reads the same CSV and inserts products and prices into two bare tables. One run each, in turn, for
the list is long; processor time is told too, because other programs do not stretch it as much.
Run as `python -m benchmarks.bench_goods`.
"""

import csv
import random
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.big import KEPT
from benchmarks.measure import milliseconds, told
from crm_desktop.application import Application
from crm_desktop.services.registry import Command
from crm_desktop.services.transfer.importing import UndoImport
from crm_desktop.services.transfer.intake import ImportFile
from crm_desktop.store import Store

ROWS = 200_000
MOST_MS = 30_000.0
HEADINGS = ("รหัสสินค้า", "บาร์โค้ด", "ชื่อสินค้า", "หน่วย", "หมวด", "ต้นทุน", "ราคาปลีก", "ราคาช่าง")
GOODS = ("กระเบื้องปูพื้น", "ปูนซีเมนต์", "เหล็กข้ออ้อย", "สีน้ำอะคริลิก", "ท่อ PVC", "สายไฟ THW")
MAKERS = ("ตราช้าง", "ตราเสือ", "SCG", "TOA", "COTTO", "อินทรี")
COLOURS = ("ขาว", "เทา", "ดำ", "น้ำตาล", "ครีม")


def write_list(path: Path, dearer: int) -> None:
    """The list as the shop's system saves it, retail prices `dearer` baht."""
    picked = random.Random(6)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(ROWS):
            goods, maker, colour = map(picked.choice, (GOODS, MAKERS, COLOURS))
            wide, cost = picked.randint(1, 90), picked.randint(10, 9_999)
            name = f"{goods} {maker} {wide}x60 ซม. สี{colour} รุ่น {number % 9973}"
            code, barcode = f"P{number:06d}", f"885{number:010d}"
            prices = (f"{cost}.50", f"{cost * 2 + dearer}.25", f"{cost * 2}.00")
            writer.writerow((code, barcode, name, "ชิ้น", goods, *prices))


def bare(path: Path, target: Path) -> None:
    """Read, insert, commit."""
    database = sqlite3.connect(target, isolation_level=None)
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE product (code PRIMARY KEY, barcode, name, unit, goods, cost)")
    database.execute("CREATE TABLE price (code, level, price, PRIMARY KEY (code, level))")
    database.execute("BEGIN IMMEDIATE")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        for *product, retail, contractor in reader:
            database.execute("INSERT INTO product VALUES (?, ?, ?, ?, ?, ?)", product)
            prices = ((product[0], "retail", retail), (product[0], "contractor", contractor))
            database.executemany("INSERT INTO price VALUES (?, ?, ?)", prices)
    database.execute("COMMIT")
    database.close()


def timed(app: Application, command: Command[Any], words: str, floor: float) -> None:
    """Do it once and tell it beside the floor, with the processor's time."""
    before = time.process_time()
    took = milliseconds(app.execute, command)
    told(f"{ROWS:,} products, {words}", [floor] * 2, [took] * 2, most=MOST_MS)
    print(f"  of the processor: {time.process_time() - before:.1f} s", flush=True)


def main() -> None:
    """The first list, then the same with every retail price another, then as before."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        first, later = Path(folder) / "first.csv", Path(folder) / "later.csv"
        write_list(first, 0)
        write_list(later, 1)
        floor = milliseconds(bare, first, Path(folder) / "bare.db")
        Store.open(f"sqlite:///{folder}/goods.db", migrations=True).close()
        app = Application.open(f"sqlite:///{folder}/goods.db")
        app.act_as_system()
        timed(app, ImportFile("products", str(first)), "new", floor)
        timed(app, ImportFile("products", str(later)), "each with another price", floor)
        timed(app, UndoImport("products"), "taken back", floor)
        app.close()


if __name__ == "__main__":
    main()
