"""Thousands wait for whoever leaves: nobody stands still meanwhile, and none is forgotten."""

from collections.abc import Callable
from typing import Any

import pytest

from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.services.authority import approval_queue, matrices, requests, rerouting
from crm_desktop.services.authority.delegations import Delegate, EndDelegation
from crm_desktop.services.housekeeping import Housekeeping, chores
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.team.reassigning import Part, Reassign
from crm_desktop.store import Store
from tests.services.shop import SellingShop, desk, shop
from tests.services.test_rerouting import IDS, answer, asked, asks, change, kept

__all__ = ["desk", "shop"]


@pytest.mark.parametrize("bound", ["BATCH", "LOOKED"])
def test_nobody_waits_for_thousands_to_be_moved_and_none_is_forgotten(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(rerouting, bound, 1)
    outcomes = [asked(shop) for _ in range(4)]
    kept(shop)
    change(shop, "supervisor", active=False)
    assert [asks(shop, each) for each in outcomes] == ["manager", *["supervisor"] * 3]
    with pytest.raises(Refused, match="person_inactive"):
        answer(shop, outcomes[1], "supervisor")
    queued = shop.desk.manager.read(approval_queue.queue_page).rows
    assert {each.id for each in queued} == {each.request_id for each in outcomes}
    assert answer(shop, outcomes[1], "manager") == "approved", "whoever is next need not wait"
    change(shop, "manager", superior_id=IDS["director"], grade="G6")
    assert shop.system.read(chores).house, "also for a program that is opened later"
    kept(shop)
    assert [asks(shop, outcomes[each]) for each in (0, 2, 3)] == ["manager"] * 3


def test_one_request_that_cannot_be_moved_keeps_no_other_and_nobody_from_leaving(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, whole = asked(shop), asked(shop)
    put = requests.put_to

    def refusing(context: Any, request: Any, *rest: Any, **values: Any) -> None:
        put(context, request, *rest, **values)
        if request["id"] == broken.request_id:
            raise Refused("not_found", record="person", record_id=99)

    monkeypatch.setattr(requests, "put_to", refusing)
    change(shop, "supervisor", active=False)
    assert [asks(shop, each) for each in (broken, whole)] == ["supervisor", "manager"]
    assert answer(shop, broken, "manager") == "approved", "those above can answer it all the same"
    kept(shop)


def test_what_a_lost_grade_left_to_be_moved_is_not_forgotten_over_an_absence(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = shop.desk.now.date()
    outcomes = [asked(shop) for _ in range(4)]
    kept(shop)
    monkeypatch.setattr(rerouting, "LOOKED", 1)
    change(shop, "supervisor", grade="G3")
    monkeypatch.setattr(rerouting, "LOOKED", 2)
    shop.desk.manager.execute(Delegate(IDS["sales"], day, day, "ลา"))
    assert [asks(shop, each) for each in outcomes] == ["manager", *["supervisor"] * 3]
    kept(shop)
    assert [asks(shop, each) for each in outcomes] == ["manager"] * 4


def test_moving_many_stands_in_nobodys_way(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = [asked(shop) for _ in range(2)]
    kept(shop)
    beyond: list[int] = []
    monkeypatch.setitem(requests.HOLDS, "quotation.issue", lambda _, paper: beyond.append(paper))
    monkeypatch.setattr(rerouting, "BATCH", 1)
    change(shop, "supervisor", active=False)
    shop.desk.later(days=2)
    runs = [shop.system.execute(Housekeeping())]
    while runs[-1].more:
        runs.append(shop.system.execute(Housekeeping()))
    assert [asks(shop, each) for each in outcomes] == ["director", "manager"]
    assert beyond == [], "what only an answer reaches is not held"
    assert not any(each.rerouted and each.escalated for each in runs), "the papers are passed once"


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_of_two_who_move_many_requests_one_waits_before_it_holds_any(
    shop: SellingShop, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = shop.desk.now.date()
    asked(shop)
    draft = matrices.DraftMatrix(tuple(rows_to_json(shipped().rows)), "ใหม่", day)
    version = shop.desk.director.execute(draft)
    lent = shop.desk.supervisor.execute(Delegate(IDS["sales"], day, day, "ลา"))
    movers: list[Callable[[], object]] = [
        lambda: change(shop, "other", grade="G4"),
        lambda: shop.desk.manager.execute(Delegate(IDS["sales"], day, day, "ลา")),
        lambda: shop.desk.supervisor.execute(EndDelegation(lent, 1)),
        lambda: shop.desk.manager.execute(matrices.ConfirmMatrix(version)),
        lambda: shop.desk.director.execute(
            Reassign(IDS["officer"], (Part("papers", IDS["supervisor"]),), "ย้าย")
        ),
    ]
    shop.store.database.execute_sql("SET lock_timeout = 20")
    other = Store.open(store_url)
    with other.write():
        Context(other, SYSTEM, shop.desk.now).take_turn()
        for move in movers:
            with pytest.raises(Unavailable, match="database_locked"):
                move()
    other.close()
    done: list[str] = []
    for name in ("take_turn", "hold", "insert", "update"):
        monkeypatch.setattr(Context, name, noted(done, name))
    for move in movers:
        done.clear()
        move()
        assert done[0] == "take_turn"


def noted(done: list[str], name: str) -> Callable[..., object]:
    """What a context does, noted before it does it."""
    real = getattr(Context, name)

    def does(*given: Any, **values: Any) -> object:
        done.append(name)
        return real(*given, **values)

    return does
