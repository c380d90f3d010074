"""The place Authority of several people on one real shop, one of its pages in view."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crm_desktop.application import Application
from crm_desktop.domain.authority import Row
from crm_desktop.services.authority.matrices import ConfirmMatrix, DraftMatrix
from tests.services.shop import SellingShop, desk, shop
from ui.authority import AuthorityScreen
from ui.desk import Desk
from ui.theme import Theme
from ui.translations import Translations

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = {
    "table": Qt.Key.Key_1,
    "what_if": Qt.Key.Key_2,
    "compare": Qt.Key.Key_3,
    "replay": Qt.Key.Key_4,
    "signatures": Qt.Key.Key_5,
}
Show = Callable[[str, str], Any]


@pytest.fixture
def show(
    shop: SellingShop, qtbot: QtBot, theme: Theme, translations: Translations, tmp_path: Path
) -> Iterator[Show]:
    """Opens a page by its key as the person with that user name, in Thai; answers the page."""
    translations.use("th")
    desks: list[Desk] = []

    def open_page(username: str, key: str) -> Any:
        program: Application = getattr(shop.desk, username)
        here = Desk(program, tmp_path / username)
        here.speak("th")
        desks.append(here)
        screen = AuthorityScreen(here)
        here.changed.connect(screen.reload)
        qtbot.addWidget(screen)
        screen.resize(1366, 728)
        screen.show()
        screen.activateWindow()
        screen.page.setFocus()
        qtbot.waitUntil(screen.page.table.hasFocus)
        qtbot.keyClick(screen.page.table, KEYS[key], CTRL)
        assert screen.parts[screen.tabs.currentIndex()].key == key
        return screen.page

    yield open_page
    for each in desks:
        each.leave()


def press(
    page: Any, qtbot: QtBot, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key where the cursor is."""
    target = page.window().focusWidget() or page
    qtbot.keyClick(target, key, modifier)


def drafted(shop: SellingShop, rows: tuple[Row, ...]) -> int:
    """A draft of the director."""
    return shop.desk.director.execute(DraftMatrix.of(rows, "ลองดู", shop.desk.now.date()))


def confirmed(shop: SellingShop, rows: tuple[Row, ...]) -> int:
    """A version that the manager confirmed."""
    version = drafted(shop, rows)
    shop.desk.manager.execute(ConfirmMatrix(version))
    return version


__all__ = ["desk", "shop"]
