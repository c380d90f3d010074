"""Targets for fingers: in a window as narrow as a tablet's, fields and buttons of a form grow."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from ui.tokens import GRID

TABLET = 900
"""Windows narrower than this, in logical pixels, are held in the hand more often than not."""
FINGER = 11 * GRID
"""44 px: what a finger hits without looking."""


class Touch(QObject):
    """Watches a form; what it grew it lets go when the window is wide again."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form, self._large = form, False
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again whenever the form is shown or has another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Grow or let go, as the window is."""
        large = self._form.window().width() < TABLET
        if large == self._large:
            return
        self._large = large
        for kind in (QLineEdit, QComboBox, QAbstractButton):
            for widget in self._form.findChildren(kind):
                if not isinstance(widget.parent(), QComboBox):
                    widget.setMinimumHeight(FINGER if large else 0)
