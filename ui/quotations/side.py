"""Beside a paper: its other revisions and what happened, newest first."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.services.customer_values import TimelineLine
from crm_desktop.services.quotation_lists import Quotation, paper_timeline
from ui.desk import Desk
from ui.quotations.words import TONES, state_word, told
from ui.theme import set_role, state_label

WIDTH = 268


class SidePanel(QScrollArea):
    """`chosen` carries the id of another paper of the family."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, inset: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._inset = desk, inset
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Revisions and history"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_quotation(self, shown: Quotation) -> None:
        """Draw the family and the timeline of a paper."""
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(self._inset, 8, 12, 8)
        column.setSpacing(6)
        if len(shown.family) > 1:
            column.addWidget(self._heading(self.tr("Revisions"), inside))
            for document_id, reference, state in reversed(shown.family):
                column.addWidget(self._relative(document_id, reference, state, shown, inside))
            column.addSpacing(8)
        column.addWidget(self._heading(self.tr("History"), inside))
        day = None
        for line in self._desk.read(paper_timeline, shown.id):
            column.addWidget(self._line(line, line.at.date() != day, inside))
            day = line.at.date()
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _heading(self, text: str, parent: QWidget) -> QLabel:
        label = QLabel(text, parent)
        set_role(label, "heading")
        return label

    def _relative(
        self, document_id: int, reference: str, state: str, shown: Quotation, parent: QWidget
    ) -> QWidget:
        """The state stands under the number: beside it a longer one would be cut."""
        line = QWidget(parent)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if document_id == shown.id:
            here = QLabel(reference, line)
            set_role(here, "heading")
            column.addWidget(here)
        else:
            other = QPushButton(reference, line)
            set_role(other, "flat")
            other.setAccessibleName(reference)
            other.clicked.connect(lambda: self.chosen.emit(document_id))
            column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        word = state_word(state, self._desk.language)
        label = state_label(word, TONES[state], line)
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _line(self, line: TimelineLine, new_day: bool, parent: QWidget) -> QWidget:
        box = QFrame(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4 if new_day else 0, 0, 0)
        column.setSpacing(0)
        if new_day:
            day = QLabel(self._desk.day(line.at.date()), box)
            set_role(day, "muted")
            column.addWidget(day)
        words = QLabel(told(line, self._desk), box)
        words.setWordWrap(True)
        by = QLabel(_by(line.at, line.actor), box)
        set_role(by, "muted")
        column.addWidget(words)
        column.addWidget(by)
        return box


def _by(at: datetime, actor: str) -> str:
    return f"{at:%H:%M} · {actor}" if actor else f"{at:%H:%M}"
