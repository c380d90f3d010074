"""A window that is gone must not take the program with it when its parts are collected."""

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.icons import icon


def test_icons_outlive_the_buttons_that_show_them(qapp: QApplication, qtbot: QtBot) -> None:
    """PySide 6.11 crashes in `gc` when the last of an icon with an engine of ours is collected."""
    button = QPushButton(icon("users"), "")
    engine_owner = icon("users")
    button.deleteLater()
    gone = weakref.ref(button)
    del button
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None
    assert icon("users") is engine_owner
