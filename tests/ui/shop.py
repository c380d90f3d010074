"""Counters of one shop: each a running copy of the program with its own connection and window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.application import Application
from crm_desktop.services.today.today import counts
from crm_desktop.store import Store
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop
from ui.desk import Desk
from ui.finding import finder
from ui.main_window import MainWindow
from ui.notices import read_news
from ui.places import PLACES
from ui.theme import Theme
from ui.translations import Translations

TELLING = frozenset({"today", "approvals"})
"""The places beside which a desk is told what waits and what is new; the others show neither."""


class Counter:
    """One copy of the program with somebody at it; `said` is what its status line said."""

    def __init__(
        self,
        shop: SellingShop,
        url: str,
        username: str,
        folder: Path,
        parts: tuple[Theme, Translations],
        places: tuple[str, ...],
    ) -> None:
        self.application = Application(Store.open(url), lambda: shop.desk.now)
        self.application.become(list(PEOPLE).index(username) + 1)
        self.desk = Desk(self.application, folder)
        self.desk.speak("en")
        self._told = not TELLING.isdisjoint(places)
        self.said: list[str] = []
        self.desk.said.connect(lambda words, _tone: self.said.append(words))
        self.window = MainWindow(
            self.desk,
            *parts,
            places=[place for place in PLACES if place.key in places],
            find=finder(self.desk),
            counts=self._counts,
            news=lambda: read_news(self.desk) if self._told else (),
        )

    def _counts(self, show: Callable[[dict[str, int]], object]) -> None:
        if self._told and self.desk.may("today.read"):
            found = self.desk.read(counts)
            show({"approvals": found.approvals, "today": found.today})

    def key(self, *keys: str, into: QWidget | None = None) -> None:
        """Press keys as somebody in front of the window would."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        for each in keys:
            QTest.keySequence(into or self.window, QKeySequence(each))

    def rest(self) -> None:
        """Wait until nothing is under way beside the window."""
        until = QDeadlineTimer(15_000)
        while self.desk.tasks.busy and not until.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        assert not self.desk.tasks.busy

    def hear(self) -> None:
        """Look around as the program does twice a second."""
        self.desk.look_around()

    def close(self) -> None:
        """End this copy; a window that lives on would be dressed again by every later theme."""
        self.desk.leave()
        self.window.close()
        shiboken6.delete(self.window)
        self.application.close()


Sit = Callable[..., Counter]


@pytest.fixture
def sit(
    shop: SellingShop,
    store_url: str,
    qtbot: QtBot,
    theme: Theme,
    translations: Translations,
    tmp_path: Path,
) -> Iterator[Sit]:
    """Sits somebody down at a counter of their own: sit("supervisor")."""
    counters: list[Counter] = []

    def take_place(username: str, *places: str) -> Counter:
        folder = tmp_path / f"pc{len(counters)}"
        counter = Counter(
            shop, store_url, username, folder, (theme, translations), places or ("approvals",)
        )
        counters.append(counter)
        counter.window.resize(1366, 728)
        with qtbot.waitExposed(counter.window):
            counter.window.show()
        counter.window.activateWindow()
        counter.window.notices.look()  # what comes from now on is news
        return counter

    yield take_place
    for counter in counters:
        counter.close()
