"""The big file: the demo shop with CRM_BENCH_CUSTOMERS customers (1,000,000 unless said).

It is made once for each version of the schema and of the demo and kept in build/bench, since
several benchmarks read it; what they write into it is a handful of customers. On PostgreSQL it is
made anew, without papers, in a database of its own, which is dropped at the end.
"""

import hashlib
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crm_desktop.store import Store

CUSTOMERS = int(os.environ.get("CRM_BENCH_CUSTOMERS", "1000000"))
POSTGRES = "CRM_TEST_POSTGRES"
ROOT = Path(__file__).resolve().parent.parent
KEPT = Path(os.environ.get("CRM_BENCH_FOLDER", ROOT / "build" / "bench"))
MADE_FROM = ("crm_desktop/store/migrations", "crm_desktop/demo", "resources/demo")
PAPERS = 30
PERSON = "somchai"


def big_url() -> str:
    """The URL of the SQLite file, made now where there is none."""
    path = KEPT / f"customers-{CUSTOMERS}-{_version()}.db"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        for old in KEPT.glob(f"customers-{CUSTOMERS}-*"):
            old.unlink()
        unfinished = path.with_suffix(".making")
        _make(f"sqlite:///{unfinished.as_posix()}")
        unfinished.rename(path)
    return f"sqlite:///{path.as_posix()}"


@contextmanager
def big_server() -> Iterator[str | None]:
    """The URL of the same on PostgreSQL; None where there is no server (`make bench` has one)."""
    server = os.environ.get(POSTGRES)
    if not server:
        yield None
        return
    import psycopg

    name = f"crm_bench_{random.getrandbits(32):08x}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            url = f"{server.rpartition('/')[0]}/{name}"
            _make(url, papers=0)
            yield url
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _version() -> str:
    digest = hashlib.sha256()
    for folder in MADE_FROM:
        for path in sorted((ROOT / folder).glob("*.*")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _make(url: str, papers: int = PAPERS) -> None:
    from crm_desktop.demo import fill
    from crm_desktop.store import Store

    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    store = Store.open(url, migrations=True)
    fill(store, CUSTOMERS, 1, papers=papers)
    size = _size(store)
    if store.engine == "postgresql":
        store.database.execute_sql("ANALYZE")  # a server does so by itself, a little later
    store.close()
    print(
        f"demo of {CUSTOMERS:,} customers on {store.engine}: {time.perf_counter() - wall:.0f} s,"
        f" of which {sum(os.times()[:4]) - cpu:.0f} s of processor time; {size / 2**20:,.0f} MiB",
        flush=True,
    )


def _size(store: "Store") -> int:
    sql = {
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        "postgresql": "SELECT pg_database_size(current_database())",
    }
    return int(store.database.execute_sql(sql[store.engine]).fetchone()[0])
