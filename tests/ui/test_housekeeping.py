"""The rhythm beside the windows: an idle desk does nothing, and a dead mail server stops nobody."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crm_desktop.application import Application
from crm_desktop.services.housekeeping import (
    BREATH_SECONDS,
    Chores,
    Housekeeping,
    Housekept,
)
from crm_desktop.services.letters import Posted, Problem, SendLetters
from crm_desktop.services.registry import Command
from tests.ui.fakes import Door
from ui.desk import Desk
from ui.housekeeping import Housekeeper


class Copy:
    """A connection of its own, which remembers what was done over it."""

    def __init__(self, opened: list["Copy"], posted: list[Posted], kept: list[Housekept]) -> None:
        self.done: list[str] = []
        self.posted, self.kept = posted, kept
        opened.append(self)

    def act_as_system(self) -> None:
        self.done.append("system")

    def execute(self, command: Command[object]) -> object:
        self.done.append(command.name)
        if isinstance(command, Housekeeping):
            return self.kept.pop(0) if self.kept else Housekept()
        assert isinstance(command, SendLetters)
        return self.posted.pop(0)

    def close(self) -> None:
        self.done.append("closed")


class Watch:
    """A housekeeper over a desk whose chores the test names."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened: list[Copy] = []
        self.posted: list[Posted] = []
        self.kept: list[Housekept] = []
        self.found = Chores(house=False, letters=False)
        self.parent = QObject()
        monkeypatch.setattr("crm_desktop.services.housekeeping.chores", lambda _context: self.found)
        self.keeper = Housekeeper(desk, self._open, self.parent)

    def _open(self) -> Application:
        return cast("Application", Copy(self.opened, self.posted, self.kept))


@pytest.fixture
def watch(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    made = Watch(desk, monkeypatch)
    yield made
    made.keeper.finish()


def test_an_idle_minute_opens_nothing(watch: Watch) -> None:
    watch.keeper.look()
    assert watch.opened == []


def test_what_is_due_is_done_on_a_connection_of_its_own(watch: Watch, qtbot: QtBot) -> None:
    watch.found = Chores(house=True, letters=False)
    watch.keeper.look()
    qtbot.waitUntil(lambda: bool(watch.opened) and watch.opened[0].done[-1] == "closed")
    assert watch.opened[0].done == ["system", "system.housekeeping", "closed"]


def test_letters_go_one_after_the_other_until_the_server_fails(watch: Watch, qtbot: QtBot) -> None:
    watch.found = Chores(house=False, letters=True)
    down = Posted(problem=Problem("mail_no_answer", {}))
    watch.posted = [Posted(sent=1, more=True), down, Posted(sent=1)]
    watch.keeper.look()
    qtbot.waitUntil(lambda: bool(watch.opened) and watch.opened[0].done[-1] == "closed")
    assert watch.opened[0].done == ["system", "mail.send", "mail.send", "closed"]
    assert len(watch.posted) == 1


def test_one_round_at_a_time(watch: Watch, qtbot: QtBot) -> None:
    watch.found = Chores(house=True, letters=False)
    for _ in range(3):
        watch.keeper.look()
    qtbot.waitUntil(lambda: bool(watch.opened) and watch.opened[0].done[-1] == "closed")
    assert len(watch.opened) == 1
    qtbot.waitUntil(lambda: not watch.keeper._under_way)
    watch.keeper.look()
    qtbot.waitUntil(lambda: len(watch.opened) == 2)


def test_a_database_that_is_gone_is_asked_again_in_a_minute(
    watch: Watch, desk: Desk, door: Door
) -> None:
    door.gone = True
    watch.keeper.look()
    door.gone, door.actor = False, None
    watch.keeper.look()
    assert watch.opened == [], "nobody is at the desk"


def test_what_a_change_of_people_left_behind_is_not_left_for_a_minute(
    watch: Watch, desk: Desk, qtbot: QtBot
) -> None:
    watch.found = Chores(house=True, letters=False)
    desk.changed.emit(frozenset({"customer"}))
    assert watch.opened == []
    desk.changed.emit(frozenset({"person", "customer"}))
    qtbot.waitUntil(lambda: bool(watch.opened) and watch.opened[0].done[-1] == "closed")


def test_a_long_round_lets_others_write_between_its_pieces(
    watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaths: list[float] = []
    monkeypatch.setattr("ui.housekeeping.sleep", breaths.append)
    watch.kept = [Housekept(more=True), Housekept(more=True)]
    watch.keeper.keep()
    qtbot.waitUntil(lambda: bool(watch.opened) and watch.opened[0].done[-1] == "closed")
    assert breaths == [BREATH_SECONDS] * 2
