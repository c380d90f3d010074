"""A form beside a list: a heading, whom it is about, rows, and two buttons."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.forms.base import Form
from ui.forms.fields import ChoiceField
from ui.forms.rows import Rows
from ui.keys import sequences
from ui.theme import set_role

SENDS = sequences("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
SHORTEST = 6
ROOM_FOR_WORDS = 320
LABEL = 28
"""Height of the label over a field."""


class SideForm(Form):
    """`today` is the database's day: dates may then be typed as +7."""

    def __init__(
        self, desk: Desk, key: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, parent)
        self.today = today
        self._about: QLabel | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the words about the form leave their room to its rows."""
        super().resizeEvent(event)
        if self._about is not None:
            self._about.setVisible(self.height() >= ROOM_FOR_WORDS)

    def head(self, words: str, about: str = "") -> None:
        """The form's heading, and whom it is about; the rows scroll under it."""
        heading = QLabel(words, self)
        heading.setWordWrap(True)
        set_role(heading, "heading")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(heading)
        if about:
            self._about = label = QLabel(about, self)
            label.setWordWrap(True)
            set_role(label, "muted")
            column.addWidget(label)
        column.setContentsMargins(16, 12, 16, 0)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertLayout(0, column)
        self._scroll.setMinimumHeight(1)  # in a low window the rows give way, not the heading

    def finish(self, save: str) -> None:
        """Room below the rows, then the buttons."""
        self.body.addStretch(1)
        leave, self.store = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.store.setText(f"{save} (Ctrl+S)")
        set_role(self.store, "primary")
        self.store.clicked.connect(self.submit)
        leave.clicked.connect(self.go)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        self.foot.addWidget(self.store)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves from any field, and so does Ctrl+Enter."""
        if QKeySequence(event.keyCombination()) in SENDS:
            self.submit()
        else:
            super().keyPressEvent(event)

    def go(self) -> None:
        """Leave the form, which asks first if something would be lost."""
        if self.leave():
            self.left.emit()

    def day(self, rows: Rows, key: str, label: str, **more: Any) -> None:
        """A date row that also takes +7."""
        rows.date(key, label, **{"required": True, "today": self.today, **more})

    def beside(self, rows: Rows) -> QLabel:
        """A label in line with the box of the field before it, to judge what is typed there."""
        cell = QWidget(self)
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, LABEL, 0, 0)
        label = QLabel(cell)
        inside.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
        rows.place(cell)
        return label

    def choice(
        self, rows: Rows, key: str, label: str, choices: Sequence[tuple[Any, str]], **more: Any
    ) -> ChoiceField:
        """A choice that does not widen the form for its longest word."""
        field = rows.choice(key, label, choices, **more)
        field.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        field.combo.setMinimumContentsLength(SHORTEST)
        return field
