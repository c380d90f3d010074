"""The views of what was decided over 100,000 requests of twenty officers in a quarter.

Each view is read as the page reads it, beside the window; the target is a second each. Run as
`python -m benchmarks.bench_team`.
"""

import random
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from benchmarks.bench_replay import facts
from crm_desktop.domain.authority import Decider, Grade, Level, MatrixState, decide, shipped
from crm_desktop.services.team.decisions import Span, decisions, discounts
from crm_desktop.services.team.limits import near_limits, splits
from crm_desktop.services.team.members import EVERYBODY
from crm_desktop.services.team.officers import officers
from crm_desktop.services.wire import dumps
from crm_desktop.store import Store
from tests.services.desk import staffed
from tests.services.shop import SellingShop

REQUESTS = 100_000
DAYS = 90
ANSWERED = 0.6
LINES = 3
CUSTOMERS = 5_000
RUNS = 3
MOST_SECONDS = 1.0
VERDICTS = ("approve",) * 8 + ("return", "reject")
OFFICERS = range(101, 121)
VIEWS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("levels, answers, waiting", decisions),
    ("discounts", discounts),
    ("just under a limit", near_limits),
    ("in several papers", splits),
)


def fill(shop: SellingShop) -> None:
    """Requests with their papers, lines and answers, written in one go."""
    shop.issued(shop.line("TILE", 1))
    tables, dice = shop.store.t, random.Random(4)
    paper = next(iter(tables.document.select().dicts()))
    line = next(iter(tables.document_line.select().dicts()))
    request = next(iter(tables.request.select().dicts()))
    buyer = next(
        iter(tables.customer.select().where(tables.customer.c.id == shop.customer).dicts())
    )
    one = next(iter(tables.person.select().where(tables.person.c.id == 1).dicts()))
    people = [{**one, "id": number, "username": f"b{number}"} for number in OFFICERS]
    matrix, officer = shipped(MatrixState.CONFIRMED), Decider.of_grade(Grade.G3, "01")
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ("document", "request")}
    rows |= {"document_line": [], "request_answer": []}
    customers = [
        {**buyer, "id": 1_000 + number, "code": f"B-{number}"} for number in range(CUSTOMERS)
    ]
    for number in range(1_000, 1_000 + REQUESTS):
        begun = shop.desk.now - timedelta(minutes=dice.randrange(DAYS * 24 * 60 - 600))
        at, owner, read = (
            begun.isoformat(timespec="milliseconds"),
            dice.choice(OFFICERS),
            facts(dice),
        )
        of = {"id": number, "customer_id": 1_000 + dice.randrange(CUSTOMERS)}
        named = {
            "number": f"B-{number}",
            "base_number": f"B-{number}",
            "draft_reference": f"D{number}",
        }
        dated = {"created_at": at, "issued_at": at, "total_satang": read.amount.satang}
        rows["document"].append({**paper, **of, **named, **dated, "owner_id": owner})
        rows["document_line"] += [
            {**line, "id": 10 * number + place, "document_id": number, "position": place}
            for place in range(LINES)
        ]
        decision = decide("quotation.issue", officer, read, matrix)
        asked = {"document_id": number, "requester_id": owner, "asked_at": at}
        told = {"facts": dumps(read.to_json()), "decision": dumps(decision.to_json())}
        level = {"level": decision.level.name, "amount_satang": read.amount.satang}
        rows["request"].append({**request, **of, **asked, **told, **level})
        if decision.level is not Level.OWN and dice.random() < ANSWERED:
            answered = begun + timedelta(minutes=dice.randrange(600))
            rows["request_answer"].append(
                {
                    "request_id": number,
                    "position": 1,
                    "person_id": 2,
                    "verdict": dice.choice(VERDICTS),
                    "note": "",
                    "at": answered.isoformat(timespec="milliseconds"),
                }
            )
    with shop.store.write():
        tables.person.add_all(people)
        tables.customer.add_all(customers)
        for name in ("document", "document_line", "request", "request_answer"):
            getattr(tables, name).add_all(rows[name])


def best(read: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    shortest = float("inf")
    for _ in range(RUNS):
        started = time.perf_counter()
        read()
        shortest = min(shortest, time.perf_counter() - started)
    return shortest


def main() -> None:
    """Fill a database, read every view, print each with the target."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/desk.db", migrations=True)
        shop = SellingShop(staffed(store))
        fill(shop)
        store.database.execute_sql("ANALYZE")
        app, today = shop.desk.director, shop.desk.now.date()
        span = Span(today - timedelta(days=DAYS), today)
        print(f"team: {REQUESTS:,} requests, target {MOST_SECONDS:.0f} s a view")
        print(f"  open work: {best(partial(app.read, officers, EVERYBODY)):.2f} s")
        for name, query in VIEWS:
            print(f"  {name}: {best(partial(app.read, query, span)):.2f} s")
        store.close()


if __name__ == "__main__":
    main()
