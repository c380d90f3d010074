"""Eight superiors, each in a process of their own, race for the same requests.

For each request all eight press in one moment; one answers, seven are told who was faster. Bare is
eight processes that lock a row, look at its version, write it and commit, with the same driver on
the same server. A ninth desk looks for changes as a window does. On SQLite, and on PostgreSQL
where there is a server. Run as `python -m benchmarks.bench_answers`.
"""

import sqlite3
import time
from collections import Counter
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from statistics import median, quantiles
from typing import Any

from benchmarks.bench_queue import databases
from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.people import SavePerson
from crm_desktop.store import Store
from tests.race import FRESH, Race
from tests.services.desk import PASSWORD, PEOPLE, staffed
from tests.services.shop import SellingShop
from ui.desk import POLL_MS

SUPERIORS = 8
REQUESTS = 60
ROUNDS = 2
MOST_RATIO, MOST_SECONDS = 5.0, 1.0
PAPER = "CREATE TABLE paper (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL)"


def bare(url: str, start: Barrier, told: Connection, first: int) -> None:
    """Lock, look, write, commit; tells how long each took."""
    if url.startswith("sqlite"):
        database: Any = sqlite3.connect(
            url.removeprefix("sqlite:///"), timeout=30, isolation_level=None
        )
        database.execute("PRAGMA synchronous=FULL")
        begin, lock, mark = "BEGIN IMMEDIATE", "", "?"
    else:
        import psycopg

        database = psycopg.connect(url, autocommit=True)
        begin, lock, mark = "BEGIN", " FOR NO KEY UPDATE", "%s"
    for number in range(first, first + REQUESTS):
        start.wait()
        started = time.perf_counter()
        database.execute(begin)
        look = f"SELECT version FROM paper WHERE id = {mark}{lock}"
        (version,) = database.execute(look, (number,)).fetchone()
        if version == 1:
            write = f"UPDATE paper SET state = 'approved', version = 2 WHERE id = {mark}"
            database.execute(f"{write} AND version = 1", (number,))
        database.execute("COMMIT")
        told.send(("done" if version == 1 else "late", time.perf_counter() - started, 0.0))
    database.close()
    told.close()


def answer(
    url: str, start: Barrier, told: Connection, person: int, asked: tuple[tuple[int, int], ...]
) -> None:
    """Approve each request as its version was read; tells what came of it, and when."""
    desk = Application.open(url)
    desk.become(person)
    for request, version in asked:
        start.wait()
        started, came = time.perf_counter(), "done"
        try:
            desk.execute(AnswerRequest(request, version, "approve"))
        except Refused as refused:
            came = refused.code
        told.send((came, time.perf_counter() - started, time.time()))
    desk.close()
    told.close()


def watch(url: str, told: Connection) -> None:
    """A desk that looks as often as a window does, until its other end is closed; tells when it
    saw that requests changed."""
    desk = Application.open(url)
    while not told.poll(POLL_MS / 1000):
        if "request" in desk.poll():
            told.send(time.time())
    desk.close()


def hire(shop: SellingShop) -> list[int]:
    """Superiors of one grade above the officer, each under the next."""
    above: int | None = None
    found: list[int] = []
    for number in range(SUPERIORS):
        name = f"superior{number}"
        saved = SavePerson(
            None, 0, name, name, "", ("manager",), "G5", 1, above, password=PASSWORD
        )  # fmt: skip
        above = shop.system.execute(saved)
        found.append(above)
    officer = list(PEOPLE).index("officer") + 1
    with shop.store.write():
        person = shop.store.t.person
        person.update(superior_id=above).where(person.c.id == officer).execute()
    return found


def ask(shop: SellingShop) -> tuple[tuple[int, int], ...]:
    """Requests that each of them may answer, with their versions."""
    outcomes = []
    for number in range(REQUESTS):
        shop.customer = shop.new_customer(f"ลูกค้า {number}")
        outcomes.append(shop.submit(shop.draft(shop.line("CEM", 60, discount="12%"))))
    return tuple((each.request_id or 0, 1) for each in outcomes)


def race(work: Any, url: str, each: list[tuple[Any, ...]]) -> list[tuple[str, float, float]]:
    """What everybody told."""
    run = Race(work, url, each)
    run.run()
    assert run.exit_codes == [0] * SUPERIORS
    return [word for told in run.told for word in told]


def seen_after(written: list[float], looked: list[float]) -> float:
    """The longest that a change stayed unseen, in seconds."""
    return max(min(at for at in looked if at >= moment) - moment for moment in written)


def measure(url: str) -> None:
    """Rounds of bare and program in turn."""
    store = Store.open(url, migrations=True)
    store.database.execute_sql(PAPER)
    shop = SellingShop(staffed(store))
    people = hire(shop)
    floor: list[tuple[str, float, float]] = []
    ours: list[tuple[str, float, float]] = []
    unseen = 0.0
    for number in range(ROUNDS):
        first = number * REQUESTS
        for paper in range(first, first + REQUESTS):
            store.database.execute_sql(f"INSERT INTO paper VALUES ({paper}, 1, 'waiting')")
        floor += race(bare, url, [(first,)] * SUPERIORS)
        asked = ask(shop)
        mine, theirs = FRESH.Pipe()
        watcher = FRESH.Process(target=watch, args=(url, theirs))
        watcher.start()
        time.sleep(2 * POLL_MS / 1000)
        answered = race(answer, url, [(person, asked) for person in people])
        time.sleep(2 * POLL_MS / 1000)
        mine.send("enough")
        watcher.join()
        looked = []
        while mine.poll():
            looked.append(mine.recv())
        unseen = max(unseen, seen_after([at for came, _, at in answered if came == "done"], looked))
        ours += answered
    told(store, floor, ours, unseen)
    store.close()


def told(store: Store, floor: list[Any], ours: list[Any], unseen: float) -> None:
    """One line of figures."""
    came = Counter(word for word, _, _ in ours)
    answers = store.t.request_answer.select().where(store.t.request_answer.c.verdict == "approve")
    once = came["done"] == answers.count() == ROUNDS * REQUESTS
    (bare_p95, bare_half), (p95, half) = (
        (quantiles([each[1] for each in words], n=20)[-1], median(each[1] for each in words))
        for words in (floor, ours)
    )
    print(
        f"{SUPERIORS} superiors on {store.engine}, {ROUNDS * REQUESTS} requests:"
        f" {'each answered exactly once' if once else 'BROKEN'} ({dict(came)});"
        f" bare {bare_half * 1000:.1f} ms, p95 {bare_p95 * 1000:.1f};"
        f" program {half * 1000:.1f} ms, p95 {p95 * 1000:.1f},"
        f" ratio {p95 / bare_p95:.1f} (target {MOST_RATIO:.0f});"
        f" unseen by another desk for {unseen:.2f} s at most (target {MOST_SECONDS:.0f})"
    )


def main() -> None:
    """Measure on each engine."""
    with databases() as urls:
        for url in urls:
            measure(url)


if __name__ == "__main__":
    main()
