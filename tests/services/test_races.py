"""Many counters, one database: no number lost or doubled, and only one answer to a question."""

import random

import pytest

from crm_desktop.services import integrity
from crm_desktop.store import Store
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE, desk
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]


def issue_together(
    shop: SellingShop, url: str, processes: int, papers: int, kill: dict[int, int]
) -> None:
    """Lets counters issue papers while some are killed, and looks at what is left."""
    customers = [shop.new_customer(f"คุณลูกค้า {number}") for number in range(processes)]
    each = [(1, shop.products["CEM"], customer, papers) for customer in customers]
    race = Race(racers.issue, url, each)
    race.run(kill)
    survivors = [number for number in range(processes) if number not in kill]
    assert [race.exit_codes[number] for number in survivors] == [0] * len(survivors)
    told = [number for numbers in race.told for number in numbers]
    assert None not in told
    assert len(told) == len(set(told))
    assert all(len(race.told[number]) == papers for number in survivors)
    document = shop.store.t.document
    rows = document.select(document.c.number).where(document.c.number.is_null(False))
    stored = sorted(row[0] for row in rows.tuples())
    assert stored == [f"QT01-6911-{running:05d}" for running in range(1, len(stored) + 1)]
    assert set(told) <= set(stored)
    assert len(stored) - len(told) <= len(kill)  # committed, and killed before it could be told
    assert shop.system.read(integrity.verify).faults == ()


def test_eight_counters_lose_and_double_no_number_though_one_is_killed(
    shop: SellingShop, store_url: str
) -> None:
    issue_together(shop, store_url, 8, 5, {3: 2})


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_no_number_is_lost_or_doubled_however_many_are_killed(
    shop: SellingShop, store_url: str, seed: int
) -> None:
    luck = random.Random(seed)
    kill = {number: luck.randint(1, 60) for number in luck.sample(range(8), 4)}
    issue_together(shop, store_url, 8, 60, kill)


def test_of_two_superiors_who_answer_at_once_one_is_first(
    shop: SellingShop, store: Store, store_url: str
) -> None:
    asked = []
    for _ in range(6):
        outcome = shop.submit(shop.draft(shop.line(quantity=10, discount="12%")))
        assert outcome.request_id is not None
        asked.append((outcome.request_id, shop.request(outcome.request_id)["version"]))
    people = list(PEOPLE)
    superiors = [people.index(name) + 1 for name in ("supervisor", "manager")]
    race = Race(racers.answer, store_url, [(superior, tuple(asked)) for superior in superiors])
    race.run()
    assert race.exit_codes == [0, 0]
    for answers in zip(*race.told, strict=True):
        assert answers.count("approved") == 1
        assert set(answers) - {"approved"} <= {"already_answered", "stale"}
    answer = store.t.request_answer
    rows = answer.select(answer.c.request_id).where(answer.c.verdict == "approve")
    assert sorted(row[0] for row in rows.tuples()) == [request_id for request_id, _ in asked]
    assert shop.system.read(integrity.verify).faults == ()
