"""Eight processes issuing papers on one SQLite file, beside eight that only insert a row.

Both commit durably (`synchronous=FULL`, IMMEDIATE). Told: commits a second, the longest wait,
what was lost or numbered twice. Run as `python -m benchmarks.bench_race`.
"""

import multiprocessing
import sqlite3
import tempfile
import time
from decimal import Decimal

from benchmarks.measure import verdict
from crm_desktop.application import Application
from crm_desktop.domain.money import Money
from crm_desktop.services.papers.contents import Content, LineInput
from crm_desktop.services.papers.quotations import SaveQuotation, SubmitQuotation
from crm_desktop.store import Store
from tests.services.desk import staffed
from tests.services.shop import SellingShop

PROCESSES = 8
PAPERS = 20
ROWS = 200
OFFICER = 1
LEAST_SHARE, LONGEST_WAIT = 0.10, 10.0


def bare(path: str) -> float:
    """Insert rows one commit at a time; answers the longest wait in seconds."""
    database = sqlite3.connect(path, timeout=10, isolation_level=None)
    database.execute("PRAGMA synchronous=FULL")
    longest = 0.0
    for number in range(ROWS):
        started = time.perf_counter()
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO paper (text) VALUES (?)", (f"paper {number}",))
        database.execute("COMMIT")
        longest = max(longest, time.perf_counter() - started)
    database.close()
    return longest


def desk(url: str, product: int, customer: int) -> float:
    """Write and issue quotations as an officer would; answers the longest wait in seconds."""
    application = Application.open(url)
    application.become(OFFICER)
    line = LineInput(
        product_id=product,
        code="CEM",
        description="ปูนซีเมนต์",
        quantity=Decimal(1),
        unit="ชิ้น",
        unit_price=Money.of(150),
    )
    longest = 0.0
    for _ in range(PAPERS):
        started = time.perf_counter()
        saved = application.execute(SaveQuotation(None, 0, Content(customer, (line,))))
        halfway = time.perf_counter()
        application.execute(SubmitQuotation(saved.id, saved.version, issue=True))
        longest = max(longest, halfway - started, time.perf_counter() - halfway)
    application.close()
    return longest


def main() -> None:
    """Measure the floor, then the desk, and count what came of it."""
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, context.Pool(PROCESSES) as pool:
        plain = f"{folder}/bare.db"
        with sqlite3.connect(plain) as database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("CREATE TABLE paper (id INTEGER PRIMARY KEY, text TEXT)")
        started = time.perf_counter()
        pool.map(bare, [plain] * PROCESSES, chunksize=1)
        floor = PROCESSES * ROWS / (time.perf_counter() - started)

        url = f"sqlite:///{folder}/desk.db"
        store = Store.open(url, migrations=True)
        shop = SellingShop(staffed(store))
        arguments = [(url, shop.products["CEM"], shop.customer)] * PROCESSES
        started = time.perf_counter()
        waits = pool.starmap(desk, arguments, chunksize=1)
        ours = PROCESSES * PAPERS * 2 / (time.perf_counter() - started)
        document = store.t.document
        rows = list(document.select(document.c.number).tuples())
        store.close()
    running = sorted(int(number[-5:]) for (number,) in rows)
    expected = list(range(1, PROCESSES * PAPERS + 1))
    held = ours >= LEAST_SHARE * floor and max(waits) < LONGEST_WAIT and running == expected
    print(
        f"{PROCESSES} processes on one file: bare {floor:.0f} commits/s, program {ours:.0f},"
        f" share {ours / floor:.0%} (target {LEAST_SHARE:.0%}); longest wait {max(waits):.2f} s"
        f" (target {LONGEST_WAIT:.0f}); numbers {'gapless' if running == expected else 'BROKEN'}:"
        f" {verdict(held)}"
    )


if __name__ == "__main__":
    main()
