"""Several requests at once: they are listed with their sum before one key answers them all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approval_queue import QueueRow
from ui.approvals.words import Explain, matter_word
from ui.theme import set_role
from ui.tokens import GRID


def approvable(rows: Sequence[QueueRow]) -> bool:
    """Whether every one of them is answered by a plain approval."""
    return all(row.level == "SUPERIOR" and row.state == "waiting" for row in rows)


class SeveralView(QScrollArea):
    """The listing of what is selected."""

    def __init__(self, explain: Explain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self.rows: list[QueueRow] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Selected requests"))
        self.hide()

    def show_rows(self, rows: Sequence[QueueRow]) -> None:
        """List these requests."""
        self.rows = list(rows)
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        total = Money.sum(row.total for row in rows)
        title = QLabel(self.tr("{0} requests, {1} baht").format(len(rows), total), body)
        set_role(title, "title")
        title.setWordWrap(True)
        grid.addWidget(title, 0, 0, 1, 2)
        for number, row in enumerate(rows, start=1):
            grid.addWidget(_label(row.customer, "heading", body), 2 * number, 0)
            amount = _label(str(row.total), "", body)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(amount, 2 * number, 1)
            told = (matter_word(row, self._explain), row.requester, row.reference)
            grid.addWidget(
                _label(" · ".join(filter(None, told)), "muted", body), 2 * number + 1, 0, 1, 2
            )
        last = 2 * len(rows) + 2
        if not approvable(rows):
            words = self.tr("Some of these ask for advice, so they are answered one by one.")
            grid.addWidget(_label(words, "muted", body), last, 0, 1, 2)
        grid.setRowStretch(last + 1, 1)
        self.setWidget(body)


def _label(words: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    if role:
        set_role(label, role)
    return label
