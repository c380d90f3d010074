"""Beside a paper: the papers it belongs with and what happened, newest first."""

from collections.abc import Sequence
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

from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import sentence
from crm_desktop.services.customers.customer_values import TimelineLine
from crm_desktop.services.papers.families import FamilyNode, family, family_timeline
from ui.desk import Desk
from ui.facts import Cell, Facts
from ui.papers.words import told
from ui.states import state_word, tone_of
from ui.theme import set_role, state_label

WIDTH = 268


class SidePanel(QScrollArea):
    """`chosen` carries kind and id of another paper of the family."""

    chosen = Signal(str, object)

    def __init__(self, desk: Desk, inset: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._inset = desk, inset
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Family and history"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_paper(self, document_id: int, pairs: Sequence[tuple[str, Cell]] = ()) -> None:
        """Draw the family and the timeline of a paper, under `pairs` of word and fact."""
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(self._inset, 8, 12, 8)
        column.setSpacing(6)
        if pairs:
            facts = Facts(inside)
            facts.show_pairs(pairs)
            column.addWidget(facts)
            column.addSpacing(8)
        self._add_family(document_id, column, inside)
        column.addWidget(self._heading(self.tr("History"), inside))
        day = None
        for line in self._desk.read(family_timeline, document_id):
            column.addWidget(self._line(line, line.at.date() != day, inside))
            day = line.at.date()
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _add_family(self, here: int, column: QVBoxLayout, parent: QWidget) -> None:
        """The other papers; of which kind each is is said where they are of several."""
        papers = self._desk.read(family, here)
        if len(papers) < 2:
            return
        mixed = len({each.kind for each in papers}) > 1
        heading = self.tr("Papers of this family") if mixed else self.tr("Revisions")
        column.addWidget(self._heading(heading, parent))
        for paper in reversed(papers):
            column.addWidget(self._relative(paper, paper.id == here, mixed, parent))
        column.addSpacing(8)

    def _heading(self, text: str, parent: QWidget) -> QLabel:
        label = QLabel(text, parent)
        set_role(label, "heading")
        return label

    def _relative(self, paper: FamilyNode, here: bool, mixed: bool, parent: QWidget) -> QWidget:
        """The state stands under the number: beside it a longer one would be cut."""
        line = QWidget(parent)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if here:
            number = QLabel(paper.reference, line)
            set_role(number, "heading")
            column.addWidget(number)
        else:
            other = QPushButton(paper.reference, line)
            set_role(other, "flat")
            other.setAccessibleName(paper.reference)
            name = KINDS[paper.kind].name
            other.clicked.connect(lambda: self.chosen.emit(name, paper.id))
            column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        if mixed:
            kind = sentence(KINDS[paper.kind].title, self._desk.language)
            about = QLabel(f"{kind} · {paper.total}", line)
            about.setWordWrap(True)
            set_role(about, "muted")
            column.addWidget(about)
        word = state_word(paper.kind, paper.state, self._desk.language)
        label = state_label(word, tone_of(paper.state), line)
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
