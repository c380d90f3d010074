"""A page of the queue while 10,000 requests wait, beside a bare read of as many rows.

The waiting ones lie among 100,000 that were answered. Supervisor, manager, director and somebody
who stands in for the supervisor each read their first page, one from the middle and the last one;
bare is the same number of rows in the same order from the request alone, by its index. On SQLite,
and on PostgreSQL where there is a server. Run as `python -m benchmarks.bench_queue`.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median, quantiles

from crm_desktop.application import Application
from crm_desktop.services.authority.approval_queue import queue_page
from crm_desktop.services.authority.delegations import Delegate
from crm_desktop.store import Store
from tests.services.desk import staffed
from tests.services.shop import SellingShop

POSTGRES = "CRM_TEST_POSTGRES"
WAITING = 10_000
ANSWERED = 100_000
CUSTOMERS = 2_000
READS = 20
LIMIT = 50
MOST_MS = 50.0
DEPUTY = 9
"""Somebody of Sales stands in for the supervisor."""
ASKED = {"supervisor": (2, ""), "manager": (3, ""), "nobody": (None, "director")}
FLOOR = (
    "SELECT * FROM request WHERE state = 'waiting' AND answerer_id = 2"
    f" ORDER BY customer_waiting DESC, asked_at, id LIMIT {LIMIT + 1}"
)


@contextmanager
def databases() -> Iterator[list[str]]:
    """The URL of an empty database on each engine there is; `make bench` brings a server."""
    server = os.environ.get(POSTGRES)
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite:///{folder}/desk.db"]
        if not server:
            yield urls
            return
        import psycopg

        name = f"crm_bench_{random.getrandbits(32):08x}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
            try:
                yield [*urls, f"{server.rpartition('/')[0]}/{name}"]
            finally:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def fill(shop: SellingShop) -> None:
    """So many requests of many customers, copies of one that went through the door."""
    sample = shop.submit(shop.draft(shop.line("TILE", 60, discount="12%")))
    t, dice = shop.store.t, random.Random(12)
    (paper,) = t.document.select().where(t.document.c.id == sample.id).dicts()
    (line,) = t.document_line.select().where(t.document_line.c.document_id == sample.id).dicts()
    (request,) = t.request.select().where(t.request.c.id == sample.request_id).dicts()
    (customer,) = t.customer.select().where(t.customer.c.id == shop.customer).dicts()
    names = [{**customer, "id": 100 + each, "code": f"B{each:05d}"} for each in range(CUSTOMERS)]
    papers, lines, requests, steps = [], [], [], []
    for number in range(1_000, 1_000 + WAITING + ANSWERED):
        waits = number % ((WAITING + ANSWERED) // WAITING) == 0
        of = {"customer_id": 100 + dice.randrange(CUSTOMERS)}
        state = "waiting" if waits else "ready"
        named = {"id": number, "draft_reference": f"B-{number}", "family_id": number}
        papers.append({**paper, **named, **of, "state": state})
        lines.append({**line, "id": number, "document_id": number})
        person, role = dice.choices(list(ASKED.values()), (60, 25, 15))[0]
        minute = (
            f"2026-11-{1 + number % 20:02d}T{8 + number % 9:02d}:{number % 60:02d}:00.000+07:00"
        )
        asked = {"id": number, "document_id": number, "asked_at": minute, "due_at": minute}
        asked |= {"answerer_id": person, "answerer_role": role}
        asked |= {"customer_waiting": int(dice.random() < 0.02)}
        if not waits:
            asked |= {"state": "approved", "closed_at": minute}
        requests.append({**request, **of, **asked})
        step = {"position": 1, "answerer_id": person, "role": role, "why": "[]"}
        steps.append({"request_id": number, **step})
    with shop.store.write():
        for table, rows in (
            (t.customer, names), (t.document, papers), (t.document_line, lines),
            (t.request, requests), (t.request_step, steps),
        ):  # fmt: skip
            table.add_all(rows)
    shop.store.database.execute_sql("ANALYZE")


def places(store: Store) -> dict[str, tuple[int, str, int] | None]:
    """After which request the first page begins, one in the middle, and the last."""
    request = store.t.request
    keys = (request.c.customer_waiting, request.c.asked_at, request.c.id)
    rows = request.select(*keys).where(request.c.state == "waiting")
    all_of = list(rows.order_by(keys[0].desc(), *keys[1:]).tuples())
    return {"first": None, "middle": all_of[WAITING // 2], "last": all_of[-WAITING // 50]}


def timed(work: Callable[[], object]) -> list[float]:
    """Milliseconds of some calls, the first of which is not counted."""
    work()
    taken = []
    for _ in range(READS):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def measure(url: str) -> None:
    """Fill a database and read it as each of those who answer."""
    store = Store.open(url, migrations=True)
    shop = SellingShop(staffed(store))
    fill(shop)
    day = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(DEPUTY, day, day, "ลา"))
    floor = median(timed(lambda: store.database.execute_sql(FLOOR).fetchall()))
    print(f"queue on {store.engine}, {WAITING:,} waiting: bare {floor:.2f} ms")
    starts = places(store)
    for name in ("supervisor", "manager", "director", "sales"):
        program: Application = getattr(shop.desk, name)
        for place, start in starts.items():
            taken = timed(partial(program.read, queue_page, start, LIMIT))
            worst = quantiles(taken, n=20)[-1]
            print(
                f"  {name:<10} {place:<6} page {median(taken):6.1f} ms, p95 {worst:6.1f}"
                f" (target {MOST_MS:.0f}), ratio {median(taken) / floor:.1f}"
            )
    store.close()


def main() -> None:
    """Measure on each engine."""
    with databases() as urls:
        for url in urls:
            measure(url)


if __name__ == "__main__":
    main()
