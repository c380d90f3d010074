"""What Qt calls by itself never raises into Qt, where it would take the process down later."""

from typing import Any

from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import Unavailable
from ui.guarded import guarded
from ui.screen import Screen
from ui.theme import Theme


class Cut(Screen):
    """A screen whose server goes while it comes into view."""

    def reload(self, tables: frozenset[str]) -> None:
        raise Unavailable("database_unreachable")


def test_a_screen_that_comes_into_view_without_a_server_is_read_the_next_time(
    qtbot: QtBot, theme: Theme
) -> None:
    nobody: Any = None
    screen = Cut(nobody)
    qtbot.addWidget(screen)
    screen._missed = frozenset({"customer"})
    with qtbot.captureExceptions() as caught:
        screen.show()
    assert [error for error, *_ in caught] == [Unavailable]
    assert screen._missed == {"customer"}


def test_qt_gets_an_answer_in_place_of_an_error(qtbot: QtBot) -> None:
    @guarded(otherwise=False)
    def takes(key: str) -> bool:
        return bool(int(key))

    with qtbot.captureExceptions() as caught:
        assert [takes("1"), takes("x")] == [True, False]
    assert [error for error, *_ in caught] == [ValueError]
