"""Hands on the keyboard: what is typed goes to whatever has the cursor by then."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def hands(*parts: str) -> None:
    """Type words into whatever has the cursor; <Enter> and its like are keys."""
    for part in parts:
        box = QApplication.focusWidget()
        assert box is not None
        if part.startswith("<"):
            QTest.keyClick(box, getattr(Qt.Key, f"Key_{part[1:-1]}"))
        else:
            for letter in part:
                _letter(QApplication.focusWidget(), letter)


def _letter(box: QWidget | None, letter: str) -> None:
    assert box is not None
    if letter.isascii():
        QTest.keyClicks(box, letter)
    else:
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, plain, letter))
