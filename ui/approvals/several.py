"""Several requests at once: listed with their sum, answered one by one with one key and note."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.authority.terms import reason
from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approval_queue import QueueRow
from crm_desktop.services.authority.approvals import AnswerRequest
from ui.approvals.words import Explain, matter_word
from ui.desk import Desk
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import GRID

COMMON = {"SUPERIOR": ("approve", "return"), "CONSULT": ("advise_for", "return")}
"""What can be said to several of a level with one note; a no is said to each by itself."""


def common(rows: Sequence[QueueRow]) -> tuple[str, ...]:
    """The verdicts that answer every one of them; limits are for one paper at a time."""
    if any(row.state != "waiting" for row in rows):
        return ()
    each = [COMMON.get(row.level, ()) for row in rows]
    return tuple(verdict for verdict in each[0] if all(verdict in one for one in each))


class Batch:
    """One answer to each of several, beside the window; one that cannot be answered stops no other.

    `done` counts those that were answered, also after a cancel.
    """

    def __init__(self, rows: Sequence[QueueRow], verdict: str, note: str) -> None:
        self.rows, self.verdict, self._note = tuple(rows), verdict, note
        self.done = 0
        self.refused: dict[int, Refused] = {}

    def start(self, desk: Desk) -> Task:
        """Begin; the task's `ended` says when."""
        return desk.beside(self._work, lambda _: None)

    def _work(self, application: Application, task: Task) -> None:
        for number, row in enumerate(self.rows):
            if task.cancelled:
                return
            task.report(number, len(self.rows))
            command = AnswerRequest(row.id, row.version, self.verdict, self._note)
            try:
                state = application.execute(command)
            except Unavailable:
                raise
            except Refused as refusal:
                if not task.cancelled:
                    self.refused[row.id] = refusal
            else:
                if state == "climbed":
                    self.refused[row.id] = Refused("verdict_climbed")
                else:
                    self.done += 1


class SeveralView(QScrollArea):
    """The listing of what is selected, and afterwards of what could not be answered."""

    def __init__(self, explain: Explain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self.rows: list[QueueRow] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Selected requests"))
        self.hide()

    @property
    def listed(self) -> list[QueueRow]:
        """What one key answers now; nothing while something else is in view."""
        return [] if self.isHidden() else self.rows

    def show_rows(self, rows: Sequence[QueueRow]) -> None:
        """List these requests before they are answered."""
        self.rows = list(rows)
        total = Money.sum(row.total for row in rows)
        foot = "" if common(rows) == COMMON.get(rows[0].level) else self._why_not(rows)
        self._list(self.tr("{0} requests, {1} baht").format(len(rows), total), rows, {}, foot)

    def show_refused(self, batch: Batch) -> None:
        """List those that could not be answered, each with the reason."""
        self.rows = []
        left = [row for row in batch.rows if row.id in batch.refused]
        title = self.tr("{0} of {1} answered; these were not:").format(batch.done, len(batch.rows))
        self._list(title, left, batch.refused, "")

    def _why_not(self, rows: Sequence[QueueRow]) -> str:
        if any(row.state != "waiting" for row in rows):
            return self.tr("Advice by phone is confirmed one by one.")
        return self.tr("Some ask for advice and some for approval: only returning suits all.")

    def _list(
        self, heading: str, rows: Sequence[QueueRow], refused: Mapping[int, Refused], foot: str
    ) -> None:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        grid.addWidget(_label(heading, "title", body), 0, 0, 1, 2)
        for number, row in enumerate(rows, start=1):
            at = 3 * number
            grid.addWidget(_label(row.customer, "heading", body), at, 0)
            amount = _label(str(row.total), "", body)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(amount, at, 1)
            told = [matter_word(row, self._explain), row.requester, row.reference]
            if row.discount:
                told.append(self._explain(reason("limit_used_discount", to=row.discount)))
            words = " · ".join(filter(None, told))
            grid.addWidget(_label(words, "muted", body), at + 1, 0, 1, 2)
            if row.id in refused:
                why = _label(self._explain(refused[row.id]), "error", body)
                grid.addWidget(why, at + 2, 0, 1, 2)
        last = 3 * len(rows) + 3
        if foot:
            grid.addWidget(_label(foot, "muted", body), last, 0, 1, 2)
        grid.setRowStretch(last + 1, 1)
        self.setWidget(body)


def _label(words: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    if role:
        set_role(label, role)
    return label
