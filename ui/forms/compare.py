"""Two people, one record: what they stored and what I typed, field by field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import set_role

SHARES = (2, 3, 3)
"""Of the width: the field, mine, theirs."""
NARROWEST, LOWEST = 60, 96


@dataclass(frozen=True)
class Difference:
    """One field that the other person changed meanwhile."""

    key: str
    label: str
    mine: str
    theirs: str
    changed_by_me: bool


class Side(QWidget):
    """What one of the two stored, in as many lines as it takes; a click anywhere chooses it."""

    def __init__(self, value: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.button, self.label = QRadioButton(self), wrapped(value, self)
        self.button.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus()


def wrapped(text: str, parent: QWidget) -> QLabel:
    """A label as narrow as there is room; the tip shows what is one long word."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(NARROWEST)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setToolTip(text)
    return label


class Rolled(QScrollArea):
    """As high as what it holds comes to in its width, or lower where there is no room: it scrolls
    then. The bar has its place kept, so that it never moves what makes it come and go."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setWidgetResizable(True)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        return QSize(width, max(self._inside.heightForWidth(width), self.minimumHeight()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(max(0, min(LOWEST, self._inside.heightForWidth(self.width()))))
        self.updateGeometry()


class Comparison(QFrame):
    """Lets the person choose per field; mine is set where I changed it, theirs where I did not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        for column, share in enumerate(SHARES):
            self._grid.setColumnStretch(column, share)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.addWidget(Rolled(self._rows, self))
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._made: list[QWidget | QButtonGroup] = []
        self.hide()

    def offer(self, differences: Sequence[Difference], decided: Callable[[], object]) -> None:
        """Show the differences; `decided` hears that the choices are made."""
        self.clear()
        titles = (self.tr("Field"), self.tr("Yours"), self.tr("Theirs"))
        for column, text in enumerate(titles):
            self._put(QLabel(text, self), 0, column, "muted")
        for row, difference in enumerate(differences, start=1):
            self._row(row, difference)
        self.go_on = QPushButton(self.tr("Save with these choices"), self)
        set_role(self.go_on, "primary")
        self.go_on.clicked.connect(lambda _checked: decided())
        self._column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignRight)
        self._made.append(self.go_on)
        self.show()
        self.choices[differences[0].key][0].setFocus()

    def clear(self) -> None:
        """Take the panel away."""
        self.hide()
        for part in self._made:
            part.deleteLater()
        self._made, self.choices = [], {}

    def _row(self, row: int, difference: Difference) -> None:
        label, empty = difference.label, self.tr("(empty)")
        self._put(wrapped(label, self), row, 0)
        my_value, their_value = difference.mine or empty, difference.theirs or empty
        mine = Side(my_value, self.tr("{0}: yours, {1}").format(label, my_value), self)
        theirs = Side(their_value, self.tr("{0}: theirs, {1}").format(label, their_value), self)
        group = QButtonGroup(self)
        self._made.append(group)
        for column, side in ((1, mine), (2, theirs)):
            group.addButton(side.button)
            self._put(side, row, column)
        (mine if difference.changed_by_me else theirs).button.setChecked(True)
        self.choices[difference.key] = (mine.button, theirs.button)

    def _put(self, widget: QWidget, row: int, column: int, role: str = "") -> None:
        if role:
            set_role(widget, role)
        self._grid.addWidget(widget, row, column)
        self._made.append(widget)

    def chosen(self) -> dict[str, bool]:
        """Per key, whether theirs was chosen."""
        return {key: theirs.isChecked() for key, (_, theirs) in self.choices.items()}
