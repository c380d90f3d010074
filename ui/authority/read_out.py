"""A row in whole sentences beside its table, in Thai and in English at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from crm_desktop.domain.authority import Level, Row, calm, read_row
from crm_desktop.domain.authority.sketch import Fault
from crm_desktop.messages import LANGUAGES, explain
from ui.authority.setting import breakable
from ui.theme import set_role
from ui.tokens import GRID

SPACE = {"th": "  ", "en": " "}
"""What stands between two sentences."""
LOWEST = 18 * GRID


class ReadOut(QScrollArea):
    """Both languages side by side; as tall as the longer of them, up to a limit that depends on
    the height of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = dict.fromkeys(LANGUAGES, "")
        self._tallest = LOWEST
        self._labels: dict[str, QLabel] = {}
        frame = QFrame(self)
        set_role(frame, "panel")
        row = self._row = QHBoxLayout(frame)
        row.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(6 * GRID)
        for language in LANGUAGES:
            label = self._labels[language] = QLabel(frame)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        set_role(self._labels["en"], "muted")
        self.setWidget(frame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def read(self, row: Row | None, level: Level | None = None) -> None:
        """Read out a row, or the cell of one column."""
        self._say([] if row is None else [calm(each) for each in read_row(row, level)])

    def explain(self, faults: Sequence[Fault]) -> None:
        """What is wrong with a row that cannot be read out yet."""
        self._say(faults)

    def _say(self, reasons: Sequence[Any]) -> None:
        for language, label in self._labels.items():
            said = SPACE[language].join(explain(each, language) for each in reasons)
            self.told[language] = said
            label.setText(breakable(said))
            label.setAccessibleName(said)
        self.updateGeometry()

    def limit(self, height: int) -> None:
        """Take at most so much of a page, but enough to read."""
        self._tallest = max(LOWEST, height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wanted = self._row.heightForWidth(max(1, self.viewport().width()))
        return QSize(super().sizeHint().width(), min(self._tallest, wanted + GRID))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
