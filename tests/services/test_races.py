"""Many counters, one database: no number lost or doubled, and only one answer to a question."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.domain.errors import Stale
from crm_desktop.services import integrity
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.authority.matrices import ConfirmMatrix, DraftMatrix
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.papers.quotation_life import CancelQuotation
from crm_desktop.services.papers.quotations import ReviseQuotation, SubmitQuotation
from crm_desktop.services.registry import SYSTEM, Command, Context
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


def asked(shop: SellingShop) -> int:
    """A question that waits for an answer; its version is 1."""
    draft = shop.draft(shop.line(quantity=10, discount="12%"))
    request_id = shop.submit(draft).request_id
    assert request_id is not None
    return request_id


def drafted(shop: SellingShop, reason: str) -> DraftMatrix:
    rows = tuple(rows_to_json(shipped().rows))
    return DraftMatrix(rows, reason, shop.desk.now.date())


# What two people press in the same moment, and what the second of them is told.
PRESSED: dict[str, tuple[Callable[[SellingShop], Command[Any]], str]] = {
    "approve": (lambda shop: AnswerRequest(asked(shop), 1, "approve"), "already_answered"),
    "advise": (
        lambda shop: AnswerRequest(asked(shop), 1, "return", "แก้ราคา"),
        "already_answered",
    ),
    "submit": (
        lambda shop: SubmitQuotation(shop.draft(shop.line(quantity=4_000)).id, 1, Plea("ด่วน")),
        "stale",
    ),
    "cancel": (lambda shop: CancelQuotation((it := shop.issued()).id, it.version, "ซ้ำ"), "stale"),
    "revise": (lambda shop: ReviseQuotation(shop.issued().id), "revision_open_already"),
    "draft": (lambda shop: drafted(shop, "ลองใหม่"), "done"),
    "confirm": (
        lambda shop: ConfirmMatrix(shop.desk.administrator.execute(drafted(shop, "ปรับ"))),
        "matrix_confirmed_already",
    ),
}


def test_of_two_who_press_at_once_one_is_first_and_the_other_is_told(
    shop: SellingShop, store_url: str
) -> None:
    names = [name for name in PRESSED for _ in range(3)]
    commands = tuple(PRESSED[name][0](shop) for name in names)
    people = list(PEOPLE)
    both = [people.index(name) + 1 for name in ("manager", "director")]
    race = Race(racers.press, store_url, [(person, commands) for person in both])
    race.run()
    assert race.exit_codes == [0, 0]
    for name, *told in zip(names, *race.told, strict=True):
        assert (name, sorted(told)) == (name, sorted(["done", PRESSED[name][1]]))
    assert shop.system.read(integrity.verify).faults == ()


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_a_save_between_another_ones_look_and_its_write_is_not_overwritten(
    shop: SellingShop, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = Store.open(store_url)
    read = Context.row

    def change(store: Store, zone: str) -> None:
        with store.write():
            context = Context(store, SYSTEM, shop.desk.now)
            context.update("customer", shop.customer, 1, "changed", zone=zone)

    def read_and_be_overtaken(context: Context, table: str, record_id: int) -> dict[str, Any]:
        found = read(context, table, record_id)
        monkeypatch.setattr(Context, "row", read)
        change(second, "บางนา")
        return found

    monkeypatch.setattr(Context, "row", read_and_be_overtaken)
    with pytest.raises(Stale) as told:
        change(shop.store, "สีลม")
    assert told.value.values["version"] == 2
    with second.read():
        context = Context(second, SYSTEM, shop.desk.now)
        assert context.row("customer", shop.customer)["zone"] == "บางนา"
    second.close()
