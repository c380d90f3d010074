"""Rows of quiet labels and values, as cards show them; values can be selected and copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import restyle, set_role
from ui.tokens import Tone

LABEL_WIDTH = 112
Cell = str | tuple[str, Tone]


class CellGrid(QWidget):
    """Words in rows and columns. `roles` dresses the columns, `right` names those of figures;
    a cell given as (word, tone) becomes a state label. Labels are made once and used again."""

    def __init__(
        self,
        roles: Sequence[str],
        parent: QWidget | None = None,
        *,
        right: Sequence[int] = (),
        stretch: int = 0,
    ) -> None:
        super().__init__(parent)
        self._roles, self._right = tuple(roles), frozenset(right)
        self._cells: list[list[QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(stretch, 1)
        self._wrapping = stretch

    def tell(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows and hide what stood there before."""
        while len(self._cells) < len(rows):
            self._add_row()
        for number, labels in enumerate(self._cells):
            row = rows[number] if number < len(rows) else ()
            for column, label in enumerate(labels):
                self._put(label, row[column] if column < len(row) else "")

    def words(self) -> list[list[str]]:
        """What is shown, row by row."""
        return [
            [label.text() for label in labels]
            for labels in self._cells
            if any(not label.isHidden() for label in labels)
        ]

    def _put(self, label: QLabel, cell: Cell) -> None:
        word, tone = cell if isinstance(cell, tuple) else (cell, None)
        label.setText(word)
        label.setVisible(bool(word))
        if tone is not None or label.property("tone"):
            label.setProperty("tone", tone and str(tone))
            restyle(label)
            label.setWordWrap(tone is None)
            left = Qt.AlignmentFlag.AlignLeft if tone else Qt.AlignmentFlag(0)
            self._grid.setAlignment(label, Qt.AlignmentFlag.AlignTop | left)

    def _add_row(self) -> None:
        labels = []
        for column, role in enumerate(self._roles):
            label = QLabel(self)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setTextFormat(Qt.TextFormat.PlainText)
            if role:
                set_role(label, role)
            side = Qt.AlignmentFlag.AlignRight if column in self._right else None
            label.setWordWrap(column == self._wrapping)
            top = Qt.AlignmentFlag.AlignTop
            if side is not None:
                self._grid.addWidget(label, len(self._cells), column, top | side)
            else:
                self._grid.addWidget(label, len(self._cells), column, top)
            labels.append(label)
        self._cells.append(labels)


class Facts(CellGrid):
    """Pairs of a quiet label and a value; a pair without a value is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("muted", ""), parent, stretch=1)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)

    def show_pairs(self, pairs: Sequence[tuple[str, Cell]]) -> None:
        """Show the pairs that have a value."""
        self.tell([pair for pair in pairs if pair[1]])


class Section(QWidget):
    """A heading over something, with a hair line above to part it from what stands before."""

    def __init__(self, title: str, parent: QWidget, *, line: bool = True) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        if line:
            rule = QFrame(self)
            set_role(rule, "line")
            self.body.addWidget(rule)
            self.body.addSpacing(4)
        self.heading = QLabel(title, self)
        set_role(self.heading, "heading")
        self.body.addWidget(self.heading)

    def add(self, widget: QWidget) -> None:
        """Put a widget under what is there."""
        self.body.addWidget(widget)
