"""A draft over 100,000 papers, and decisions per second, both in one process.

The papers are requests as submitting leaves them, their facts drawn at random; every row that
could have decided them is another in the draft, so that each is decided twice. Then `decide` alone
is timed over such facts for an officer with three superiors. Run as
`python -m benchmarks.bench_replay`.
"""

import json
import random
import tempfile
import time
from dataclasses import replace
from decimal import Decimal

from crm_desktop.domain.authority import (
    Credit,
    Decider,
    Facts,
    Grade,
    Level,
    MatrixState,
    Row,
    Stock,
    decide,
    ladder,
    rows_to_json,
    shipped,
)
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.matrices import DraftMatrix
from crm_desktop.services.authority.replays import Replay, replay
from crm_desktop.store import Store
from tests.services.desk import staffed
from tests.services.shop import SellingShop

PAPERS = 100_000
DECISIONS = 50_000
RUNS = 3
MOST_SECONDS = 5.0
LEAST_DECISIONS = 100_000
DAYS = 30
KIND = {"quotation.issue": "QT", "sales_order.issue": "SO", "back_order.issue": "BO"}
GROUPS = ("cement", "tile", "steel", "paint")


def facts(dice: random.Random) -> Facts:
    """A paper as a counter sees many: mostly small, mostly little discount, credit mostly good."""
    cents = int(dice.lognormvariate(14.5, 1.4)) + 100
    percents = {group: Decimal(dice.randrange(0, 1_200)) / 100 for group in GROUPS[:3]}
    credit = Credit.OK if dice.random() < 0.93 else dice.choice(list(Credit)[1:])
    return Facts(
        amount=Money(cents),
        discount=max(percents.values()),
        discount_by_group=percents,
        below_cost=dice.random() < 0.03,
        unlisted=Money(0 if dice.random() < 0.9 else dice.randrange(1_000_000)),
        credit=frozenset({credit}),
        deposit_share=Decimal(dice.choice((0, 30, 50))),
        stock=dice.choice(list(Stock)),
        days=dice.choice((7, 15, 30)),
        branch="01",
    )


def lower(row: Row) -> Row:
    """The same row with an amount that nobody wrote before."""
    if row.grade is Grade.G6:
        return row
    bound = Money.of(30_000 * 8 ** (row.grade - Grade.G3))
    amount = ladder("amount", (Level.OWN, bound), (Level.SUPERIOR, None))
    rest = tuple(each for each in row.conditions if each.kind != "amount")
    return replace(row, conditions=(amount, *rest))


def fill(shop: SellingShop, count: int) -> None:
    """So many requests, each with its paper, written in one go."""
    sample = shop.submit(shop.draft(shop.line("TILE", discount="12%")))
    tables, dice = shop.store.t, random.Random(69)
    paper = next(iter(tables.document.select().where(tables.document.c.id == sample.id).dicts()))
    request = next(iter(tables.request.select().dicts()))
    papers, requests = [], []
    for number in range(1_000, 1_000 + count):
        matter = dice.choice(list(KIND))
        read = facts(dice)
        own = {"id": number, "draft_reference": f"B-{number}", "kind": KIND[matter]}
        papers.append({**paper, **own, "family_id": number})
        asked = {"id": number, "document_id": number, "matter": matter, "requester_id": 1}
        told = json.dumps(read.to_json(), ensure_ascii=False)
        requests.append({**request, **asked, "facts": told, "amount_satang": read.amount.satang})
    with shop.store.write():
        tables.document.add_all(papers)
        tables.request.add_all(requests)


def measured(url: str) -> tuple[float, Replay]:
    """The best of some runs over a filled database, in seconds, and what was found."""
    store = Store.open(url, migrations=True)
    shop = SellingShop(staffed(store))
    fill(shop, PAPERS - 1)
    rows = tuple(rows_to_json(map(lower, shipped().rows)))
    version = shop.desk.director.execute(DraftMatrix(rows, "ลอง", shop.desk.now.date()))
    best, found = float("inf"), None
    for _ in range(RUNS):
        started = time.perf_counter()
        found = shop.desk.manager.read(replay, version, DAYS)
        best = min(best, time.perf_counter() - started)
    store.close()
    assert found is not None
    assert found.papers == PAPERS
    assert found.more
    return best, found


def decisions() -> float:
    """Decisions per second, the best of some runs."""
    dice, matrix = random.Random(69), shipped(MatrixState.CONFIRMED)
    line = tuple(Decider(6 - grade + 1, "", grade, "01") for grade in list(Grade)[1:])
    officer = Decider(9, "", Grade.G3, "01", line)
    asked = [(dice.choice(list(KIND)), facts(dice)) for _ in range(DECISIONS)]
    best = float("inf")
    for _ in range(RUNS):
        started = time.perf_counter()
        for matter, each in asked:
            decide(matter, officer, each, matrix)
        best = min(best, time.perf_counter() - started)
    return DECISIONS / best


def main() -> None:
    """Measure both and print them with their targets."""
    with tempfile.TemporaryDirectory() as folder:
        seconds, found = measured(f"sqlite:///{folder}/desk.db")
    print(
        f"replay: {found.papers:,} papers, {sum(found.changes.values()):,} elsewhere,"
        f" {seconds:.2f} s (target {MOST_SECONDS:.0f})"
    )
    print(f"decide: {decisions():,.0f} decisions a second (target {LEAST_DECISIONS:,})")


if __name__ == "__main__":
    main()
