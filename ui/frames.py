"""A list with a panel beside it, or, where the window is too small for both, one at a time."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import set_role

WIDE_ENOUGH = 960
ANY_WIDTH = 16_777_215


class SideBySide(QWidget):
    """`panel` stands right of `left` in `width`; `busy` says that it holds a form.

    Without `always` the panel is there only while it is busy.
    """

    def __init__(
        self, left: QWidget, panel: QWidget, width: int, parent: QWidget, *, always: bool
    ) -> None:
        super().__init__(parent)
        self._width, self._always, self._busy = width, always, False
        self.left, self.right = _framed(left, self), _framed(panel, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.left, 1)
        row.addWidget(self.right)
        self._share()

    def set_busy(self, busy: bool) -> None:
        """The panel holds a form, or holds none any more."""
        self._busy = busy
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        wide = self.width() >= WIDE_ENOUGH
        self.left.setVisible(wide or not self._busy)
        self.right.setVisible(self._busy or (wide and self._always))
        self.right.setMinimumWidth(self._width if wide else 0)
        self.right.setMaximumWidth(self._width if wide else ANY_WIDTH)


def _framed(inside: QWidget, parent: QWidget) -> QFrame:
    """A frame whose round corners stay clear of what is inside."""
    frame = QFrame(parent)
    set_role(frame, "panel")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 8, 1, 8)
    layout.addWidget(inside)
    return frame
