"""What the customer beside the officer may not read: there only while a key or a button is held."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.holding import Hold
from ui.icons import icon
from ui.theme import set_role


class Held(QPushButton):
    """Uncovers a widget until it or the key is let go, or another window comes; `shown` says when
    the widget has its place."""

    shown = Signal()

    def __init__(self, covered: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered, self._hold = covered, Hold(self)
        self._hold.over.connect(self.conceal)
        self.setText(self.tr("Figures (hold F7)"))
        self.setAccessibleName(self.tr("Figures of this request: hold to see"))
        self.setIcon(icon("hand-palm"))
        set_role(self, "flat")
        self.pressed.connect(self.reveal)
        self.released.connect(self.conceal)
        covered.hide()

    def reveal(self) -> None:
        """Show what is covered."""
        self._hold.begin()
        self._covered.show()
        QTimer.singleShot(0, self, self.shown.emit)

    def conceal(self) -> None:
        """Cover it again."""
        self._hold.end()
        self._covered.hide()
