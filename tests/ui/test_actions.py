"""Keys are how the counter works: each action has one, and it answers under either layout."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.permissions import PERMISSIONS
from ui.action import Action, Scope
from ui.actions import ACTIONS, MENUS
from ui.binding import bind, fill
from ui.keys import sequences, shown
from ui.palette import Entry, fitting
from ui.places import PLACES
from ui.theme import Theme


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_every_action_has_a_key_a_word_a_menu_and_a_known_permission(action: Action) -> None:
    assert action.keys
    assert action.text
    assert action.menu in MENUS
    assert action.permission is None or action.permission in PERMISSIONS


def test_every_place_asks_for_a_known_permission() -> None:
    assert {place.permission for place in PLACES} <= set(PERMISSIONS)


@pytest.mark.parametrize(
    "scopes",
    [
        (Scope.LIST,),
        (Scope.DOCUMENT,),
        (Scope.QUEUE,),
        (Scope.MATRIX,),
        (Scope.TEAM,),
        (Scope.SETTINGS,),
        (Scope.PIPELINE,),
        (Scope.DOUBLES,),
        (Scope.PRIVACY,),
    ],
    ids=lambda scopes: scopes[0],
)
def test_no_key_means_two_things_in_one_place(scopes: tuple[Scope, ...]) -> None:
    alive = [a for a in ACTIONS.values() if a.scope in (*scopes, Scope.GLOBAL)]
    keys = Counter(sequence.toString() for action in alive for sequence in sequences(*action.keys))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(
    ("key", "thai"), [("A", "ฟ"), ("R", "พ"), ("X", "ป"), ("N", "ื"), ("C", "แ"), ("?", "ฦ")]
)
def test_single_letters_answer_as_their_thai_neighbours(key: str, thai: str) -> None:
    assert QKeySequence(thai) in sequences(key)


def window_with(slots: dict[str, Callable[[], Any]], qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit(window))
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bind(window, slots, lambda _: True)
    window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)
    return window


THAI_LAYOUT = {
    "queue.approve": (0x0E1F, "ฟ", Qt.KeyboardModifier.NoModifier),
    "queue.next": (0x0E37, "ื", Qt.KeyboardModifier.NoModifier),
    "help.keys": (0x0E26, "ฦ", Qt.KeyboardModifier.ShiftModifier),
    "desk.palette": (0x0E32, "า", Qt.KeyboardModifier.ControlModifier),
    "document.save": (0x0E2B, "ห", Qt.KeyboardModifier.ControlModifier),
}


@pytest.mark.parametrize("name", THAI_LAYOUT)
def test_keys_work_while_the_thai_layout_is_on(name: str, qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    window = window_with({name: lambda: done.append(name)}, qtbot)
    code, text, modifiers = THAI_LAYOUT[name]
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key(code), text, modifiers)
    assert done == [name]


def test_a_letter_typed_into_a_field_stays_a_letter(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    window = window_with({"queue.approve": lambda: done.append("approved")}, qtbot)
    box = window.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_A)
    assert box.text() == "a"
    assert done == []


def test_a_latin_key_does_what_it_says(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    window = window_with({"queue.approve": lambda: done.append("approved")}, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert done == ["approved"]


def test_what_a_person_may_not_do_is_not_there(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bound = bind(window, {"new.quotation": int, "desk.lock": int}, lambda _: False)
    assert list(bound) == ["desk.lock"]


def test_the_menu_is_drawn_from_the_table(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bound = bind(window, {"desk.lock": int, "new.quotation": int}, lambda _: True)
    menu = QMenu(window)
    fill(menu, bound, only="new")
    assert [a.text() for a in menu.actions()] == ["New quotation"]


def entry(text: str, words: str) -> Entry:
    return Entry(text, "", words, "x", int)


def test_the_palette_finds_in_thai_and_english_and_forgives_the_layout() -> None:
    entries = [entry("New quotation", "ใบเสนอราคาใหม่ New quotation"), entry("Lock", "ล็อก Lock")]
    assert fitting("nquo", entries)[0].text == "New quotation"
    assert fitting("เสนอ", entries)[0].text == "New quotation"
    assert fitting("ืำไ", entries)[0].text == "New quotation"
    assert fitting("zzzz", entries) == []


def test_keys_are_shown_with_the_thai_character_beside_a_letter() -> None:
    assert shown("A") == "A / ฟ"
    assert shown("N") == "N / ◌ื"
    assert shown("Ctrl+K") == "Ctrl+K"
