"""Taking a customer in: validated, audited, found by everything, durable; among a million others.

Row 5 of docs/speed.md. The floor is one durable transaction (WAL, `synchronous=FULL`, IMMEDIATE) of
the bare driver that inserts a row of the same values, and its phone, into tables without an index
in a file of their own. The program is `SaveCustomer` through the door, on the big file. Run as
`python -m benchmarks.bench_create`.
"""

import sqlite3
import tempfile

from benchmarks.bench_search import opened
from benchmarks.big import CUSTOMERS, KEPT, big_url
from benchmarks.measure import in_turn, told
from crm_desktop.application import Application
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.places import Address

RUNS = 60
RATIO = 15.0
PHONE = ("customer_id", "position", "typed", "digits", "reversed")
ADDRESS = Address(
    use="billing",
    label="",
    house="99/1",
    subdistrict="ในเมือง",
    district="เมืองขอนแก่น",
    province="ขอนแก่น",
    postcode="40000",
)


def wanted(number: int) -> SaveCustomer:
    """Somebody new at the counter."""
    return SaveCustomer(
        id=None,
        version=0,
        kind="person",
        full_name=f"คุณวัดผล เวลา{number}",
        phones=(f"08{number % 10**8:08d}",),
        addresses=(ADDRESS,),
        zone="เมืองขอนแก่น",
        segment="ช่าง",
    )


class Bare:
    """Two tables of a file of their own, with the columns of the program's."""

    def __init__(self, path: str, app: Application) -> None:
        customer = app.store.t.customer
        (row,) = customer.select().where(customer.c.id == CUSTOMERS // 2).dicts()
        self._row = {name: value for name, value in row.items() if name != "id"}
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute("PRAGMA synchronous=FULL")
        self.database.execute(f"CREATE TABLE customer (id INTEGER PRIMARY KEY, {self._columns})")
        self.database.execute(f"CREATE TABLE customer_phone ({', '.join(PHONE)})")

    @property
    def _columns(self) -> str:
        return ", ".join(self._row)

    def once(self, number: int) -> None:
        """One customer, committed."""
        marks = ", ".join("?" * len(self._row))
        run = self.database.execute
        run("BEGIN IMMEDIATE")
        run(
            f"INSERT INTO customer ({self._columns}) VALUES ({marks})",
            tuple(self._row.values()),
        )
        phone = f"08{number % 10**8:08d}"
        run(
            "INSERT INTO customer_phone VALUES (last_insert_rowid(), 0, ?, ?, ?)",
            (phone, phone, phone[::-1]),
        )
        run("COMMIT")


def main() -> None:
    """Measure both in turn."""
    app = opened(big_url())
    first = app.store.database.execute_sql("SELECT max(id) FROM customer").fetchone()[0]
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:  # on the same disk
        bare = Bare(f"{folder}/bare.db", app)
        for number in range(3):
            bare.once(number)
            app.execute(wanted(first + number))
        numbers = range(first + 3, first + 3 + RUNS)
        times = in_turn(numbers, bare.once, lambda number: app.execute(wanted(number)))
        bare.database.close()
    told(f"a customer more beside {CUSTOMERS:,}", *times, ratio=RATIO)
    app.close()


if __name__ == "__main__":
    main()
