"""What an eye would see at once: a control without a name, a word without room."""

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from ui.screen import Screen

ARROW = 36
SIZES = {"150%": (911, 485), "100%": (1366, 728)}
SETTLED_MS = 2_000


def faults(window: QWidget, name: str, view: QWidget | None = None) -> set[str]:
    """What is wrong in a window, or in a dialog over it, at the counter's size and at 150 %."""
    wrong = set()
    for percent, size in SIZES.items():
        window.resize(*size)
        wrong |= {f"{name} at {percent}: {each}" for each in settled(view or window)}
    return wrong


def settled(view: QWidget) -> list[str]:
    """What is wrong with a view once it stands: what is read beside the window comes later."""
    until = QDeadlineTimer(SETTLED_MS)
    while True:
        for _ in range(3):
            QApplication.processEvents()
        wrong = [f"{each} has no name" for each in nameless(view)]
        wrong += [f"{each} is cut off" for each in cut(view)]
        if not wrong or until.hasExpired():
            return wrong


def shown(view: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [
        each for each in view.findChildren(kind) if each.isVisible() and not each.size().isEmpty()
    ]


def nameless(view: QWidget) -> list[str]:
    """Controls that Tab reaches and a screen reader could not name."""
    frames = (QStackedWidget, QTabWidget, Screen)
    return [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in shown(view, QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each, frames)
        and type(each) is not QAbstractScrollArea
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
    ]


def cut(view: QWidget) -> list[str]:
    """Words with less room than they need; a label that gives way says so by its policy."""
    found = []
    for label in shown(view, QLabel):
        assert isinstance(label, QLabel)
        if label.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored or not label.text():
            continue
        if label.wordWrap():
            short = label.heightForWidth(label.width()) > label.height() + 2
        else:
            short = label.sizeHint().width() > label.width() + 1
        if short:
            found.append(f"{type(label.parentWidget()).__name__}: {label.text()}")
    found += [
        f"choice: {box.currentText()}"
        for box in shown(view, QComboBox)
        if isinstance(box, QComboBox)
        and box.fontMetrics().horizontalAdvance(box.currentText()) + ARROW > box.width()
    ]
    found += [
        f"button: {button.text()}"
        for button in shown(view, QPushButton)
        if isinstance(button, QPushButton) and button.sizeHint().width() > button.width() + 1
    ]
    return found
