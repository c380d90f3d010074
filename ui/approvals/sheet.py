"""A column of headings, words and figures that scrolls, made anew for each request."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.messages import sentence, show
from ui.desk import Desk
from ui.theme import set_role
from ui.tokens import GRID

WIDEST = 150 * GRID


class Sheet(QScrollArea):
    """`body` and `column` are of what is shown now; `begin` starts the next one from its top."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.setWidget(QWidget(self))

    def begin(self) -> None:
        """An empty column to put things into; `finish` shows it."""
        self.body = QWidget(self)
        self.body.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        self.column.setSpacing(GRID)

    def finish(self) -> None:
        """Show what was put in."""
        self.column.addStretch(1)
        self.setWidget(self.body)

    def add_heading(self, words: str) -> None:
        """A heading, parted from what stands above by a hair line."""
        line = QFrame(self.body)
        set_role(line, "line")
        self.column.addSpacing(2 * GRID)
        self.column.addWidget(line)
        self.column.addSpacing(GRID)
        self.column.addWidget(self.label(words, "heading"))

    def label(self, words: str, role: str = "") -> QLabel:
        """Words that wrap and can be copied, exactly as they were typed."""
        label = QLabel(words, self.body)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(label, role)
        return label

    def right(self, words: str) -> QLabel:
        """A figure."""
        label = self.label(words)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def grid(self) -> QGridLayout:
        """Two columns, the first one wide."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        return grid

    def add_pairs(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names on the left, figures on the right, one under another."""
        grid = self.grid()
        for number, (name, value) in enumerate(rows):
            grid.addWidget(self.label(name, "label"), number, 0)
            grid.addWidget(self.right(value), number, 1)
        self.column.addLayout(grid)

    def add_facts(self, rows: Iterable[tuple[str, str]]) -> None:
        """Names on the left, words that may be long beside them; what is empty is left out."""
        grid = self.grid()
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        top = Qt.AlignmentFlag.AlignTop
        for number, (name, words) in enumerate(row for row in rows if row[1]):
            grid.addWidget(self.label(name, "label"), number, 0, top)
            grid.addWidget(self.label(words), number, 1, top)
        self.column.addLayout(grid)

    def sentence(self, code: str) -> str:
        """A code of the core in the reader's language."""
        return sentence(code, self.desk.language, self.desk.era)

    def show_value(self, value: object) -> str:
        """A value as the reader's language and calendar show it."""
        return show(value, self.desk.language, self.desk.era)
