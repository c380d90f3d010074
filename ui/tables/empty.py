"""What an empty list says: what belongs there, and how to begin."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import set_role

HEAD = 32
"""Height of the columns' names, which stay readable over it."""


class EmptyNote(QWidget):
    """A quiet note over the middle of an empty view; clicks go through it."""

    def __init__(self, title: str, hint: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._hint = QLabel(self), QLabel(self)
        set_role(self._title, "heading")
        set_role(self._hint, "muted")
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(2)
        for label in (self._title, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)
        self._words = (title, hint)
        self.say(title, hint)
        self.hide()
        parent.installEventFilter(self)

    def say(self, title: str, hint: str) -> None:
        """Set what is said when there is nothing at all."""
        self._words = (title, hint)
        self._title.setText(title)
        self._hint.setText(hint)
        self._fit()

    def found_nothing(self, text: str | None) -> None:
        """Say that the typed words found nothing; "" or None gives the usual words."""
        if text:
            self._title.setText(self.tr("Nothing found for “{0}”").format(text))
            self._hint.setText(self.tr("Try fewer letters, or press Esc to see everything."))
            self._fit()
        else:
            self.say(*self._words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """In a very low view the hint gives way, then the title."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        width, height = min(parent.width() - 32, 480), max(0, parent.height() - HEAD)
        self.setGeometry((parent.width() - width) // 2, HEAD, width, height)
        title, hint = (each.heightForWidth(width) for each in (self._title, self._hint))
        self._title.setVisible(height >= title)
        self._hint.setVisible(height >= title + hint + 4)
