"""What lies on everybody's desk on the day the demo is made: asked, answered, due, planned."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from crm_desktop.demo.acting import Life
from crm_desktop.demo.clients import OFFICERS, Client
from crm_desktop.demo.quoting import Quote
from crm_desktop.demo.stage import Stage, workday
from crm_desktop.demo.visiting import visit
from crm_desktop.services.products.product_values import Goods

OPENS, CLOSES, EARLY = time(8, 10), time(17, 0), time(10, 0)
WHOLE_DAY = timedelta(minutes=330)
Begun = Iterator[tuple[datetime, Life]]

# The day's papers: minutes before its end, whose, and how far each has come; `again` is by the
# customer of the officer's paper before.
PAPERS: tuple[tuple[int, str, dict[str, Any]], ...] = (
    # these wait for the supervisors, ...
    (255, "somchai", {"baht": 36_000, "discount": "8%", "answers": ()}),
    (205, "kanya", {"baht": 28_000, "discount": "12%", "answers": ()}),
    (6, "piti", {"baht": 310_000, "discount": "6%", "answers": (), "urgent": True}),
    (120, "somchai", {"baht": 150_000, "discount": "5+3%", "answers": ()}),
    (75, "piti", {"baht": 88_000, "discount": "11%", "answers": ()}),
    (190, "ekachai", {"baht": 26_000, "discount": "12%", "answers": ()}),
    (140, "malee", {"baht": 140_000, "discount": "5%", "answers": ()}),
    # ... these for the manager, one against the supervisor's advice, and for the director, ...
    (230, "kanya", {"baht": 900_000, "discount": "8%", "answers": ()}),
    (300, "piti", {"baht": 95_000, "discount": "9%", "answers": ("advise_against",), "wait": 45}),
    (100, "malee", {"baht": 2_600_000, "discount": "15%", "answers": ()}),
    # ... and these for credit-finance.
    (110, "somchai", {"baht": 45_000, "discount": "", "answers": (), "credit": "overdue"}),
    (
        95,
        "malee",
        {"baht": 60_000, "discount": "5%", "answers": (), "credit": "blocked", "urgent": True},
    ),
    # One order in two papers: the first within the officer's own limit, both together beyond it.
    (85, "somchai", {"baht": 34_000, "discount": "", "wait": 5, "hold": False}),
    (40, "somchai", {"baht": 32_000, "discount": "", "answers": (), "again": True}),
    # Answered and not read yet: sent back with a note, or approved and ready to issue.
    (220, "somchai", {"baht": 24_000, "discount": "12%", "answers": ("return",), "wait": 60}),
    (180, "somchai", {"baht": 64_000, "discount": "12%", "answers": ("approve",), "wait": 50}),
    (210, "kanya", {"baht": 41_000, "discount": "11%", "answers": ("return",), "wait": 55}),
    (135, "kanya", {"baht": 52_000, "discount": "12%", "answers": ("approve",), "wait": 40}),
    (200, "piti", {"baht": 33_000, "discount": "12%", "answers": ("reject",), "wait": 70}),
    (130, "piti", {"baht": 72_000, "discount": "11%", "answers": ("approve",), "wait": 35}),
    (160, "malee", {"baht": 38_000, "discount": "12%", "answers": ("approve",), "wait": 35}),
    (150, "ekachai", {"baht": 30_000, "discount": "11%", "answers": ("return",), "wait": 30}),
    # The officers' own: approved by themselves, begun, given to the customer.
    (45, "ekachai", {"baht": 18_000, "discount": "3%"}),
    (50, "somchai", {"baht": 9_500, "discount": "", "draft": True}),
    (35, "kanya", {"baht": 120_000, "discount": "5%", "draft": True}),
    (30, "piti", {"baht": 16_000, "discount": "2%", "draft": True}),
    (20, "malee", {"baht": 33_000, "discount": "", "draft": True}),
    (60, "somchai", {"baht": 14_200, "discount": "2%", "wait": 5, "hold": False}),
    (25, "kanya", {"baht": 4_700, "discount": "", "wait": 5, "hold": False}),
)
LATE, COMING = (-3, -2, -1, 0, 0), (1, 2, 3, 4, 6)
VISITS = ((-2, 0, 0, 1, 3, 7), (-3, 0, 2, 4, 8), (-1, 0, 0, 1, 5, 9))


def desks(stage: Stage, found: "Callers", products: tuple[Goods, ...], end: datetime) -> Begun:
    """The lives that end on the desks of `end`, each with the moment at which it begins."""
    luck = stage.luck("desks")
    yield from _papers(stage, luck, found, products, end)
    for number, name in enumerate(each for names in OFFICERS.values() for each in names):
        officer = stage.people[name]
        yield from _follow_ups(stage, luck, found, products, officer, end)
        for offset in VISITS[number % len(VISITS)]:
            day = end.date() + timedelta(days=offset)
            day = workday(day) if offset > 0 else day
            client = found.client(officer, luck.choice(("ok", "cash")))
            begun = _working_day(luck, end - timedelta(days=luck.randint(4, 7)))
            yield begun, visit(stage, luck, client, day)


class Callers:
    """Everybody comes to one desk only, so that no amounts add up that should not."""

    def __init__(self, luck: Random, clients: tuple[Client, ...]) -> None:
        self._luck, self._clients = luck, clients
        self._taken: set[int] = set()

    def client(self, officer: int, credit: str, baht: int = 0) -> Client:
        """A customer of the officer with such credit and room in it, or the next best."""
        found = [each for each in self._clients if each.id not in self._taken] or self._clients
        fitting = [each for each in found if each.room >= baht]
        suits = [each for each in fitting if each.credit == credit] or fitting or found
        own = [each for each in suits if each.officer == officer]
        chosen = self._luck.choice(own or suits)
        self._taken.add(chosen.id)
        return replace(chosen, officer=officer)


def office_day(end: datetime) -> tuple[datetime, datetime]:
    """First and last moment of the day whose papers lie there: today's, or the last before."""
    if end.time() < EARLY:
        end = (end - timedelta(days=1)).replace(hour=CLOSES.hour, minute=0)
    tz = end.tzinfo
    last = min(end, datetime.combine(end.date(), CLOSES, tz))
    return datetime.combine(end.date(), OPENS, tz), last


