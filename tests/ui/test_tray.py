"""News outside the window: heard at once, silent when wanted, and nameless over a locked window."""

from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.services.notify import SetNotify, Told, my_notify
from crm_desktop.services.papers.quotations import Outcome
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui.notices import Notice
from ui.theme import Theme
from ui.tokens import Tone
from ui.tray import Tray, system_icon

__all__ = ["desk", "shop", "sit"]

LOUD, QUIET, OFF = Told(True, False), Told(True, True), Told(False, False)
ASKED = Notice("request", 7, None, "D-7: Somsri asks for approval", Tone.OK)
BACK = Notice("quotation", 9, 9, "D-9: Approved", Tone.OK)
OVER = Notice("request", 5, None, "D-5: Nok asks for advice", Tone.OK)
WAITS = Notice("request", 8, None, "D-8: Customer waiting", Tone.WARN, True)


class Beside(QSystemTrayIcon):
    """A place beside a clock that nobody has, which keeps what it was told to show."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[str] = []

    def showMessage(self, title: str, words: str, *_: Any) -> None:
        self.shown.append(words)


class Corner:
    """A tray over a window that is not in front."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.icon = Beside(self.window)
        self.told = LOUD
        self.tray = Tray(lambda: self.told, self.icon, self.window)
        self.chosen: list[Notice | None] = []
        self.tray.chosen.connect(self.chosen.append)


@pytest.fixture
def corner(qtbot: QtBot, theme: Theme) -> Corner:
    return Corner(qtbot)


@pytest.fixture
def alerts(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The windows that asked for attention on the taskbar."""
    found: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", found.append)
    return found


def test_what_is_new_is_shown_while_nobody_looks(corner: Corner, alerts: list[QWidget]) -> None:
    corner.tray.tell([WAITS, ASKED])
    assert corner.icon.shown == ["D-8: Customer waiting  (and 1 more)"]
    assert alerts == [corner.window]
    corner.icon.messageClicked.emit()
    assert corner.chosen == [WAITS]


def test_a_window_in_front_says_it_itself(
    corner: Corner, alerts: list[QWidget], qtbot: QtBot
) -> None:
    corner.window.show()
    corner.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    corner.tray.tell([ASKED])
    assert (corner.icon.shown, alerts) == ([], [])


def test_over_a_locked_window_nobody_is_named(corner: Corner) -> None:
    corner.tray.locked = True
    corner.tray.tell([ASKED])
    assert corner.icon.shown == ["Something new is there for you"]
    corner.icon.messageClicked.emit()
    assert corner.chosen == [None], "whoever clicks has to sign in first"


def test_in_quiet_hours_only_a_waiting_customer_is_heard(
    corner: Corner, alerts: list[QWidget]
) -> None:
    corner.told = QUIET
    corner.tray.tell([ASKED])
    assert (corner.icon.shown, alerts) == ([], [])
    corner.tray.tell([ASKED, WAITS])
    assert corner.icon.shown == [WAITS.words]


def test_what_came_in_quiet_hours_is_told_once_when_they_are_over(
    corner: Corner, alerts: list[QWidget]
) -> None:
    corner.told = QUIET
    corner.tray.tell([ASKED])
    corner.tray.tell([BACK, OVER])
    corner.tray.follow([ASKED, BACK])
    corner.tray.later.timeout.emit()
    assert (corner.icon.shown, alerts) == ([], []), "the night is not over"
    corner.told = LOUD
    corner.tray.later.timeout.emit()
    assert corner.icon.shown == ["D-9: Approved  (and 1 more)"], "and not what is over by now"
    assert alerts == [corner.window]
    assert not corner.tray.later.isActive()
    corner.tray.tell([])
    assert len(corner.icon.shown) == 1


def test_what_was_read_in_the_window_in_quiet_hours_is_not_told_again(
    corner: Corner, qtbot: QtBot
) -> None:
    corner.told = QUIET
    corner.tray.tell([ASKED])
    corner.window.show()
    corner.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    corner.tray.later.timeout.emit()
    corner.window.hide()
    corner.told = LOUD
    corner.tray.tell([])
    assert corner.icon.shown == []


def test_whoever_wants_no_notices_gets_none_but_the_taskbar(
    corner: Corner, alerts: list[QWidget]
) -> None:
    corner.told = OFF
    corner.tray.tell([WAITS])
    assert (corner.icon.shown, alerts) == ([], [corner.window])


def test_the_bell_carries_the_number(corner: Corner) -> None:
    def bell() -> bytes:
        picture = corner.icon.icon().pixmap(64, 64).toImage()
        return bytes(picture.constBits())

    corner.tray.follow([])
    plain, title = bell(), corner.icon.toolTip()
    corner.tray.follow([ASKED] * 3)
    assert corner.icon.toolTip() == f"{title}: 3 new"
    assert bell() != plain
    corner.tray.follow([ASKED] * 120)
    assert isinstance(corner.icon.icon(), QIcon)
    corner.tray.follow([])
    assert bell() == plain


def test_a_click_on_the_bell_brings_the_window(corner: Corner) -> None:
    corner.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    corner.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert corner.chosen == [None]


def test_a_system_without_a_tray_misses_nothing_else(
    qtbot: QtBot, theme: Theme, alerts: list[QWidget]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert system_icon(window) is None, "there is none on a screen that nobody has"
    tray = Tray(lambda: LOUD, None, window)
    tray.follow([ASKED])
    tray.tell([ASKED])
    assert alerts == [window]


# ------------------------------------------------------------ in the program


def ask(shop: SellingShop) -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))


def with_bell(counter: Counter) -> Beside:
    """Puts a bell beside the clock of a running copy."""
    icon = Beside(counter.window)
    counter.window.tray._icon = icon
    icon.messageClicked.connect(counter.window.tray._clicked)
    return icon


def hidden(counter: Counter) -> None:
    """Another program is in front."""
    counter.window.hide()
    QApplication.processEvents()


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_new_request_is_told_once_and_a_click_opens_it(shop: SellingShop, sit: Sit) -> None:
    boss = sit("supervisor")
    icon = with_bell(boss)
    hidden(boss)
    asked = ask(shop)
    boss.hear()
    reference = shop.paper(asked.id).reference
    assert icon.shown == [f"{reference}: Officer asks"]
    assert icon.toolTip().endswith(": 1 new")
    boss.hear()
    assert len(icon.shown) == 1
    icon.messageClicked.emit()
    assert boss.window.isVisible()
    assert boss.window.middle.current().request_id == asked.request_id  # type: ignore[union-attr]
    assert not boss.window.notices.isVisible()


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_locked_desk_and_a_quiet_evening_are_respected(shop: SellingShop, sit: Sit) -> None:
    boss = sit("supervisor")
    icon = with_bell(boss)
    boss.window.lock()
    ask(shop)
    boss.hear()
    assert icon.shown == ["Something new is there for you"]
    icon.messageClicked.emit()
    assert boss.window.lock_page.isVisible()
    version = shop.desk.supervisor.read(my_notify).version
    quiet = SetNotify(version, quiet_from="08:00", quiet_until="10:00")
    shop.desk.supervisor.execute(quiet)
    ask(shop)
    boss.hear()
    assert len(icon.shown) == 1
