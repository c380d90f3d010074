"""A year of the demo shop: quotations, answers, visits, told as lives that share one clock.

Each life is a generator: it acts as a person, then yields the moment it wants to act again. The
lives are woven in time, so that numbers, audit lines and timelines run as they would have.
"""

import heapq
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from crm_desktop.demo.clients import Client, report_credit
from crm_desktop.demo.day import desks
from crm_desktop.demo.quoting import Quote
from crm_desktop.demo.stage import Stage
from crm_desktop.demo.visiting import visit
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.product_values import Goods

Life = Iterator[datetime]


def play(
    stage: Stage,
    clients: tuple[Client, ...],
    products: tuple[Goods, ...],
    end: datetime,
    count: int,
) -> dict[str, int]:
    """Plays everything up to `end`, `count` quotations before today, and counts what is there."""
    luck = stage.luck("papers")
    lives: list[tuple[datetime, int, Life]] = []

    def begin(at: datetime, life: Life) -> None:
        heapq.heappush(lives, (at, len(lives), life))

    for at in _working_moments(luck, stage.moment, end, count):
        plan = _plan(luck)
        begin(at, Quote(stage, luck, luck.choice(clients), products, plan).life())
    for at in _working_moments(luck, stage.moment, end, count * 2 // 3):
        begin(at, visit(stage, luck, luck.choice(clients)))
    for at, life in desks(stage, clients, products, end):
        begin(at, life)
    morning = end - timedelta(days=end.hour < 7)
    begin(morning.replace(hour=6, minute=40), report_credit(stage, clients))
    begin(stage.moment.replace(hour=6), _nights(stage))
    _weave(stage, lives, end)
    stage.moment = end
    stage.do_as_system(Housekeeping())
    return _count(stage)


def _weave(stage: Stage, lives: list[tuple[datetime, int, Life]], end: datetime) -> None:
    """Lets whoever is next act; what would come after the end stays open."""
    while lives:
        at, order, life = heapq.heappop(lives)
        if at > end:
            continue
        stage.moment = max(at, stage.moment)
        following = next(life, None)
        if following is not None:
            heapq.heappush(lives, (max(following, stage.moment), order, life))


def _nights(stage: Stage) -> Life:
    """The scheduler's housekeeping, early every morning."""
    while True:
        stage.do_as_system(Housekeeping())
        yield stage.moment + timedelta(days=1)


def _working_moments(luck: Random, start: datetime, end: datetime, count: int) -> list[datetime]:
    """Moments between half past eight and half past four, none on a Sunday."""
    moments: list[datetime] = []
    days = (end - start).days - 1
    while len(moments) < count:
        day = start + timedelta(days=luck.randrange(days))
        if day.weekday() != 6:
            minutes = luck.randrange(480)
            moments.append(day.replace(hour=8, minute=30) + timedelta(minutes=minutes))
    return sorted(moments)


def _plan(luck: Random) -> dict[str, Any]:
    """What sort of paper: mostly small and the officer's own, now and then a big one."""
    size = luck.random()
    if size < 0.6:
        baht, discount = luck.randint(800, 45_000), luck.choice(("", "", "2%", "3%", "5%"))
    elif size < 0.8:
        baht, discount = luck.randint(20_000, 190_000), luck.choice(("", "6%", "8%", "5+3%"))
    elif size < 0.95:
        baht, discount = luck.randint(60_000, 480_000), luck.choice(("8%", "12%", "10+3%"))
    else:
        baht, discount = luck.randint(500_000, 2_400_000), luck.choice(("10%", "15%", "18%"))
    return {"baht": baht, "discount": discount}


def _count(stage: Stage) -> dict[str, int]:
    """How many papers and visits came of it."""
    tables = {"papers": stage.store.t.document, "visits": stage.store.t.visit}
    return {name: table.select().count() for name, table in tables.items()}
