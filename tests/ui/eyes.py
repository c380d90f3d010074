"""What an eye would see at once: a control without a name, a word without room."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from ui.forms.base import Form
from ui.papers.panels import Panel
from ui.screen import Screen

ARROW = 36
SIZES = {"200%": (683, 364), "150%": (911, 485), "100%": (1366, 728)}
SETTLED_MS = 2_000


def faults(
    window: QWidget, name: str, view: QWidget | None = None, sizes: Iterable[str] = SIZES
) -> set[str]:
    """What is wrong in a window, or in a dialog over it, at these of the counter's scalings."""
    wrong = set()
    for percent in sizes:
        window.resize(*SIZES[percent])
        wrong |= {f"{name} at {percent}: {each}" for each in settled(view or window)}
    return wrong


def settled(view: QWidget) -> list[str]:
    """What is wrong with a view once it stands: what is read beside the window comes later."""
    until = QDeadlineTimer(SETTLED_MS)
    while True:
        for _ in range(3):
            QApplication.processEvents()
        there = shown(view)
        wrong = [f"{each} has no name" for each in nameless(there)]
        wrong += [f"{each} is cut off" for each in cut(there)]
        wrong += [f"{each} has no description" for each in untold(there)]
        wrong += [f"Tab goes astray: {each}" for each in astray(there)]
        if not wrong or until.hasExpired():
            return wrong


def shown(view: QWidget) -> list[QWidget]:
    """Whatever of it can be seen; looked up once, for in a big window that takes longest."""
    return [
        each
        for each in view.findChildren(QWidget)
        if each.isVisible() and not each.size().isEmpty()
    ]


def nameless(there: list[QWidget]) -> list[str]:
    """Controls that Tab reaches and a screen reader could not name."""
    frames = (QStackedWidget, QTabWidget, Screen)
    return [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in there
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each, frames)
        and type(each) is not QAbstractScrollArea
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
    ]


def untold(there: list[QWidget]) -> list[str]:
    """Boxes whose help or error only the eye would find."""
    return [
        each.accessibleName()
        for each in there
        if isinstance(each, (QLineEdit, QComboBox, QPlainTextEdit))
        and (each.toolTip() or each.property("wrong"))
        and not each.accessibleDescription()
    ]


def astray(there: list[QWidget]) -> list[str]:
    """Where Tab in a form or question leaves out a control or goes up or back to the left."""
    found = []
    stops = [each for each in there if _is_stop(each)]
    for form in [each for each in there if isinstance(each, (Form, Panel))]:
        wanted = [each for each in stops if form.isAncestorOf(each)]
        walked = _walked(form, wanted) if wanted else []
        found += [f"never to {_called(each)}" for each in wanted if each not in walked]
        found += [
            f"from {_called(one)} to {_called(other)}"
            for one, other in pairwise(walked)
            if not isinstance(other, QAbstractButton)
            and _grid(one) is _grid(other) is not None
            and _is_before(_place(form, other), _place(form, one))
        ]
    return found


def _is_stop(control: QWidget) -> bool:
    """Whether Tab stops there: a frame that scrolls only does so where a wheel is needed."""
    tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tab and control.isEnabled() and control.focusProxy() is None


def _walked(form: QWidget, wanted: list[QWidget]) -> list[QWidget]:
    """The controls of the form in the order of the key, from its first round to it again."""
    first, stops = wanted[0], set(wanted)
    chain, at = [first], first.nextInFocusChain()
    while at is not None and at is not first:
        if at in stops:
            chain.append(at)
        at = at.nextInFocusChain()
    top = min(range(len(chain)), key=lambda n: (_place(form, chain[n]).top(), n))
    return chain[top:] + chain[:top]


def _grid(control: QWidget) -> QWidget | None:
    """Whose rows it stands in: one beside the other is read by columns."""
    cell = control.parentWidget()
    return cell.parentWidget() if type(cell) is QWidget else None


def _place(form: QWidget, control: QWidget) -> QRect:
    return QRect(control.mapTo(form, QPoint()), control.size())


def _is_before(one: QRect, other: QRect) -> bool:
    """Whether it stands wholly above, or in the same row wholly to the left."""
    above, below = one.bottom() < other.top(), one.top() > other.bottom()
    return above or (not below and one.right() < other.left())


def _called(control: QWidget) -> str:
    return control.accessibleName() or type(control).__name__


def cut(there: list[QWidget]) -> list[str]:
    """Words with less room than they need; a label that gives way says so by its policy."""
    found = []
    for label in [each for each in there if isinstance(each, QLabel)]:
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
        for box in there
        if isinstance(box, QComboBox)
        and box.fontMetrics().horizontalAdvance(box.currentText()) + ARROW > box.width()
    ]
    found += [
        f"button: {button.text()}"
        for button in there
        if isinstance(button, QPushButton) and button.sizeHint().width() > button.width() + 1
    ]
    return found
