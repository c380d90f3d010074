"""A Thai QR on the screen, drawn module by module so that every phone reads it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4
"""Light modules around the code, which readers need."""
MODULE = 5


class QrCode(QWidget):
    """Dark on white in every theme; each module is a whole number of screen pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self.payload = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_payload(self, payload: str, words: str = "") -> None:
        """Draw the code of `payload`; nothing for "". `words` tell a screen reader what it pays."""
        if payload != self.payload:
            self.payload = payload
            self._modules = _modules(payload) if payload else ()
            self.updateGeometry()
        self.setAccessibleName(words)
        self.setVisible(bool(payload))
        self.update()

    def sizeHint(self) -> QSize:
        side = (len(self._modules) + 2 * QUIET) * MODULE
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._modules:
            return
        painter = QPainter(self)
        scale = painter.device().devicePixelRatio()
        painter.scale(1 / scale, 1 / scale)
        side = int(min(self.width(), self.height()) * scale)
        count = len(self._modules) + 2 * QUIET
        cell = max(1, side // count)
        first = (side - cell * count) // 2 + QUIET * cell
        painter.fillRect(QRect(0, 0, side, side), Qt.GlobalColor.white)
        for row, line in enumerate(self._modules):
            for column, dark in enumerate(line):
                if dark:
                    at = QRect(first + column * cell, first + row * cell, cell, cell)
                    painter.fillRect(at, Qt.GlobalColor.black)
        painter.end()


def _modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    from crm_desktop.printing.qr import modules  # ReportLab takes 0.2 s: not at start

    return modules(payload)
