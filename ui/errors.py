"""What nobody foresaw: one calm dialog that can be copied, with a number that is in the log."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from functools import partial
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop import __version__
from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.log import logger, unexpected
from ui.icons import IconLabel
from ui.theme import set_role
from ui.tokens import Tone


def report(error: BaseException) -> str:
    """Log the problem and show it; from any thread. Gives the reference."""
    number = unexpected(error)
    trace = "".join(traceback.format_exception(error))
    if QApplication.instance() is not None:
        _Messenger.instance().problem.emit(number, trace)
    return number


class _Messenger(QObject):
    """Carries a report into the main thread."""

    problem = Signal(str, str)
    _one: "_Messenger | None" = None

    @classmethod
    def instance(cls) -> "_Messenger":
        if cls._one is None:
            cls._one = cls()
            cls._one.moveToThread(QApplication.instance().thread())  # type: ignore[union-attr]
            cls._one.problem.connect(cls._one.show, Qt.ConnectionType.AutoConnection)
        return cls._one

    def show(self, number: str, trace: str) -> None:
        """Show one dialog at a time; what comes meanwhile is in the log."""
        open_now = [w for w in QApplication.topLevelWidgets() if isinstance(w, ProblemDialog)]
        if not any(dialog.isVisible() for dialog in open_now):
            ProblemDialog(number, trace, QApplication.activeWindow()).open()


class ProblemDialog(QDialog):
    """Says that something went wrong, that nothing typed is lost, and what to tell the helper."""

    def __init__(self, number: str, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._text = _full_text(number, trace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(self._head(number))
        self.details = QPlainTextEdit(self._text, self, readOnly=True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.hide()
        layout.addWidget(self.details, 1)
        layout.addLayout(self._foot())
        self.setMinimumWidth(480)

    def _head(self, number: str) -> QHBoxLayout:
        title = QLabel(self.tr("The program could not finish this"), self)
        set_role(title, "title")
        words = QLabel(
            self.tr(
                "Nothing was stored half-way, and what you typed is still in the form. If it "
                "happens again, please give the reference {0} to the systems department."
            ).format(number),
            self,
        )
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.addWidget(title)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(16)
        glyph = IconLabel("warning-circle", Tone.WARN, self, 32)
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        details = QPushButton(self.tr("Details"), self)
        details.clicked.connect(lambda: self.details.setVisible(self.details.isHidden()))
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        close = QPushButton(self.tr("Go on working"), self)
        close.setDefault(True)
        set_role(close, "primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        row = QHBoxLayout()
        for button in (details, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row


def _full_text(number: str, trace: str) -> str:
    versions = (
        f"CRM Desktop {__version__} · Python {platform.python_version()} · "
        f"PySide6 {PySide6.__version__} · {platform.platform()}"
    )
    return f"{number}\n{versions}\n\n{trace}"


def install(refused: Callable[[Refused], object]) -> None:
    """Send every uncaught exception, of any thread, to the log and the dialog; a refusal that no
    screen expected, such as a paper of another branch, is only told."""
    sys.excepthook = partial(_uncaught, refused)
    threading.excepthook = lambda caught: _uncaught(
        report, caught.exc_type, caught.exc_value or caught.exc_type(), caught.exc_traceback
    )


def _uncaught(
    refused: Callable[[Refused], object],
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
    elif isinstance(error, Unavailable):
        logger.warning("database unavailable: %s", error)
    elif isinstance(error, Refused):
        logger.warning("refused: %s", error)
        refused(error)
    else:
        report(error.with_traceback(trace))
