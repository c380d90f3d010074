"""A year of the demo shop: quotations, orders, goods, money, visits, told as lives on one clock.

Each life is a generator: it acts as a person, then yields the moment it wants to act again. The
lives are woven in time, so that numbers, audit lines and timelines run as they would have.
"""

import heapq
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from crm_desktop.demo import heads
from crm_desktop.demo.acting import Life
from crm_desktop.demo.bills import report_accounts
from crm_desktop.demo.clients import Client
from crm_desktop.demo.day import Callers, desks
from crm_desktop.demo.order_day import orders_of_the_day
from crm_desktop.demo.paying import evenings
from crm_desktop.demo.prices import dearer
from crm_desktop.demo.quoting import Quote
from crm_desktop.demo.selling import BackOrder, Sale, Special
from crm_desktop.demo.stage import Stage
from crm_desktop.demo.visiting import rounds, visit
from crm_desktop.domain.errors import Refused
from crm_desktop.services.authority.delegations import Delegate
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.products.product_values import Goods

log = logging.getLogger(__name__)
ORDERED = 0.12
"""Share of accepted quotations that become orders here; of the others the bill is written alone."""
COUNTER, SHORT, MADE = 24, 20, 36
"""One order at the counter, one of short goods, one made to order for so many quotations."""


class Weave:
    """Lives in the order of the moments at which they want to act.

    Fate may cross them: goods go to an earlier order, credit turns bad. What is refused then ends
    that life, not the demo.
    """

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._lives: list[tuple[datetime, int, Life]] = []
        self._numbers = count()

    def begin(self, at: datetime, life: Life) -> None:
        """Let a life begin."""
        heapq.heappush(self._lives, (at, next(self._numbers), life))

    def run(self, end: datetime) -> None:
        """Lets whoever is next act; what would come after the end stays open."""
        while self._lives:
            at, _, life = heapq.heappop(self._lives)
            if at > end:
                continue
            self.stage.moment = max(at, self.stage.moment)
            try:
                following = next(life, None)
            except Refused as refusal:
                log.warning("a life of the demo ends early: %r", refusal)
                continue
            if following is not None:
                self.begin(max(following, self.stage.moment), life)


def play(
    stage: Stage,
    clients: tuple[Client, ...],
    products: tuple[Goods, ...],
    end: datetime,
    papers: int,
) -> dict[str, int]:
    """Plays everything up to `end`, `papers` quotations before today, and counts what is there."""
    weave = Weave(stage)
    _quotations(weave, clients, products, end, papers)
    _orders(weave, clients, products, end, papers)
    callers = Callers(stage.luck("day"), clients)
    for at, life in desks(stage, callers, products, end):
        weave.begin(at, life)
    for at, life in orders_of_the_day(stage, callers, products, end, weave.begin):
        weave.begin(at, life)
    luck, officer = stage.luck("last day"), stage.people[heads.LEAVER]
    client = replace(
        luck.choice([each for each in clients if each.branch == "02"]), officer=officer
    )
    weave.begin(_last_days(end), heads.last_day(stage, luck, client, products, end))
    morning = (end - timedelta(days=end.hour < 7)).replace(hour=6, minute=40)
    weave.begin(morning, report_accounts(stage, clients))
    weave.begin(_last_days(end), dearer(stage))
    weave.begin(stage.moment.replace(hour=6), _nights(stage))
    weave.begin(stage.moment.replace(hour=17, minute=40), evenings(stage))
    weave.run(end)
    stage.moment = end
    _take_leave(stage)
    heads.draft_table(stage)
    stage.do_as_system(Housekeeping())
    return _count(stage)


def _last_days(end: datetime) -> datetime:
    """A working hour some days ago."""
    day = (end - timedelta(days=6)).replace(hour=14, minute=0)
    return day - timedelta(days=day.weekday() == 6)


def _take_leave(stage: Stage) -> None:
    """The supervisor of the second branch is away, and an officer stands in for her."""
    first = stage.moment.date()
    last, deputy = first + timedelta(days=2), stage.people["malee"]
    stage.do(stage.people["anong"], Delegate(deputy, first, last, "ลากิจ"))


def _quotations(
    weave: Weave, clients: tuple[Client, ...], products: tuple[Goods, ...], end: datetime, n: int
) -> None:
    """Quotations and visits of the year; of what was accepted some goes on as orders."""
    stage = weave.stage
    luck, chance = stage.luck("papers"), stage.luck("won")

    def won(client: Client, quotation: int) -> None:
        if chance.random() < ORDERED:
            plan = {"baht": chance.randint(5_000, 40_000)}
            at = stage.moment + timedelta(minutes=chance.randint(5, 60))
            sale = Sale(weave.begin, stage, chance, client, products, plan)
            weave.begin(at, sale.of_quotation(quotation))

    for at in _working_moments(luck, stage.moment, end, n):
        plan = {**_plan(luck), "won": won}
        weave.begin(at, Quote(stage, luck, luck.choice(clients), products, plan).life())
    for at in _working_moments(luck, stage.moment, end, n * 2 // 3):
        weave.begin(at, visit(stage, luck, luck.choice(clients)))
    for at, round_ in rounds(stage, stage.luck("rounds"), clients, end, n // 2):
        weave.begin(at, round_)


def _orders(
    weave: Weave, clients: tuple[Client, ...], products: tuple[Goods, ...], end: datetime, n: int
) -> None:
    """Orders that began without a quotation."""
    stage = weave.stage
    luck = stage.luck("orders")
    fit = [each for each in clients if each.credit in ("cash", "ok")]
    kinds = [Sale] * (n // COUNTER) + [BackOrder] * (n // SHORT) + [Special] * (n // MADE)
    moments = _working_moments(luck, stage.moment, end, len(kinds))
    luck.shuffle(moments)
    for at, kind in zip(moments, kinds, strict=True):
        client = luck.choice(fit)
        baht = min(luck.choice((4_500, 9_000, 14_000, 18_000, 36_000)), client.room // 4)
        given = (stage, luck, client, products, {"baht": baht})
        if kind is Sale:
            weave.begin(at, Sale(weave.begin, *given).at_the_counter())
        else:
            weave.begin(at, (BackOrder if kind is BackOrder else Special)(*given).begun())


def _nights(stage: Stage) -> Life:
    """The scheduler's housekeeping, early every morning."""
    while True:
        stage.do_as_system(Housekeeping())
        yield stage.moment + timedelta(days=1)


def _working_moments(luck: Random, start: datetime, end: datetime, wanted: int) -> list[datetime]:
    """Moments between half past eight and half past four, none on a Sunday."""
    moments: list[datetime] = []
    days = (end - start).days - 1
    while len(moments) < wanted:
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
