"""The authority screen of several people on one real shop, for the tests of its parts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.application import Application
from crm_desktop.domain.authority import Level, Row, ladder, shipped
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.matrices import ConfirmMatrix, DraftMatrix
from tests.services.desk import Desk as Staff
from tests.services.desk import desk as staff
from ui.authority.table_page import TablePage
from ui.desk import Desk
from ui.theme import Theme
from ui.translations import Translations

TODAY = date(2026, 11, 22)
Open = Callable[[str], TablePage]


@pytest.fixture
def open_as(
    staff: Staff,
    qtbot: QtBot,
    theme: Theme,
    translations: Translations,
    tmp_path: Path,
) -> Iterator[Open]:
    """Opens the screen as the person with that user name, in Thai."""
    translations.use("th")
    desks: list[Desk] = []

    def show(username: str) -> TablePage:
        program: Application = getattr(staff, username)
        desk = Desk(program, tmp_path / username)
        desk.speak("th")
        desks.append(desk)
        screen = TablePage(desk)
        desk.changed.connect(screen.reload)
        qtbot.addWidget(screen)
        screen.resize(1100, 700)
        screen.show()
        screen.activateWindow()
        screen.setFocus()
        qtbot.waitUntil(screen.table.hasFocus)
        return screen

    yield show
    for desk in desks:
        desk.tasks.finish()


def rows_with_limit(baht: int) -> tuple[Row, ...]:
    """The shipped rows with one other limit for an officer's quotation."""
    old = shipped().rows[0]
    amount = ladder(
        "amount",
        (Level.OWN, Money.of(baht)),
        (Level.CONSULT, Money.of(200_000)),
        (Level.SUPERIOR, None),
    )
    return (replace(old, conditions=(amount, *old.conditions[1:])), *shipped().rows[1:])


def drafted(staff: Staff, rows: tuple[Row, ...] = ()) -> int:
    return staff.director.execute(DraftMatrix.of(rows or shipped().rows, "ปรับวงเงิน", TODAY))


def confirmed(staff: Staff) -> int:
    version = drafted(staff)
    staff.manager.execute(ConfirmMatrix(version))
    return version


def cell(screen: TablePage, row: int, column: int) -> list[str]:
    return str(screen.table.rows.index(row, column).data()).splitlines()


def spoken(screen: TablePage, row: int, column: int) -> str:
    index = screen.table.rows.index(row, column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def press(screen: TablePage, qtbot: QtBot, words: str) -> None:
    found = [b for b in screen.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


__all__ = ["Staff", "staff"]
