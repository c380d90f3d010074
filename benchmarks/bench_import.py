"""Importing 2,000 customers from a file, each checked for doubles among a million.

Row 6 of docs/speed.md. One in ten is a known customer's number again. The program is `ImportFile`
through the door, everything validated, audited, found by every part and kept for undoing; it is
undone after each run. The floor reads the same CSV, asks for each number whether it is known in the
big file (by its index), and inserts the customers and phones that are new into two bare tables of
a file of their own, one durable transaction. Run as `python -m benchmarks.bench_import`.
"""

import csv
import random
import sqlite3
import tempfile
from pathlib import Path

from benchmarks.bench_search import sample
from benchmarks.big import CUSTOMERS, KEPT, big_url
from benchmarks.measure import milliseconds, told
from crm_desktop.application import Application
from crm_desktop.services.transfer.importing import UndoImport
from crm_desktop.services.transfer.intake import ImportFile

ROWS = 2_000
KNOWN_EVERY = 10
RUNS = 5
MOST_MS = 2_000.0
PERSON = "wanida"
HEADINGS = ("ชื่อลูกค้า", "โทรศัพท์", "เขต", "กลุ่ม")


def write_list(path: Path, known: list[str]) -> None:
    """The list as a spreadsheet would save it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(ROWS):
            fresh = f"06{50_000_000 + number:08d}"
            phone = fresh if number % KNOWN_EVERY else known[number // KNOWN_EVERY % len(known)]
            writer.writerow((f"คุณนำเข้า วัดผลที่{number}", phone, "เมืองขอนแก่น", "ช่าง"))


def bare(app: Application, path: Path, folder: str) -> None:
    """Read, look up, insert, commit."""
    target = Path(folder) / "bare.db"
    target.unlink(missing_ok=True)
    database = sqlite3.connect(target, isolation_level=None)
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name, zone, segment)")
    database.execute("CREATE TABLE customer_phone (customer_id, digits, reversed)")
    ask = app.store.database.execute_sql
    database.execute("BEGIN IMMEDIATE")
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            name, phone, zone, segment = (row[heading] for heading in HEADINGS)
            sql = "SELECT customer_id FROM customer_phone WHERE digits = ? LIMIT 1"
            if ask(sql, (phone,)).fetchone():
                continue
            run = database.execute
            run("INSERT INTO customer VALUES (?, ?, ?, ?)", (number, name, zone, segment))
            run("INSERT INTO customer_phone VALUES (?, ?, ?)", (number, phone, phone[::-1]))
    database.execute("COMMIT")
    database.close()


def main() -> None:
    """Measure both in turn; what the program took in is taken back each time."""
    app = Application.open(big_url())
    app.login(PERSON, "demo")
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        path = Path(folder) / "customers.csv"
        write_list(path, sample(app, random.Random(6))[1])
        asked = ImportFile("customers", str(path), doubles="out")
        floors, ours = [], []
        for _ in range(RUNS):
            floors.append(milliseconds(bare, app, path, folder))
            ours.append(milliseconds(app.execute, asked))
            app.execute(UndoImport("customers"))
    told(f"import of {ROWS:,} customers beside {CUSTOMERS:,}", floors, ours, most=MOST_MS)
    app.close()


if __name__ == "__main__":
    main()