def _papers(
    stage: Stage, luck: Random, found: Callers, products: tuple[Goods, ...], end: datetime
) -> Begun:
    opens, last = office_day(end)
    at_desk: dict[str, Client] = {}
    pace = min(1.0, (last - opens) / WHOLE_DAY)
    for number, (minutes, name, plan) in enumerate(PAPERS):
        credit = plan.get("credit", "ok" if number % 2 else "cash")
        wait = int(plan.get("wait", 5) * pace)
        whole = {"hold": True, **plan, "wait": wait}
        if "again" not in plan:
            room = plan["baht"] * 11 // 10
            at_desk[name] = found.client(stage.people[name], credit, room)
        life = Quote(stage, luck, at_desk[name], products, whole).life()
        yield last - timedelta(minutes=minutes) * pace, life


def _follow_ups(
    stage: Stage,
    luck: Random,
    found: Callers,
    products: tuple[Goods, ...],
    officer: int,
    end: datetime,
) -> Begun:
    """Papers of last week that were spoken of once, with the day set for the next time."""
    for offset in (*luck.sample(LATE, luck.randint(2, 3)), *luck.sample(COMING, 2)):
        due: date = end.date() + timedelta(days=offset)
        baht = luck.choice((14_000, 22_000, 37_000, 46_000, 68_000, 120_000))
        plan = {
            "baht": baht,
            "discount": luck.choice(("2%", "3%", "5%")),
            "answers": ("approve",) * 3,
            "wait": 20,
            "due": due,
        }
        client = found.client(officer, luck.choice(("ok", "cash")), baht * 11 // 10)
        begun = _working_day(luck, end - timedelta(days=luck.randint(7, 10)))
        yield begun, Quote(stage, luck, client, products, plan).life()


def _working_day(luck: Random, at: datetime) -> datetime:
    """Some moment of the office's day, a day earlier where that is a Sunday."""
    if at.weekday() == 6:
        at -= timedelta(days=1)
    return at.replace(hour=luck.randint(9, 15), minute=luck.randrange(60), second=0)
