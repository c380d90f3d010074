"""The one door: all of a command or nothing, and whoever listens hears of it."""

from typing import Any

import pytest

from crm_desktop import log
from crm_desktop.application import Application
from crm_desktop.services.registry import HANDLERS
from crm_desktop.services.settings import SaveBranch, SaveShop, Shop, branches
from crm_desktop.store import Store, audit
from tests.services.desk import Desk, desk

__all__ = ["desk"]

SHOP = SaveShop(0, Shop(name_th="ร้านวัสดุไทย"))


def branch(code: str) -> SaveBranch:
    return SaveBranch(None, 0, code, f"สาขา {code}", f"Branch {code}")


def test_what_fails_half_way_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real, head = HANDLERS[SaveBranch], audit.head(desk.store)

    def fail_at_last(context: Any, command: SaveBranch) -> None:
        real(context, command)
        raise RuntimeError

    monkeypatch.setitem(HANDLERS, SaveBranch, fail_at_last)
    heard: list[frozenset[str]] = []
    desk.administrator.listen(heard.append)
    with pytest.raises(RuntimeError):
        desk.administrator.execute(branch("03"))
    assert [each.code for each in desk.administrator.read(branches)] == ["01", "02"]
    assert audit.head(desk.store) == head
    assert heard == []


def test_a_screen_that_cannot_be_drawn_undoes_nothing_and_stops_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[frozenset[str]] = []
    logged: list[BaseException] = []

    def fail(_tables: frozenset[str]) -> None:
        raise RuntimeError("no such screen")

    monkeypatch.setattr("crm_desktop.application.unexpected", logged.append)
    desk.administrator.listen(fail)
    desk.administrator.listen(heard.append)
    number = desk.administrator.execute(branch("03"))
    assert desk.administrator.read(branches)[-1].id == number
    assert heard == [frozenset({"branch"})]
    assert [str(problem) for problem in logged] == ["no such screen"]
    assert log.logger.name == "crm_desktop"


def test_another_desk_hears_once_of_what_changed_and_never_of_its_own(
    desk: Desk, store_url: str
) -> None:
    other = Application(Store.open(store_url), lambda: desk.now)
    other.act_as_system()
    mine = desk.administrator
    mine.poll()
    mine.execute(SHOP)
    assert mine.poll() == frozenset()
    assert other.poll() == {"setting"}
    assert other.poll() == frozenset()
    other.execute(branch("03"))
    mine.execute(branch("04"))
    other.execute(SaveShop(1, Shop(name_th="ร้านใหม่")))
    assert mine.poll() == {"branch", "setting"}
    assert other.poll() == {"branch"}
    other.close()


def test_a_desk_that_comes_late_hears_of_nothing_before_it(desk: Desk) -> None:
    desk.administrator.execute(SHOP)
    assert Application(desk.store).poll() == frozenset()


def test_who_executes_is_on_the_line(desk: Desk) -> None:
    desk.administrator.execute(SHOP)
    line = desk.store.t.audit_line
    rows = line.select(line.c.actor_id, line.c.command, line.c.record, line.c.event)
    last = list(rows.order_by(line.c.id.desc()).limit(1).tuples())
    assert desk.administrator.actor is not None
    assert last == [(desk.administrator.actor.person_id, "settings.save", "setting", "saved shop")]
