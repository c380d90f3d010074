"""What the customer beside the officer may not read shows only while a key or a button is held."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

HOLD = Qt.Key.Key_F7


class Hold(QObject):
    """Looks out for the end of holding: `over` when the key is let go or another program comes."""

    over = Signal()

    def begin(self) -> None:
        """Look out from now on."""
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def end(self) -> None:
        """Look out no more."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        gone = event.type() == QEvent.Type.ApplicationDeactivate
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            gone = event.key() == HOLD and not event.isAutoRepeat()
        if gone:
            self.over.emit()
        return False
