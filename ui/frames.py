"""A list with a panel beside it, or, where the window is too small for both, one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.forms.base import Form
from ui.theme import set_role

WIDE_ENOUGH = 960
ANY_WIDTH = 16_777_215


class SideBySide(QWidget):
    """`panel` stands right of `left` in `width`, and holds at most one form on top.

    Without `always` the panel is there only while it holds a form. `alone` says that the panel
    has taken all the room, and that it gave it back.
    """

    alone = Signal(bool)

    def __init__(
        self, left: QWidget, panel: QStackedWidget, width: int, parent: QWidget, *, always: bool
    ) -> None:
        super().__init__(parent)
        self.form: Form | None = None
        self._home, self._panel = left, panel
        self._looking = False
        self._width, self._always = width, always
        self.left, self.right = _framed(left, self), _framed(panel, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.left, 1)
        row.addWidget(self.right)
        self.setFocusProxy(left)
        self._share()

    def show_form(self, form: Form) -> None:
        """Put a form into the panel, the cursor in it; the one before it must be closed."""
        self.form = form
        form.left.connect(self.drop_form)
        self._panel.addWidget(form)
        self._panel.setCurrentWidget(form)
        self._share()
        self.setFocusProxy(form.first_field().widget)
        form.begin()

    def close_form(self) -> bool:
        """True once no form is open; one with changes asks first."""
        if self.form is not None and self.form.leave():
            self.drop_form()
        return self.form is None

    def drop_form(self) -> None:
        """Take the form away and go back to the list."""
        if self.form is not None:
            self._panel.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
            self.setFocusProxy(self._home)
        self._share()
        self._home.setFocus()

    def look(self) -> None:
        """Where only one of both has room, show the panel with what it holds."""
        self._looking = True
        self._share()

    def look_away(self) -> bool:
        """Back to the list; False if it was there all the time."""
        looked = self._looking and self.left.isHidden()
        self._looking = False
        self._share()
        if looked:
            self._home.setFocus()
        return looked

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        wide, busy = self.width() >= WIDE_ENOUGH, self.form is not None or self._looking
        if self.left.isHidden() == (wide or not busy):
            self.left.setVisible(wide or not busy)
            self.alone.emit(self.left.isHidden())
        self.right.setVisible(busy or (wide and self._always))
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
