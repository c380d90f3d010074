"""The left side: what waits for this person's answer above, what this person asked below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crm_desktop.services.authority.approval_queue import QueueRow, asked_by_me, queue_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.approvals.queue import QueueList
from ui.desk import Desk
from ui.theme import set_role
from ui.tokens import GRID

OWN_HEIGHT = 190


class Queues(QWidget):
    """`chosen` carries the id of the request under the cursor, `several` says that another set of
    requests is selected."""

    chosen = Signal(int)
    several = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._everybody = False
        self.answers = desk.may("request.answer")
        self.queue = QueueList(
            self.tr("Requests to answer"),
            self._fetch,
            (
                self.tr("Nothing waits for your answer"),
                self.tr("A request appears here by itself as soon as somebody asks."),
            ),
            desk.explain,
            self,
        )
        self.own = QueueList(
            self.tr("My requests"),
            lambda _: Page(desk.read(asked_by_me)),
            (
                self.tr("You have no open requests"),
                self.tr("A paper beyond your own authority waits here for its answer."),
            ),
            desk.explain,
            self,
        )
        self._assemble()
        self.queue.current_changed.connect(lambda row: self._chosen(row, self.own))
        self.own.current_changed.connect(lambda row: self._chosen(row, self.queue))
        self.queue.selection_changed.connect(self.several)
        self.setFocusProxy(self.queue if self.answers else self.own)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scope, self._own_heading = _heading(self), _heading(self)
        self._own_heading.setText(self.own.accessibleName())
        column.addWidget(self._scope)
        column.addWidget(self.queue, 1)
        column.addWidget(self._own_heading)
        column.addWidget(self.own, 0 if self.answers else 1)
        if self.answers:
            self.own.setFixedHeight(OWN_HEIGHT)
        self._scope.setVisible(self.answers)
        self.queue.setVisible(self.answers)
        self._name_scope()

    # Reading ----------------------------------------------------------------------------------

    def read(self) -> None:
        """Read both again."""
        self.own.read()
        has_own = self.own.rows.rowCount() > 0
        self._own_heading.setVisible(has_own or not self.answers)
        self.own.setVisible(has_own or not self.answers)
        if self.answers:
            self.queue.read()

    def switch_scope(self) -> None:
        """What waits for me, or also what waits for those below me."""
        self._everybody = not self._everybody
        self._name_scope()
        self.read()

    def _name_scope(self) -> None:
        mine = self.tr("Waiting for me")
        self._scope.setText(self.tr("Waiting for my team") if self._everybody else mine)

    def _fetch(self, wanted: ListQuery) -> Page[QueueRow]:
        """A page of the queue; what waits for somebody below is left out unless asked for."""
        return self._desk.read(queue_page, wanted.after, wanted.limit, below=self._everybody)

    # The cursor -------------------------------------------------------------------------------

    def _chosen(self, row: QueueRow | None, other: QueueList) -> None:
        if row is not None:
            other.leave()
            self.chosen.emit(row.id)

    def leave(self) -> None:
        """What is in view stands in neither list."""
        self.own.leave()
        self.queue.leave()

    def is_own(self, request_id: int) -> bool:
        """Whether this person asked it."""
        return self.own.rows.row_of(request_id) is not None

    def place(self) -> int:
        """Where the selection begins: once that is gone, whoever waits next stands there."""
        return min((each.row() for each in self.queue.selectedIndexes()), default=0)

    def selected(self) -> list[QueueRow]:
        """The requests to answer that are selected."""
        return self.queue.selected()

    def go(self, place: int = 0) -> bool:
        """To that place of the queue, else to the own requests; False when both are empty."""
        return (self.answers and self.queue.go(place)) or self.own.go(0)

    def next(self, current: int | None) -> bool:
        """To the request below; to the one that moved up where `current` has left the queue."""
        here = self.own if current is not None and self.is_own(current) else self.queue
        here = here if self.answers else self.own
        gone = current is not None and here.rows.row_of(current) is None
        place = here.place() + (0 if gone else 1)
        return here.go(place if 0 <= place < here.rows.rowCount() else 0) or self.go()

    def select(self, request_id: int) -> bool:
        """To that request; False when it is in neither list."""
        lists = [self.own, *([self.queue] if self.answers else [])]
        return any(each.select(request_id) for each in lists)


def _heading(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    set_role(label, "heading")
    label.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
    return label
