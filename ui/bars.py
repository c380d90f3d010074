"""A bar across a screen or form that says something and offers buttons, instead of a modal box."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from ui.icons import IconLabel
from ui.theme import set_role, set_tone
from ui.tokens import Tone

ICONS = {
    Tone.OK: "check-circle",
    Tone.WARN: "warning",
    Tone.STOP: "warning-circle",
    Tone.INFO: "info",
    Tone.PLAIN: "info",
}
Choice = tuple[str, Callable[[], object]]


class Bar(QFrame):
    """Hidden until it says something; every choice hides it again before it acts, and the cursor
    goes back to where it was when the bar began to speak."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "banner")
        self._glyph = IconLabel("info", Tone.INFO, self)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self._choices = QHBoxLayout()
        self._choices.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._glyph, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.label, 0, 1)
        layout.addLayout(self._choices, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.buttons: list[QPushButton] = []
        self._before: QWidget | None = None
        self.hide()

    def say(self, sentence: str, tone: Tone = Tone.INFO, choices: Sequence[Choice] = ()) -> None:
        """Show the sentence with its choices; the first choice is the one Enter takes."""
        self.clear()
        self._before = QApplication.focusWidget()
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self._glyph.draw(ICONS[tone], tone)
        set_tone(self, tone)
        for text, act in choices:
            self._offer(text, act)
        self.show()

    def clear(self) -> None:
        """Take the bar away."""
        self._give_back()
        self.hide()
        for button in self.buttons:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []

    def _give_back(self) -> None:
        """Hidden with the cursor in it, the bar would lose it to what comes next in the window."""
        parent, before, here = self.parentWidget(), self._before, QApplication.focusWidget()
        self._before = None
        if parent is None or here is None or not self.isAncestorOf(here):
            return
        if before is not None and shiboken6.isValid(before) and parent.isAncestorOf(before):
            parent = before
        parent.setFocus()

    def _offer(self, text: str, act: Callable[[], object]) -> None:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(True)
        button.clicked.connect(self.clear)
        button.clicked.connect(lambda _checked: act())
        self._choices.addWidget(button)
        self.buttons.append(button)
