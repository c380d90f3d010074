"""What the customer beside the officer may not read: there only while a key or a button is held."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.icons import icon
from ui.papers.banner import HOLD
from ui.theme import set_role


class Held(QPushButton):
    """Uncovers a widget until it or the key is let go, or another window comes; `shown` says when
    the widget has its place."""

    shown = Signal()

    def __init__(self, covered: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = covered
        self.setText(self.tr("Figures (hold F7)"))
        self.setAccessibleName(self.tr("Figures of this request: hold to see"))
        self.setIcon(icon("hand-palm"))
        set_role(self, "flat")
        self.pressed.connect(self.reveal)
        self.released.connect(self.conceal)
        covered.hide()

    def reveal(self) -> None:
        """Show what is covered."""
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._covered.show()
        QTimer.singleShot(0, self, self.shown.emit)

    def conceal(self) -> None:
        """Cover it again."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._covered.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        gone = event.type() == QEvent.Type.ApplicationDeactivate
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            gone = event.key() == HOLD and not event.isAutoRepeat()
        if gone:
            self.conceal()
        return False
