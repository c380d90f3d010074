"""The queue, the request and the paper side by side, as wide as they were left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.tokens import GRID

WIDTHS = (280, 460, 436)
SHARES = (0, 2, 3)
"""Of the room that there is beyond that."""
ROOM_FOR_PAPER = 900
"""Below this width the paper is left to its own tab (F6)."""
KEPT = "approvals/split"


class Panes(QSplitter):
    """`request` stands in the middle, one below the other; with each how much of the height it
    takes."""

    def __init__(
        self,
        desk: Desk,
        queue: QWidget,
        request: Sequence[tuple[QWidget, int]],
        paper: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._paper = paper
        self.setChildrenCollapsible(False)
        for place, (pane, share) in enumerate(
            zip((queue, self._column(request), paper), SHARES, strict=True)
        ):
            self.addWidget(pane)
            self.setStretchFactor(place, share)
        queue.setMinimumWidth(180)
        paper.setMinimumWidth(160)
        self.setSizes(list(WIDTHS))
        kept = desk.state.shape(KEPT)
        if not kept.isEmpty():
            self.restoreState(kept)
        self.splitterMoved.connect(lambda *_: desk.state.put(KEPT, self.saveState()))

    def _column(self, request: Sequence[tuple[QWidget, int]]) -> QWidget:
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        for part, share in request:
            layout.addWidget(part, share)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._paper.setVisible(self.width() >= ROOM_FOR_PAPER)
        super().resizeEvent(event)
